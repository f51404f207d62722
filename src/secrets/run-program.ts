import { spawn } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";

export type ProgramResult = {
  /** Null when it was ended by a signal, ours after `timeoutMs` included. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};
/** Runs a program to its end: no shell, and what is secret goes through its standard input. */
export type RunProgram = (argv: readonly string[], input: string) => Promise<ProgramResult>;

/** A keyring may ask its owner to unlock it; nobody waits for that longer than this. */
const TIMEOUT_MS = 20_000;
const MOST_OUTPUT = 256 * 1024;

/** @param environment of the program; it holds none of our secrets */
export function createRunProgram(environment: Readonly<Record<string, string | undefined>>): RunProgram {
  return ([program = "", ...args], input) =>
    new Promise((resolve) => {
      const child = spawn(program, args, { env: { ...environment }, stdio: "pipe", timeout: TIMEOUT_MS, cwd: "/" });
      let stdout = "";
      let stderr = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        if (stdout.length < MOST_OUTPUT) stdout += text;
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        if (stderr.length < MOST_OUTPUT) stderr += text;
      });
      // A program that ends before it has read its input says so by its exit code.
      child.stdin.on("error", () => undefined);
      child.once("error", (error) => resolve({ code: null, stdout: "", stderr: error.message }));
      child.once("close", (code) => resolve({ code, stdout, stderr }));
      child.stdin.end(input);
    });
}
/** The absolute path of a program in PATH; null when there is none. */
export async function findProgram(name: string, path: string): Promise<string | null> {
  for (const folder of path.split(delimiter).filter(isAbsolute)) {
    const file = join(folder, name);
    const runs = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return file;
  }
  return null;
}
