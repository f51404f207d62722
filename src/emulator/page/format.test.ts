import { expect, test } from "vitest";
import { byteSize, dateTimeText, dayName, duration, initials } from "./format.ts";

const nowMs = new Date(2026, 2, 14, 12, 0, 0).getTime();
const nowS = nowMs / 1000;

test("days are named by the reader's calendar, not by 24 hours", () => {
  expect(dayName(new Date(2026, 2, 14, 0, 1).getTime() / 1000, nowMs)).toBe("Today");
  expect(dayName(new Date(2026, 2, 13, 23, 59).getTime() / 1000, nowMs)).toBe("Yesterday");
  expect(dayName(new Date(2025, 2, 14).getTime() / 1000, nowMs)).toContain("2025");
});

test("a relative date counts whole units away from now", () => {
  expect(dateTimeText(nowS + 7200, "r", "later", nowMs)).toBe(
    new Intl.RelativeTimeFormat([], { numeric: "auto" }).format(2, "hour"),
  );
  expect(dateTimeText(nowS - 90, "r", "earlier", nowMs)).toBe(
    new Intl.RelativeTimeFormat([], { numeric: "auto" }).format(-1, "minute"),
  );
});

test("a date format shows just the parts it names, and none keeps the words", () => {
  expect(dateTimeText(nowS, "", "at noon", nowMs)).toBe("at noon");
  const day = dateTimeText(nowS, "wD", "x", nowMs);
  expect(day).toContain("2026");
  expect(day).toContain(new Date(nowMs).toLocaleDateString([], { weekday: "long" }));
  expect(dateTimeText(nowS, "t", "x", nowMs)).not.toContain("2026");
});

test("sizes, lengths and letters", () => {
  expect([byteSize(999), byteSize(1234), byteSize(45_600_000)]).toEqual(["999 B", "1.2 KB", "46 MB"]);
  expect([duration(65), duration(0.9), duration(-1)]).toEqual(["1:05", "0:00", "0:00"]);
  expect([initials("Ada Lovelace King"), initials("sparks_bot"), initials("")]).toEqual(["AL", "SB", ""]);
});
