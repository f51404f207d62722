import { expect, test } from "vitest";
import { createMemo } from "./memo.ts";

test("a value is loaded once, anew after a write, and never kept when a write came while it was loaded", async () => {
  let stored = 1;
  const loads: number[] = [];
  let gate = Promise.resolve();
  const memo = createMemo<string, number>(async () => {
    const read = stored;
    loads.push(read);
    await gate;
    return read;
  });
  expect([await memo.get("a"), await memo.get("a")]).toEqual([1, 1]);
  expect(loads).toEqual([1]);
  const held = Promise.withResolvers<void>();
  stored = 2;
  memo.forget();
  gate = held.promise;
  const old = memo.get("a");
  stored = 3;
  memo.forget();
  held.resolve();
  expect(await old).toBe(2);
  expect(await memo.get("a")).toBe(3);
});
