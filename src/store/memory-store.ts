import { type ExpressionBuilder, type Kysely, type Selectable, type Transaction, sql } from "kysely";
import { saidAgain } from "../core/memories/seen-from.ts";
import type { Memory, MemoryBounds, MemoryDraft, MemoryPlace, MemoryStore, Saved } from "../core/ports/memory.ts";
import { instant } from "../lib/time.ts";
import type { Access } from "./access.ts";
import { decode, encode } from "./json.ts";
import { emptyLog, rewriteWords } from "./leave-nothing.ts";
import { matchMemories } from "./memory-words.ts";
import { memoryContentSchema } from "./schemas/memory.ts";
import type { Tables } from "./tables.ts";

export function createMemoryStore(access: Access): MemoryStore {
  // An earlier process may have been killed before it emptied the log.
  let owed = true;
  /** In an order that can be begun again wherever it broke off: the rows that say what is to go are the last to. */
  async function purge(before: number): Promise<void> {
    const due = await access.read(async (db) =>
      db.selectFrom("memories").select("id").where("forgotten_at", "<", before).limit(1).executeTakeFirst(),
    );
    if (due !== undefined) {
      await rewriteWords(access);
      await access.write(async (db) => db.deleteFrom("memories").where("forgotten_at", "<", before).execute());
      owed = true;
    }
    if (owed) owed = !(await emptyLog(access));
  }
  return {
    put: (draft, key) => access.write(async (db) => put(db, draft, key)),
    async get(id) {
      const row = await access.read(async (db) => alive(db).selectAll().where("id", "=", id).executeTakeFirst());
      return row === undefined ? null : toMemory(row);
    },
    frequencies: (words) =>
      access.read(async (db) => {
        const counts: number[] = [];
        for (const word of words) {
          const found = await sql<{ count: number }>`
            SELECT count(*) AS count FROM memory_words WHERE memory_words MATCH ${quoted(word)}`.execute(db);
          counts.push(found.rows[0]?.count ?? 0);
        }
        return counts;
      }),
    async match(words, place, limit) {
      const found = await access.read(async (db) => {
        const hits = await matchMemories(db, words.map(quoted), { seen: (row) => seenFrom(place)(row), limit });
        const ids = hits.map(({ id }) => id);
        const rows = ids.length === 0 ? [] : await alive(db).selectAll().where("id", "in", ids).execute();
        return { hits, rows: new Map(rows.map((row) => [row.id, toMemory(row)])) };
      });
      return found.hits.flatMap(({ id, relevance, held }) => {
        const memory = found.rows.get(id);
        return memory === undefined ? [] : [{ memory, relevance, held }];
      });
    },
    list: (place, { offset, limit }) =>
      access.read(async (db) => {
        const seen = alive(db).where(seenFrom(place));
        const { total } = await seen.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
        const rows = await seen.selectAll().orderBy("id", "desc").limit(limit).offset(offset).execute();
        return { memories: rows.map(toMemory), total };
      }),
    async used(ids, at) {
      if (ids.length === 0) return;
      // A count that a loss of power may take back: nobody need wait for the disk before a recall is answered.
      await access.write(
        async (db) =>
          db
            .updateTable("memories")
            .set(({ eb }) => ({ uses: eb("uses", "+", 1), used_at: at }))
            .where("id", "in", ids)
            .execute(),
        { lazy: true },
      );
    },
    share: (id) =>
      access.write(async (db) => {
        const changed = await db
          .updateTable("memories")
          .set({ shared: 1 })
          .where("id", "=", id)
          .where("forgotten_at", "is", null)
          .where("repository_id", "is not", null)
          .returningAll()
          .executeTakeFirst();
        return changed === undefined ? null : toMemory(changed);
      }),
    forget: (id, at) => access.write(async (db) => forget(db, id, at)),
    restore: (id) => access.write(async (db) => restore(db, id)),
    purge,
    async prune(bounds) {
      const count = await access.write(async (db) => prune(db, bounds));
      if (count > 0) await purge(LONG_AGO + 1);
      return count;
    },
  };
}
type Row = Selectable<Tables["memories"]>;
function alive(db: Kysely<Tables>) {
  return db.selectFrom("memories").where("forgotten_at", "is", null);
}
/** The same rule as in core/memories/seen-from.ts, as a condition. */
function seenFrom({ chatId, repositoryId }: MemoryPlace) {
  return ({ eb, and, or }: ExpressionBuilder<Tables, "memories">) => {
    const here = chatId === null ? eb("chat_id", "is", null) : eb("chat_id", "=", chatId);
    const seen = or([here, and([eb("shared", "=", 1), eb("repository_id", "is not", null)])]);
    if (repositoryId === "any") return seen;
    const none = eb("repository_id", "is", null);
    return and([seen, repositoryId === null ? none : or([none, eb("repository_id", "=", repositoryId)])]);
  };
}
async function put(
  db: Transaction<Tables>,
  draft: MemoryDraft,
  { fingerprint, cause }: { readonly fingerprint: string; readonly cause: string },
): Promise<Saved> {
  const known = await alive(db)
    .selectAll()
    .where(({ eb }) => eb(sql`ifnull(chat_id, 0)`, "=", draft.chatId ?? 0))
    .where(({ eb }) => eb(sql`ifnull(repository_id, 0)`, "=", draft.repositoryId ?? 0))
    .where("fingerprint", "=", fingerprint)
    .executeTakeFirst();
  if (known?.cause === cause) return { memory: toMemory(known), was: known.saves > 1 ? "known" : "new" };
  const { chatId: chat_id, repositoryId: repository_id, savedAt: saved_at } = draft;
  if (known === undefined) {
    const row = await db
      .insertInto("memories")
      .values({
        ...{ chat_id, repository_id, fingerprint, cause, saved_at },
        ...{ shared: 0, saves: 1, uses: 0, used_at: null, forgotten_at: null },
        ...contentOf(draft),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await index(db, row);
    return { memory: toMemory(row), was: "new" };
  }
  const memory = saidAgain(toMemory(known), draft);
  await db
    .updateTable("memories")
    .set({ cause, saved_at: memory.savedAt, saves: memory.saves, ...contentOf(memory) })
    .where("id", "=", known.id)
    .execute();
  return { memory, was: "known" };
}
function contentOf({ kind, text, by, read, warning }: Pick<Memory, "kind" | "text" | "by" | "read" | "warning">) {
  const content = encode(memoryContentSchema, { kind, text, by, read, warning });
  return { content, by_person: by.kind === "person" ? (1 as const) : (0 as const) };
}
async function index(db: Transaction<Tables>, row: Row): Promise<void> {
  await db
    .insertInto("memory_words")
    .values({ rowid: row.id, words: toMemory(row).text })
    .execute();
}
async function forget(db: Transaction<Tables>, id: number, at: number): Promise<boolean> {
  const gone = await db
    .updateTable("memories")
    .set({ forgotten_at: at })
    .where("id", "=", id)
    .where("forgotten_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (gone === undefined) return false;
  await sql`DELETE FROM memory_words WHERE rowid = ${id}`.execute(db);
  return true;
}
async function restore(db: Transaction<Tables>, id: number): Promise<boolean> {
  // OR IGNORE: an equal one may have been saved since, and then that one stands.
  const changed = await sql<Row>`
    UPDATE OR IGNORE memories SET forgotten_at = NULL WHERE id = ${id} AND forgotten_at IS NOT NULL RETURNING *`.execute(
    db,
  );
  const [row] = changed.rows;
  if (row === undefined) return false;
  await index(db, row);
  return true;
}
/** When a memory was forgotten that nobody is to take back. */
const LONG_AGO = 0;
async function prune(db: Transaction<Tables>, { before, mostPerChat }: MemoryBounds): Promise<number> {
  const surplus = sql<{ id: number }>`
    SELECT id FROM memories WHERE forgotten_at IS NULL AND max(saved_at, ifnull(used_at, 0)) < ${before}
    UNION
    SELECT id FROM (
      SELECT id, row_number() OVER (
        PARTITION BY ifnull(chat_id, 0) ORDER BY by_person DESC, uses DESC, max(saved_at, ifnull(used_at, 0)) DESC, id DESC
      ) AS place FROM memories WHERE forgotten_at IS NULL
    ) WHERE place > ${mostPerChat}`;
  const ids = (await surplus.execute(db)).rows.map(({ id }) => id);
  for (const id of ids) {
    await sql`DELETE FROM memory_words WHERE rowid = ${id}`.execute(db);
    await db.updateTable("memories").set({ forgotten_at: LONG_AGO }).where("id", "=", id).execute();
  }
  return ids.length;
}
/** Nothing in it is an operator of FTS5. */
function quoted(word: string): string {
  return `"${word.replaceAll(/["\0]/gu, " ")}"`;
}
function toMemory(row: Row): Memory {
  const { id, saves, uses, chat_id: chatId, repository_id: repositoryId, used_at: usedAt } = row;
  return {
    id,
    chatId,
    repositoryId,
    shared: row.shared === 1,
    savedAt: instant(row.saved_at),
    saves,
    uses,
    usedAt: usedAt === null ? null : instant(usedAt),
    ...decode(memoryContentSchema, row.content, { table: "memories", id }),
  };
}
