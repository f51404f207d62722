import { bold, paragraph, type Block } from "../../lib/blocks.ts";
import type { ActivityRow } from "../ports/activity.ts";
import { utcTime } from "./view.ts";

type Sum = { calls: number; input: number; output: number; usd: number; unknown: number };
const NOTHING: Sum = { calls: 0, input: 0, output: 0, usd: 0, unknown: 0 };

/** What models were paid, by day, model and purpose. A price nobody knows is said to be so, never shown as nothing. */
export function costBlocks(rows: readonly ActivityRow[], of: string): Block[] {
  const calls = rows.flatMap(({ at, event }) => (event.kind === "model.called" ? [{ at, event }] : []));
  if (calls.length === 0) return [paragraph(`No model was asked ${of}, so nothing was spent.`)];
  const sums = new Map<string, Sum>();
  const names = new Map<string, readonly [string, string, string]>();
  let all = NOTHING;
  for (const { at, event } of calls) {
    const name = [utcTime(at).slice(0, 10), event.model, event.purpose] as const;
    const key = name.join("\n");
    names.set(key, name);
    sums.set(key, add(sums.get(key) ?? NOTHING, event));
    all = add(all, event);
  }
  return [
    paragraph(
      bold("Cost"),
      ` ${of}: `,
      bold(money(all)),
      `, ${all.calls} calls, ${all.input} tokens in, ${all.output} out.`,
    ),
    {
      kind: "table",
      header: [["day"], ["model"], ["for"], ["calls"], ["tokens"], ["cost"]],
      rows: [...sums].map(([key, sum]) => [
        ...(names.get(key) ?? ["", "", ""]).map((cell) => [cell]),
        [String(sum.calls)],
        [String(sum.input + sum.output)],
        [money(sum)],
      ]),
    },
  ];
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
function money({ usd, unknown, calls }: Sum): string {
  if (unknown === calls) return "price unknown";
  const known = usd === 0 ? "no cost" : usd < 0.01 ? `$${usd.toFixed(4)}` : `$${usd.toFixed(2)}`;
  return unknown === 0 ? known : `${known}, and ${unknown} calls of unknown price`;
}
