import type { Usage } from "../ports/model.ts";

export const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, costUsd: 0 };
/** Sums two usages; a cost that is unknown makes the sum unknown, never smaller. */
export function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costUsd: a.costUsd === null || b.costUsd === null ? null : a.costUsd + b.costUsd,
  };
}
export type Price = { readonly inputUsdPerMillion: number; readonly outputUsdPerMillion: number };
/** The most that one more call can cost. */
export function worstCaseUsd(price: Price, inputTokens: number, maxOutputTokens: number): number {
  return (inputTokens * price.inputUsdPerMillion + maxOutputTokens * price.outputUsdPerMillion) / 1_000_000;
}
