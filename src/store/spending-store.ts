import { sql, type Kysely } from "kysely";
import type { PurseKind, SpendingStore, SpendingWish } from "../core/ports/spending.ts";
import type { Access } from "./access.ts";
import type { Tables } from "./tables.ts";

export function createSpendingStore(access: Access): SpendingStore {
  return {
    async reserve(want) {
      return access.write(async (db) => {
        const usd = microUsd(want.usd);
        for (const purse of LOOKED_AT) {
          const capUsd = want.caps[purse];
          if (capUsd === null || capUsd === undefined) continue;
          const spent = await spentOf(db, purse, want);
          if (!fits(usd, spent, capUsd)) return { kind: "empty", purse, spentUsd: spent / MICRO };
        }
        const { taskId: task_id, spark, purpose, at } = want;
        const row = await db
          .insertInto("spending")
          .values({ task_id, spark, purpose, at, reserved_micro_usd: usd, spent_micro_usd: null })
          .returning("id")
          .executeTakeFirstOrThrow();
        return { kind: "reserved", id: row.id };
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
    async spent(taskId, purpose) {
      const row = await access.read(async (db) =>
        db
          .selectFrom("spending")
          .select(SPENT)
          .where("task_id", "=", taskId)
          .$if(purpose !== undefined, (query) => query.where("purpose", "=", purpose ?? ""))
          .executeTakeFirstOrThrow(),
      );
      return row.spent / MICRO;
    },
    async spentSince(since) {
      const rows = await access.read(async (db) =>
        db
          .selectFrom("spending")
          .select(["spark", "purpose", SPENT])
          .where("at", ">=", since)
          .groupBy(["spark", "purpose"])
          .execute(),
      );
      const [sparks, purposes] = [new Map<string, number>(), new Map<string, number>()];
      const add = (map: Map<string, number>, key: string, spent: number) =>
        map.set(key, (map.get(key) ?? 0) + spent / MICRO);
      for (const { spark, purpose, spent } of rows) {
        if (spark !== null) add(sparks, spark, spent);
        add(purposes, purpose, spent);
      }
      return { day: rows.reduce((sum, { spent }) => sum + spent, 0) / MICRO, sparks, purposes };
    },
  };
}
/** A person can fill only that of the task: it comes last, so that nobody is asked for what another would refuse. */
const LOOKED_AT: readonly PurseKind[] = ["day", "purpose", "spark", "cli", "task"];
const MICRO = 1_000_000;
const SPENT = sql<number>`coalesce(sum(coalesce(spent_micro_usd, reserved_micro_usd)), 0)`.as("spent");

/** Whole millionths, upwards: sums of them are exact. */
function microUsd(usd: number): number {
  return Math.ceil(Math.max(0, usd) * MICRO);
}
function fits(want: number, spent: number, capUsd: number): boolean {
  const cap = Math.floor(capUsd * MICRO);
  // What costs nothing as far as is known may go on until the last cent is spent, and no longer.
  return spent + want <= cap && !(want === 0 && spent > 0 && spent >= cap);
}
async function spentOf(db: Kysely<Tables>, purse: PurseKind, want: SpendingWish): Promise<number> {
  const rows = db.selectFrom("spending").select(SPENT);
  const ofDay = rows.where("at", ">=", want.since);
  const counted = {
    task: rows.where("task_id", "=", want.taskId),
    cli: rows.where("task_id", "=", want.taskId).where("purpose", "=", want.purpose),
    day: ofDay,
    spark: ofDay.where("spark", "=", want.spark),
    purpose: ofDay.where("purpose", "=", want.purpose),
  }[purse];
  return (await counted.executeTakeFirstOrThrow()).spent;
}
