import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RunOptions, RunResult, Sandbox, SandboxSession, SandboxSpec } from "../../src/core/ports/sandbox.ts";
import type { Held } from "../support/sandbox-options.ts";

export type SandboxMaker = {
  /** A sandbox of a home of its own; `home` tells several apart. */
  readonly make: (home: string, runFolder: string) => Sandbox;
  /** Program text of a child that runs `command` in a session of its own, prints when that has said something, and waits. */
  readonly childScript: (home: string, runFolder: string, held: Held) => string;
  /** Why it cannot be tried here; null when it must work. */
  readonly skip: string | null;
};
export const MIB = 1024 * 1024;
export const never = new AbortController().signal;
export const defaults: RunOptions = { timeoutMs: 20_000, outputBytes: 64 * 1024, signal: never };
export const limits = { memoryBytes: 512 * MIB, cpus: 1, processes: 128, fileBytes: 64 * MIB, wallClockMs: 600_000 };

export type SandboxBench = ReturnType<typeof createSandboxBench>;
/** One sandbox with one session, which tests share and leave as they found it. Until `open` and after `close` there is none: take them from here when they are needed. */
export function createSandboxBench(name: string, { make, childScript }: SandboxMaker) {
  const home = `test${process.pid}`;
  let base = "";
  let sandbox: Sandbox;
  let session: SandboxSession;
  let workspace = "";
  const newWorkspace = async (): Promise<string> => {
    const folder = path.join(base, `w${Math.random().toString(36).slice(2)}`);
    await mkdir(folder);
    return folder;
  };
  const spec = async (more: Partial<SandboxSpec> = {}): Promise<SandboxSpec> => ({
    owner: "task-1",
    workspace: await newWorkspace(),
    network: "none",
    limits,
    ...more,
  });
  const run = async (argv: readonly [string, ...string[]], more: Partial<RunOptions> = {}): Promise<RunResult> =>
    session.run({ argv }, { ...defaults, ...more });
  const sh = async (script: string, more: Partial<RunOptions> = {}): Promise<RunResult> =>
    run(["sh", "-c", script], more);
  const out = async (script: string): Promise<string> => (await sh(script)).stdout.text.trim();
  return {
    name,
    home,
    make,
    childScript,
    newWorkspace,
    spec,
    run,
    sh,
    out,
    get base(): string {
      return base;
    },
    get sandbox(): Sandbox {
      return sandbox;
    },
    get session(): SandboxSession {
      return session;
    },
    /** The session's, as the host sees it. */
    get workspace(): string {
      return workspace;
    },
    async open(): Promise<void> {
      base = await mkdtemp(path.join(tmpdir(), "sparks-sandbox-"));
      sandbox = make(home, path.join(base, "run"));
      const opened = await spec();
      workspace = opened.workspace;
      session = await sandbox.open(opened, never);
    },
    async close(): Promise<void> {
      await session?.[Symbol.asyncDispose]();
      await sandbox.reap(new Set(), never);
      await rm(base, { recursive: true, force: true });
    },
  };
}
