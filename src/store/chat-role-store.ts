import type { ChatRoleStore, RoleHere } from "../core/ports/people.ts";
import { instant } from "../lib/time.ts";
import type { Access } from "./access.ts";
import { createMemo } from "./memo.ts";
import type { Tables } from "./tables.ts";

/** `forget`: to be called when somebody else has written such rows. */
export function createChatRoleStore(access: Access): ChatRoleStore & { forget(): void } {
  // All at once: there are few, and every message asks for one of them.
  const all = createMemo<"all", readonly RoleHere[]>(async () => {
    const rows = await access.read(async (db) =>
      db.selectFrom("chat_roles").selectAll().orderBy("since").orderBy("chat_id").orderBy("user_id").execute(),
    );
    return rows.map(toRole);
  });
  return {
    forget: all.forget,
    list: () => all.get("all"),
    async put({ chatId, userId, name, role, since }) {
      await access.write(async (db) =>
        db
          .insertInto("chat_roles")
          .values({ chat_id: chatId, user_id: userId, name, role, since })
          .onConflict((conflict) => conflict.columns(["chat_id", "user_id"]).doUpdateSet({ name, role, since }))
          .execute(),
      );
      all.forget();
    },
    async remove(userId, chatIds) {
      await access.write(async (db) =>
        db.deleteFrom("chat_roles").where("user_id", "=", userId).where("chat_id", "in", chatIds).execute(),
      );
      all.forget();
    },
  };
}
function toRole({ chat_id: chatId, user_id: userId, name, role, since }: Tables["chat_roles"]): RoleHere {
  return { chatId, userId, name, role, since: instant(since) };
}
