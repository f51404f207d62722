import { join } from "node:path";
import Database from "better-sqlite3";
import { test } from "vitest";
import { startApp, type TestApp } from "../support/app.ts";
import { MINUTE_MS } from "../../src/lib/time.ts";

/** Begins again as if the person had been silent for so long. */
async function silentFor(app: TestApp, minutes: number): Promise<void> {
  await app.restart(() => {
    const database = new Database(join(app.home, "sparks.db"));
    database
      .prepare("UPDATE conversations SET content = json_set(content, '$.open.brief.touchedAt', ?)")
      .run(Date.now() - minutes * MINUTE_MS);
    database.close();
  });
}
test("an interview is reminded of, kept open, goes on where it stood, expires, and is begun again", async () => {
  await using app = await startApp({ config: "[planning]\nexpiry_minutes = 15" });
  await app.says("/plan Fix the failing test in sample");
  await app.presses("this week");
  await app.until(/Timeline: this week/);
  await silentFor(app, 13);
  await app.presses("Keep it open");
  await app.until(/stays open for 15 min/);
  await app.says("no new packages");
  await app.until(/Timeline: this week[^]*What should the plan be\?/);
  await silentFor(app, 20);
  await app.until(/has expired\. Nothing was started/);
  await app.presses("Start again");
  await app.until(/Goal: Fix the failing test in sample[^]*Choose what fits/);
  await app.presses("No constraints");
  await app.presses("checklist");
  await app.presses("Confirm");
  await app.until(/📋 Task 1/);
});
