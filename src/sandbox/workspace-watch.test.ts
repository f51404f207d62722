import { expect, test } from "vitest";
import { type Disk, isDue, isNearlyFull, limitOf, type Looked } from "./workspace-watch.ts";

const MIB = 1024 ** 2;
const LIMIT = { bytes: 8000, entries: 800 };
const free = { bytes: 100_000, entries: 10_000 };
const last = { free, endedMs: 50_000, tookMs: 100 };
const due = (more: Partial<Looked>): boolean => isDue({ free, nowMs: 52_000, last, ...more }, LIMIT);

test("a workspace is added up at once, when the disk fills, and now and then", () => {
  expect(due({ last: null })).toBe(true);
  expect(due({})).toBe(false);
  expect(due({ free: { ...free, bytes: 99_001 } })).toBe(false);
  expect(due({ free: { ...free, bytes: 99_000 } })).toBe(true);
  expect(due({ free: { ...free, entries: 9901 } })).toBe(false);
  expect(due({ free: { ...free, entries: 9900 } })).toBe(true);
  expect(due({ nowMs: 64_999 })).toBe(false);
  expect(due({ nowMs: 65_000 })).toBe(true);
});
test("what others free on the disk asks for nothing", () => {
  expect(due({ free: { bytes: 200_000, entries: 20_000 } })).toBe(false);
});
test("a tree that takes long is walked a tenth of the time, however the disk fills", () => {
  const slow = { ...last, tookMs: 2000 };
  const none = { bytes: 0, entries: 0 };
  expect(due({ last: slow, free: none, nowMs: 67_999 })).toBe(false);
  expect(due({ last: slow, free: none, nowMs: 68_000 })).toBe(true);
});
test("a workspace may hold as many files as would fill its limit with a KiB each, two millions at most", () => {
  expect(limitOf(64 * MIB).entries).toBe(65_536);
  expect(limitOf(10_240 * MIB).entries).toBe(2_000_000);
});

const disk = (freeMib: number, freeEntries = 900_000, allMib = 100_000): Disk => ({
  free: { bytes: freeMib * MIB, entries: freeEntries },
  all: { bytes: allMib * MIB, entries: 1_000_000 },
});
test("a disk is nearly full below a GiB or a twentieth of it", () => {
  expect(isNearlyFull(disk(50_000), disk(1025))).toBe(false);
  expect(isNearlyFull(disk(50_000), disk(1023))).toBe(true);
  expect(isNearlyFull(disk(900, 9e5, 1000), disk(51, 9e5, 1000))).toBe(false);
  expect(isNearlyFull(disk(900, 9e5, 1000), disk(49, 9e5, 1000))).toBe(true);
});
test("a disk that was nearly full before may be so, until half of that is gone", () => {
  expect(isNearlyFull(disk(800), disk(401))).toBe(false);
  expect(isNearlyFull(disk(800), disk(399))).toBe(true);
});
test("a disk without room for more files is full, and one that has no fixed number of them is not", () => {
  expect(isNearlyFull(disk(50_000), disk(50_000, 49_000))).toBe(true);
  expect(isNearlyFull(disk(50_000), disk(50_000, 51_000))).toBe(false);
  const boundless = { ...disk(50_000, 0), all: { bytes: 100_000 * MIB, entries: 0 } };
  expect(isNearlyFull(boundless, boundless)).toBe(false);
});
