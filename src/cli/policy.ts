import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import type { Command } from "commander";
import { CommanderError, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import type { CliContext } from "./context.ts";
import { POLICY_KINDS, type PolicyOptions, type Said } from "./policy-kinds.ts";
import { EXIT } from "./terminal.ts";
import { own } from "../lib/own.ts";

type Asked = { readonly kind: string; readonly what: string; readonly options: PolicyOptions };

/** `sparks policy check`: needs no daemon and changes nothing. */
export function addPolicyCommands(program: Command, context: () => CliContext, setExit: (code: number) => void): void {
  const kinds = Object.keys(POLICY_KINDS).join(" | ");
  program
    .command("policy")
    .description("what the guards would say")
    .command("check <kind> <item>")
    .description(`ask about one item, or about each line of a JSON Lines file (\`-\` is the input); kinds: ${kinds}`)
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
  const check = (row: unknown): Promise<Said> => judge(row, async (row) => guard.check(row, options));
  const { terminal, json } = context;
  const lines = linesOf(what, context);
  if (lines === null) {
    const said = await check(guard.row(what, options));
    terminal.write(json ? `${JSON.stringify(said)}\n` : `${sentence(what, said)}\n`);
    return said.verdict === "error" ? EXIT.usage : EXIT.ok;
  }
  let exit: number = EXIT.ok;
  for await (const line of lines) {
    if (line.trim() === "") continue;
    const said = await checkLine(line, check);
    if (said.verdict === "error") exit = EXIT.usage;
    terminal.write(`${JSON.stringify(said)}\n`);
  }
  return exit;
}
function usage(message: string, { terminal }: CliContext): CommanderError {
  terminal.error(message);
  return new CommanderError(EXIT.usage, "sparks.policy", message);
}
/** The lines of the input or of a file of that name; null when `what` is an item itself. */
function linesOf(what: string, { terminal, signal }: CliContext): AsyncIterable<string> | null {
  if (what === "-") return terminal.lines(signal);
  return what.endsWith(".jsonl") && existsSync(what) ? fileLines(what) : null;
}
async function* fileLines(file: string): AsyncIterable<string> {
  await using handle = await open(file);
  yield* handle.readLines({ encoding: "utf8" });
}
async function checkLine(line: string, check: (row: unknown) => Promise<Said>): Promise<Said> {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return { verdict: "error", reason: "the line is no JSON" };
  }
  const said = await check(row);
  const id = typeof row === "object" && row !== null && "id" in row ? { id: row.id } : {};
  return { ...id, ...said };
}
/** A row that no guard can judge is an answer as well: it must not keep the others from theirs. */
async function judge(row: unknown, check: (row: unknown) => Promise<Said>): Promise<Said> {
  try {
    return await check(row);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return { verdict: "error", reason: `the row does not fit: ${z.prettifyError(error).replaceAll(/\s+/g, " ")}` };
  }
}
const WORDS: Readonly<Record<string, string>> = {
  allow: "allowed",
  ask: "a person is asked",
  deny: "refused",
  error: "not judged",
};
function sentence(what: string, { verdict, reason }: Said): string {
  const word = WORDS[verdict] ?? verdict;
  return `${JSON.stringify(what)}: ${word}${reason === undefined ? "." : `: ${reason}.`}`;
}
