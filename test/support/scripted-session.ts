/** A session that runs nothing: it gives the answers of a script, and keeps files in memory. */
import { posix } from "node:path";
import type { Command, ReadResult, RunResult, SandboxSession } from "../../src/core/ports/sandbox.ts";

export type ScriptedRun = {
  readonly result: { readonly code: number } | Exclude<RunResult, { kind: "exited" }>;
  /** Given to the listener piece by piece before the program ends. */
  readonly stdout?: readonly string[];
  readonly stderr?: readonly string[];
  /** What the program leaves in the workspace. */
  readonly files?: Readonly<Record<string, string>>;
};
export type ScriptedSession = SandboxSession & {
  readonly commands: Command[];
  readonly files: Map<string, Uint8Array>;
};

/** @param script asked for each command; one it does not know is a program that is not there */
export function scriptedSession(script: (command: Command) => ScriptedRun | null): ScriptedSession {
  const files = new Map<string, Uint8Array>();
  const commands: Command[] = [];
  const captured = (pieces: readonly string[] = []) => {
    const text = pieces.join("");
    return { text, bytes: Buffer.byteLength(text), truncated: false };
  };
  return {
    id: "scripted",
    commands,
    files,
    async run(command, { onOutput }) {
      commands.push(command);
      const run = script(command);
      const base = { stdout: captured(run?.stdout), stderr: captured(run?.stderr), durationMs: 10 };
      if (run === null) return { ...base, kind: "not-started", reason: "no such program" };
      for (const piece of run.stdout ?? []) onOutput?.("stdout", piece);
      for (const piece of run.stderr ?? []) onOutput?.("stderr", piece);
      for (const [path, text] of Object.entries(run.files ?? {})) files.set(path, new TextEncoder().encode(text));
      return "code" in run.result ? { kind: "exited", code: run.result.code, ...base } : run.result;
    },
    async locate(path) {
      const inside = posix.normalize(path);
      if (inside === ".." || inside.startsWith("../")) return { kind: "refused", why: "outside" };
      const isFolder = inside === "." || [...files.keys()].some((name) => name.startsWith(`${inside}/`));
      const entry = files.has(inside) ? "file" : isFolder ? "folder" : "nothing";
      return { kind: "at", path: inside === "." ? "" : inside, entry };
    },
    async read(path, { offset = 0, maxBytes }): Promise<ReadResult> {
      const content = files.get(path);
      if (content === undefined) return { kind: "refused", why: "missing" };
      return { kind: "read", content: content.slice(offset, offset + maxBytes), size: content.byteLength };
    },
    async write(path, content) {
      const created = !files.has(path);
      files.set(path, content);
      return { kind: "written", created };
    },
    async [Symbol.asyncDispose]() {},
  };
}
