import { Api } from "grammy";
import { expect, test } from "vitest";
import { letIn, OTHER, OWNER, startApp, textOf, TOKEN, type TestApp } from "../support/app.ts";

const benIsTold = (app: TestApp, pattern: RegExp) =>
  app.untilTrue(() => app.texts(OTHER).some((said) => pattern.test(said)), String(pattern));

test("an invitation lets one person in, once, as what it says, and its end shuts them out with their buttons", async () => {
  await using app = await startApp();
  await app.says("hello", OTHER);
  await benIsTold(app, /private bot/);
  await letIn(app, OTHER, "viewer 2h");
  await app.says("/whoami", OTHER);
  await benIsTold(app, /number 1002, viewer/);
  await app.says("Fix the failing test in sample", OTHER);
  await benIsTold(app, /Giving me work is for a member; you are a viewer here/);
  await app.says("/set tasks.max_steps 5", OTHER);
  await benIsTold(app, /\/set is for a maintainer; you are a viewer here/);
  await app.says("/people role 1002 member");
  await app.until(/1002 is member now/);
  await app.says("/repo add /etc", OTHER);
  await benIsTold(app, /Adding and removing repositories is for a maintainer; you are a member here/);
  await app.says("/repo remove sample", OTHER);
  await app.says("Fix the failing test in sample", OTHER);
  const hasPlan = () => JSON.stringify(app.emulator.messages(OTHER)).includes('"text":"Approve"');
  await app.untilTrue(hasPlan, "a plan for Ben");
  await app.says("/people remove 1002");
  await app.until(/stranger again/);
  const before = app.texts(OTHER).length;
  await app.says("/whoami", OTHER);
  const plan = app.emulator.messages(OTHER).findLast((message) => message.reply_markup !== undefined);
  const approve = plan?.reply_markup?.inline_keyboard.flat().find(({ text }) => text === "Approve");
  const data = approve !== undefined && "callback_data" in approve ? approve.callback_data : "";
  app.emulator.people.presses({ chatId: OTHER, userId: OTHER, messageId: plan?.message_id ?? 0, data });
  await app.says("/people");
  await app.until(/People[^]*Ada 1001 owner/);
  await app.app().idle();
  expect(app.texts(OTHER)).toHaveLength(before);
  const log = await app.app().operations.log({ limit: 1000 });
  expect(log.map(({ event }) => event.kind)).not.toContain("plan.approved");
});

test("what was said in one chat is found by /search and /review in no other, and everywhere by an owner alone", async () => {
  await using app = await startApp();
  await letIn(app, OTHER, "maintainer");
  await app.says("/search zebra");
  await app.until(/with zebra, newest first|holds zebra/);
  await app.says("/search zebra", OTHER);
  await benIsTold(app, /\d with zebra|holds zebra/);
  await app.says("/search 1001", OTHER);
  await app.says("/review 1h detailed", OTHER);
  await benIsTold(app, /Review of the last/);
  await app.says("/search all: zebra", OTHER);
  await benIsTold(app, /Only an owner, in a private chat, may search everywhere/);
  await app.app().idle();
  expect(app.texts(OTHER).join("\n")).not.toMatch(/Ada/);
  await app.says("/search all: zebra");
  await app.until(/🔎 \d+ with zebra, newest first[^]*Ben: \/search zebra/);
});

test("a code is good once, over a restart, and five wrong ones shut the door for an hour", async () => {
  await using app = await startApp();
  await app.says("/invite");
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(textOf(await app.until(/A code for one member/)))?.[0] ?? "none";
  await app.restart();
  for (let count = 0; count < 5; count += 1) await app.says(`ABCD-EFG${count + 2}`, OTHER);
  await app.says(code, OTHER);
  await app.says("/people");
  expect(textOf(await app.until(/People/))).not.toContain("1002");
  // What was not confirmed yet would come again after the start, and count again.
  const api = new Api(TOKEN, { apiRoot: app.emulator.apiRoot });
  await app.untilTrue(async () => (await api.getWebhookInfo()).pending_update_count === 0, "all is confirmed");
  await app.restart();
  await app.says(`/start ${code.replace("-", "")}`, OTHER);
  await app.untilTrue(() => app.texts(OTHER).some((said) => said.startsWith("Paired")), "the welcome");
});

test("the last owner stays, and only a private chat hears a code", async () => {
  await using app = await startApp();
  await app.says("/people remove 1001");
  await app.until(/That is the last owner/);
  await app.says("/people role 77 member");
  await app.until(/I know nobody with the number 77/);
  await app.says("/invite king");
  await app.until(/"king" is neither a role nor a time/);
  const { chat } = app.emulator.people.createsGroup({ title: "Team", memberIds: [OWNER, OTHER] });
  app.emulator.people.says({ chatId: chat.id, userId: OWNER, text: "/invite" });
  await app.untilTrue(() => app.texts(chat.id).some((said) => /private chat only/.test(said)), "the refusal");
});

test("in a group only those known are answered, until it is allowed, and then as what was allowed", async () => {
  await using app = await startApp();
  const { chat } = app.emulator.people.createsGroup({ title: "Team", memberIds: [OWNER, OTHER] });
  const says = (userId: number, text: string) => app.emulator.people.says({ chatId: chat.id, userId, text });
  const told = (pattern: RegExp) =>
    app.untilTrue(() => app.texts(chat.id).some((said) => pattern.test(said)), String(pattern));
  says(OTHER, "/whoami");
  says(OWNER, "/allow viewer");
  await told(/Everyone in this group may talk to me as a viewer/);
  expect(app.texts(chat.id).some((said) => said.includes("1002"))).toBe(false);
  says(OTHER, "/whoami");
  await told(/number 1002, viewer here, as everyone/);
  says(OTHER, "/allow member");
  await told(/\/allow is for a maintainer/);
  says(OWNER, "/allow nobody");
  await told(/I answer only those I know/);
});
