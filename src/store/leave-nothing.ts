import { type Kysely, sql } from "kysely";
import type { Access } from "./access.ts";
import type { Tables } from "./tables.ts";

/** Of the index of words, written at a time: a few milliseconds. */
const PAGES = 64;
/** More than any index has parts of that size. */
const MOST_ROUNDS = 100_000;

/**
 * Takes the words of deleted memories out of the index, which only marks a deleted text until its parts are written anew. What is
 * overwritten is zeroed (`secure_delete`).
 * @see https://www.sqlite.org/fts5.html#the_merge_command
 */
export async function rewriteWords(access: Access): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    // Negative: begins to make one part of all.
    const written = await access.write(async (db) => merged(db, round === 0 ? -PAGES : PAGES));
    // The command itself counts as one.
    if (written < 2) return;
  }
}
async function merged(db: Kysely<Tables>, pages: number): Promise<number> {
  const count = async () => {
    const { rows } = await sql<{ changes: number }>`SELECT total_changes() AS changes`.execute(db);
    return rows[0]?.changes ?? 0;
  };
  const before = await count();
  await sql`INSERT INTO memory_words (memory_words, rank) VALUES ('merge', ${pages})`.execute(db);
  return (await count()) - before;
}
/**
 * Empties the log beside the database, which holds pages as they were before.
 * @returns false when somebody else reads the database: it is not emptied yet
 * @see https://www.sqlite.org/wal.html#checkpointing
 */
export async function emptyLog(access: Access): Promise<boolean> {
  return access.read(async (db) =>
    db.connection().execute(async (own) => {
      const { rows } = await sql<{ timeout: number }>`PRAGMA busy_timeout`.execute(own);
      // Whoever reads is not waited for: nothing else would go on meanwhile.
      await sql`PRAGMA busy_timeout = 0`.execute(own);
      try {
        const done = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(own);
        return done.rows[0]?.busy === 0;
      } finally {
        await sql`PRAGMA busy_timeout = ${sql.lit(rows[0]?.timeout ?? 0)}`.execute(own);
      }
    }),
  );
}
