import type { PullStore } from "../core/ports/pulls.ts";
import { isUnderWay, type Pull } from "../core/pulls/pull.ts";
import type { Access } from "./access.ts";
import { decode, encode } from "./json.ts";
import { pullContentSchema } from "./schemas/pull.ts";

type Row = { readonly task_id: number; readonly content: string };
export function createPullStore(access: Access): PullStore {
  return {
    async get(taskId) {
      const row = await access.read(async (db) =>
        db.selectFrom("pulls").selectAll().where("task_id", "=", taskId).executeTakeFirst(),
      );
      return row === undefined ? null : read(row);
    },
    async put(pull) {
      const { taskId, ...rest } = pull;
      const [content, underWay] = [encode(pullContentSchema, rest), isUnderWay(pull) ? 1 : 0];
      await access.write(async (db) =>
        db
          .insertInto("pulls")
          .values({ task_id: taskId, content, under_way: underWay })
          .onConflict((conflict) => conflict.column("task_id").doUpdateSet({ content, under_way: underWay }))
          .execute(),
      );
    },
    async underWay() {
      const rows = await access.read(async (db) =>
        db.selectFrom("pulls").selectAll().where("under_way", "=", 1).orderBy("task_id").execute(),
      );
      return rows.map(read);
    },
  };
}
function read({ task_id: taskId, content }: Row): Pull {
  return { taskId, ...decode(pullContentSchema, content, { table: "pulls", id: taskId }) };
}
