import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dayAround } from "./day.ts";
import { HOUR_MS, instant } from "./time.ts";

const at = (text: string) => instant(Date.parse(text));
test.each([
  ["UTC", "2026-03-01T12:00:00Z", "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"],
  ["UTC", "2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"],
  // Clocks go forward, and back.
  ["Europe/Prague", "2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"],
  ["Europe/Prague", "2026-10-25T12:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"],
  ["Asia/Kathmandu", "2026-05-05T05:05:00Z", "2026-05-04T18:15:00Z", "2026-05-05T18:15:00Z"],
])("in %s the day around %s is from %s to %s", (zone, now, from, to) => {
  expect(dayAround(zone, at(now))).toEqual({ from: at(from), to: at(to) });
});
test("whatever the zone, days follow one another, and an instant is in its own", () => {
  const zones = fc.constantFrom("UTC", "Europe/Prague", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Chatham");
  fc.assert(
    fc.property(zones, fc.integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 }), (zone, ms) => {
      const day = dayAround(zone, instant(ms));
      expect(day.from).toBeLessThanOrEqual(ms);
      expect(day.to).toBeGreaterThan(ms);
      expect(day.to - day.from).toBeGreaterThanOrEqual(23 * HOUR_MS);
      expect(day.to - day.from).toBeLessThanOrEqual(25 * HOUR_MS);
      expect(dayAround(zone, day.to).from).toBe(day.to);
    }),
    { numRuns: 300 },
  );
});
