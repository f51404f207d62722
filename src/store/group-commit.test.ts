import Database from "better-sqlite3";
import fc from "fast-check";
import { Kysely, sql, SqliteDialect } from "kysely";
import { expect, test } from "vitest";
import { createGroupCommit } from "./group-commit.ts";

type Schema = { item: { id: number; owner: number } };
function open() {
  const database = new Database(":memory:");
  database.exec("CREATE TABLE item (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL)");
  const statements: string[] = [];
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database }),
    log: ({ query }) => void statements.push(query.sql),
  });
  return { database, db, statements, group: createGroupCommit(db) };
}

test("each write is all or nothing by itself and in order, whatever the others do", async () => {
  const plan = fc.array(
    fc.record({ ids: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }), fails: fc.boolean(), wait: fc.boolean() }),
    { maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(plan, async (jobs) => {
      const { database, group } = open();
      const expected = new Map<number, number>();
      const ends: Promise<string>[] = [];
      for (const [owner, { ids, fails, wait }] of jobs.entries()) {
        const possible = !fails && new Set(ids).size === ids.length && ids.every((id) => !expected.has(id));
        if (possible) for (const id of ids) expected.set(id, owner);
        const end = group.write(async (db) => {
          for (const id of ids) await db.insertInto("item").values({ id, owner }).execute();
          if (fails) throw new Error("no");
          return owner;
        });
        ends.push(end.then(String, () => "failed"));
        if (wait) await end.catch(() => undefined);
        if (wait) expect(new Set(owners(database))).toEqual(new Set(expected.values()));
      }
      const got = await Promise.all(ends);
      const kept = new Set(expected.values());
      expect(got).toEqual(jobs.map((_, owner) => (kept.has(owner) ? String(owner) : "failed")));
      expect(database.prepare("SELECT id, owner FROM item ORDER BY id").raw().all()).toEqual(
        [...expected].sort(([a], [b]) => a - b),
      );
      database.close();
    }),
    { numRuns: 100 },
  );
});
function owners(database: Database.Database): readonly unknown[] {
  return database.prepare("SELECT owner FROM item").pluck().all();
}

test("writes asked for together share one commit", async () => {
  const { database, statements, group } = open();
  await Promise.all(
    Array.from({ length: 50 }, async (_, id) =>
      group.write(async (db) => db.insertInto("item").values({ id, owner: 1 }).execute()),
    ),
  );
  expect(statements.filter((statement) => /^insert/i.test(statement))).toHaveLength(50);
  expect(statements.filter((statement) => statement === "commit")).toHaveLength(1);
  database.close();
});

test("when the common transaction is lost, each write is tried by itself", async () => {
  const { database, group } = open();
  const results = await Promise.allSettled([
    group.write(async (db) => db.insertInto("item").values({ id: 1, owner: 1 }).execute()),
    // As SQLite does when it rolls back by itself.
    group.write(async (db) => sql`rollback`.execute(db)),
    group.write(async (db) => db.insertInto("item").values({ id: 2, owner: 1 }).execute()),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(owners(database)).toEqual([1, 1]);
  database.close();
});
