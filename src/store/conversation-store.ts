import { z } from "zod";
import type { ConversationStore } from "../core/ports/store.ts";
import type { Access } from "./access.ts";
import { decode } from "./json.ts";

export function createConversationStore(access: Access): ConversationStore {
  return {
    async get(chatId, userId) {
      const row = await access.read(async (db) =>
        db
          .selectFrom("conversations")
          .select("content")
          .where("chat_id", "=", chatId)
          .where("user_id", "=", userId)
          .executeTakeFirst(),
      );
      if (row === undefined) return null;
      return decode(z.unknown(), row.content, { table: "conversations", id: `${chatId}/${userId}` });
    },
    async list() {
      const rows = await access.read(async (db) =>
        db.selectFrom("conversations").selectAll().orderBy("chat_id").orderBy("user_id").execute(),
      );
      return rows.map(({ chat_id: chatId, user_id: userId, content }) => ({
        chatId,
        userId,
        state: decode(z.unknown(), content, { table: "conversations", id: `${chatId}/${userId}` }),
      }));
    },
    async put(chatId, userId, state, at) {
      // JSON has no `undefined`: it would be stored as no text at all.
      const values = { content: JSON.stringify(state ?? null), changed_at: at };
      await access.write(async (db) =>
        db
          .insertInto("conversations")
          .values({ chat_id: chatId, user_id: userId, ...values })
          .onConflict((conflict) => conflict.columns(["chat_id", "user_id"]).doUpdateSet(values))
          .execute(),
      );
    },
    async remove(chatId, userId) {
      await access.write(async (db) =>
        db.deleteFrom("conversations").where("chat_id", "=", chatId).where("user_id", "=", userId).execute(),
      );
    },
  };
}
