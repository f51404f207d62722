import type { KnobStore } from "../core/ports/knobs.ts";
import { instant } from "../lib/time.ts";
import type { Access } from "./access.ts";

export function createKnobStore(access: Access): KnobStore {
  return {
    async list() {
      const rows = await access.read(async (db) => db.selectFrom("knobs").selectAll().orderBy("key").execute());
      return rows.map(({ key, value, set_by: setBy, set_at: setAt }) => ({
        key,
        value,
        setBy,
        setAt: instant(setAt),
      }));
    },
    async put({ key, value, setBy, setAt }) {
      const values = { value, set_by: setBy, set_at: setAt };
      await access.write(async (db) =>
        db
          .insertInto("knobs")
          .values({ key, ...values })
          .onConflict((conflict) => conflict.column("key").doUpdateSet(values))
          .execute(),
      );
    },
    async remove(key) {
      await access.write(async (db) => db.deleteFrom("knobs").where("key", "=", key).execute());
    },
  };
}
