import { DAY_MS, type Instant } from "../lib/time.ts";

/** How much of a score age can take away at most: what is old stays findable, and only among equals the newer comes first. */
const SHARE_OF_AGE = 0.15;

/**
 * How much a memory of that age still counts: `1 − s + s · 2^(−age / halfLife)` with s = 0.15, so from 1 when it was just said down to
 * 0.85. The form is the exponential decay of a half-life; s is kept small since a fact does not become false by age.
 * @param ageMs since it was last said or used; below 0 counts as 0
 */
export function recency(ageMs: number, halfLifeDays: number): number {
  return 1 - SHARE_OF_AGE + SHARE_OF_AGE * 2 ** (-Math.max(0, ageMs) / (halfLifeDays * DAY_MS));
}

type Ranked = {
  readonly memory: { readonly id: number; readonly savedAt: Instant; readonly usedAt: Instant | null };
  /** BM25, above 0. @see Robertson & Zaragoza 2009, The Probabilistic Relevance Framework: BM25 and Beyond */
  readonly relevance: number;
};
/** BM25 × recency, best first; of equals the newer. */
export function rank<Hit extends Ranked>(
  hits: readonly Hit[],
  { now, halfLifeDays }: { readonly now: Instant; readonly halfLifeDays: number },
): readonly (Hit & { readonly score: number })[] {
  return hits
    .map((hit) => {
      const lastAt = Math.max(hit.memory.savedAt, hit.memory.usedAt ?? 0);
      return { ...hit, score: hit.relevance * recency(now - lastAt, halfLifeDays) };
    })
    .toSorted((a, b) => b.score - a.score || b.memory.id - a.memory.id);
}
