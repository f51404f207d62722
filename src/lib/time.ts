/** Milliseconds since 1970-01-01T00:00:00Z; whole numbers only. */
export type Instant = number & { readonly __instant: unique symbol };
export function instant(ms: number): Instant {
  return Math.trunc(ms) as Instant;
}
export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Time as the program sees it; tests move theirs by hand. */
export interface Clock {
  now(): Instant;
  /** Resolves after `ms`, or at once when `signal` is aborted (check the signal). Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
