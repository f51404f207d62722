import { bold, code, codeBlock, details, paragraph, type Block } from "../../../lib/blocks.ts";
import { utf8Length } from "../../../lib/cap-text.ts";
import { own } from "../../../lib/own.ts";
import { visible } from "../../../lib/visible.ts";
import type { ApprovalSubject } from "../../policy/approvals/approval.ts";
import { CODING_CLI_TITLES } from "../../ports/coding-clis.ts";

/** What is longer stands whole in a file beside the question. */
export const MOST_COMMAND = 1500;
export const MOST_CONTENT = 2500;

/** Exactly what would be done. */
export function effectBlocks(subject: ApprovalSubject): Block[] {
  if (subject.kind === "outsource") return outsourceBlocks(subject);
  const command = visible(shownCommand(subject));
  const language = subject.command.length > 0 ? "sh" : "";
  return [
    ...(command === "" ? [] : [codeBlock(fits(command, MOST_COMMAND), language)]),
    ...(subject.content === "" ? [] : contentBlocks(subject)),
  ];
}
function contentBlocks(subject: ApprovalSubject): Block[] {
  const { kind, content } = subject;
  const shown = () => fits(visible(content), MOST_CONTENT);
  switch (kind) {
    case "spend":
    case "ask":
    case "outsource": // each has words of its own
      return [];
    case "deed":
      return [details("In these words", codeBlock(shown(), "markdown"))];
    case "call":
      return [codeBlock(shown(), "json")];
    case "remember":
    case "fetch": // what is looked for
      return [codeBlock(shown())];
    case "look":
    case "edit":
    case "run":
      return [details(`What would be written (${utf8Length(content)} bytes)`, writtenBlock(subject))];
  }
}
/** Who does it, and all that it is told. */
function outsourceBlocks(subject: ApprovalSubject): Block[] {
  const [, model = ""] = subject.command;
  return [
    paragraph(bold(cliTitle(subject)), " with the model ", code(visible(model)), " is told:"),
    codeBlock(fits(visible(subject.content), MOST_CONTENT), ""),
  ];
}
/** The name of a coding CLI as people know it. */
export function cliTitle({ command: [name = ""] }: ApprovalSubject): string {
  return own(CODING_CLI_TITLES, name) ?? visible(name);
}
/** For whom more is spent, where it is not the task as a whole; null: it is. */
export function purseTitle({ kind, tool }: ApprovalSubject): string | null {
  const title = kind === "spend" ? own(CODING_CLI_TITLES, tool) : undefined;
  return title === undefined ? null : `for ${title}`;
}
/** A replacement as lines taken and lines given; anything else as it is. */
function writtenBlock({ tool, content }: ApprovalSubject): Block {
  const replaced = tool === "edit_file" ? replacementOf(content) : null;
  if (replaced === null) return codeBlock(fits(visible(content), MOST_CONTENT), tool === "patch" ? "diff" : "");
  const lines = (mark: string, text: string) =>
    visible(text)
      .split("\n")
      .map((line) => `${mark} ${line}`);
  const all = replaced.everywhere ? ["@@ every place where this stands @@"] : [];
  const shown = [...all, ...lines("-", replaced.old), ...lines("+", replaced.text)].join("\n");
  // The marks make it longer than it stands in the content, though never twice as long: what fits there fits here.
  return codeBlock(fits(shown, 2 * MOST_CONTENT + 100), "diff");
}
function replacementOf(content: string): { old: string; text: string; everywhere: boolean } | null {
  try {
    const given: unknown = JSON.parse(content);
    if (!Array.isArray(given)) return null;
    const [old, text, everywhere]: unknown[] = given;
    return typeof old === "string" && typeof text === "string" ? { old, text, everywhere: everywhere === true } : null;
  } catch {
    return null;
  }
}
/** A script as it stands, a call as it would be typed, or the files it is about. */
export function shownCommand({ command, paths }: ApprovalSubject): string {
  const [program = "", flag = "", script] = command;
  if (command.length === 3 && /^(sh|bash)$/.test(program) && flag === "-c" && script !== undefined) return script;
  return command.length > 0 ? command.map(quoted).join(" ") : paths.join("\n");
}
/** As it would have to be typed, so that blanks inside a word are seen. */
function quoted(word: string): string {
  return /^[\w@%+=:,./^~-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
function fits(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text.slice(0, most).toWellFormed()}\n[… goes on: whole in the file beside this …]`;
}
