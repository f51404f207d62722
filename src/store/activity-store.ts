import { sql } from "kysely";
import type { Kysely, SelectQueryBuilder, Transaction } from "kysely";
import { z } from "zod";
import { aboutOf } from "../core/activity/about.ts";
import { followChain, hashOf } from "../core/activity/chain.ts";
import { summaryOf } from "../core/activity/summary.ts";
import type { Event } from "../core/events.ts";
import type { ActivityFilter, ActivityRow } from "../core/ports/activity.ts";
import type { ActivityStore, Verified } from "../core/ports/store.ts";
import { instant } from "../lib/time.ts";
import type { Access } from "./access.ts";
import { decode } from "./json.ts";
import { searchWords } from "./search-words.ts";
import type { Tables } from "./tables.ts";

// Only the kind is checked: the record outlives versions, and what an older one wrote must stay readable.
const eventSchema = z.custom<Event>(
  (value) => z.looseObject({ kind: z.string() }).safeParse(value).success,
  "no event",
);
type Row = Tables["activity"];
type Ends = Tables["activity_ends"];
/** Rows looked at or removed at once: other work comes in between. */
const BATCH = 1000;

export function createActivityStore(access: Access): ActivityStore {
  return {
    async append(entries) {
      await access.quick(() => {
        const found = access.prepare<Ends>("SELECT * FROM activity_ends").get();
        if (found === undefined) throw new Error("The database has lost the ends of the record");
        const ends = entries.reduce((before, entry) => insert(access, before, entry), found);
        access
          .prepare("UPDATE activity_ends SET last_id = ?, last_hash = ?, bytes = ?")
          .run(ends.last_id, ends.last_hash, ends.bytes);
      }, "patient");
    },
    async read({ after, before, limit, ...filter }) {
      const rows = await access.read(async (db) => {
        const query = filtered(db.selectFrom("activity").selectAll(), filter).limit(limit);
        if (after !== undefined) return query.where("id", ">", after).orderBy("id").execute();
        const newest = before === undefined ? query : query.where("id", "<", before);
        return (await newest.orderBy("id", "desc").execute()).toReversed();
      });
      return rows.map(toActivityRow);
    },
    async search(text, { before, limit, ...filter }) {
      const words = searchWords(text);
      if (words === null) return { rows: [], total: 0 };
      return access.read(async (db) => {
        const found = filtered(db.selectFrom("activity"), filter).where(
          "id",
          "in",
          sql<number>`(SELECT rowid FROM activity_words WHERE activity_words MATCH ${words})`,
        );
        const { total } = await found.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
        const page = before === undefined ? found : found.where("id", "<", before);
        const rows = await page.selectAll().orderBy("id", "desc").limit(limit).execute();
        return { rows: rows.map(toActivityRow), total };
      });
    },
    async prune(limits) {
      let removed = 0;
      for (;;) {
        const count = await access.write(async (db) => pruneBatch(db, limits));
        removed += count;
        if (count < BATCH) return removed;
      }
    },
    verify: () => verify(access),
  };
}
async function readEnds(db: Kysely<Tables>): Promise<Ends> {
  return db.selectFrom("activity_ends").selectAll().executeTakeFirstOrThrow();
}
async function writeEnds(db: Transaction<Tables>, ends: Ends): Promise<void> {
  await db.updateTable("activity_ends").set(ends).execute();
}
function insert(access: Access, ends: Ends, { event, at }: { event: Event; at: ActivityRow["at"] }): Ends {
  const id = ends.last_id + 1;
  const about = aboutTask(access, aboutOf(event));
  const summary = summaryOf(event);
  const hash = hashOf(ends.last_hash, { id, at, event, summary, about });
  const content = JSON.stringify(event);
  const { chatId, userId, taskId, runId, spark, tool } = about;
  access
    .prepare(
      `INSERT INTO activity (id, at, kind, chat_id, user_id, task_id, run_id, spark, tool, summary, content, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, at, event.kind, chatId, userId, taskId, runId, spark, tool, summary, content, hash);
  access.prepare("INSERT INTO activity_words (rowid, words) VALUES (?, ?)").run(id, wordsOf(event, summary));
  return { ...ends, last_id: id, last_hash: hash, bytes: ends.bytes + content.length + summary.length };
}
/** A task's chat and spark, where the event itself names none. */
function aboutTask(access: Access, about: ActivityRow["about"]): ActivityRow["about"] {
  if (about.taskId === null) return about;
  const task = access
    .prepare<{ chat_id: number | null; spark: string | null }>(
      "SELECT chat_id, content ->> '$.spark' AS spark FROM tasks WHERE id = ?",
    )
    .get(about.taskId);
  return { ...about, chatId: about.chatId ?? task?.chat_id ?? null, spark: about.spark ?? task?.spark ?? null };
}
/** All that is text in an event, and its kind. */
function wordsOf(event: Event, summary: string): string {
  const texts = Object.values(event).filter((value) => typeof value === "string");
  return [summary, ...texts].join("\n");
}
function filtered<Selected>(
  query: SelectQueryBuilder<Tables, "activity", Selected>,
  { chatId, orNoChat, taskId, kinds, since, notSaying }: ActivityFilter,
): SelectQueryBuilder<Tables, "activity", Selected> {
  let narrowed = query;
  if (chatId !== undefined)
    narrowed = narrowed.where(({ eb, or }) =>
      or([eb("chat_id", "=", chatId), ...(orNoChat === true ? [eb("chat_id", "is", null)] : [])]),
    );
  if (taskId !== undefined) narrowed = narrowed.where("task_id", "=", taskId);
  if (kinds !== undefined) narrowed = narrowed.where("kind", "in", kinds);
  if (since !== undefined) narrowed = narrowed.where("at", ">=", since);
  if (notSaying !== undefined)
    narrowed = narrowed.where(
      sql<boolean>`NOT (kind = 'update.received' AND substr(content ->> '$.text', 1, ${notSaying.length}) = ${notSaying})`,
    );
  return narrowed;
}
function toActivityRow(row: Row): ActivityRow {
  const { id, at, summary, hash, chat_id: chatId, user_id: userId, task_id: taskId, run_id: runId, spark, tool } = row;
  return {
    id,
    at: instant(at),
    event: decode(eventSchema, row.content, { table: "activity", id }),
    summary,
    about: { chatId, userId, taskId, runId, spark, tool },
    hash,
  };
}
async function pruneBatch(
  db: Transaction<Tables>,
  { before, maxBytes }: { before: number; maxBytes: number },
): Promise<number> {
  const ends = await readEnds(db);
  const oldest = await db
    .selectFrom("activity")
    .select(["id", "at", "hash", sql<number>`length(content) + length(summary)`.as("bytes")])
    .orderBy("id")
    .limit(BATCH)
    .execute();
  let { bytes } = ends;
  let last: (typeof oldest)[number] | undefined;
  let count = 0;
  for (const row of oldest) {
    if (row.at >= before && bytes <= maxBytes) break;
    bytes -= row.bytes;
    last = row;
    count += 1;
  }
  if (last === undefined) return 0;
  await db.deleteFrom("activity").where("id", "<=", last.id).execute();
  await sql`DELETE FROM activity_words WHERE rowid <= ${last.id}`.execute(db);
  await writeEnds(db, { ...ends, first_id: last.id, first_hash: last.hash, bytes });
  return count;
}
async function verify(access: Access): Promise<Verified> {
  const ends = await access.read(readEnds);
  let at = { id: ends.first_id, hash: ends.first_hash };
  for (;;) {
    const batch = await access.read(async (db) =>
      db.selectFrom("activity").selectAll().where("id", ">", at.id).orderBy("id").limit(BATCH).execute(),
    );
    const followed = followChain(at, batch.flatMap(readable));
    if ("what" in followed) return { kind: "broken", ...followed };
    at = followed;
    if (batch.length < BATCH) break;
  }
  // Rows that came while it was looked are no fault.
  if (at.id < ends.last_id) return { kind: "broken", id: at.id + 1, what: "is missing" };
  if (at.id === ends.last_id && at.hash !== ends.last_hash) return { kind: "broken", id: at.id, what: "was changed" };
  return { kind: "whole", rows: at.id - ends.first_id, from: ends.first_id + 1, hash: at.hash };
}
/** A row whose content cannot be read was changed: it is left out, and so found missing. */
function readable(row: Row): readonly ActivityRow[] {
  try {
    return [toActivityRow(row)];
  } catch {
    return [];
  }
}
