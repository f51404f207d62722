import { sql, type Kysely } from "kysely";
import type { SpendingStore } from "../core/ports/store.ts";
import type { Access } from "./access.ts";
import type { Tables } from "./tables.ts";

export function createSpendingStore(access: Access): SpendingStore {
  return {
    async reserve({ taskId, usd, capUsd, at }) {
      return access.write(async (db) => {
        const [want, spent] = [microUsd(usd), await spentOf(db, taskId)];
        const cap = capUsd === null ? Infinity : Math.floor(capUsd * MICRO);
        // What costs nothing as far as is known may go on until the last cent is spent, and no longer.
        if (spent + want > cap || (want === 0 && spent > 0 && spent >= cap)) return null;
        const row = await db
          .insertInto("spending")
          .values({ task_id: taskId, at, reserved_micro_usd: want, spent_micro_usd: null })
          .returning("id")
          .executeTakeFirstOrThrow();
        return row.id;
      });
    },
    async settle(id, usd) {
      await access.write(async (db) => {
        await db
          .updateTable("spending")
          .set({ spent_micro_usd: microUsd(usd) })
          .where("id", "=", id)
          .where("spent_micro_usd", "is", null)
          .execute();
      });
    },
    async spent(taskId) {
      return (await access.read(async (db) => spentOf(db, taskId))) / MICRO;
    },
  };
}
const MICRO = 1_000_000;
/** Whole millionths, upwards: sums of them are exact. */
function microUsd(usd: number): number {
  return Math.ceil(Math.max(0, usd) * MICRO);
}
async function spentOf(db: Kysely<Tables>, taskId: number): Promise<number> {
  const row = await db
    .selectFrom("spending")
    .select(sql<number>`coalesce(sum(coalesce(spent_micro_usd, reserved_micro_usd)), 0)`.as("spent"))
    .where("task_id", "=", taskId)
    .executeTakeFirstOrThrow();
  return row.spent;
}
