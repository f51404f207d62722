import type { KnownUser, UserStore } from "../core/ports/store.ts";
import { instant } from "../lib/time.ts";
import type { Access } from "./access.ts";
import { createMemo } from "./memo.ts";
import type { Tables } from "./tables.ts";

export function createUserStore(access: Access): UserStore {
  const users = createMemo(async (userId: number) => {
    const row = await access.read(async (db) =>
      db.selectFrom("users").selectAll().where("user_id", "=", userId).executeTakeFirst(),
    );
    return row === undefined ? null : toUser(row);
  });
  return {
    get: (userId) => users.get(userId),
    async list() {
      const rows = await access.read(async (db) =>
        db.selectFrom("users").selectAll().orderBy("since").orderBy("user_id").execute(),
      );
      return rows.map(toUser);
    },
    async put({ userId, name, role, since }) {
      await access.write(async (db) =>
        db
          .insertInto("users")
          .values({ user_id: userId, name, role, since })
          .onConflict((conflict) => conflict.column("user_id").doUpdateSet({ name, role, since }))
          .execute(),
      );
      users.forget();
    },
    async remove(userId) {
      await access.write(async (db) => db.deleteFrom("users").where("user_id", "=", userId).execute());
      users.forget();
    },
    async refuseOnce(userId, at) {
      const row = await access.write(async (db) =>
        db
          .insertInto("strangers")
          .values({ user_id: userId, refused_at: at })
          .onConflict((conflict) => conflict.doNothing())
          .returning("user_id")
          .executeTakeFirst(),
      );
      return row !== undefined;
    },
  };
}
function toUser(row: Tables["users"]): KnownUser {
  return { userId: row.user_id, name: row.name, role: row.role, since: instant(row.since) };
}
