import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../lib/time.ts";
import { type Bucket, takeToken } from "./pace.ts";

const LIMITS = { burst: 5, everyMs: 3000 };

test("however messages come, no span of time lets more of them through than the burst and its refill", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { maxLength: 60 }), (gaps) => {
      let now = 0;
      let bucket: Bucket | undefined;
      const passed: number[] = [];
      for (const gap of gaps) {
        now += gap;
        const taken = takeToken(bucket, instant(now), LIMITS);
        bucket = taken.bucket;
        passed.push(now + taken.waitMs);
      }
      expect(passed).toEqual(passed.toSorted((a, b) => a - b));
      for (const [at, from] of passed.entries())
        for (const [later, to] of passed.entries())
          if (later >= at) expect(later - at + 1).toBeLessThanOrEqual(LIMITS.burst + 1 + (to - from) / LIMITS.everyMs);
    }),
  );
});
test("a burst passes at once, the next waits its turn, and a clock that goes back gives nothing", () => {
  let bucket: Bucket | undefined;
  const waits: number[] = [];
  for (const at of [0, 0, 0, 0, 0, 0, 0]) {
    const taken = takeToken(bucket, instant(at), LIMITS);
    bucket = taken.bucket;
    waits.push(taken.waitMs);
  }
  expect(waits).toEqual([0, 0, 0, 0, 0, 3000, 6000]);
  expect(takeToken(bucket, instant(-10_000), LIMITS).waitMs).toBe(9000);
});
