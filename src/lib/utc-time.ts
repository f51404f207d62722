import type { Instant } from "./time.ts";

// For where the reader's own zone cannot be shown.

/** `2026-11-21 05:13:09`, in UTC; `05:13:09` without the date. */
export function utcTime(at: Instant, { date = true } = {}): string {
  const text = new Date(at).toISOString();
  return date ? `${text.slice(0, 10)} ${text.slice(11, 19)}` : text.slice(11, 19);
}
/** `2026-11-21`, in UTC. */
export function utcDay(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}
/** `2026-11-21 05:13 UTC`. */
export function utcMinute(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
/** `05:13 UTC`. */
export function utcClock(at: Instant): string {
  return `${new Date(at).toISOString().slice(11, 16)} UTC`;
}
