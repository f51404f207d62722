import type { Instant } from "../../lib/time.ts";
import type { EmptyPurse } from "../ports/model.ts";
import { usd } from "../../lib/measure.ts";

/** Which purse has not enough, how much was in it, and who or what fills it: whole sentences, and when that is. */
export function tellEmptyPurse(empty: EmptyPurse): {
  readonly what: string;
  readonly fillsAt: Instant | null;
  /** The key of the settings that decides it. */
  readonly key: string;
} {
  if (empty.purse === "unknown")
    return {
      what: "Nobody knows what that model costs, and the settings ask for no such answer.",
      fillsAt: null,
      key: "budget.unknown",
    };
  const { purse, name, spentUsd, capUsd, fillsAt } = empty;
  const left = `${usd(spentUsd)} of ${usd(capUsd)} are spent or set aside, and the answer could cost more than the rest.`;
  return { what: `${NAMES[purse](name)} has not enough left: ${left}`, fillsAt, key: KEYS[purse](name) };
}
const NAMES = {
  task: () => "The purse of the task",
  day: () => "Today's purse",
  spark: (name: string) => `Today's purse of the spark ${name}`,
  purpose: (name: string) => `Today's purse for ${name === "summarise" ? "summaries" : name}`,
  cli: (name: string) => `The task's purse for ${name}`,
} as const;
const KEYS = {
  task: () => "tasks.max_cost_usd",
  day: () => "budget.day_usd",
  spark: (name: string) => `budget.sparks.${name}`,
  purpose: (name: string) => `budget.purposes.${name}`,
  cli: (name: string) => `coding_clis.${name}.ceiling_usd`,
} as const;
