import { counted } from "./counted.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "./time.ts";

const UNITS = { s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS, w: 7 * DAY_MS } as const;

/**
 * Reads `90m`, `48h`, `3d`; a bare number counts in `bare`.
 * @returns milliseconds, or null for what is no span; never 0
 */
export function parseSpan(text: string, bare: keyof typeof UNITS = "h"): number | null {
  const match = /^(\d{1,7})(s|m|h|d|w)?$/i.exec(text.trim());
  const [, digits, unit] = match ?? [];
  if (digits === undefined) return null;
  const known = (Object.keys(UNITS) as (keyof typeof UNITS)[]).find((each) => each === unit?.toLowerCase());
  const ms = Number(digits) * UNITS[known ?? bare];
  return ms > 0 ? ms : null;
}
/** The largest unit that says it without a rest: `3 days`, `36 hours`. */
export function formatSpan(ms: number): string {
  const named = [
    [DAY_MS, "day"],
    [HOUR_MS, "hour"],
    [MINUTE_MS, "minute"],
  ] as const;
  const [unit, name] = named.find(([size]) => ms >= size && ms % size === 0) ?? [SECOND_MS, "second"];
  return counted(Math.round(ms / unit), name);
}
/** What follows "the last": `day`, `3 days`. */
export function lastSpan(ms: number): string {
  return formatSpan(ms).replace(/^1 /, "");
}
