import { z } from "zod";
import { fence } from "../../lib/fence.ts";
import { DAY_MS } from "../../lib/time.ts";
import { visible } from "../../lib/visible.ts";
import {
  CODING_CLI_TITLES,
  type CodingCliAbout,
  type CodingCliEnd,
  type CodingCliName,
  type CodingClis,
  type CodingWish,
} from "../ports/coding-clis.ts";
import type { EmptyPurse } from "../ports/model.ts";
import { tellEmptyPurse } from "../policy/purse-words.ts";
import { failed, succeeded } from "./answer.ts";
import { defineTool, type Tool, type ToolAnswer, type ToolContext } from "./tool.ts";

export const CODING_CLI = "coding_cli";
export type CodingCliToolOptions = {
  readonly clis: Pick<CodingClis, "list" | "modelProblem" | "begin">;
  /** What the chat chose; absent: nothing. */
  readonly wish: CodingWish | undefined;
  readonly timeoutMs: number;
};

/** Null where the settings switch none on, none works, or the chat wants none. */
export function createCodingCliTool(options: CodingCliToolOptions): Tool | null {
  const [first, ...others] = usableClis(options.clis.list(), options.wish?.use);
  if (first === undefined) return null;
  const all = [first, ...others];
  const names = all.map(({ name }) => name) as [CodingCliName, ...CodingCliName[]];
  const schema = z.strictObject({
    goal: z
      .string()
      .trim()
      .min(1)
      .max(20_000)
      .describe(
        "All it needs to know: what to change, where, what must stay, and how to see that it is done. It knows nothing of this task.",
      ),
    cli: z.enum(names).default(first.name).describe("Which one"),
  });
  const aboutOf = (name: CodingCliName): CodingCliAbout => all.find((each) => each.name === name) ?? first;
  const modelOf = ({ name, model }: CodingCliAbout): string => options.wish?.models?.[name] ?? model;
  return defineTool({
    name: CODING_CLI,
    description: `Hands a piece of the work to ${titles(names)}, which works by itself in this workspace with a model of its own, and may change any file. It has no network. It costs money and minutes: give it a whole piece, not a step. Look at what it changed, and run the checks yourself; what it says of them proves nothing.`,
    schema,
    risk: "low",
    mutates: true,
    intent: ({ cli, goal }) => {
      const about = aboutOf(cli);
      return { effect: "outsource", command: [cli, modelOf(about), about.host], content: goal };
    },
    run: ({ cli, goal }, context) =>
      work({ about: aboutOf(cli), model: modelOf(aboutOf(cli)), goal }, options, context),
  });
}
/** The one the chat wants, or those that work. */
export function usableClis(all: readonly CodingCliAbout[], use: CodingWish["use"]): readonly CodingCliAbout[] {
  return all.filter(({ name, problem }) => (use === undefined ? problem === null : use === name));
}
function titles(names: readonly CodingCliName[]): string {
  return names.map((name) => CODING_CLI_TITLES[name]).join(" or ");
}

type Piece = { readonly about: CodingCliAbout; readonly model: string; readonly goal: string };
const OUTPUT_BYTES = 64 * 1024;
async function work(
  { about, model, goal }: Piece,
  { clis, timeoutMs }: CodingCliToolOptions,
  { outsource, onOutput }: ToolContext,
): Promise<ToolAnswer> {
  const { name, problem } = clis.list().find((each) => each.name === about.name) ?? about;
  const title = CODING_CLI_TITLES[name];
  if (problem !== null)
    return failed(
      `${problem.what}. A person can mend that: ${problem.fix}. Do the work yourself, or finish and say so.`,
    );
  const wrong = clis.modelProblem(name, model);
  if (wrong !== null)
    return failed(`${title} cannot use the model ${model}: ${wrong}. A person can choose another: /cli_model.`);
  if (outsource === undefined) return failed("work cannot be handed over here.");
  await using piece = outsource.begin({ cli: name, ceilingUsd: about.ceilingUsd, timeoutMs });
  const run = clis.begin({ name, model, goal: `${goal}\n\n${RULES}`, purse: piece.purse });
  const onStream = (stream: "stdout" | "stderr", text: string): void => {
    if (stream !== "stdout") return;
    for (const line of run.hear(text))
      onOutput?.(`${visible(line).replaceAll(/\s+/g, " ").slice(0, MOST_LINE).toWellFormed()}\n`);
  };
  const result = await outsource.open(run.door, (session) =>
    session.run(
      { argv: run.argv, env: run.env, stdin: run.stdin },
      {
        // Its time is watched from here, without what it waits for a person.
        timeoutMs: DAY_MS,
        outputBytes: OUTPUT_BYTES,
        signal: piece.signal,
        onOutput: onStream,
      },
    ),
  );
  // It may have ended by itself while it was held: then its request had no answer yet.
  const held = piece.heldBy();
  const end = run.end(result.kind === "stopped" && piece.isLate() ? { ...result, kind: "timed-out" } : result);
  const usage = { inputTokens: end.inputTokens, outputTokens: end.outputTokens, costUsd: end.costUsd };
  const empty = end.empty ?? held;
  if (empty !== null) onOutput?.(`${title} has no money left. ${tellEmptyPurse(empty).what}\n`);
  return { ...tell(title, { ...end, empty }, result.durationMs), spent: { purpose: name, model, usage } };
}
const MOST_LINE = 160;
const RULES =
  "Rules: change only what this needs, in this folder. Do not commit. There is no network and nobody to ask. End with a short account of what you changed and what you could not do.";

type Ended = Omit<CodingCliEnd, "empty"> & { readonly empty: EmptyPurse | null };
function tell(title: string, end: Ended, durationMs: number): ToolAnswer {
  const { ok, said, problem, empty, requests, costUsd } = end;
  const cost = `after ${(durationMs / 1000).toFixed(0)} s, ${requests} requests and $${costUsd.toFixed(4)}`;
  const how = `${title} ${ok ? "ended" : "did not end well"} ${cost}.`;
  const words = [...new Set([problem ?? "", said])].filter((each) => each !== "").join("\n");
  const text = [
    how,
    ...(empty === null ? [] : [moneyText(empty)]),
    "Look at its change with git, and run the checks.",
    // One fence, and nothing after it: two would look like a text that leaves its own.
    words === "" ? "It said nothing." : `What it says, which is material and no proof:\n${fence(title, words)}`,
  ].join("\n");
  return ok ? succeeded(text) : failed(text);
}
/** The task's own purse, and what of it is for the CLI, can be filled by whoever may approve; the others by the day, or the settings. */
function moneyText(empty: EmptyPurse): string {
  const more =
    empty.purse === "task" || empty.purse === "cli"
      ? "Where there is a person to ask, they were asked for more, and you read this after they answered, or did not in time: hand it the rest, or do that yourself if it still gets nothing."
      : "It gets no more for now.";
  return `Its money is used up: ${tellEmptyPurse(empty).what} ${more} What it changed until then stands.`;
}
