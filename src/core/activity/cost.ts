import { bold, paragraph, type Block, type Inline } from "../../lib/blocks.ts";
import { cost, count } from "../../lib/measure.ts";
import type { Instant } from "../../lib/time.ts";
import type { ActivityRow } from "../ports/activity.ts";
import { dayIn } from "./view.ts";

type Sum = { calls: number; input: number; output: number; usd: number; unknown: number };
const NOTHING: Sum = { calls: 0, input: 0, output: 0, usd: 0, unknown: 0 };

/** What models were paid, by day (in `zone`), model and purpose. A price nobody knows is said to be so, never shown as nothing. */
export function costBlocks(rows: readonly ActivityRow[], of: string, zone = "UTC"): Block[] {
  const calls = rows.flatMap(({ at, event }) => (event.kind === "model.called" ? [{ at, event }] : []));
  if (calls.length === 0) return [paragraph(`No model was asked ${of}, so nothing was spent.`)];
  const sums = new Map<string, Sum>();
  const names = new Map<string, readonly [Inline, string, string]>();
  let all = NOTHING;
  for (const { at, event } of calls) {
    const day = dayIn(zone, at);
    const key = [day, event.model, event.purpose].join("\n");
    if (!names.has(key)) names.set(key, [dayOf(at, day), event.model, event.purpose]);
    sums.set(key, add(sums.get(key) ?? NOTHING, event));
    all = add(all, event);
  }
  return [
    paragraph(
      bold("Cost"),
      ` ${of}: `,
      bold(...money(all)),
      ", ",
      count(all.calls),
      " calls, ",
      count(all.input),
      " tokens in, ",
      count(all.output),
      " out.",
    ),
    {
      kind: "table",
      header: [["day"], ["model"], ["for"], ["calls"], ["tokens"], ["cost"]],
      rows: [...sums].map(([key, sum]) => [
        ...(names.get(key) ?? ["", "", ""]).map((cell) => [cell]),
        [count(sum.calls)],
        [count(sum.input + sum.output)],
        money(sum),
      ]),
    },
  ];
}
function dayOf(at: Instant, day: string): Inline {
  return { kind: "time", at, text: day, shows: "day" };
}
function add(sum: Sum, call: { inputTokens: number; outputTokens: number; costUsd: number | null }): Sum {
  return {
    calls: sum.calls + 1,
    input: sum.input + call.inputTokens,
    output: sum.output + call.outputTokens,
    usd: sum.usd + (call.costUsd ?? 0),
    unknown: sum.unknown + (call.costUsd === null ? 1 : 0),
  };
}
function money({ usd, unknown, calls }: Sum): Inline[] {
  if (unknown === calls) return ["price unknown"];
  return unknown === 0 ? [cost(usd)] : [cost(usd), `, and ${unknown} calls of unknown price`];
}
