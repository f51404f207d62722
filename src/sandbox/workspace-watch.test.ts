import { expect, test } from "vitest";
import { isDue, type Looked } from "./workspace-watch.ts";

const LIMIT = 8000;
const last = { freeBytes: 100_000, endedMs: 50_000, tookMs: 100 };
const due = (more: Partial<Looked>): boolean => isDue({ freeBytes: 100_000, nowMs: 52_000, last, ...more }, LIMIT);

test("a workspace is added up at once, when the disk fills, and now and then", () => {
  expect(due({ last: null })).toBe(true);
  expect(due({})).toBe(false);
  expect(due({ freeBytes: 99_001 })).toBe(false);
  expect(due({ freeBytes: 99_000 })).toBe(true);
  expect(due({ nowMs: 64_999 })).toBe(false);
  expect(due({ nowMs: 65_000 })).toBe(true);
});
test("what others free on the disk asks for nothing", () => {
  expect(due({ freeBytes: 200_000 })).toBe(false);
});
test("a tree that takes long is walked a tenth of the time, however the disk fills", () => {
  const slow = { ...last, tookMs: 2000 };
  expect(due({ last: slow, freeBytes: 0, nowMs: 67_999 })).toBe(false);
  expect(due({ last: slow, freeBytes: 0, nowMs: 68_000 })).toBe(true);
});
