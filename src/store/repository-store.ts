import type { Repository, RepositoryStore } from "../core/ports/store.ts";
import { instant } from "../lib/time.ts";
import type { Access } from "./access.ts";
import type { Tables } from "./tables.ts";

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
    async setLevel(id, level) {
      await access.write(async (db) => db.updateTable("repositories").set({ level }).where("id", "=", id).execute());
    },
    async remove(id) {
      await access.write(async (db) => db.deleteFrom("repositories").where("id", "=", id).execute());
    },
  };
}
type Row = Omit<Tables["repositories"], "id"> & { readonly id: number };

function toRepository(row: Row): Repository {
  const { id, name, source, mirror_id: mirrorId, added_at: addedAt, level } = row;
  return { id, name, source, mirrorId, addedAt: instant(addedAt), level };
}
