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
