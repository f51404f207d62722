import type { WatchStore } from "../core/ports/watches.ts";
import { instant } from "../lib/time.ts";
import type { Access } from "./access.ts";

export function createWatchStore(access: Access): WatchStore {
  return {
    async list() {
      const rows = await access.read(async (db) => db.selectFrom("watches").selectAll().orderBy("row_id").execute());
      return rows.map((row) => ({
        rowId: row.row_id,
        chat: { chatId: row.chat_id, threadId: row.thread_id },
        until: instant(row.until_at),
        words: row.words,
        after: row.after_id,
        seen: row.seen,
      }));
    },
    async put({ rowId, chat, until, words, after, seen }) {
      const values = { thread_id: chat.threadId, row_id: rowId, until_at: until, words, after_id: after, seen };
      await access.write(async (db) =>
        db
          .insertInto("watches")
          .values({ chat_id: chat.chatId, ...values })
          .onConflict((conflict) => conflict.column("chat_id").doUpdateSet(values))
          .execute(),
      );
    },
    async remove(chatId, rowId) {
      await access.write(async (db) =>
        db.deleteFrom("watches").where("chat_id", "=", chatId).where("row_id", "=", rowId).execute(),
      );
    },
  };
}
