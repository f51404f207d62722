import type { InboxRow, InboxStore } from "../core/ports/store.ts";
import type { Access } from "./access.ts";
import { decode, encode } from "./json.ts";
import { incomingSchema } from "./schemas/incoming.ts";

export function createInboxStore(access: Access): InboxStore {
  return {
    async add(incoming) {
      const content = encode(incomingSchema, incoming);
      const row = await access.write(async (db) =>
        db
          .insertInto("inbox")
          .values({ source: incoming.source, source_id: incoming.sourceId, content, done_at: null })
          .onConflict((conflict) => conflict.columns(["source", "source_id"]).doNothing())
          .returning(["id", "content"])
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
      await access.write(async (db) =>
        db.updateTable("inbox").set({ done_at: at }).where("id", "=", id).where("done_at", "is", null).execute(),
      );
    },
  };
}
function toInboxRow({ id, content }: { id: number; content: string }): InboxRow {
  return { id, incoming: decode(incomingSchema, content, { table: "inbox", id }) };
}
