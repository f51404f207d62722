import { repeatedKey } from "../lib/repeated-key.ts";
import type { CliContext } from "./context.ts";
import { NotRead, readInput } from "./read-input.ts";
import { EXIT } from "./terminal.ts";

type Problem = { readonly field: string; readonly why: string };
/** The container in use and the judge of others; needs no engine and no daemon. */
export type SandboxTemplate = {
  readonly body: Readonly<Record<string, unknown>> & { readonly HostConfig: Readonly<Record<string, unknown>> };
  problemsOf(body: unknown): readonly Problem[];
};

export function showTemplate({ body }: SandboxTemplate, { terminal, json }: CliContext): number {
  if (json) terminal.write(`${JSON.stringify(body, null, 2)}\n`);
  else terminal.write(`${[...rows(body), ...rows(body.HostConfig)].join("\n")}\n`);
  return EXIT.ok;
}
/** One line a field, long lists by their length: the whole of it is what --json is for. */
function rows(fields: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(fields)
    .filter(([name]) => name !== "HostConfig")
    .map(([name, value]) => `${name.padEnd(18)} ${brief(value)}`);
}
function brief(value: unknown): string {
  if (Array.isArray(value) && value.length > 8) return `${value.length} entries`;
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(short).join(", ");
  if (typeof value === "object" && value !== null && Object.keys(value).length === 0) return "none";
  return short(value);
}
function short(value: unknown): string {
  const text = typeof value === "string" ? value.replaceAll(/\s+/g, " ") : JSON.stringify(value);
  if (text === "") return "none";
  return text.length > 120 ? `${text.slice(0, 100)}… (${text.length} characters)` : text;
}

type Given = {
  readonly id: unknown;
  readonly body: unknown;
  readonly repeated: string | null;
  /** Where it stands, of many. */
  readonly line?: number;
};
/** A line that is no JSON. */
type Unread = { readonly unread: number };
/**
 * Judges bodies from a file or, by `-`, from the standard input: one as JSON, or JSON Lines of bodies or of `{id, body}`.
 * @returns 0 when all are accepted, 1 when one is refused, 2 when something cannot be read
 */
export async function validateBodies(template: SandboxTemplate, context: CliContext, file: string): Promise<number> {
  const { terminal, json } = context;
  const unread = (reason: string): number => {
    if (json) terminal.write(`${JSON.stringify({ verdict: "error", reason })}\n`);
    else terminal.error(`${reason}.`);
    return EXIT.usage;
  };
  const text = await textOf(file, context).catch((error: unknown) => {
    if (error instanceof NotRead) return { why: error.message };
    throw error;
  });
  if (typeof text === "object") return unread(`${file} ${text.why}`);
  const bodies = parseBodies(text.replace(/^\uFEFF/, ""));
  if (bodies.length === 0) return unread("There is nothing to validate");
  let code: number = EXIT.ok;
  let unreadLines = 0;
  for (const one of bodies) {
    if ("unread" in one) unreadLines += 1;
    if (!("unread" in one) || unreadLines <= MOST_UNREAD) code = Math.max(code, tell(one, template, context));
  }
  if (unreadLines > MOST_UNREAD)
    unread(`${unreadLines - MOST_UNREAD} more lines are not JSON; they were not validated`);
  return code;
}
/** What is no list of bodies at all, as a binary file, is not told line by line. */
const MOST_UNREAD = 10;
/** One line about one body. @returns what it alone would make the exit code */
function tell(given: Given | Unread, template: SandboxTemplate, { terminal, json }: CliContext): number {
  if ("unread" in given) {
    const { unread: line } = given;
    const reason = "the line is no JSON";
    if (json) terminal.write(`${JSON.stringify({ line, verdict: "error", reason })}\n`);
    else terminal.error(`Line ${line} is not JSON; it was not validated.`);
    return EXIT.usage;
  }
  const { id, body, repeated, line } = given;
  const problems =
    repeated === null ? template.problemsOf(body) : [{ field: repeated, why: "stands twice in one object" }];
  const verdict = problems.length === 0 ? "allow" : "deny";
  const which = id === undefined ? (line === undefined ? {} : { line }) : { id };
  if (json) terminal.write(`${JSON.stringify({ ...which, verdict, problems })}\n`);
  else terminal.write(`${nameOf(which)}${inWords(problems)}\n`);
  return problems.length === 0 ? EXIT.ok : EXIT.failed;
}
function nameOf({ id, line }: { readonly id?: unknown; readonly line?: number }): string {
  if (line !== undefined) return `line ${line}: `;
  return id === undefined ? "" : `${typeof id === "string" ? id : JSON.stringify(id)}: `;
}
function inWords(problems: readonly Problem[]): string {
  if (problems.length === 0) return "accepted";
  return `refused: ${problems.map(({ field, why }) => (field === "" ? `it ${why}` : `${field}: ${why}`)).join("; ")}`;
}
async function textOf(file: string, { terminal, signal }: CliContext): Promise<string> {
  if (file !== "-") return readInput(file, signal);
  const lines: string[] = [];
  for await (const line of terminal.lines(signal)) lines.push(line);
  return lines.join("\n");
}
/** One body, or one a line; of a text that is neither, a line that is no JSON is told and the others are judged. */
function parseBodies(text: string): readonly (Given | Unread)[] {
  const whole = parse(text);
  if (whole !== undefined) return [whole];
  return text.split("\n").flatMap((text, at) => {
    if (text.trim() === "") return [];
    const given = parse(text);
    return [given === undefined ? { unread: at + 1 } : { ...given, line: at + 1 }];
  });
}
function parse(text: string): Given | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const repeated = repeatedKey(text);
  if (typeof value === "object" && value !== null && Object.hasOwn(value, "body")) {
    const { id, body } = value as { id?: unknown; body: unknown };
    return { id, body, repeated };
  }
  return { id: undefined, body: value, repeated };
}
