import type { RunResult, Sandbox, SandboxLimits, SandboxSession } from "../core/ports/sandbox.ts";
import type { Complain, LineProgram } from "./line-transport.ts";

export type SandboxProgram = {
  /** As a label of its sandbox. */
  readonly owner: string;
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  readonly network: "none" | "registries";
  readonly hosts: readonly string[];
  readonly limits: SandboxLimits;
  /** Makes its workspace, empty. */
  readonly workspace: (owner: string) => Promise<Workspace>;
};
export type Workspace = AsyncDisposable & { readonly folder: string };
/** Nobody reads it from the result: it is heard as it comes. */
const OUTPUT_BYTES = 2000;

/** Runs a server in a sealed sandbox of its own, which goes when it does. @throws the sandbox's faults */
export async function startSandboxProgram(
  { owner, command, env, network, hosts, limits, workspace }: SandboxProgram,
  sandbox: Sandbox,
  { signal, complain }: { readonly signal: AbortSignal; readonly complain: Complain },
): Promise<LineProgram> {
  await using stack = new AsyncDisposableStack();
  const { folder } = stack.use(await workspace(owner));
  const session = stack.use(await sandbox.open({ owner, workspace: folder, network, hosts, limits }, signal));
  const closing = stack.move();
  const stop = new AbortController();
  const input = createInput();
  const result: LineProgram = {
    onText: null,
    write: input.push,
    ended: runToEnd(),
    async end() {
      stop.abort();
      await result.ended;
    },
  };
  async function runToEnd(): Promise<string> {
    // Begun a moment later, so that whoever starts it can set `onText` before its first word.
    await Promise.resolve();
    const how = await run(session, (text) => result.onText?.(text));
    try {
      await closing.disposeAsync();
    } catch {
      // An engine that is gone removes nothing; whoever starts next finds what it keeps.
      return `${how}; what could not be removed of it goes at the next start`;
    }
    return how;
  }
  function run(within: SandboxSession, onText: (text: string) => void): Promise<string> {
    return within
      .run(
        { argv: command, env, input: input.lines() },
        {
          timeoutMs: limits.wallClockMs,
          outputBytes: OUTPUT_BYTES,
          signal: stop.signal,
          onOutput: (stream, text) => {
            (stream === "stdout" ? onText : complain)(text);
          },
        },
      )
      .then(howItEnded, () => "its sandbox is gone");
  }
  return result;
}
function howItEnded(result: RunResult): string {
  switch (result.kind) {
    case "exited":
      return `its program ended with exit code ${result.code}`;
    case "signalled":
      return `its program was ended by ${result.signal}`;
    case "timed-out":
      return "its sandbox was open for as long as one may be";
    case "stopped":
      return "it was ended";
    case "out-of-memory":
      return "its program took more memory than its sandbox gives";
    case "too-many-processes":
      return "its program kept its sandbox full of processes";
    case "not-started":
      return `its program could not be started in the sandbox: ${result.reason}`;
  }
}
/** Lines in the order they were pushed, waited for where there is none. */
function createInput(): { readonly push: (text: string) => void; readonly lines: () => AsyncGenerator<string> } {
  const waiting: string[] = [];
  let arrived = Promise.withResolvers<void>();
  return {
    push(text) {
      waiting.push(text);
      arrived.resolve();
    },
    async *lines() {
      for (;;) {
        const next = waiting.shift();
        if (next !== undefined) yield next;
        else {
          await arrived.promise;
          arrived = Promise.withResolvers<void>();
        }
      }
    },
  };
}
