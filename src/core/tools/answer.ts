import { capText } from "../../lib/cap-text.ts";
import type { PathRefusal, RunResult } from "../ports/sandbox.ts";
import type { ToolAnswer } from "./tool.ts";

/** The most that one answer says, in bytes of UTF-8. */
export const ANSWER_BYTES = 16 * 1024;
const FAILED = "Failed: ";

export function succeeded(text: string): ToolAnswer {
  return { ok: true, text: capText(text, ANSWER_BYTES) };
}
/** A failure always begins with the same word, so that it can be told from its text in a journal read again. */
export function failed(text: string): ToolAnswer {
  return { ok: false, text: capText(`${FAILED}${text}`, ANSWER_BYTES) };
}
export function isFailure(text: string): boolean {
  return text.startsWith(FAILED);
}

/** How a command ended, always stated first, and what it printed. */
export function ranAnswer(result: RunResult, okCodes: readonly number[] = [0]): ToolAnswer {
  const parts = [howItEnded(result), section("stdout", result.stdout.text), section("stderr", result.stderr.text)];
  const text = parts.filter((part) => part !== "").join("\n");
  return result.kind === "exited" && okCodes.includes(result.code) ? succeeded(text) : failed(text);
}
function howItEnded(result: RunResult): string {
  const took = `after ${(result.durationMs / 1000).toFixed(1)} s`;
  switch (result.kind) {
    case "exited":
      return `exit code ${result.code}`;
    case "signalled":
      return `killed by ${result.signal} ${took}`;
    case "timed-out":
      return `timed out ${took}; all its processes were killed`;
    case "stopped":
      return `stopped ${took}`;
    case "out-of-memory":
      return `killed ${took}: out of memory`;
    case "too-many-processes":
      return `killed ${took}: it kept the sandbox full of processes`;
    case "not-started":
      return `not started: ${result.reason}`;
  }
}
function section(name: string, text: string): string {
  const trimmed = text.trimEnd();
  return trimmed === "" ? "" : `--- ${name}\n${capText(trimmed, ANSWER_BYTES / 2 - 200)}`;
}

export function pathRefused(path: string, why: PathRefusal | "too-large" | "no-space"): ToolAnswer {
  return failed(`${path}: ${WHY[why]}`);
}
const WHY: Readonly<Record<PathRefusal | "too-large" | "no-space", string>> = {
  missing: "there is no such file. list_files shows what there is.",
  folder: "this is a folder. list_files shows what is in it.",
  outside: "this is outside the workspace, and only the workspace can be used.",
  "not-a-file": "this is no regular file.",
  "not-permitted": "the file's permissions do not allow it.",
  "too-large": "the content is larger than a file may be.",
  "no-space": "there is no space left in the workspace.",
};
