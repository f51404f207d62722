import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, instant } from "../lib/time.ts";
import { rank, recency } from "./ranking.ts";

const NOW = instant(1_800_000_000_000);
const hit = (id: number, relevance: number, days: number, usedDaysAgo?: number) => ({
  memory: {
    id,
    savedAt: instant(NOW - days * DAY_MS),
    usedAt: usedDaysAgo === undefined ? null : instant(NOW - usedDaysAgo * DAY_MS),
  },
  relevance,
});
const order = (...hits: ReturnType<typeof hit>[]) =>
  rank(hits, { now: NOW, halfLifeDays: 30 }).map(({ memory }) => memory.id);

test("age takes nothing at first, half of its share after a half-life, and never more than its share", () => {
  expect(recency(0, 30)).toBe(1);
  expect(recency(-5, 30)).toBe(1);
  expect(recency(30 * DAY_MS, 30)).toBeCloseTo(0.925, 10);
  expect(recency(10_000 * DAY_MS, 30)).toBeCloseTo(0.85, 10);
});
test("of equals the newer comes first, and one that was used lately counts as new", () => {
  expect(order(hit(1, 3, 400), hit(2, 3, 1))).toEqual([2, 1]);
  expect(order(hit(1, 3, 400, 0), hit(2, 3, 100))).toEqual([1, 2]);
  expect(order(hit(1, 3, 5), hit(2, 3, 5))).toEqual([2, 1]);
});
test("a fact of two years that fits better still comes first", () => {
  expect(order(hit(1, 4, 0), hit(2, 5, 730))).toEqual([2, 1]);
});
test("what fits by more than age can take away is never overtaken, and a score never rises with age", () => {
  const one = fc.record({ relevance: fc.double({ min: 0.01, max: 100, noNaN: true }), days: fc.nat(5000) });
  fc.assert(
    fc.property(one, one, fc.integer({ min: 1, max: 3650 }), (a, b, halfLifeDays) => {
      const [best] = rank([hit(1, a.relevance, a.days), hit(2, b.relevance, b.days)], { now: NOW, halfLifeDays });
      if (a.relevance * 0.85 > b.relevance) expect(best?.memory.id).toBe(1);
      const [young, old] = [
        recency(Math.min(a.days, b.days), halfLifeDays),
        recency(Math.max(a.days, b.days), halfLifeDays),
      ];
      expect(young).toBeGreaterThanOrEqual(old);
    }),
  );
});
