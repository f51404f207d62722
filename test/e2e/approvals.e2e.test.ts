import Database from "better-sqlite3";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { LocalMessage } from "../../src/emulator/client-api.ts";
import { OTHER, OWNER, textOf, TOKEN, type TestApp } from "../support/app.ts";
import { beginWork, EDIT, FINISH, PLAN } from "../support/sample-work.ts";
import { startScripted, type ScriptedApp } from "../support/scripted-app.ts";
import { callsTool } from "../support/scripted-model.ts";

const RISKY = callsTool("write_file", { path: ".github/workflows/ci.yml", content: "on: push\n" });

async function asked(app: TestApp): Promise<void> {
  await beginWork(app);
  await app.until(/🔐 Task 1 asks/);
}
function labels(message: LocalMessage): string[][] {
  return (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text));
}
function stylesOf(message: LocalMessage): (string | undefined)[] {
  return (message.reply_markup?.inline_keyboard ?? []).flat().map((button) => (button as { style?: string }).style);
}
async function liveSandboxes(app: TestApp): Promise<number> {
  return app.app().sandbox.live(AbortSignal.timeout(10_000));
}

test("the question shows exactly what would run, and the message as a person sees it", async () => {
  await using run = await startScripted([PLAN, RISKY, EDIT, FINISH]);
  await asked(run.app);
  const message = await run.app.until(/🔐 Task 1 asks/);
  await run.app.untilTrue(async () => labels(await run.app.until(/🔐 Task 1 asks/)).length > 0, "its buttons");
  const shown = textOf(await run.app.until(/🔐 Task 1 asks/))
    .replaceAll(/[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{8}(?=…)/g, "(hash)")
    .replaceAll(/\w{3}, \d+ \w+ \d{4}, \d{2}:\d{2} UTC/g, "(time)")
    .replaceAll(/[ \n]*\n[ \n]*/g, "\n");
  expect(shown).toMatchSnapshot();
  expect(labels(await run.app.until(/🔐 Task 1 asks/))).toEqual([["Approve once", "Deny"], ["Deny and say why"]]);
  expect(stylesOf(await run.app.until(/🔐 Task 1 asks/))).toEqual(["success", "danger", undefined]);
  await run.app.presses("Approve once");
  await run.app.until(/Approved once by Ada and taken up/);
  await run.app.until(/✅ Task 1[^]*Proof/);
  expect(message.message_id).toBe((await run.app.until(/Approved once by Ada and taken up/)).message_id);
});

test("a task put away holds no sandbox, its question outlives a restart, and the yes is taken up after it", async () => {
  await using run = await startScripted([PLAN, RISKY, EDIT, FINISH], { config: "[approvals]\nwait_minutes = 0" });
  await asked(run.app);
  await run.app.until(/Put away until somebody decides/);
  await run.app.untilTrue(async () => (await liveSandboxes(run.app)) === 0, "no sandbox");
  await run.app.restart();
  expect(labels(await run.app.until(/🔐 Task 1 asks/))).not.toEqual([]);
  await run.app.presses("Approve once");
  await run.app.until(/Approved once by Ada and taken up/);
  const result = textOf(await run.app.until(/✅ Task 1[^]*Proof/));
  expect(result).toContain(".github/workflows/ci.yml");
  expect(run.app.texts().filter((text) => text.includes("🔐 Task 1 asks"))).toHaveLength(1);
});

test("the reason of a no reaches the model in the person's words, and the step is not run", async () => {
  await using run = await startScripted([PLAN, RISKY, EDIT, FINISH]);
  await asked(run.app);
  await run.app.presses("Deny and say why");
  await run.app.until(/Write why task 1 shall not do that/);
  await run.app.says("CI is set up elsewhere, leave it alone");
  await run.app.until(/Denied by Ada: “CI is set up elsewhere, leave it alone”/);
  expect(textOf(await run.app.until(/✅ Task 1[^]*Proof/))).not.toContain("ci.yml");
  const told = JSON.stringify(run.model.requests[2]?.body);
  expect(told).toContain("What they said about it: CI is set up elsewhere, leave it alone");
  expect(told).toContain("Do not try to reach the same in another way");
});

test("approved like this for the task: the next like it is not asked, another is", async () => {
  const first = callsTool("write_file", { path: "src/note.js", content: "// a note\n" });
  const second = callsTool("write_file", { path: "src/other.js", content: "// another\n" });
  await using run = await startScripted([PLAN, first, second, EDIT, FINISH], { config: "[tasks]\nautonomy_level = 2" });
  await asked(run.app);
  await run.app.until(/src\/note\.js[^]*would allow, for this task: write_file of ordinary files right in src/);
  await run.app.presses("Approve like this for this task");
  await run.app.until(
    /For the rest of this task this needs no new question: write_file of ordinary files right in src/,
  );
  await run.app.until(/src\/discount\.js[^]*- totalCents > rule\.from\n\+ totalCents >= rule\.from/);
  await run.app.presses("Approve once");
  expect(textOf(await run.app.until(/✅ Task 1[^]*Proof/))).toContain("src/other.js");
  expect(run.app.texts().filter((text) => text.includes("🔐 Task 1 asks"))).toHaveLength(2);
});

test("what expired is edited to not approved, and asked again when a person wants it", async () => {
  await using run = await startScripted([PLAN, RISKY, EDIT, FINISH], { config: "[approvals]\nwait_minutes = 0" });
  await asked(run.app);
  await run.app.until(/Put away until somebody decides/);
  await run.app.restart();
  const late = Date.now() - 1000;
  const database = new Database(join(run.app.home, "sparks.db"));
  database.prepare("UPDATE approvals SET content = json_set(content, '$.expiresAt', ?)").run(late);
  database.close();
  await run.app.presses("Approve once");
  const expired = await run.app.until(/Expired without an answer: not approved, not run/);
  await run.app.untilTrue(
    async () =>
      labels(await run.app.until(/Expired without an answer/))
        .flat()
        .includes("Ask again"),
    "the offer to ask again",
  );
  await run.app.pressData(expired.message_id, "v1:approval:1:again");
  await run.app.untilTrue(
    () => run.app.texts().filter((text) => text.includes("🔐 Task 1 asks")).length === 2,
    "a new question",
  );
  await run.app.presses("Approve once");
  await run.app.until(/✅ Task 1[^]*Proof/);
});

/** A group of Ada, who is the owner, and Ben, who is a member; `others` are known to the bot and not there. */
async function inGroup(run: ScriptedApp, others: Readonly<Record<number, string>> = {}): Promise<number> {
  const { app } = run;
  await app.says("hello");
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(app.announced.join("\n"))?.[0] ?? "";
  await app.says(code);
  await app.until(/Paired/);
  const database = new Database(join(app.home, "sparks.db"));
  const insert = database.prepare("INSERT INTO users (user_id, name, role, since) VALUES (?, ?, ?, 0)");
  insert.run(OTHER, "Ben", "member");
  for (const [id, name] of Object.entries(others)) insert.run(Number(id), name, "maintainer");
  database.close();
  const chatId = app.emulator.people.createsGroup({ title: "Team", memberIds: [OWNER, OTHER] }).chat.id;
  const me = await fetch(`${app.emulator.apiRoot}/bot${TOKEN}/getMe`).then(
    async (answer) => (await answer.json()) as { result: { username: string } },
  );
  app.emulator.people.says({
    chatId,
    userId: OTHER,
    text: `@${me.result.username} Fix the failing test in sample`,
  });
  await app.untilTrue(() => groupButton(app, chatId, "Approve") !== undefined, "the plan");
  const plan = groupButton(app, chatId, "Approve");
  if (plan !== undefined) app.emulator.people.presses({ chatId, userId: OTHER, ...plan });
  return chatId;
}
function groupButton(app: TestApp, chatId: number, label: string): { messageId: number; data: string } | undefined {
  for (const message of app.emulator.messages(chatId).toReversed())
    for (const button of (message.reply_markup?.inline_keyboard ?? []).flat())
      if (button.text === label && "callback_data" in button)
        return { messageId: message.message_id, data: button.callback_data };
  return undefined;
}
/** The message that only one member sees, as soon as it matches. */
async function untilAlone(app: TestApp, userId: number, pattern: RegExp): Promise<Partial<LocalMessage>> {
  for await (const event of app.emulator.events(0))
    if (event.type === "ephemeral" && event.userId === userId && pattern.test(event.message.text ?? ""))
      return event.message;
  throw new Error(`nothing like ${String(pattern)} came`);
}

test("in a group only who may decide sees what is asked; the others see that something waits, and what came of it", async () => {
  await using run = await startScripted([PLAN, RISKY, EDIT, FINISH], { pairing: true });
  const chatId = await inGroup(run);
  const { ephemeral_message_id: ephemeralId = 0 } = await untilAlone(run.app, OWNER, /🔐 Task 1 asks: change a file/);
  await run.app.untilTrue(
    () => run.app.texts(chatId).some((text) => /Ada can decide, and see it/.test(text)),
    "the notice",
  );
  expect(run.app.texts(chatId).join("\n")).not.toContain("ci.yml");
  const press = { chatId, messageId: 0, ephemeralId, data: "v1:approval:1:approve" };
  expect(() => run.app.emulator.people.presses({ ...press, userId: OTHER })).toThrow();
  run.app.emulator.people.presses({ ...press, userId: OWNER });
  await untilAlone(run.app, OWNER, /Approved once by Ada and taken up/);
  await run.app.untilTrue(() => run.app.texts(chatId).some((text) => /✅ Task 1[^]*Proof/.test(text)), "the result");
  await run.app.untilTrue(
    () => run.app.texts(chatId).some((text) => /✅ Approved and taken up/.test(text)),
    "the notice",
  );
});

test("another member who presses is told who may, and nothing is decided", async () => {
  await using run = await startScripted([PLAN, RISKY, EDIT, FINISH], { pairing: true });
  const chatId = await inGroup(run, { 4242: "Grace" });
  await run.app.untilTrue(
    () => groupButton(run.app, chatId, "Approve once") !== undefined,
    "the question, shown to all",
  );
  const button = groupButton(run.app, chatId, "Approve once");
  if (button === undefined) throw new Error("it was there a moment ago");
  expect(run.app.texts(chatId).join("\n")).toContain("meant for one person");
  const callbackId = run.app.emulator.people.presses({ chatId, userId: OTHER, ...button });
  for await (const event of run.app.emulator.events(0)) {
    if (event.type !== "callback-answered" || event.callbackId !== callbackId) continue;
    expect(event).toMatchObject({
      text: "Only Grace or Ada can decide this one. Nothing was changed.",
      showAlert: true,
    });
    break;
  }
  run.app.emulator.people.presses({ chatId, userId: OWNER, ...button });
  await run.app.untilTrue(() => run.app.texts(chatId).some((text) => /Approved once by Ada/.test(text)), "the yes");
  await run.app.untilTrue(() => run.app.texts(chatId).some((text) => /✅ Task 1[^]*Proof/.test(text)), "the result");
});

const PRICED = "[tasks]\nmax_cost_usd = 0.05\n\n[model.price]\ninput_usd = 1\ncached_input_usd = 1\noutput_usd = 10";
test("before the price ceiling could be passed a person is asked for more, and the work goes on where it was", async () => {
  await using run = await startScripted([PLAN, EDIT, FINISH], { config: PRICED });
  await beginWork(run.app);
  const question = await run.app.until(/🔐 Task 1 asks: spend more/);
  expect(textOf(question)).toMatch(/\$0\.00 of \$0\.05 are spent, and the next request could cost \$0\.\d\d/);
  expect(textOf(question)).toMatch(/price ceiling of the task: from \$0\.05 to \$0\.\d\d/);
  expect(run.model.requests).toHaveLength(1);
  const [raise = ""] = labels(await run.app.until(/🔐 Task 1 asks: spend more/)).flat();
  expect(raise).toMatch(/^Raise by \$0\.\d\d$/);
  await run.app.presses(raise);
  await run.app.until(/✅ Task 1[^]*Proof/);
});
test("who gives no more ends the task, and nothing more is asked of the model", async () => {
  await using run = await startScripted([PLAN], { config: PRICED });
  await beginWork(run.app);
  await run.app.presses("End");
  await run.app.until(/❌ Task 1[^]*Ada does not give more/);
  expect(run.model.requests).toHaveLength(1);
});

test("/approvals shows what waits one by one, with its buttons, and plans after it", async () => {
  await using run = await startScripted([PLAN, RISKY, PLAN, EDIT, FINISH], { config: "[approvals]\nwait_minutes = 0" });
  const { app } = run;
  await asked(app);
  await app.until(/Put away until somebody decides/);
  await app.says("Fix the failing test in sample once more");
  await app.until(/📋 Task 2[^]*Done when/);
  await app.says("/approvals");
  const shown = await app.until(/1 of 2 waiting for you[^]*🔐 Task 1 asks: change a file/);
  await app.presses("Next ▶");
  await app.until(/2 of 2 waiting for you[^]*📋 Task 2/);
  await app.presses("Next ▶");
  await app.until(/1 of 2 waiting for you/);
  await app.pressData(shown.message_id, `v1:queue:1:approve:${queueOf(await app.until(/1 of 2 waiting for you/))}`);
  await app.until(/1 of 1 waiting for you[^]*📋 Task 2/);
  await app.until(/Approved once by Ada and taken up/);
  await app.until(/✅ Task 1[^]*Proof/);
});
function queueOf(message: LocalMessage): string {
  const buttons = (message.reply_markup?.inline_keyboard ?? []).flat();
  const data = buttons.map((button) => ("callback_data" in button ? button.callback_data : "")).join(" ");
  return /:after-approval:(\d+)/.exec(data)?.[1] ?? "";
}

test("what nobody sits in front of asks the owner and waits, without a sandbox", async () => {
  await using run = await startScripted([PLAN, RISKY, EDIT, FINISH]);
  const { operations } = run.app.app();
  const request = { goal: "Fix the failing test", repository: "sample", spark: null };
  expect((await operations.dispatch(request, AbortSignal.timeout(20_000))).kind).toBe("started");
  await run.app.until(/🔐 Task 1 asks: change a file/);
  await run.app.until(/Put away until somebody decides/);
  await run.app.untilTrue(async () => (await liveSandboxes(run.app)) === 0, "no sandbox");
  await run.app.presses("Approve once");
  await run.app.until(/✅ Task 1[^]*Proof/);
});

test("Apply writes the change that was shown, and no other", async () => {
  await using run = await startScripted([PLAN, EDIT, FINISH]);
  const { app } = run;
  await beginWork(app);
  const result = await app.until(/✅ Task 1[^]*Apply writes exactly this, commit\s+[0-9a-f]{12}/);
  const database = new Database(join(app.home, "sparks.db"));
  database
    .prepare("UPDATE tasks SET content = json_set(content, '$.state.outcome.commit', json_extract(content, '$.base'))")
    .run();
  database.close();
  const callbackId = app.emulator.people.presses({
    chatId: OWNER,
    userId: OWNER,
    messageId: result.message_id,
    data: applyOf(result),
  });
  for await (const event of app.emulator.events(0)) {
    if (event.type !== "callback-answered" || event.callbackId !== callbackId) continue;
    expect(event.text).toMatch(/is another by now, and was not applied/);
    break;
  }
  expect(app.texts().join("\n")).not.toContain("Applied by Ada");
});
function applyOf(message: LocalMessage): string {
  const buttons = (message.reply_markup?.inline_keyboard ?? []).flat();
  const apply = buttons.find(({ text }) => text === "Apply");
  return apply !== undefined && "callback_data" in apply ? apply.callback_data : "";
}

test("killed after the yes was stored and before the work went on: the next start takes it up", async () => {
  await using run = await startScripted([PLAN, RISKY, EDIT, FINISH], { config: "[approvals]\nwait_minutes = 0" });
  const { app } = run;
  await asked(app);
  await app.until(/Put away until somebody decides/);
  const yes = JSON.stringify({ kind: "approved", scope: "once", by: OWNER, byName: "Ada", at: Date.now() });
  const database = new Database(join(app.home, "sparks.db"));
  database.prepare("UPDATE approvals SET state = 'approved', content = json_set(content, '$.state', json(?))").run(yes);
  database.close();
  await app.restart();
  await app.until(/Approved once by Ada and taken up/);
  const result = textOf(await app.until(/✅ Task 1[^]*Proof/));
  expect(result).toContain(".github/workflows/ci.yml");
  expect(app.texts().filter((text) => text.includes("🔐 Task 1 asks"))).toHaveLength(1);
});

test("who may decide and is not in the group is asked in private, and decides there", async () => {
  await using run = await startScripted([PLAN, RISKY, EDIT, FINISH], { pairing: true });
  const { people } = run.app.emulator;
  const grace = people.joins({ firstName: "Grace" });
  people.says({ chatId: grace.id, userId: grace.id, text: "/start" });
  const chatId = await inGroup(run, { [grace.id]: "Grace" });
  await run.app.untilTrue(
    () => groupButton(run.app, grace.id, "Approve once") !== undefined,
    "the question in private",
  );
  expect(groupButton(run.app, chatId, "Approve once")).toBeUndefined();
  const button = groupButton(run.app, grace.id, "Approve once");
  if (button !== undefined) people.presses({ chatId: grace.id, userId: grace.id, ...button });
  const sees = (chat: number, pattern: RegExp) => () => run.app.texts(chat).some((text) => pattern.test(text));
  await run.app.untilTrue(sees(grace.id, /Approved once by Grace and taken up/), "the yes in private");
  await untilAlone(run.app, OWNER, /Approved once by Grace and taken up/);
  await run.app.untilTrue(sees(chatId, /✅ Task 1[^]*Proof/), "the result");
});

test("a task put away is stopped by its button, and what it asked for is void", async () => {
  await using run = await startScripted([PLAN, RISKY], { config: "[approvals]\nwait_minutes = 0" });
  await asked(run.app);
  await run.app.until(/Put away until somebody decides/);
  await run.app.says("/tasks");
  await run.app.until(/Mend the discount\s+waits for a decision/);
  await run.app.presses("Stop");
  await run.app.until(/Void: the task is over. It was not run/);
  expect(labels(await run.app.until(/⏹ Task 1/))).toEqual([]);
  await run.app.says("/approvals");
  await run.app.until(/Nothing waits for a decision of yours/);
});
