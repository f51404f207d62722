import { isSeenFrom, saidAgain } from "../../src/core/memories/seen-from.ts";
import type { Memory, MemoryStore } from "../../src/core/ports/memory.ts";
import type { Instant } from "../../src/lib/time.ts";

type Row = { memory: Memory; fingerprint: string; cause: string; forgottenAt: Instant | null };

/** The store of memories in memory: relevance is the words held, the rarer the more, by the length of the text. */
export function createMemoryMemories(): MemoryStore {
  const rows: Row[] = [];
  const alive = () => rows.filter((row) => row.forgottenAt === null);
  const find = (id: number) => alive().find((row) => row.memory.id === id);
  const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const frequency = (word: string) => alive().filter(({ memory }) => wordsOf(memory.text).includes(word)).length;
  const equalTo = ({ memory, fingerprint }: Pick<Row, "fingerprint"> & { memory: Omit<Memory, "id"> | Memory }) =>
    alive().find(
      (row) =>
        row.fingerprint === fingerprint &&
        row.memory.chatId === memory.chatId &&
        row.memory.repositoryId === memory.repositoryId,
    );
  const lastOf = ({ savedAt, usedAt }: Memory) => Math.max(savedAt, usedAt ?? 0);
  return {
    async put(draft, { fingerprint, cause }) {
      const fresh = { ...draft, shared: false, saves: 1, uses: 0, usedAt: null };
      const known = equalTo({ memory: fresh, fingerprint });
      if (known === undefined) {
        const memory = { ...fresh, id: rows.length + 1 };
        rows.push({ memory, fingerprint, cause, forgottenAt: null });
        return { memory, was: "new" };
      }
      if (known.cause === cause) return { memory: known.memory, was: known.memory.saves > 1 ? "known" : "new" };
      known.memory = saidAgain(known.memory, draft);
      known.cause = cause;
      return { memory: known.memory, was: "known" };
    },
    get: async (id) => find(id)?.memory ?? null,
    frequencies: async (words) => words.map(frequency),
    async match(words, place, limit) {
      return alive()
        .filter(({ memory }) => isSeenFrom(memory, place))
        .flatMap(({ memory }) => {
          const own = wordsOf(memory.text);
          const held = words.filter((word) => own.includes(word));
          const relevance = held.reduce((sum, word) => sum + 1 / frequency(word), 0) / Math.sqrt(own.length);
          return held.length === 0 ? [] : [{ memory, relevance, held: held.length }];
        })
        .toSorted((a, b) => b.relevance - a.relevance || b.memory.id - a.memory.id)
        .slice(0, limit);
    },
    async list(place, { offset, limit }) {
      const seen = alive()
        .map(({ memory }) => memory)
        .filter((memory) => isSeenFrom(memory, place))
        .toSorted((a, b) => b.id - a.id);
      return { memories: seen.slice(offset, offset + limit), total: seen.length };
    },
    async used(ids, at) {
      for (const id of ids) {
        const row = find(id);
        if (row !== undefined) row.memory = { ...row.memory, uses: row.memory.uses + 1, usedAt: at };
      }
    },
    async share(id) {
      const row = find(id);
      if (row === undefined || row.memory.repositoryId === null) return null;
      row.memory = { ...row.memory, shared: true };
      return row.memory;
    },
    async forget(id, at) {
      const row = find(id);
      if (row !== undefined) row.forgottenAt = at;
      return row !== undefined;
    },
    async restore(id) {
      const row = rows.find(({ memory, forgottenAt }) => memory.id === id && forgottenAt !== null);
      if (row === undefined || equalTo(row) !== undefined) return false;
      row.forgottenAt = null;
      return true;
    },
    async purge(before) {
      for (const [at, row] of [...rows.entries()].toReversed())
        if (row.forgottenAt !== null && row.forgottenAt < before) rows.splice(at, 1);
    },
    async prune({ before, mostPerChat }) {
      const kept = (row: Row) =>
        alive()
          .filter(({ memory }) => memory.chatId === row.memory.chatId)
          .toSorted(
            ({ memory: a }, { memory: b }) =>
              Number(b.by.kind === "person") - Number(a.by.kind === "person") ||
              b.uses - a.uses ||
              lastOf(b) - lastOf(a) ||
              b.id - a.id,
          )
          .indexOf(row) < mostPerChat;
      const gone = alive().filter((row) => lastOf(row.memory) < before || !kept(row));
      for (const row of gone) rows.splice(rows.indexOf(row), 1);
      return gone.length;
    },
  };
}
