import { createHash } from "node:crypto";
import type { Memories, MemoryStore } from "../core/ports/memory.ts";
import { type Clock, DAY_MS, HOUR_MS, instant } from "../lib/time.ts";
import { isSeenFrom } from "../core/memories/seen-from.ts";
import { rank } from "./ranking.ts";
import { contentWords, plainText, rarest } from "./words.ts";

export type MemoriesOptions = {
  /** After so many days age has taken half of what it can take from a score. */
  readonly halfLifeDays: number;
  /** What was neither said nor used for so many days is forgotten. */
  readonly keepDays: number;
  readonly mostPerChat: number;
};
/** So many hits of the words alone are ranked. */
const CANDIDATES = 300;
/** How long what was forgotten can be taken back. */
const TAKEN_BACK_MS = HOUR_MS;

/** @param options as they are now: read anew each time */
export function createMemories(
  options: () => MemoriesOptions,
  { store, clock }: { readonly store: MemoryStore; readonly clock: Pick<Clock, "now"> },
): Memories {
  return {
    save: (draft, cause) => store.put(draft, { fingerprint: fingerprintOf(draft.text), cause }),
    async search(query, { place, limit }) {
      const asked = contentWords(query);
      const words = rarest(asked, await store.frequencies(asked));
      const hits = await store.match(words, place, CANDIDATES);
      return rank(hits, { now: clock.now(), halfLifeDays: options().halfLifeDays })
        .slice(0, limit)
        .map(({ memory, score, held }) => ({ memory, score, words: { held, of: asked.length } }));
    },
    list: (place, page) => store.list(place, page),
    async get(id, place) {
      const memory = await store.get(id);
      return memory !== null && isSeenFrom(memory, place) ? memory : null;
    },
    used: (ids) => store.used(ids, clock.now()),
    share: (id) => store.share(id),
    forget: (id) => store.forget(id, clock.now()),
    restore: (id) => store.restore(id),
    async tidy() {
      const now = clock.now();
      await store.purge(instant(Math.max(0, now - TAKEN_BACK_MS)));
      const { keepDays, mostPerChat } = options();
      return store.prune({ before: instant(Math.max(0, now - keepDays * DAY_MS)), mostPerChat });
    },
  };
}
function fingerprintOf(text: string): string {
  return createHash("sha256").update(plainText(text)).digest("hex");
}
