import * as fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../lib/time.ts";
import { defaultRetries } from "./options.ts";
import { nextWait, parseRetryAfter } from "./retry.ts";

const now = instant(Date.parse("2026-01-01T00:00:00Z"));

test.each([
  [{ "retry-after": "3" }, 3000],
  [{ "retry-after": "1.5" }, 1500],
  [{ "retry-after": "Thu, 01 Jan 2026 00:00:20 GMT" }, 20_000],
  [{ "retry-after": "Wed, 31 Dec 2025 00:00:00 GMT" }, 0],
  [{ "retry-after-ms": "250", "retry-after": "9" }, 250],
  [{ "retry-after": "soon" }, null],
  [{ "retry-after": "" }, null],
  [{}, null],
])("Retry-After %j is %s ms", (headers, expected) => {
  expect(parseRetryAfter(new Headers(headers as Record<string, string>), now)).toBe(expected);
});

const roll = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const asked = fc.option(fc.nat(100_000));

test("a wait is never shorter than asked for, never over the cap, and never beyond the time left", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), roll, asked, fc.nat(200_000), (made, chance, retryAfterMs, leftMs) => {
      const wait = nextWait({ made, again: { kind: "often", retryAfterMs }, roll: chance, leftMs }, defaultRetries);
      if (wait === null) return;
      expect(made).toBeLessThan(defaultRetries.attempts);
      expect(wait).toBeGreaterThanOrEqual(retryAfterMs ?? 0);
      expect(wait).toBeLessThanOrEqual((retryAfterMs ?? 0) + defaultRetries.maxMs);
      expect(retryAfterMs ?? 0).toBeLessThanOrEqual(defaultRetries.maxRetryAfterMs);
      expect(wait).toBeLessThan(leftMs);
    }),
  );
});

test("the ceiling of the jitter doubles up to its limit", () => {
  const options = { ...defaultRetries, attempts: 20 };
  const waits = [1, 2, 3, 6, 7, 12].map((made) =>
    nextWait({ made, again: { kind: "often", retryAfterMs: null }, roll: 1, leftMs: Infinity }, options),
  );
  expect(waits).toEqual([500, 1000, 2000, 16_000, 20_000, 20_000]);
});

test("what is not worth it is not tried again", () => {
  const state = { roll: 0, leftMs: 1000 };
  expect(nextWait({ ...state, made: 1, again: { kind: "never" } }, defaultRetries)).toBeNull();
  expect(nextWait({ ...state, made: 1, again: { kind: "once" } }, defaultRetries)).toBe(0);
  expect(nextWait({ ...state, made: 2, again: { kind: "once" } }, defaultRetries)).toBeNull();
});
