import { readdirSync } from "node:fs";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { AT, incoming } from "../../test/contracts/store-samples.ts";
import { temporaryFolder } from "../../test/support/folder.ts";
import { isFault } from "../core/fault.ts";
import { MIGRATIONS } from "./migrations/all.ts";
import type { Migration } from "./migrations/migration.ts";
import { openStore } from "./store.ts";

const extra = (version: number, sql = `CREATE TABLE extra_${version} (a)`): Migration => ({
  version,
  name: `extra-${version}`,
  sql,
});
function tablesOf(path: string): readonly string[] {
  const database = new Database(path);
  const names = database.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  database.close();
  return names.map(({ name }) => name);
}
const NOW = MIGRATIONS.length;
const NEXT = NOW + 1;
async function failure(path: string, migrations: readonly Migration[]): Promise<unknown> {
  return openStore({ path, migrations }).then(
    () => "opened",
    (error: unknown) => error,
  );
}

test("versions count from 1 without gaps", () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
});

test("a later migration runs once, after a copy was kept, and the rows stay", async () => {
  using folder = temporaryFolder();
  const path = folder.at("sparks.db");
  {
    await using store = await openStore({ path });
    await store.inbox.add(incoming("1"));
    await store.users.put({ userId: 1, name: "A", role: "owner", since: AT });
  }
  expect(readdirSync(folder.path).filter((name) => name.includes("schema-"))).toEqual([]);
  for (let opening = 0; opening < 2; opening += 1) {
    await using store = await openStore({ path, migrations: [...MIGRATIONS, extra(NEXT)] });
    expect(await store.inbox.pending()).toHaveLength(1);
  }
  expect(tablesOf(path)).toContain(`extra_${NEXT}`);
  expect(tablesOf(`${path}.schema-${NOW}.bak`)).not.toContain(`extra_${NEXT}`);
  await using copy = await openStore({ path: `${path}.schema-${NOW}.bak` });
  expect((await copy.users.get(1))?.name).toBe("A");
});

test("the newest copies are kept, as many as asked for", async () => {
  using folder = temporaryFolder();
  const path = folder.at("sparks.db");
  const migrations = [...MIGRATIONS];
  for (let version = NEXT; version <= NOW + 11; version += 1) {
    migrations.push(extra(version));
    const store = await openStore({ path, migrations, backups: 2 });
    await store[Symbol.asyncDispose]();
  }
  const copies = readdirSync(folder.path).filter((name) => name.includes("schema-"));
  expect(copies.sort()).toEqual([`sparks.db.schema-${NOW + 9}.bak`, `sparks.db.schema-${NOW + 10}.bak`]);
});

test("a migration that breaks off leaves the schema before it, and the next start finishes", async () => {
  using folder = temporaryFolder();
  const path = folder.at("sparks.db");
  const store = await openStore({ path });
  await store.inbox.add(incoming("1"));
  await store[Symbol.asyncDispose]();
  const breaks = extra(NEXT + 1, "CREATE TABLE half (a); INSERT INTO missing VALUES (1)");
  const error = await failure(path, [...MIGRATIONS, extra(NEXT), breaks]);
  expect(isFault(error, "store.failed") && error.data.reason).toContain("no such table: missing");
  expect(tablesOf(path)).toContain(`extra_${NEXT}`);
  expect(tablesOf(path)).not.toContain("half");
  await using mended = await openStore({ path, migrations: [...MIGRATIONS, extra(NEXT), extra(NEXT + 1)] });
  expect(await mended.inbox.pending()).toHaveLength(1);
  expect(tablesOf(path)).toContain(`extra_${NEXT + 1}`);
});

test("a database of a newer program is refused and not touched", async () => {
  using folder = temporaryFolder();
  const path = folder.at("sparks.db");
  await (await openStore({ path, migrations: [...MIGRATIONS, extra(NEXT)] }))[Symbol.asyncDispose]();
  const error = await failure(path, MIGRATIONS);
  expect(isFault(error, "store.newer") && error.data).toEqual({ path, found: NEXT, known: NOW });
  expect(tablesOf(path)).toContain(`extra_${NEXT}`);
});

test("a published migration that was changed is refused", async () => {
  using folder = temporaryFolder();
  const path = folder.at("sparks.db");
  await (await openStore({ path, migrations: [...MIGRATIONS, extra(NEXT)] }))[Symbol.asyncDispose]();
  const error = await failure(path, [...MIGRATIONS, extra(NEXT, "CREATE TABLE other (a)")]);
  expect(isFault(error, "store.failed") && error.data.reason).toContain(`migration ${NEXT} (extra-${NEXT})`);
});
