import { sql, type Transaction } from "kysely";
import type { Incoming } from "../core/incoming.ts";
import type { InboxRow, InboxStore } from "../core/ports/store.ts";
import type { Access } from "./access.ts";
import { decode, encode } from "./json.ts";
import { incomingSchema } from "./schemas/incoming.ts";
import type { Tables } from "./tables.ts";

/** What is handled again for a loss of power says the same again, in the same messages. */
const LAZY = { lazy: true };
export function createInboxStore(access: Access): InboxStore {
  return {
    async add(...incomings) {
      const given = incomings.map((incoming) => ({ incoming, content: encode(incomingSchema, incoming) }));
      return access.write(async (db) => {
        const rows: (InboxRow | null)[] = [];
        for (const { incoming, content } of given) rows.push(await insert(db, incoming, content));
        return rows;
      });
    },
    async get(id) {
      const row = await access.read(async (db) =>
        db.selectFrom("inbox").select(["id", "content"]).where("id", "=", id).executeTakeFirst(),
      );
      return row === undefined ? null : toInboxRow(row);
    },
    async byMessage(chatId, messageId) {
      const row = await access.read(async (db) =>
        db
          .selectFrom("inbox")
          .select(["id", "content"])
          .where(sql`json_extract(content, '$.messageId')`, "=", messageId)
          .where(sql`json_extract(content, '$.chat.chatId')`, "=", chatId)
          .where(sql`json_extract(content, '$.kind')`, "in", ["text", "command", "voice", "forwarded", "file"])
          .orderBy("id", "desc")
          .executeTakeFirst(),
      );
      return row === undefined ? null : toInboxRow(row);
    },
    async pending() {
      const rows = await access.read(async (db) =>
        db.selectFrom("inbox").select(["id", "content"]).where("done_at", "is", null).orderBy("id").execute(),
      );
      return rows.map(toInboxRow);
    },
    async done(id, at) {
      await access.write(
        async (db) =>
          db.updateTable("inbox").set({ done_at: at }).where("id", "=", id).where("done_at", "is", null).execute(),
        LAZY,
      );
    },
  };
}
async function insert(
  db: Transaction<Tables>,
  { source, sourceId }: Incoming,
  content: string,
): Promise<InboxRow | null> {
  const row = await db
    .insertInto("inbox")
    .values({ source, source_id: sourceId, content, done_at: null })
    .onConflict((conflict) => conflict.columns(["source", "source_id"]).doNothing())
    .returning(["id", "content"])
    .executeTakeFirst();
  return row === undefined ? null : toInboxRow(row);
}
function toInboxRow({ id, content }: { id: number; content: string }): InboxRow {
  return { id, incoming: decode(incomingSchema, content, { table: "inbox", id }) };
}
