import { instant, type Instant } from "../../lib/time.ts";

/** A token bucket: so many at once, and one more each `everyMs`. */
export type Bucket = { readonly tokens: number; readonly at: Instant };
export type PaceLimits = { readonly burst: number; readonly everyMs: number };

/** Takes a token, on credit if need be: `waitMs` is how long until it would have been there. */
export function takeToken(
  before: Bucket | undefined,
  now: Instant,
  { burst, everyMs }: PaceLimits,
): { readonly bucket: Bucket; readonly waitMs: number } {
  const filled = before === undefined ? burst : Math.min(burst, before.tokens + Math.max(0, now - before.at) / everyMs);
  const tokens = filled - 1;
  return { bucket: { tokens, at: instant(now) }, waitMs: tokens >= 0 ? 0 : Math.ceil(-tokens * everyMs) };
}
