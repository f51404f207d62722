import type { Estimate } from "../tasks/plan.ts";

/** @param spent what earlier tasks like it came to, in US dollars @param atMost the cap of a task, null when there is none */
export function estimateCost(spent: readonly number[], atMost: number | null): Estimate {
  const sorted = spent.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return { likely: low === undefined || high === undefined ? null : (low + high) / 2, from: sorted.length, atMost };
}
