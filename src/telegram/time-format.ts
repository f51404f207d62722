import type { TimeShown } from "../lib/blocks.ts";

/** Bot API: w weekday, d short date, t short time, T time with seconds, each in the reader's own zone and language. */
export function timeFormat(shows: TimeShown | undefined): "wdt" | "dt" | "d" | "T" {
  if (shows === undefined) return "wdt";
  if (shows === "day") return "d";
  return shows === "time" ? "T" : "dt";
}
