import fc from "fast-check";
import { expect, test } from "vitest";
import { fits, planPool } from "./pool-plan.ts";

const limits = { memoryBytes: 2048, cpus: 2, processes: 512, fileBytes: 1024, wallClockMs: 60_000 };
const waiting = (since: number, memoryBytes = limits.memoryBytes) => ({ since, limits: { ...limits, memoryBytes } });
const wish = { count: 2, maxAgeMs: 1000, limits };

test("as many are made as are missing", () => {
  expect(planPool([], wish, 0)).toEqual({ retire: [], missing: 2 });
  expect(planPool([waiting(0)], wish, 999)).toEqual({ retire: [], missing: 1 });
  expect(planPool([waiting(0), waiting(1)], wish, 999)).toEqual({ retire: [], missing: 0 });
});
test("one that waited as long as it may, or was made with other limits, is replaced", () => {
  const [old, other, good] = [waiting(0), waiting(500, 4096), waiting(600)];
  expect(planPool([old, other, good], wish, 1000)).toEqual({ retire: [old, other], missing: 1 });
});
test("of too many the oldest go, and all when none are wanted", () => {
  const [first, second, third] = [waiting(0), waiting(1), waiting(2)];
  expect(planPool([first, second, third], wish, 3)).toEqual({ retire: [first], missing: 0 });
  expect(planPool([first, second], { ...wish, count: 0 }, 3)).toEqual({ retire: [first, second], missing: 0 });
});
test("whatever waits, what stays is young, fits, and makes up the wanted number with what is missing", () => {
  const entries = fc.array(fc.record({ since: fc.nat(3000), memoryBytes: fc.constantFrom(2048, 4096) }));
  fc.assert(
    fc.property(entries, fc.nat(8), fc.nat(3000), (given, count, now) => {
      const ready = given
        .map(({ since, memoryBytes }) => waiting(since, memoryBytes))
        .sort((a, b) => a.since - b.since);
      const { retire, missing } = planPool(ready, { ...wish, count }, now);
      const kept = ready.filter((entry) => !retire.includes(entry));
      expect(kept.length + missing).toBe(count);
      for (const { since, limits: made } of kept) {
        expect(now - since).toBeLessThan(wish.maxAgeMs);
        expect(made).toEqual(limits);
      }
    }),
  );
});
test("a session may ask for less time than its container has, and for nothing else that differs", () => {
  expect(fits(limits, { ...limits, wallClockMs: 1 })).toBe(true);
  expect(fits(limits, { ...limits, wallClockMs: 60_001 })).toBe(false);
  for (const key of ["memoryBytes", "cpus", "processes", "fileBytes"] as const)
    for (const change of [1, -1]) expect(fits(limits, { ...limits, [key]: limits[key] + change })).toBe(false);
});
