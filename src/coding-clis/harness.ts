import type { Wire } from "./gateway/wire.ts";

/** What is known of one coding CLI: how it is run, and what it prints. */
export type Harness = {
  readonly wire: Wire;
  run(job: HarnessJob): HarnessCommand;
  /** Reads one line of its output, parsed. */
  read(line: Readonly<Record<string, unknown>>): Heard;
};
type HarnessJob = {
  readonly program: string;
  readonly model: string;
  readonly maxOutputTokens: number;
  /** Where its server is inside, without a path: `http://127.0.0.1:8484`. */
  readonly server: string;
  /** Good for this run alone. */
  readonly runKey: string;
};
/** The goal goes to its standard input: arguments are seen by all that runs in the sandbox, and are short. */
type HarnessCommand = {
  readonly argv: readonly [string, ...string[]];
  /** Besides what every command in the sandbox finds set. */
  readonly env: Readonly<Record<string, string>>;
};
/** `doing`: for people who watch. `said`: takes the place of what was said before. */
export type Heard = { readonly doing?: readonly string[]; readonly said?: string; readonly problem?: string };

export const NOTHING_HEARD: Heard = {};
/** A tool and the telling part of what it is given, on one line. */
export function toolLine(tool: unknown, input: unknown): string {
  const fields = typeof input === "object" && input !== null ? (input as Record<string, unknown>) : {};
  const names = ["command", "cmd", "file_path", "filePath", "path", "pattern", "query", "description"];
  const told = names.map((name) => fields[name]).find((value) => typeof value === "string") ?? "";
  return `${textOf(tool) || "tool"} ${told}`.trim();
}
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
