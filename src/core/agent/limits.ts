import type { Conversation } from "./journal.ts";
import { type Price, worstCaseUsd } from "./cost.ts";

export type AgentLimits = {
  /** Turns of the model. */
  readonly steps: number;
  /** Input and output of all turns together. */
  readonly tokens: number;
  /** Null: no limit. Where a price is unknown, so is the cost, and the other limits hold. */
  readonly costUsd: number | null;
  /** Null when no price is known. */
  readonly price: Price | null;
  /** Of working, without waiting for people; counted anew when the process is started again. */
  readonly wallClockMs: number;
  /** The most that is sent to the model in one turn, estimated. */
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
};
export type OverLimit = { readonly over: "steps" | "tokens" | "cost" | "time"; readonly text: string };

/** May one more turn be asked of the model? Where a price is known beforehand its worst cost is reserved; else what was spent counts. */
export function checkLimits(
  { turns, usage }: Pick<Conversation, "turns" | "usage">,
  { workedMs, promptTokens }: { workedMs: number; promptTokens: number },
  limits: AgentLimits,
): OverLimit | null {
  const used = usage.inputTokens + usage.outputTokens;
  if (turns >= limits.steps) return { over: "steps", text: `all ${limits.steps} steps were used` };
  if (used >= limits.tokens) return { over: "tokens", text: `${used} tokens were used of ${limits.tokens}` };
  if (workedMs >= limits.wallClockMs)
    return { over: "time", text: `it worked for ${Math.round(workedMs / 60_000)} minutes, which is all it had` };
  if (limits.costUsd === null || usage.costUsd === null) return null;
  if (usage.costUsd >= limits.costUsd)
    return { over: "cost", text: `$${usage.costUsd.toFixed(2)} were spent, of $${limits.costUsd.toFixed(2)}` };
  if (limits.price === null) return null;
  const worst = worstCaseUsd(limits.price, promptTokens, limits.maxOutputTokens);
  if (usage.costUsd + worst <= limits.costUsd) return null;
  return {
    over: "cost",
    text: `$${usage.costUsd.toFixed(2)} were spent and the next step could cost $${worst.toFixed(2)}, of $${limits.costUsd.toFixed(2)}`,
  };
}
