import { sql } from "kysely";
import type { Kysely, SelectQueryBuilder, Transaction } from "kysely";
import { z } from "zod";
import type { OutboxReceipt, OutboxRow, OutboxStore } from "../core/ports/store.ts";
import type { Access } from "./access.ts";
import { decode, encode } from "./json.ts";
import { outgoingSchema } from "./schemas/outgoing.ts";
import type { Tables } from "./tables.ts";

export function createOutboxStore(access: Access): OutboxStore {
  return {
    async put(message, at) {
      const content = encode(outgoingSchema, message);
      return access.write(async (db) => {
        await db
          .insertInto("outbox")
          .values({ key: message.key, content, version: 1, delivered_version: 0, dead: null, put_at: at })
          .onConflict((conflict) =>
            conflict
              .column("key")
              // What could not be said may go through in other words: new content is tried again.
              .doUpdateSet((row) => ({ content, version: row("outbox.version", "+", 1), dead: null }))
              .where("outbox.content", "!=", content),
          )
          .execute();
        const row = await selectRows(db).where("outbox.key", "=", message.key).executeTakeFirstOrThrow();
        return toOutboxRow(row);
      });
    },
    async due() {
      const rows = await access.read(async (db) =>
        selectRows(db)
          .whereRef("outbox.delivered_version", "<", "outbox.version")
          .where("outbox.dead", "is", null)
          .orderBy("outbox.id")
          .execute(),
      );
      return rows.map(toOutboxRow);
    },
    async get(key) {
      const row = await access.read(async (db) => selectRows(db).where("outbox.key", "=", key).executeTakeFirst());
      return row === undefined ? null : toOutboxRow(row);
    },
    async receipt(key, receipt) {
      // A loss of power may cost the ids of the newest messages: an anchor then stands twice, a text never does.
      await access.write(async (db) => writeReceipt(db, key, receipt), { lazy: true });
    },
    async byMessage(chatId, messageId) {
      const row = await access.read(async (db) =>
        selectRows(db)
          .where("outbox.id", "in", (parts) =>
            parts
              .selectFrom("outbox_parts")
              .select("outbox_id")
              .where("chat_id", "=", chatId)
              .where("message_id", "=", messageId),
          )
          .executeTakeFirst(),
      );
      return row === undefined ? null : toOutboxRow(row);
    },
  };
}
async function writeReceipt(db: Transaction<Tables>, key: string, receipt: OutboxReceipt): Promise<void> {
  const row = await db.selectFrom("outbox").select(["id", "content"]).where("key", "=", key).executeTakeFirst();
  if (row === undefined) throw new Error(`No message named ${key} was put, so none can have been delivered`);
  const { chatId } = decode(outgoingSchema, row.content, { table: "outbox", id: row.id }).chat;
  await db
    .updateTable("outbox")
    .set({
      dead: receipt.dead,
      ...(receipt.deliveredVersion === null ? {} : { delivered_version: receipt.deliveredVersion }),
    })
    .where("id", "=", row.id)
    .execute();
  const before = await db
    .selectFrom("outbox_parts")
    .select("chat_id")
    .where("outbox_id", "=", row.id)
    .executeTakeFirst();
  await db.deleteFrom("outbox_parts").where("outbox_id", "=", row.id).execute();
  if (receipt.messageIds.length === 0) return;
  const parts = receipt.messageIds.map((messageId, position) => ({
    outbox_id: row.id,
    position,
    chat_id: receipt.chatId ?? before?.chat_id ?? chatId,
    message_id: messageId,
  }));
  await db.insertInto("outbox_parts").values(parts).execute();
}

type Row = {
  id: number;
  key: string;
  content: string;
  version: number;
  delivered_version: number;
  dead: string | null;
  message_ids: string;
  shown_in: number | null;
};
const messageIdsSchema = z.array(z.number().int());

function selectRows(db: Kysely<Tables>): SelectQueryBuilder<Tables, "outbox", Row> {
  return db
    .selectFrom("outbox")
    .select(["id", "key", "content", "version", "delivered_version", "dead"])
    .select(
      sql<string>`(SELECT json_group_array(message_id ORDER BY position) FROM outbox_parts WHERE outbox_id = outbox.id)`.as(
        "message_ids",
      ),
    )
    .select(sql<number | null>`(SELECT chat_id FROM outbox_parts WHERE outbox_id = outbox.id LIMIT 1)`.as("shown_in"));
}
function toOutboxRow(row: Row): OutboxRow {
  const name = { table: "outbox", id: row.id };
  return {
    key: row.key,
    message: decode(outgoingSchema, row.content, name),
    version: row.version,
    deliveredVersion: row.delivered_version,
    messageIds: decode(messageIdsSchema, row.message_ids, name),
    shownIn: row.shown_in,
    dead: row.dead,
  };
}
