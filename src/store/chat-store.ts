import { sql } from "kysely";
import type { ChatStore } from "../core/ports/store.ts";
import type { Access } from "./access.ts";
import { decode, encode } from "./json.ts";
import { createMemo } from "./memo.ts";
import { codingWishSchema } from "./schemas/coding.ts";
import type { Tables } from "./tables.ts";

export function createChatStore(access: Access, { moved }: { moved(): void }): ChatStore {
  const chats = createMemo(async (chatId: number) => {
    const row = await access.read(async (db) =>
      db.selectFrom("chats").selectAll().where("chat_id", "=", chatId).executeTakeFirst(),
    );
    return row === undefined ? null : toSettings(row);
  });
  return {
    async list() {
      const rows = await access.read(async (db) => db.selectFrom("chats").selectAll().orderBy("chat_id").execute());
      return rows.map(toSettings);
    },
    get: (chatId) => chats.get(chatId),
    async put({ chatId, kind, ownerId, title, repositoryId, coding, ...optional }) {
      const values = {
        kind,
        owner_id: ownerId,
        title,
        repository_id: repositoryId,
        ...given(optional),
        ...(coding === undefined ? {} : { coding: coding === null ? null : encode(codingWishSchema, coding) }),
      };
      await access.write(async (db) =>
        db
          .insertInto("chats")
          .values({ chat_id: chatId, ...values })
          .onConflict((conflict) => conflict.column("chat_id").doUpdateSet(values))
          .execute(),
      );
      chats.forget();
    },
    async move(from, to) {
      await access.write(async (db) => {
        for (const table of ["chats", "chat_roles", "conversations", "watches", "memories"] as const)
          await sql`UPDATE OR IGNORE ${sql.table(table)} SET chat_id = ${to} WHERE chat_id = ${from}`.execute(db);
        await sql`UPDATE tasks SET chat_id = ${to}, content = json_set(content, '$.chat.chatId', ${to}) WHERE chat_id = ${from}`.execute(
          db,
        );
        await sql`UPDATE outbox SET content = json_set(content, '$.chat.chatId', ${to}) WHERE json_extract(content, '$.chat.chatId') = ${from}`.execute(
          db,
        );
        await sql`UPDATE alert_rules SET content = json_set(content, '$.chatId', ${to}) WHERE json_extract(content, '$.chatId') = ${from}`.execute(
          db,
        );
        await sql`UPDATE alert_rules SET content = json_set(content, '$.alsoTo', (SELECT json_group_array(CASE value WHEN ${from} THEN ${to} ELSE value END) FROM json_each(content, '$.alsoTo'))) WHERE EXISTS (SELECT 1 FROM json_each(content, '$.alsoTo') WHERE value = ${from})`.execute(
          db,
        );
      });
      chats.forget();
      moved();
    },
    async privateChatOf(userId) {
      const row = await access.read(async (db) =>
        db
          .selectFrom("chats")
          .select("chat_id")
          .where("kind", "=", "private")
          .where("owner_id", "=", userId)
          .orderBy("chat_id")
          .executeTakeFirst(),
      );
      return row === undefined ? null : { chatId: row.chat_id, threadId: null };
    },
  };
}
function toSettings({
  chat_id: chatId,
  owner_id: ownerId,
  repository_id: repositoryId,
  coding,
  ...rest
}: Tables["chats"]) {
  const wish = coding === null ? null : decode(codingWishSchema, coding, { table: "chats", id: chatId });
  return { chatId, ownerId, repositoryId, coding: wish, ...rest };
}
/** What is left out is not written. */
function given<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
