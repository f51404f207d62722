import { closeSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { CommanderError, InvalidArgumentError, Option } from "commander";
import type { CliContext } from "./context.ts";
import { POLICY_KINDS, type PolicyKind, type PolicyOptions, type Said } from "./policy-kinds.ts";
import { EXIT } from "./terminal.ts";
import { own } from "../lib/own.ts";
import { repeatedKey } from "../lib/repeated-key.ts";
import { visible } from "../lib/visible.ts";

type Asked = { readonly kind: string; readonly what: string; readonly options: PolicyOptions };

/** `sparks policy check`: needs no daemon and changes nothing. */
export function addPolicyCommands(program: Command, context: () => CliContext, setExit: (code: number) => void): void {
  const kinds = Object.keys(POLICY_KINDS).join(" | ");
  program
    .command("policy")
    .description("what the guards would say")
    .command("check <kind> <item>")
    .description(
      `ask about one item (in quotes), or about each line of a JSON Lines file (\`-\` is the input); kinds: ${kinds}. It ends with 0 when all were judged, whatever is said of them, and with 2 when something could not be.`,
    )
    .option("--root <folder>", "the folder that paths are below", process.cwd())
    .addOption(new Option("--op <op>", "what is wanted of a path").choices(["read", "write", "delete"]).default("read"))
    .addOption(new Option("--level <level>", "the autonomy level, 1 to 5").argParser(levelNumber).default(3))
    .action(async (kind: string, what: string, options: PolicyOptions) => {
      setExit(await checkPolicy({ kind, what, options }, context()));
    });
}
function levelNumber(text: string): number {
  if (!/^[1-5]$/.test(text)) throw new InvalidArgumentError("It is a whole number from 1 to 5.");
  return Number(text);
}

async function checkPolicy({ kind, what, options }: Asked, context: CliContext): Promise<number> {
  const guard = own(POLICY_KINDS, kind);
  if (guard === undefined)
    throw usage(`There is no kind ${kind}. There are: ${Object.keys(POLICY_KINDS).join(", ")}.`, context);
  if (kind === "path" && !isFolder(options.root))
    throw usage(`${options.root} is no folder; --root names one.`, context);
  const { terminal, json } = context;
  const lines = linesOf({ kind, what, options }, context);
  if (lines !== null) return checkLines(lines, (row) => judge(guard, row, options), context);
  const said = judge(guard, guard.row(what, options), options);
  terminal.write(json ? `${JSON.stringify(said)}\n` : `${sentence(what, said)}\n`);
  return said.verdict === "error" ? EXIT.usage : EXIT.ok;
}
function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() === true;
}
/** Undefined where there is nothing, and for what can be no name: a long text may be asked about as well. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
function usage(message: string, { terminal }: CliContext): CommanderError {
  terminal.error(message);
  return new CommanderError(EXIT.usage, "sparks.policy", message);
}

// --- many
/** The lines of the input or of a file of that name; null when `what` is an item itself. */
function linesOf({ kind, what, options }: Asked, context: CliContext): AsyncIterable<string> | null {
  if (what === "-") return context.terminal.lines(context.signal);
  const found = statOf(what);
  if (!/\.(jsonl|ndjson)$/.test(what)) return kind !== "path" && holdsRows(what, found) ? fileLines(what) : null;
  if (found?.isFile() === true) return fileLines(what);
  // A path may well be called so, and need not exist; a command or an address of that form is a list that was not found.
  if (kind === "path" && statOf(resolve(options.root, what)) === undefined)
    context.terminal.error(`There is no file ${what} to read rows from: it is judged as a path.`);
  if (kind === "path" || /\s|:/.test(what)) return null;
  throw usage(found === undefined ? `There is no file ${what}.` : `${what} is no file.`, context);
}
/** No command, address or text is called as a file that begins with a row is. */
function holdsRows(name: string, found: Stats | undefined): boolean {
  if (found?.isFile() !== true) return false;
  const handle = openSync(name, "r");
  try {
    const begin = Buffer.alloc(64);
    return /^\s*\{/.test(begin.toString("utf8", 0, readSync(handle, begin)).replace(/^\uFEFF/, ""));
  } finally {
    closeSync(handle);
  }
}
async function* fileLines(file: string): AsyncIterable<string> {
  await using handle = await open(file);
  yield* handle.readLines({ encoding: "utf8" });
}
type Check = (row: unknown) => Said;
async function checkLines(lines: AsyncIterable<string>, check: Check, context: CliContext): Promise<number> {
  const { terminal } = context;
  let exit: number = EXIT.ok;
  let number = 0;
  let judged = 0;
  for await (const text of lines) {
    number += 1;
    // editors of some systems begin a file with a mark of its byte order
    const line = number === 1 ? text.replace(/^\uFEFF/, "") : text;
    if (line.trim() === "") continue;
    const said = checkLine(line, check);
    judged += 1;
    if (said.verdict === "error") exit = EXIT.usage;
    terminal.write(`${JSON.stringify(said.verdict === "error" ? { ...said, line: number } : said)}\n`);
  }
  if (judged > 0) return exit;
  terminal.error("There is nothing to check.");
  return EXIT.usage;
}
function checkLine(line: string, check: Check): Said {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return { verdict: "error", reason: "the line is no JSON" };
  }
  const id = typeof row === "object" && row !== null && "id" in row ? { id: row.id } : {};
  const repeated = repeatedKey(line);
  if (repeated !== null) return { ...id, verdict: "error", reason: `${JSON.stringify(repeated)} stands twice in it` };
  return { ...id, ...check(row) };
}
/** A row that no guard can judge is an answer as well: it must not keep the others from theirs. */
function judge(guard: PolicyKind, row: unknown, options: PolicyOptions): Said {
  const said = guard.check(row, options);
  return said ?? { verdict: "error", reason: `the row does not fit: it is ${guard.form}` };
}
const WORDS: Readonly<Record<string, string>> = {
  allow: "allowed",
  ask: "a person is asked",
  deny: "refused",
  error: "not judged",
};
function sentence(what: string, { verdict, reason }: Said): string {
  const word = WORDS[verdict] ?? verdict;
  return `${visible(JSON.stringify(what))}: ${word}${reason === undefined ? "." : `: ${reason}.`}`;
}
