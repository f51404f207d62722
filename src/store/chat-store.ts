import type { ChatStore } from "../core/ports/store.ts";
import type { Access } from "./access.ts";

export function createChatStore(access: Access): ChatStore {
  return {
    async get(chatId) {
      const row = await access.read(async (db) =>
        db.selectFrom("chats").selectAll().where("chat_id", "=", chatId).executeTakeFirst(),
      );
      if (row === undefined) return null;
      const { kind, owner_id: ownerId, title, repository_id: repositoryId, model, everyone } = row;
      return { chatId, kind, ownerId, title, repositoryId, model, everyone };
    },
    async put({ chatId, kind, ownerId, title, repositoryId, model, everyone }) {
      const values = {
        kind,
        owner_id: ownerId,
        title,
        repository_id: repositoryId,
        ...(model === undefined ? {} : { model }),
        ...(everyone === undefined ? {} : { everyone }),
      };
      await access.write(async (db) =>
        db
          .insertInto("chats")
          .values({ chat_id: chatId, ...values })
          .onConflict((conflict) => conflict.column("chat_id").doUpdateSet(values))
          .execute(),
      );
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
