import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { AT, incoming, outgoing, task } from "../../test/contracts/store-samples.ts";
import { temporaryFolder } from "../../test/support/folder.ts";
import { isFault } from "../core/fault.ts";
import { openStore } from "./store.ts";

const WRITER = `
import { openStore } from ${JSON.stringify(new URL("./store.ts", import.meta.url).href)};
const store = await openStore({ path: process.argv[1] });
const sample = JSON.parse(process.argv[2]);
for (let id = 0; ; id += 1) {
  await store.inbox.add({ ...sample, sourceId: process.argv[3] + ":" + id });
  await new Promise((said) => process.stdout.write(id + "\\n", said));
}`;

test("what was said to be kept is there after kill -9, at any moment", async () => {
  using folder = temporaryFolder();
  const path = folder.at("sparks.db");
  let kept = 0;
  for (let round = 0; round < 5; round += 1) {
    const child = spawn(
      process.execPath,
      ["--input-type=module", "-e", WRITER, path, JSON.stringify(incoming("x")), String(round)],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let acknowledged = 0;
    for await (const _ of createInterface({ input: child.stdout })) {
      acknowledged += 1;
      if (acknowledged === 20 + round * 7) child.kill("SIGKILL");
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    kept += acknowledged;
    await using store = await openStore({ path });
    const pending = await store.inbox.pending();
    expect(pending.length).toBeGreaterThanOrEqual(kept);
    // At most the one write that was stored and not yet said.
    expect(pending.length).toBeLessThanOrEqual(kept + 1);
    kept = pending.length;
  }
  const database = new Database(path);
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
  database.close();
});

test("whatever is kept after the end of an update is kept with it, or a kill -9 would have it handled again over what came later", async () => {
  using folder = temporaryFolder();
  const path = folder.at("sparks.db");
  await using store = await openStore({ path });
  const other = new Database(path, { readonly: true });
  const ended = other.prepare("SELECT done_at IS NOT NULL FROM inbox WHERE id = ?").pluck();
  try {
    await store.inbox.add(incoming("1"), incoming("2"));
    const first = store.inbox.done(1, AT);
    await store.inbox.add(incoming("3"));
    expect(ended.get(1)).toBe(1);
    const second = store.inbox.done(2, AT);
    await store.tasks.add(task("a"));
    expect(ended.get(2)).toBe(1);
    await Promise.all([first, second]);
  } finally {
    other.close();
  }
});

test("a second opening sees what the first wrote", async () => {
  using folder = temporaryFolder();
  const path = folder.at("deep", "sparks.db");
  {
    await using store = await openStore({ path });
    await store.outbox.put(outgoing("k", "one"), AT);
  }
  await using store = await openStore({ path });
  expect(await store.outbox.due()).toHaveLength(1);
});

test("writes that begin at once all happen, each whole", async () => {
  await using store = await openStore({ path: ":memory:" });
  const results = await Promise.all([
    ...Array.from({ length: 50 }, async (_, id) => store.inbox.add(incoming(String(id % 25)))),
    store.tasks.add(task("a")),
    store.steps
      .append({ taskId: 99, index: 3, at: AT, message: { role: "user", text: "" }, usage: null, snapshot: null })
      .catch(() => null),
  ]);
  expect(results.flat().filter((row) => row !== null)).toHaveLength(26);
  expect(await store.inbox.pending()).toHaveLength(25);
});

test("a full disk is a fault, keeps what was stored, and the reserve lets ends be written", async () => {
  using folder = temporaryFolder();
  const path = folder.at("sparks.db");
  await using store = await openStore({ path });
  await store.inbox.add(incoming("kept"));
  expect(statSync(`${path}.reserve`).size).toBe(1024 * 1024);
  // Too large for the largest database SQLite can be told to make, so the disk need not be filled.
  const full = await openFull(path);
  await using _ = full;
  const error: unknown = await full.inbox.add(incoming("big", "x".repeat(200_000))).catch((reason: unknown) => reason);
  expect(isFault(error, "store.full") && error.data.path).toBe(path);
  expect(existsSync(`${path}.reserve`)).toBe(false);
  expect((await full.inbox.pending()).map((row) => row.incoming.sourceId)).toEqual(["kept"]);
});
async function openFull(path: string) {
  const { MIGRATIONS } = await import("./migrations/all.ts");
  const limit = { version: MIGRATIONS.length + 1, name: "limit", sql: "PRAGMA max_page_count = 40" };
  return openStore({ path, migrations: [...MIGRATIONS, limit] });
}

test("a damaged row is named", async () => {
  using folder = temporaryFolder();
  const path = folder.at("sparks.db");
  await using store = await openStore({ path });
  const { id } = await store.tasks.add(task("a"));
  const database = new Database(path);
  database.prepare("UPDATE tasks SET content = json_set(content, '$.plan.version', 'two')").run();
  await expect(store.tasks.get(id)).rejects.toThrow(/row 1 of table tasks is damaged: plan\.version/u);
  database.prepare("UPDATE tasks SET content = '{'").run();
  await expect(store.tasks.get(id)).rejects.toThrow(/row 1 of table tasks is damaged: it is no JSON/u);
  database.close();
});

test("a file that is no database is a fault and stays as it is", async () => {
  using folder = temporaryFolder();
  const path = folder.at("sparks.db");
  writeFileSync(path, "not a database ".repeat(100));
  const error: unknown = await openStore({ path }).catch((reason: unknown) => reason);
  expect(isFault(error, "store.failed") && error.data.reason).toContain("not a database");
  expect(readFileSync(path, "utf8")).toContain("not a database not");
});
