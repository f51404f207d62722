import { getHeapSpaceStatistics } from "node:v8";
import { expect, test } from "vitest";
import { giveBackMemory } from "./give-back.ts";

test("room that was taken for much work is given back", () => {
  const kept: object[] = [];
  for (let index = 0; index < 400_000; index += 1) kept[index % 100_000] = { index, text: String(index) };
  const before = room();
  kept.length = 0;
  giveBackMemory();
  expect(room()).toBeLessThan(before);
});
/** Bytes of memory that the heap holds. */
function room(): number {
  return getHeapSpaceStatistics().reduce((sum, space) => sum + space.physical_space_size, 0);
}
