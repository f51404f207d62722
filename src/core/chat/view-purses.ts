import { bold, bullets, code, paragraph, type Block, type Inline } from "../../lib/blocks.ts";
import { cost } from "../../lib/measure.ts";
import type { Purses } from "../agent/purses.ts";
import { utcClock } from "../../lib/utc-time.ts";

/** What is left of today's purses: those that have a limit, and those that something was spent from. */
export function pursesBlocks({ spent, caps, fillsAt }: Awaited<ReturnType<Purses["today"]>>): Block[] {
  const named = (what: string, of: ReadonlyMap<string, number>, limits: Readonly<Record<string, number | undefined>>) =>
    [...new Set([...Object.keys(limits), ...of.keys()])].map((name): Inline[] =>
      purse(`${what} ${name}`, of.get(name) ?? 0, limits[name]),
    );
  return [
    paragraph(
      bold("Today's purses"),
      " of all chats, filled again at ",
      { kind: "time", at: fillsAt, text: utcClock(fillsAt) },
      ":",
    ),
    bullets(
      purse("all together", spent.day, caps.dayUsd),
      ...named("for", spent.purposes, caps.purposes),
      ...named("spark", spent.sparks, caps.sparks),
    ),
    ...(caps.unknown === "allow"
      ? []
      : [paragraph("What nobody knows the price of is not asked: ", code("budget.unknown"), " says so.")]),
  ];
}
function purse(name: string, spentUsd: number, capUsd: number | undefined): Inline[] {
  if (capUsd === undefined) return [`${name}: `, cost(spentUsd), " spent, no limit of its own"];
  const left = Math.max(0, capUsd - spentUsd);
  return [`${name}: `, bold(cost(left)), " left of ", cost(capUsd)];
}
