import { percentOf } from "./price.js";

const CODES = {
  WELCOME10: { percent: 10, from: 0 },
  BULK20: { percent: 20, from: 10_000 },
};

/**
 * What a discount code takes off a total, in cents. A code counts from its minimum on; an unknown one takes off nothing.
 */
export function discountFor(code, totalCents) {
  const rule = CODES[code?.toUpperCase()];
  if (rule === undefined) return 0;
  return totalCents > rule.from ? percentOf(totalCents, rule.percent) : 0;
}
