import { expect, test } from "vitest";
import { estimateCost } from "./estimate.ts";

test("the likely cost is the median of earlier tasks, and unknown without any", () => {
  expect(estimateCost([], 2)).toEqual({ likely: null, from: 0, atMost: 2 });
  expect(estimateCost([0.5, 9, 0.1], null)).toEqual({ likely: 0.5, from: 3, atMost: null });
  expect(estimateCost([0.4, 0.2], 1).likely).toBeCloseTo(0.3);
});
