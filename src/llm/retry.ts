import type { Instant } from "../lib/time.ts";
import { SECOND_MS } from "../lib/time.ts";
import type { RetryOptions } from "./options.ts";

/** Whether asking the same provider again could help. */
export type Again =
  | { readonly kind: "never" }
  /** It would cost another answer, or another long wait. */
  | { readonly kind: "once" }
  | { readonly kind: "often"; readonly retryAfterMs: number | null };

/** @returns milliseconds to wait, or null when the server does not say */
export function parseRetryAfter(headers: Headers | undefined, now: Instant): number | null {
  const exact = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (Number.isFinite(exact)) return Math.max(0, exact);
  const said = headers?.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(said)) return Number(said) * SECOND_MS;
  const date = Date.parse(said);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

export type RetryState = {
  /** Requests made so far, the failed one included. */
  readonly made: number;
  readonly again: Again;
  /** In [0, 1). */
  readonly roll: number;
  readonly leftMs: number;
};

/**
 * Full jitter: see "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 * @returns milliseconds to wait before the next request, or null when there is to be none
 */
export function nextWait({ made, again, roll, leftMs }: RetryState, options: RetryOptions): number | null {
  if (again.kind === "never" || made >= options.attempts) return null;
  if (again.kind === "once" && made >= 2) return null;
  const asked = again.kind === "often" ? (again.retryAfterMs ?? 0) : 0;
  if (asked > options.maxRetryAfterMs) return null;
  const ceiling = Math.min(options.maxMs, options.baseMs * 2 ** (made - 1));
  // What the server asked for is the least; the jitter on top keeps callers that were refused together apart.
  const wait = Math.ceil(asked + roll * ceiling);
  return wait < leftMs ? wait : null;
}
