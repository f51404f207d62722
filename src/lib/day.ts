import { DAY_MS, HOUR_MS, instant, MINUTE_MS, type Instant } from "./time.ts";

/** Longer than any day: clocks that are put back make some of 25 hours. */
const LONGEST_MS = DAY_MS + 3 * HOUR_MS;

/** The day that `at` is in where the clocks show `zone`: its first instant and the next day's, to the minute. */
export function dayAround(zone: string, at: Instant): { readonly from: Instant; readonly to: Instant } {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
  const today = format.format(at);
  const isToday = (minute: number) => format.format(minute * MINUTE_MS) === today;
  const minute = Math.floor(at / MINUTE_MS);
  const span = LONGEST_MS / MINUTE_MS;
  // Some zones begin their day at 00:30 or skip midnight; the date alone is sure.
  const from = firstWhere(minute - span, minute, isToday);
  const to = firstWhere(minute, minute + span, (each) => !isToday(each));
  return { from: instant(from * MINUTE_MS), to: instant(to * MINUTE_MS) };
}
/** The first number above `low`, up to `high`, that has what all after it have as well. */
function firstWhere(low: number, high: number, has: (number: number) => boolean): number {
  let [without, found] = [low, high];
  while (found - without > 1) {
    const middle = Math.floor((without + found) / 2);
    if (has(middle)) found = middle;
    else without = middle;
  }
  return found;
}
