import { sql } from "kysely";
import type { Kysely, SelectQueryBuilder } from "kysely";
import { z } from "zod";
import type { Outgoing } from "../core/ports/messenger.ts";
import type { OutboxReceipt, OutboxRow, OutboxStore } from "../core/ports/store.ts";
import type { Access } from "./access.ts";
import { decode } from "./json.ts";
import { outgoingSchema } from "./schemas/outgoing.ts";
import type { Tables } from "./tables.ts";

export function createOutboxStore(access: Access): OutboxStore {
  const read = createReader();
  const find = (key: string) => access.prepare<Row>(FIND).get(key);
  return {
    async put(message, at) {
      const checked = outgoingSchema.parse(message);
      const content = JSON.stringify(checked);
      read.remember(content, checked);
      return access.quick(() => {
        const row = access.prepare<Row>(PUT).get(message.key, content, at) ?? find(message.key);
        if (row === undefined) throw new Error(`The message named ${message.key} was put and is not there`);
        return read.row(row);
      });
    },
    settled: () => access.settled({ patient: true }),
    async due() {
      const rows = await access.read(async (db) =>
        selectRows(db)
          .whereRef("outbox.delivered_version", "<", "outbox.version")
          .where("outbox.dead", "is", null)
          .orderBy("outbox.id")
          .execute(),
      );
      return rows.map(read.row);
    },
    async get(key) {
      const row = await access.look(() => find(key));
      return row === undefined ? null : read.row(row);
    },
    async receipt(key, receipt) {
      // A loss of power may cost the ids of the newest messages: an anchor then stands twice, a text never does. An edit may be
      // repeated, so that it was made may be kept a moment later; until it is, nothing else of the message is written but its next words.
      await access.quick(
        () => writeReceipt(access, key, receipt),
        receipt.deliveredVersion === null ? "now" : "patient",
      );
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
      return row === undefined ? null : read.row(row);
    },
  };
}
const MESSAGE_IDS =
  "(SELECT json_group_array(message_id ORDER BY position) FROM outbox_parts WHERE outbox_id = outbox.id)";
const SHOWN_IN = "(SELECT chat_id FROM outbox_parts WHERE outbox_id = outbox.id LIMIT 1)";
const COLUMNS = `id, key, content, version, delivered_version, dead, ${MESSAGE_IDS} AS message_ids, ${SHOWN_IN} AS shown_in`;
const FIND = `SELECT ${COLUMNS} FROM outbox WHERE key = ?`;
// The same content again changes nothing. What could not be said may go through in other words: new content is tried again.
const PUT = `INSERT INTO outbox (key, content, version, delivered_version, dead, put_at) VALUES (?, ?, 1, 0, NULL, ?)
  ON CONFLICT (key) DO UPDATE SET content = excluded.content, version = outbox.version + 1, dead = NULL
  WHERE outbox.content != excluded.content
  RETURNING ${COLUMNS}`;
const TOLD = `id, content ->> '$.chat.chatId' AS chat_id, ${MESSAGE_IDS} AS message_ids, ${SHOWN_IN} AS shown_in`;
const TELL = `UPDATE outbox SET dead = ?, delivered_version = coalesce(?, delivered_version) WHERE key = ? RETURNING ${TOLD}`;
const LOOK = `SELECT ${TOLD} FROM outbox WHERE key = ? AND dead IS NULL`;

type Told = { id: number; chat_id: number; message_ids: string; shown_in: number | null };
/** What says nothing of the row itself leaves it unwritten: it is in two lists, and each would be written anew. */
function told(access: Access, key: string, { dead, deliveredVersion }: OutboxReceipt): Told | undefined {
  if (dead !== null || deliveredVersion !== null) return access.prepare<Told>(TELL).get(dead, deliveredVersion, key);
  return access.prepare<Told>(LOOK).get(key) ?? access.prepare<Told>(TELL).get(null, null, key);
}
function writeReceipt(access: Access, key: string, receipt: OutboxReceipt): void {
  const row = told(access, key, receipt);
  if (row === undefined) throw new Error(`No message named ${key} was put, so none can have been delivered`);
  const shownIn = receipt.chatId ?? row.shown_in ?? row.chat_id;
  if (shownIn === row.shown_in && JSON.stringify(receipt.messageIds) === row.message_ids) return;
  if (row.shown_in !== null) access.prepare("DELETE FROM outbox_parts WHERE outbox_id = ?").run(row.id);
  for (const [position, messageId] of receipt.messageIds.entries())
    access
      .prepare("INSERT INTO outbox_parts (outbox_id, position, chat_id, message_id) VALUES (?, ?, ?, ?)")
      .run(row.id, position, shownIn, messageId);
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
    .select(sql<string>`${sql.raw(MESSAGE_IDS)}`.as("message_ids"))
    .select(sql<number | null>`${sql.raw(SHOWN_IN)}`.as("shown_in"));
}
/** UTF-16 units of the contents that are kept in memory; larger messages are read again. */
const MOST_REMEMBERED = 1_000_000;
const LONGEST_REMEMBERED = 20_000;
/** A message is read several times on its way out: its content is checked at the first. */
function createReader(): { remember(content: string, message: Outgoing): void; row(row: Row): OutboxRow } {
  const known = new Map<string, Outgoing>();
  let units = 0;
  function remember(content: string, message: Outgoing): void {
    if (content.length > LONGEST_REMEMBERED || known.has(content)) return;
    known.set(content, message);
    units += content.length;
    while (units > MOST_REMEMBERED) forgetOldest();
  }
  function forgetOldest(): void {
    const [oldest = ""] = known.keys();
    known.delete(oldest);
    units -= oldest.length;
  }
  function messageIn({ id, content }: Row): Outgoing {
    const held = known.get(content);
    if (held !== undefined) return held;
    const message = decode(outgoingSchema, content, { table: "outbox", id });
    remember(content, message);
    return message;
  }
  return {
    remember,
    row: (row) => ({
      key: row.key,
      message: messageIn(row),
      version: row.version,
      deliveredVersion: row.delivered_version,
      messageIds:
        row.message_ids === "[]" ? [] : decode(messageIdsSchema, row.message_ids, { table: "outbox", id: row.id }),
      shownIn: row.shown_in,
      dead: row.dead,
    }),
  };
}
