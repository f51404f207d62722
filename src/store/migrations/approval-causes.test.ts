import Database from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { STATES, task } from "../../../test/contracts/store-samples.ts";
import { openStore } from "../store.ts";
import { MIGRATIONS } from "./all.ts";

const BEFORE = {
  subject: { tool: "shell", command: ["git", "push"], directory: "", network: "registries", content: "", commit: "c" },
  reason: "it leaves",
  askedAt: 1000,
  expiresAt: 2000,
};
const ADA = { by: 7, byName: "Ada", at: 1500 };

test("questions from before end as expired, and what was decided stays decided", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sparks-migration-"));
  const path = join(folder, "sparks.db");
  try {
    const old = await openStore({ path, migrations: MIGRATIONS.slice(0, 3) });
    await old.tasks.add(task("t", STATES.planned));
    await old[Symbol.asyncDispose]();
    const database = new Database(path);
    const insert = database.prepare("INSERT INTO approvals (task_id, hash, state, content) VALUES (1, ?, ?, ?)");
    for (const [hash, state] of [
      ["h1", { kind: "pending" }],
      ["h2", { kind: "approved", ...ADA }],
      ["h3", { kind: "denied", ...ADA }],
      ["h4", { kind: "used", ...ADA }],
    ] as const)
      insert.run(hash, state.kind, JSON.stringify({ ...BEFORE, state }));
    database.close();

    await using store = await openStore({ path });
    const all = (await store.approvals.list({ limit: 9 })).toReversed();
    expect(all.map(({ state }) => state)).toEqual([
      { kind: "expired", at: 2000 },
      { kind: "expired", at: 2000 },
      { kind: "denied", words: null, ...ADA },
      { kind: "used", scope: "once", usedAt: 1500, ...ADA },
    ]);
    expect(all[0]).toMatchObject({ cause: "before:1", risk: "medium", remindAt: null });
    expect(await store.approvals.pending()).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
