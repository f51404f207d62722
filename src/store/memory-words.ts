import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from "kysely";
import type { Tables } from "./tables.ts";

type Hit = { readonly id: number; readonly relevance: number; readonly held: number };
type Wanted = {
  readonly seen: (row: ExpressionBuilder<Tables, "memories">) => Expression<SqlBool>;
  readonly limit: number;
};

/** @param terms each a term of FTS5; any of them is enough */
export async function matchMemories(
  db: Kysely<Tables>,
  terms: readonly string[],
  { seen, limit }: Wanted,
): Promise<readonly Hit[]> {
  if (terms.length === 0) return [];
  const rows = await db
    .selectFrom("memory_words")
    .innerJoin("memories", "memories.id", "memory_words.rowid")
    // FTS5's bm25() is smaller for what fits better.
    .select(["memories.id", sql<number>`-bm25(memory_words)`.as("relevance")])
    .where(sql<SqlBool>`memory_words MATCH ${terms.join(" OR ")}`)
    .where("memories.forgotten_at", "is", null)
    .where((row) => seen(row as unknown as ExpressionBuilder<Tables, "memories">))
    .orderBy("relevance", "desc")
    .orderBy("memories.id", "desc")
    .limit(limit)
    .execute();
  const held = await countHeld(
    db,
    terms,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, relevance }) => ({ id, relevance, held: held.get(id) ?? 0 }));
}
/** How many of the terms each of these holds. */
async function countHeld(db: Kysely<Tables>, terms: readonly string[], ids: readonly number[]) {
  const held = new Map<number, number>();
  for (const term of ids.length === 0 ? [] : terms) {
    const rows = await db
      .selectFrom("memory_words")
      .select("rowid")
      .where(sql<SqlBool>`memory_words MATCH ${term}`)
      .where("rowid", "in", ids)
      .execute();
    for (const { rowid } of rows) held.set(rowid, (held.get(rowid) ?? 0) + 1);
  }
  return held;
}
