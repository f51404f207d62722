import { type Bucket, type PaceLimits, takeToken } from "../../policy/pace.ts";

/** How fast one person in one chat may ask for what costs a model's time. Kept in memory: a restart fills all again. */
export interface Patience {
  /** In ms, until this is to be taken up. */
  wait(chatId: number, userId: number): number;
}
const MOST_KEPT = 10_000;
export function createPatience(limits: PaceLimits, now: () => Parameters<typeof takeToken>[1]): Patience {
  const buckets = new Map<string, Bucket>();
  return {
    wait(chatId, userId) {
      const key = `${chatId} ${userId}`;
      const { bucket, waitMs } = takeToken(buckets.get(key), now(), limits);
      buckets.delete(key);
      buckets.set(key, bucket);
      const [oldest] = buckets.keys();
      if (buckets.size > MOST_KEPT && oldest !== undefined) buckets.delete(oldest);
      return waitMs;
    },
  };
}
