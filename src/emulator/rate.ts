/**
 * How fast a bot may speak. Telegram publishes "about 1 message a second in a chat, 20 a minute in a group, 30 a second
 * over all" and allows short bursts; edits in a group share the 20 a minute figure.
 */
import { Refusal } from "./failure.ts";

type RateKind = "send" | "edit";
type Bucket = { tokens: number; at: number };
type Limit = { readonly burst: number; readonly perSecond: number };

const OVERALL: Limit = { burst: 30, perSecond: 30 };
const LIMITS: Readonly<Record<"private" | "group", Readonly<Record<RateKind, Limit>>>> = {
  private: { send: { burst: 30, perSecond: 1 }, edit: { burst: 30, perSecond: 5 } },
  group: { send: { burst: 20, perSecond: 20 / 60 }, edit: { burst: 20, perSecond: 20 / 60 } },
};

export interface RateLimiter {
  /** @throws Refusal 429 with the whole seconds to wait; a refused request costs nothing */
  take(kind: RateKind, chatId: number, now: number, count?: number): void;
}

export function createRateLimiter(): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const refilled = (key: string, limit: Limit, now: number): Bucket => {
    const bucket = buckets.get(key) ?? { tokens: limit.burst, at: now };
    const grown = bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * limit.perSecond;
    const fresh = { tokens: Math.min(limit.burst, grown), at: now };
    buckets.set(key, fresh);
    return fresh;
  };
  return {
    take(kind, chatId, now, count = 1) {
      const limit = LIMITS[chatId > 0 ? "private" : "group"][kind];
      const uses = [[refilled(`${kind}/${chatId}`, limit, now), limit] as const];
      if (kind === "send") uses.push([refilled("overall", OVERALL, now), OVERALL] as const);
      const waits = uses.map(([bucket, { perSecond }]) => (count - bucket.tokens) / perSecond);
      const wait = Math.max(...waits);
      if (wait > 1e-6) throw tooManyRequests(Math.max(1, Math.ceil(wait)));
      for (const [bucket] of uses) bucket.tokens -= count;
    },
  };
}

export function tooManyRequests(retryAfter: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter });
}
