import { rowLine } from "../core/activity/view.ts";
import { soughtProblem } from "../core/activity/filter.ts";
import type { ActivityRow } from "../core/ports/activity.ts";
import type { Verified } from "../core/ports/store.ts";
import { paragraph } from "../lib/blocks.ts";
import type { Client } from "./client.ts";
import type { CliContext } from "./context.ts";
import { renderTerminal } from "./render.ts";
import { EXIT } from "./terminal.ts";

export type LogOptions = {
  readonly limit: number;
  readonly task: number | null;
  readonly words: string | null;
  readonly follow: boolean;
};
const FOLLOW_EVERY_MS = 500;

/** Prints what holds the words and the fields. @returns usage where a field is asked for with what it cannot hold */
export async function searchLog(
  client: Client,
  context: CliContext,
  { limit, words }: { readonly limit: number; readonly words: string },
): Promise<number> {
  const problem = soughtProblem(words);
  if (problem === null) return showLog(client, context, { limit, words, task: null, follow: false });
  context.terminal.error(problem);
  return EXIT.usage;
}
/** Prints the record, oldest first; `follow` goes on until Ctrl-C, from where it is and without leaving anything out. */
export async function showLog(client: Client, context: CliContext, options: LogOptions): Promise<number> {
  let rows = await read(client, options, null);
  let last = rows.at(-1)?.id ?? 0;
  if (rows.length === 0 && !options.follow && !context.json) context.terminal.write("Nothing was found.\n");
  for (;;) {
    for (const row of rows) print(context, row);
    last = rows.at(-1)?.id ?? last;
    if (!options.follow || context.signal.aborted) return EXIT.ok;
    if (rows.length < options.limit) await pause(context.signal);
    rows = await read(client, options, last);
  }
}
export async function verifyLog(client: Client, { terminal, json }: CliContext): Promise<number> {
  const found = await client.call<Verified>("GET", "/v1/log/verify");
  if (json) terminal.write(`${JSON.stringify(found)}\n`);
  else
    terminal.write(
      found.kind === "whole"
        ? `The record is whole: ${found.rows} rows from row ${found.from} on, the last with hash ${found.hash.slice(0, 16)}.\n`
        : `The record is broken: row ${found.id} ${found.what}. What stands before it is as it was written.\n`,
    );
  return found.kind === "whole" ? EXIT.ok : EXIT.failed;
}
function read(
  client: Client,
  { limit, task, words }: LogOptions,
  after: number | null,
): Promise<readonly ActivityRow[]> {
  const asked = new URLSearchParams({ limit: String(limit) });
  if (task !== null) asked.set("task", String(task));
  if (words !== null) asked.set("words", words);
  if (after !== null) asked.set("after", String(after));
  return client.call<readonly ActivityRow[]>("GET", `/v1/log?${asked.toString()}`);
}
function print({ terminal, json }: CliContext, row: ActivityRow): void {
  if (json) return terminal.write(`${JSON.stringify(row)}\n`);
  terminal.write(`${renderTerminal([paragraph(...rowLine(row))], terminal.interactive).trimEnd()}\n`);
}
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FOLLOW_EVERY_MS);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
