import { sql } from "kysely";
import type { Incoming } from "../core/incoming.ts";
import type { InboxRow, InboxStore } from "../core/ports/store.ts";
import type { Access } from "./access.ts";
import { decode } from "./json.ts";
import { incomingSchema } from "./schemas/incoming.ts";

export function createInboxStore(access: Access): InboxStore {
  return {
    async add(...incomings) {
      const given = incomings.map((incoming) => {
        const checked = incomingSchema.parse(incoming);
        return { incoming: checked, content: JSON.stringify(checked) };
      });
      return access.quick(() => given.map(({ incoming, content }) => insert(access, incoming, content)));
    },
    settled: () => access.settled(),
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
    // What is handled again for a loss of power says the same again, in the same messages. It keeps its place: what the chat's next
    // message writes is never kept without it, or a turn would be handled again over what came of later ones.
    async done(id, at) {
      await access.quick(
        () => access.prepare("UPDATE inbox SET done_at = ? WHERE id = ? AND done_at IS NULL").run(at, id),
        "with-next",
      );
    },
  };
}
function insert(access: Access, incoming: Incoming, content: string): InboxRow | null {
  const row = access
    .prepare<{ id: number; content: string }>(
      `INSERT INTO inbox (source, source_id, content, done_at) VALUES (?, ?, ?, NULL)
       ON CONFLICT (source, source_id) DO NOTHING RETURNING id, content`,
    )
    .get(incoming.source, incoming.sourceId, content);
  if (row === undefined) return null;
  // It is read back only when a secret was taken out of it.
  return row.content === content ? { id: row.id, incoming } : toInboxRow(row);
}
function toInboxRow({ id, content }: { id: number; content: string }): InboxRow {
  return { id, incoming: decode(incomingSchema, content, { table: "inbox", id }) };
}
