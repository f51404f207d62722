import { sql } from "kysely";
import type { StepStore } from "../core/ports/store.ts";
import type { Access } from "./access.ts";
import { decode, encode } from "./json.ts";
import { originSchema } from "./schemas/common.ts";
import { stepContentSchema } from "./schemas/step.ts";

export function createStepStore(access: Access): StepStore {
  return {
    async append({ taskId, index, ...step }) {
      const content = encode(stepContentSchema, step);
      await access.write(async (db) => {
        const { next } = await db
          .selectFrom("steps")
          .select((column) => column.fn.countAll<number>().as("next"))
          .where("task_id", "=", taskId)
          .executeTakeFirstOrThrow();
        if (index !== next) throw new Error(`Step ${index} of task ${taskId} cannot be written: step ${next} is next`);
        await db.insertInto("steps").values({ task_id: taskId, position: index, content }).execute();
      });
    },
    async list(taskId) {
      const rows = await access.read(async (db) =>
        db.selectFrom("steps").selectAll().where("task_id", "=", taskId).orderBy("position").execute(),
      );
      return rows.map(({ position, content }) => ({
        taskId,
        index: position,
        ...decode(stepContentSchema, content, { table: "steps", id: `${taskId}/${position}` }),
      }));
    },
    async origins(taskId) {
      const rows = await access.read(async (db) =>
        db
          .selectFrom("steps")
          .select(sql<string>`content -> '$.origin'`.as("origin"))
          .where("task_id", "=", taskId)
          .where(sql`content -> '$.origin'`, "is not", null)
          .groupBy("origin")
          .orderBy((column) => column.fn.min("position"))
          .execute(),
      );
      return rows.map(({ origin }) => decode(originSchema, origin, { table: "steps", id: taskId }));
    },
    async clear(taskId) {
      await access.write(async (db) => db.deleteFrom("steps").where("task_id", "=", taskId).execute());
    },
  };
}
