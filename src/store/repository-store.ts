import type { Repository, RepositoryStore } from "../core/ports/store.ts";
import { instant } from "../lib/time.ts";
import type { Access } from "./access.ts";

export function createRepositoryStore(access: Access): RepositoryStore {
  return {
    async list() {
      const rows = await access.read(async (db) => db.selectFrom("repositories").selectAll().orderBy("name").execute());
      return rows.map(toRepository);
    },
    async get(id) {
      const row = await access.read(async (db) =>
        db.selectFrom("repositories").selectAll().where("id", "=", id).executeTakeFirst(),
      );
      return row === undefined ? null : toRepository(row);
    },
    async add({ name, source, mirrorId, addedAt }) {
      const row = await access.write(async (db) =>
        db
          .insertInto("repositories")
          .values({ name, source, mirror_id: mirrorId, added_at: addedAt })
          .returningAll()
          .executeTakeFirstOrThrow(),
      );
      return toRepository(row);
    },
    async remove(id) {
      await access.write(async (db) => db.deleteFrom("repositories").where("id", "=", id).execute());
    },
  };
}
type Row = { id: number; name: string; source: string; mirror_id: string; added_at: number };

function toRepository(row: Row): Repository {
  const { id, name, source, mirror_id: mirrorId, added_at: addedAt } = row;
  return { id, name, source, mirrorId, addedAt: instant(addedAt) };
}
