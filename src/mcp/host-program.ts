import { spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";
import type { Complain, LineProgram } from "./line-transport.ts";

export type HostProgram = {
  readonly command: readonly [string, ...string[]];
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** The folder it starts in. */
  readonly folder: string;
};
/** How long it may take to end by itself once its input is closed. */
const GRACE_MS = 2000;

/** What it wrote before it ended arrives a moment after; what it left behind may hold its output open for ever. */
const LAST_WORDS_MS = 500;

/** Runs a server that the owner trusts as a process of this machine, in a process group of its own. */
export async function startHostProgram(
  { command, env, folder }: HostProgram,
  complain: Complain,
): Promise<LineProgram> {
  const [program, ...args] = command;
  const child = spawn(program, args, { env, cwd: folder, stdio: ["pipe", "pipe", "pipe"], detached: true });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "ENOENT" ? `there is no program ${program}` : "its program could not be started"),
    );
    child.once("close", (code, signal) => resolve(howItEnded(code, signal)));
    child.once("exit", (code, signal) => {
      const timer = setTimeout(() => resolve(howItEnded(code, signal)), LAST_WORDS_MS);
      child.once("close", () => clearTimeout(timer));
    });
  });
  const decoder = new StringDecoder("utf8");
  const result: LineProgram = {
    onText: null,
    write: (text) => void child.stdin.write(text),
    ended,
    async end() {
      child.stdin.end();
      const timer = setTimeout(() => killGroup(child.pid), GRACE_MS);
      await ended;
      clearTimeout(timer);
      // Whatever it started and left behind goes as well.
      killGroup(child.pid);
    },
  };
  child.stdin.on("error", () => undefined); // it may end without reading what it is sent
  child.stdout.on("data", (chunk: Buffer) => result.onText?.(decoder.write(chunk)));
  const complaints = new StringDecoder("utf8");
  child.stderr.on("data", (chunk: Buffer) => complain(complaints.write(chunk)));
  return result;
}
function howItEnded(code: number | null, signal: string | null): string {
  return signal === null ? `its program ended with exit code ${code ?? 0}` : `its program was ended by ${signal}`;
}
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It is gone, which is what was wanted.
  }
}
