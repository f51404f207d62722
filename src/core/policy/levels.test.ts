import * as fc from "fast-check";
import { expect, test } from "vitest";
import { LEVELS, type LevelsSet, lowestLevel, readLevel, tellLevel } from "./levels.ts";

const maybe = fc.constantFrom(null, ...LEVELS);
const sets: fc.Arbitrary<LevelsSet> = fc.record({
  settings: fc.constantFrom(...LEVELS),
  spark: maybe,
  chat: maybe,
  repository: maybe,
});

test("the lowest level that is set counts, and whoever set it is named", () => {
  fc.assert(
    fc.property(sets, (set) => {
      const now = lowestLevel(set);
      const all = [set.settings, set.spark, set.chat, set.repository].filter((level) => level !== null);
      expect(now.level).toBe(Math.min(...all));
      expect(set[now.from]).toBe(now.level);
    }),
  );
});
test("no setting gives more than the settings of all do", () => {
  expect(lowestLevel({ settings: 2, spark: 5, chat: 4, repository: 3 })).toEqual({ level: 2, from: "settings" });
  expect(tellLevel(lowestLevel({ settings: 4, spark: null, chat: 1, repository: 1 }))).toBe(
    "1 (observe), of this chat",
  );
});
test.each([
  ["3", 3],
  [" 5 ", 5],
  ["0", null],
  ["6", null],
  ["3.0", null],
  ["", null],
  ["three", null],
])("a level typed as %j is %j", (text, level) => {
  expect(readLevel(text)).toBe(level);
});
