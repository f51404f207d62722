import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openStore } from "../../src/store/store.ts";
import { instant } from "../../src/lib/time.ts";
import { lastDocument, OWNER, startApp, textOf, type TestApp } from "../support/app.ts";

const AT = instant(Date.now());
/** A thousand things of one second, written as the program itself writes them. */
async function writeMany(app: TestApp, count: number): Promise<void> {
  await using store = await openStore({ path: join(app.home, "sparks.db") });
  const entries = Array.from({ length: count }, (_, index) => ({
    event: { kind: "message.refused", key: `k${index}`, chatId: OWNER, reason: `needle ${index}` } as const,
    at: instant(AT + Math.floor(index / 2)),
  }));
  await store.activity.append(entries);
}

test("a thousand things in one second are all in /review and all found, newest first, page by page, over a restart", async () => {
  await using app = await startApp();
  await writeMany(app, 1000);
  await app.says("/review 1h");
  await app.until(/1000 faults/);
  await app.until(/The newest 40 of 10\d\d entries; the file has them all/);
  await app.untilTrue(() => app.emulator.messages(OWNER).some((message) => message.document !== undefined), "the file");
  const all = [...(await lastDocument(app)).matchAll(/needle (\d+)/g)].map(([, digits]) => Number(digits));
  expect(all).toEqual(Array.from({ length: 1000 }, (_, index) => index));
  await app.says("/search needle");
  expect(textOf(await app.until(/100\d with needle/))).toMatch(/needle 999[^]*needle 992/);
  await app.restart();
  await app.presses("Older »");
  expect(textOf(await app.until(/older ones/))).toMatch(/needle 98\d[^]*needle 98\d/);
  await app.presses("« Newest");
  await app.until(/100\d with needle, newest first/);
});

test("/watch shows all that comes, in one message, over a restart, and stops", async () => {
  await using app = await startApp();
  await app.says("/watch 600 whoami");
  const message = await app.until(/Watching/);
  await app.says("/whoami");
  await app.until(/Watching for “whoami”[^]*\/whoami/);
  await app.restart();
  for (let count = 0; count < 20; count += 1) await app.says("/whoami");
  await app.until(/6 earlier ones/);
  await app.presses("Stop");
  const ended = await app.until(/Stopped\.[^]*21 in all/);
  expect(ended.message_id).toBe(message.message_id);
  await app.says("/watch stop");
  await app.until(/Nothing is being watched/);
  await app.says("/watch 9999");
  await app.until(/from 5 seconds to one hour/);
});

test("/watch shows only entries whose fields hold what was named", async () => {
  await using app = await startApp();
  await app.says("/watch 600 what:command text:whoami");
  await app.until(/Watching for “what:command text:whoami”/);
  await app.says("/locale");
  await app.says("/whoami");
  const shown = textOf(await app.until(/Watching[^]*Ada: \/whoami/));
  expect(shown).not.toContain("/locale");
  await app.says("/watch stop");
  await app.until(/Stopped\.[^]*1 in all/);
});

test("wrong words to /review and /search show how to use them", async () => {
  await using app = await startApp();
  await app.says("/review yesterday");
  await app.until(/I do not know "yesterday" here/);
  await app.says("/review 90d");
  await app.until(/from one hour to thirty days/);
  await app.says("/search");
  await app.until(/Which words\?/);
  await app.says('/search NEAR("x" OR *');
  await app.until(/Nothing that happened here holds/);
});

test("sparks log verify finds a change in the database", async () => {
  await using app = await startApp();
  await app.says("/whoami");
  await app.until(/number 1001/);
  const verify = () => app.app().operations.verifyLog();
  expect(await verify()).toMatchObject({ kind: "whole", from: 1 });
  // What is told of an update is kept a moment after its answer is sent.
  const said = async () => (await app.app().operations.log({ limit: 99, words: "whoami" })).map((row) => row.summary);
  await app.untilTrue(async () => (await said()).includes("Ada: /whoami"), "the update in the record");
  const database = new Database(join(app.home, "sparks.db"));
  database.exec("UPDATE activity SET content = replace(content, '/whoami', '/help') WHERE kind = 'update.received'");
  const { id } = database.prepare("SELECT id FROM activity WHERE kind = 'update.received'").get() as { id: number };
  database.close();
  expect(await verify()).toEqual({ kind: "broken", id, what: "was changed" });
  // A command of another process, while the program runs in this one.
  const command = promisify(execFile)(process.execPath, ["src/main.js", "--home", app.home, "log", "verify"]);
  await expect(command).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining(`row ${id} was changed`) });
});

test("a run of the pipeline is in the record of the chat that asked for it, step by step", async () => {
  await using app = await startApp();
  await app.says("/ci sample");
  await app.until(/CI of sample: [^l]/);
  await app.app().idle();
  const rows = await app.app().operations.log({ limit: 1000 });
  const runs = rows.filter((row) => row.event.kind.startsWith("run."));
  expect(runs.map((row) => row.event.kind)).toEqual(["run.started", "run.step", "run.ended"]);
  expect(new Set(runs.map((row) => row.about.chatId))).toEqual(new Set([OWNER]));
});
