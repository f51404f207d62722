import type { Kysely, Selectable, Transaction } from "kysely";
import type { Attachment, AttachmentStore } from "../core/ports/attachments.ts";
import { instant } from "../lib/time.ts";
import type { Access } from "./access.ts";
import { decode, encode } from "./json.ts";
import { attachmentContentSchema, sentFileSchema } from "./schemas/attachment.ts";
import type { Tables } from "./tables.ts";

type Row = Selectable<Tables["attachments"]>;
const OPEN_STATES = ["planned", "queued", "running", "interrupted"];

export function createAttachmentStore(access: Access): AttachmentStore {
  const one = async (query: (db: Kysely<Tables>) => Promise<Row | undefined>): Promise<Attachment | null> => {
    const row = await access.read(query);
    return row === undefined ? null : toAttachment(row);
  };
  return {
    add: (attachment) => access.write(async (db) => toAttachment(await insert(db, attachment))),
    async get(ids) {
      if (ids.length === 0) return [];
      const rows = await access.read(async (db) =>
        db.selectFrom("attachments").selectAll().where("id", "in", ids).orderBy("id").execute(),
      );
      return rows.map(toAttachment);
    },
    ofRow: (rowId) =>
      one((db) => db.selectFrom("attachments").selectAll().where("row_id", "=", rowId).executeTakeFirst()),
    ofMessage: (chatId, messageId) =>
      one((db) =>
        db
          .selectFrom("attachments")
          .selectAll()
          .where("chat_id", "=", chatId)
          .where("message_id", "=", messageId)
          .executeTakeFirst(),
      ),
    async ofAlbum(chatId, album) {
      const rows = await access.read(async (db) => albumOf(db, chatId, album).selectAll().orderBy("row_id").execute());
      return rows.map(toAttachment);
    },
    leadOf: (chatId, album) => access.read((db) => findLead(db, chatId, album)),
    lead: (chatId, album, rowId) =>
      access.write(async (db) => {
        const lead = (await findLead(db, chatId, album)) ?? rowId;
        await db
          .updateTable("attachments")
          .set({ lead_row: lead })
          .where("chat_id", "=", chatId)
          .where("album", "=", album)
          .execute();
        return lead;
      }),
    async loaded(id, content) {
      const { hash, bytes } = content;
      const set = { content: encode(attachmentContentSchema, content), hash, bytes };
      await access.write(async (db) => db.updateTable("attachments").set(set).where("id", "=", id).execute());
    },
    async remove(ids) {
      if (ids.length === 0) return;
      await access.write(async (db) => db.deleteFrom("attachments").where("id", "in", ids).execute());
    },
    ...createTaskFiles(access),
    async removeOld(before) {
      const done = await access.write(async (db) =>
        db
          .deleteFrom("attachments")
          .where("received_at", "<", before)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom("task_files")
                  .innerJoin("tasks", "tasks.id", "task_files.task_id")
                  .select("tasks.id")
                  .whereRef("task_files.attachment_id", "=", "attachments.id")
                  .where("tasks.state", "in", OPEN_STATES),
              ),
            ),
          )
          .executeTakeFirst(),
      );
      return Number(done.numDeletedRows);
    },
    async contents() {
      const rows = await access.read(async (db) =>
        db.selectFrom("attachments").select(["hash", "bytes"]).where("hash", "is not", null).distinct().execute(),
      );
      return rows.flatMap(({ hash, bytes }) => (hash === null ? [] : [{ hash, bytes: bytes ?? 0 }]));
    },
  };
}
function createTaskFiles(access: Access): Pick<AttachmentStore, "give" | "ofTask"> {
  return {
    async give(taskId, files) {
      if (files.length === 0) return;
      const rows = files.map(({ id, name, givenBy }) => ({
        task_id: taskId,
        attachment_id: id,
        name,
        given_by: givenBy,
      }));
      await access.write(async (db) =>
        db
          .insertInto("task_files")
          .values(rows)
          .onConflict((conflict) => conflict.columns(["task_id", "attachment_id"]).doNothing())
          .execute(),
      );
    },
    async ofTask(taskId) {
      const rows = await access.read(async (db) =>
        db
          .selectFrom("task_files")
          .innerJoin("attachments", "attachments.id", "task_files.attachment_id")
          .selectAll("attachments")
          .select(["task_files.name", "task_files.given_by"])
          .where("task_files.task_id", "=", taskId)
          .orderBy("task_files.position")
          .execute(),
      );
      return rows.map(({ name, given_by: givenBy, ...row }) => ({ attachment: toAttachment(row), name, givenBy }));
    },
  };
}
async function insert(db: Transaction<Tables>, attachment: Omit<Attachment, "id" | "content">): Promise<Row> {
  const { rowId, chatId, userId, messageId, album, receivedAt, file, note } = attachment;
  await db
    .insertInto("attachments")
    .values({
      row_id: rowId,
      chat_id: chatId,
      user_id: userId,
      message_id: messageId,
      album,
      received_at: receivedAt,
      file: encode(sentFileSchema, file),
      note,
    })
    .onConflict((conflict) => conflict.column("row_id").doNothing())
    .execute();
  return db.selectFrom("attachments").selectAll().where("row_id", "=", rowId).executeTakeFirstOrThrow();
}
function albumOf(db: Kysely<Tables>, chatId: number, album: string) {
  return db.selectFrom("attachments").where("chat_id", "=", chatId).where("album", "=", album);
}
async function findLead(db: Kysely<Tables>, chatId: number, album: string): Promise<number | null> {
  const found = await albumOf(db, chatId, album)
    .select("lead_row")
    .where("lead_row", "is not", null)
    .executeTakeFirst();
  return found?.lead_row ?? null;
}
function toAttachment(row: Row): Attachment {
  const name = { table: "attachments", id: row.id };
  return {
    id: row.id,
    rowId: row.row_id,
    chatId: row.chat_id,
    userId: row.user_id,
    messageId: row.message_id,
    album: row.album,
    receivedAt: instant(row.received_at),
    file: decode(sentFileSchema, row.file, name),
    note: row.note,
    content: row.content === null ? null : decode(attachmentContentSchema, row.content, name),
  };
}
