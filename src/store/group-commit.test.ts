import Database from "better-sqlite3";
import fc from "fast-check";
import { Kysely, sql, SqliteDialect, type Transaction } from "kysely";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
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
  return { database, db, statements, group: createGroupCommit(db, database) };
}

test("each write is all or nothing by itself and in order, patient ones in theirs, whatever the others do", async () => {
  const plan = fc.array(
    fc.record({
      ids: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }),
      fails: fc.boolean(),
      wait: fc.boolean(),
      manner: fc.constantFrom("slow" as const, "now" as const, "with-next" as const, "patient" as const),
    }),
    { maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(plan, async (jobs) => {
      const { database, group } = open();
      const expected = new Map<number, number>();
      const ends: Promise<string>[] = [];
      const insert = database.prepare("INSERT INTO item (id, owner) VALUES (?, ?)");
      for (const [owner, { ids: some, fails, wait, manner }] of jobs.entries()) {
        // Which of a patient write and another is first is not promised: they are not to meet.
        const ids = manner === "patient" ? some.map((id) => id + PATIENT_IDS) : some;
        const possible = !fails && new Set(ids).size === ids.length && ids.every((id) => !expected.has(id));
        if (possible) for (const id of ids) expected.set(id, owner);
        const slow = async (db: Transaction<Schema>) => {
          for (const id of ids) await db.insertInto("item").values({ id, owner }).execute();
          if (fails) throw new Error("no");
          return owner;
        };
        const quick = () => {
          for (const id of ids) insert.run(id, owner);
          if (fails) throw new Error("no");
          return owner;
        };
        const end = manner === "slow" ? group.write(slow) : group.quick(quick, manner);
        ends.push(end.then(String, () => "failed"));
        if (wait) await end.catch(() => undefined);
        if (wait && manner === "patient") expect(new Set(owners(database))).toEqual(new Set(expected.values()));
        if (wait) expect(new Set(owners(database, PATIENT_IDS))).toEqual(ownersBelow(expected, PATIENT_IDS));
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
const PATIENT_IDS = 100;
function owners(database: Database.Database, below = Infinity): readonly unknown[] {
  return database.prepare("SELECT owner FROM item WHERE id < ?").pluck().all(below);
}
function ownersBelow(expected: ReadonlyMap<number, number>, below: number): ReadonlySet<number> {
  return new Set([...expected].filter(([id]) => id < below).map(([, owner]) => owner));
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

test("a quick write is committed before it returns, patient ones wait for each other", async () => {
  const { database, group } = open();
  const insert = database.prepare("INSERT INTO item (id, owner) VALUES (?, 1)");
  const commits: number[] = [];
  const patient = [1, 2].map(async (id) => {
    await group.quick(() => insert.run(id), "patient");
    commits.push(owners(database).length);
  });
  expect(owners(database)).toEqual([]);
  void group.quick(() => insert.run(3));
  expect(database.inTransaction).toBe(false);
  expect(owners(database)).toEqual([1]);
  await Promise.all(patient);
  expect(commits).toEqual([3, 3]);
  void group.quick(() => insert.run(4), "patient");
  await group.idle();
  expect(owners(database)).toHaveLength(4);
  database.close();
});

test("what goes with the next write is committed with it, before it, and by itself when none comes", async () => {
  using folder = temporaryFolder();
  const database = new Database(folder.at("one.db"));
  database.pragma("journal_mode = wal");
  database.exec("CREATE TABLE item (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL)");
  const other = new Database(database.name);
  const group = createGroupCommit(new Kysely<Schema>({ dialect: new SqliteDialect({ database }) }), database);
  // The second of the two finds what the first has written.
  const insert = database.prepare("INSERT INTO item (id, owner) SELECT ?, count(*) FROM item");
  try {
    const waits = group.quick(() => insert.run(1), "with-next");
    expect(owners(other)).toEqual([]);
    void group.quick(() => insert.run(2));
    expect(owners(other)).toEqual([0, 1]);
    await waits;
    void group.quick(() => insert.run(3), "with-next");
    await group.write(async (db) => sql`INSERT INTO item (id, owner) SELECT 4, count(*) FROM item`.execute(db));
    expect(owners(other)).toEqual([0, 1, 2, 3]);
    await group.quick(() => insert.run(5), "with-next");
    expect(owners(other)).toEqual([0, 1, 2, 3, 4]);
  } finally {
    other.close();
    database.close();
  }
});

test("a look does not see what a transaction under way has written and may take back", async () => {
  const { database, group } = open();
  const seen: unknown[] = [];
  const begun = Promise.withResolvers<void>();
  const failing = group.write(async (db) => {
    await db.insertInto("item").values({ id: 1, owner: 1 }).execute();
    begun.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    throw new Error("taken back");
  });
  await begun.promise;
  const look = group.look(() => seen.push(...owners(database)));
  const quick = group.quick(() => database.prepare("INSERT INTO item VALUES (2, 2)").run());
  await expect(failing).rejects.toThrow("taken back");
  await Promise.all([look, quick]);
  expect(seen).not.toContain(1);
  expect(owners(database)).toEqual([2]);
  database.close();
});

test("what must survive a loss of power is told of when the disk has it, what need not at the commit", async () => {
  const database = new Database(":memory:");
  database.exec("CREATE TABLE item (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL)");
  const disk = Promise.withResolvers<void>();
  const group = createGroupCommit(
    new Kysely<Schema>({ dialect: new SqliteDialect({ database }) }),
    database,
    () => disk.promise,
  );
  const told: string[] = [];
  const item = (id: number) => async (db: Transaction<Schema>) =>
    db.insertInto("item").values({ id, owner: 1 }).execute();
  const kept = group.write(item(1)).then(() => told.push("kept"));
  await group.write(item(2), true).then(() => told.push("lazy"));
  expect(owners(database)).toEqual([1, 1]);
  expect(told).toEqual(["lazy"]);
  disk.resolve();
  await kept;
  expect(told).toEqual(["lazy", "kept"]);
  database.close();
});

test("a disk that fails is told of to those who wait for it", async () => {
  const database = new Database(":memory:");
  database.exec("CREATE TABLE item (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL)");
  const group = createGroupCommit(new Kysely<Schema>({ dialect: new SqliteDialect({ database }) }), database, () =>
    Promise.reject(new Error("EIO")),
  );
  const write = group.write(async (db) => db.insertInto("item").values({ id: 1, owner: 1 }).execute());
  await expect(write).rejects.toThrow("EIO");
  database.close();
});

test("who writes quickly again and again lets the event loop turn", async () => {
  const { database, group } = open();
  const insert = database.prepare("INSERT INTO item (id, owner) VALUES (?, 1)");
  const turned = new AbortController();
  setImmediate(() => turned.abort());
  let id = 0;
  while (!turned.signal.aborted && id < 1000) {
    id += 1;
    await group.quick(() => insert.run(id));
  }
  expect(id).toBeLessThan(20);
  expect(owners(database)).toHaveLength(id);
  database.close();
});
