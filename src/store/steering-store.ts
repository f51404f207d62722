import type { Steering, SteeringStore } from "../core/ports/steering.ts";
import { sql } from "kysely";
import { instant } from "../lib/time.ts";
import type { Access } from "./access.ts";
import type { Tables } from "./tables.ts";

type Row = Omit<Tables["steering"], "id"> & { readonly id: number };

export function createSteeringStore(access: Access): SteeringStore {
  return {
    async add(said) {
      const { taskId: task_id, rowId: row_id, name, text, saidAt: said_at, origin = null } = said;
      const { id } = await access.write(async (db) => {
        await db
          .insertInto("steering")
          .values({ task_id, row_id, name, text, said_at, origin })
          .onConflict((conflict) => conflict.column("row_id").doNothing())
          .execute();
        return db.selectFrom("steering").select("id").where("row_id", "=", row_id).executeTakeFirstOrThrow();
      });
      return { id, ...said };
    },
    async withdraw(rowId) {
      return access.write(async (db) => {
        const said = await db
          .selectFrom("steering")
          .select(["id", "task_id"])
          .where("row_id", "=", rowId)
          .executeTakeFirst();
        if (said === undefined) return false;
        const taken = await db
          .selectFrom("steps")
          .select("position")
          .where("task_id", "=", said.task_id)
          .where(sql`json_extract(content, '$.steering')`, "=", said.id)
          .executeTakeFirst();
        if (taken !== undefined) return false;
        await db.deleteFrom("steering").where("id", "=", said.id).execute();
        return true;
      });
    },
    async list(taskId) {
      const rows = await access.read(async (db) =>
        db.selectFrom("steering").selectAll().where("task_id", "=", taskId).orderBy("id").execute(),
      );
      return rows.map(toSteering);
    },
    async ofMessage(rowId) {
      const row = await access.read(async (db) =>
        db.selectFrom("steering").selectAll().where("row_id", "=", rowId).executeTakeFirst(),
      );
      return row === undefined ? null : toSteering(row);
    },
  };
}
function toSteering({ id, task_id: taskId, row_id: rowId, name, text, said_at: saidAt, origin }: Row): Steering {
  return { id, taskId, rowId, name, text, saidAt: instant(saidAt), ...(origin === null ? {} : { origin }) };
}
