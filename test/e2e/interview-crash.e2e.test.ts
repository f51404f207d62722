import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { callsTool, openScriptedModel } from "../support/scripted-model.ts";

const ASK = callsTool("ask_person", {
  questions: [{ question: "Which discount?", options: ["BULK20", "WELCOME10"] }, { question: "How soon?" }],
});
const PLAN = callsTool("propose_plan", {
  title: "Fix the total",
  summary: "One line.",
  steps: [{ text: "Mend it", risk: "low" }],
  criteria: [{ text: "The test passes", check: null }],
});

function read(app: TestApp, query: string): unknown[] {
  const database = new Database(join(app.home, "sparks.db"), { readonly: true });
  const rows = database.prepare(query).all();
  database.close();
  return rows;
}
const shown = (app: TestApp) => read(app, "SELECT key, content FROM outbox ORDER BY key");
const kept = (app: TestApp) => read(app, "SELECT content FROM conversations")[0] as { content: string } | undefined;
async function settled(app: TestApp): Promise<void> {
  await app.untilTrue(() => read(app, "SELECT id FROM inbox WHERE done_at IS NULL").length === 0, "all to be handled");
}
/**
 * Begins again on the database that a kill leaves: the newest message has not come to its end; with `unkept`, what it led to has not been
 * kept either, though it was shown.
 */
async function killed(app: TestApp, unkept?: { readonly content: string } | null): Promise<void> {
  await app.restart(() => {
    const database = new Database(join(app.home, "sparks.db"));
    database.prepare("UPDATE inbox SET done_at = NULL WHERE id = (SELECT max(id) FROM inbox)").run();
    if (unkept === null) database.prepare("DELETE FROM conversations").run();
    else if (unkept !== undefined) database.prepare("UPDATE conversations SET content = ?").run(unkept.content);
    database.close();
  });
  await settled(app);
}
const says = (text: string) => (app: TestApp) => app.says(text);
const presses = (label: string) => (app: TestApp) => app.presses(label);
const STEPS: readonly (readonly [(app: TestApp) => Promise<void>, RegExp])[] = [
  [says("/plan Fix the total in sample"), /Goal: Fix the total in sample/],
  [presses("today"), /Timeline: today/],
  [says("no new packages"), /What should the plan be\?/],
  [presses("spec"), /Is it right\?/],
  [says("banana"), /Confirm it, or write/],
  [says("yes"), /Confirmed; see below/],
  [presses("BULK20"), /✓ BULK20/],
  [says("today"), /📋 Task 1: Fix the total/],
];

test("killed between keeping a step and ending its message, at each step: the step is not taken twice", async () => {
  await using model = await openScriptedModel([ASK, PLAN]);
  await using app = await startApp({ modelUrl: model.baseUrl });
  for (const [act, pattern] of STEPS) {
    await act(app);
    await app.until(pattern);
    await settled(app);
    const before = { shown: shown(app), kept: kept(app) };
    await killed(app);
    expect({ shown: shown(app), kept: kept(app) }).toEqual(before);
  }
});
test("killed between showing a step and keeping it, at each step: it is taken again, to the same end, and shown once", async () => {
  await using model = await openScriptedModel([ASK, ASK, PLAN, PLAN]);
  await using app = await startApp({ modelUrl: model.baseUrl });
  for (const [act, pattern] of STEPS) {
    const before = kept(app) ?? null;
    await act(app);
    await app.until(pattern);
    await settled(app);
    const once = shown(app);
    await killed(app, before);
    expect(shown(app)).toEqual(once);
  }
  expect(read(app, "SELECT id FROM tasks")).toHaveLength(1);
  expect(app.texts(OWNER).filter((text) => /Which discount\?|How soon\?|📋 Task/.test(text))).toHaveLength(3);
});
test("a word that ended an interview is not a goal after a crash", async () => {
  await using model = await openScriptedModel([ASK]);
  await using app = await startApp({ modelUrl: model.baseUrl });
  const ends = async (word: string, pattern: RegExp) => {
    await app.says(word);
    await app.until(pattern);
    await settled(app);
    const before = shown(app);
    await killed(app);
    expect(shown(app)).toEqual(before);
  };
  await app.says("/plan Fix the total in sample");
  await app.until(/Goal: Fix the total/);
  await ends("never mind", /Cancelled\. Nothing was started/);
  await app.says("Fix the total in sample");
  await app.until(/Which discount\?/);
  await ends("cancel", /Left it\. Nothing was started/);
  await app.says("/plan Fix the total in sample");
  await app.until(/Goal: Fix the total in sample[^]*Choose what fits/);
  await ends("/cancel", /Goal: Fix the total[^]*Left\. Nothing was started/);
});
test("an answer pressed twice while the planner thinks makes one plan", async () => {
  await using model = await openScriptedModel([
    callsTool("ask_person", { questions: [{ question: "Which discount?", options: ["BULK20", "WELCOME10"] }] }),
    PLAN,
  ]);
  await using app = await startApp({ modelUrl: model.baseUrl });
  await app.says("Fix the total in sample");
  await app.until(/Which discount\?/);
  const found = () => app.emulator.messages(OWNER).findLast(({ reply_markup: buttons }) => buttons !== undefined);
  await app.untilTrue(() => found() !== undefined, "the buttons");
  const [button] = found()?.reply_markup?.inline_keyboard.flat() ?? [];
  if (button === undefined || !("callback_data" in button)) throw new Error("no button");
  const press = { chatId: OWNER, userId: OWNER, messageId: found()?.message_id ?? 0, data: button.callback_data };
  app.emulator.people.presses(press);
  app.emulator.people.presses(press);
  await app.until(/📋 Task 1: Fix the total/);
  await settled(app);
  expect(read(app, "SELECT id FROM tasks")).toHaveLength(1);
});
test("killed after the first question of a goal said by /dispatch was kept: the planner is not asked again", async () => {
  await using model = await openScriptedModel([ASK]);
  await using app = await startApp({ modelUrl: model.baseUrl });
  await app.says("/dispatch Fix the total in sample");
  await app.until(/Which discount\?/);
  await settled(app);
  await killed(app);
  expect(model.requests).toHaveLength(1);
  await app.says("BULK20");
  await app.until(/How soon\?/);
  expect(model.requests).toHaveLength(1);
});
