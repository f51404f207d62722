import { expect, test } from "vitest";
import { letIn, OTHER, OWNER, startApp, TOKEN, type TestApp } from "../support/app.ts";
import { after, callsTool, openScriptedModel, says } from "../support/scripted-model.ts";

/** A group of Ada, Ben and whoever else is named. */
function openGroup(app: TestApp, ...others: readonly number[]) {
  const { chat } = app.emulator.people.createsGroup({ title: "Team", memberIds: [OWNER, OTHER, ...others] });
  const told = (pattern: RegExp) =>
    app.untilTrue(() => app.texts(chat.id).some((said) => pattern.test(said)), String(pattern));
  return {
    chatId: chat.id,
    told,
    says: (userId: number, text: string, replyTo?: number) =>
      app.emulator.people.says({ chatId: chat.id, userId, text, ...(replyTo === undefined ? {} : { replyTo }) }),
    /** What the bot shows to who presses the button, once it is there. */
    async presses(userId: number, label: string): Promise<string | undefined> {
      await app.untilTrue(() => buttonOf(app, chat.id, label) !== undefined, label);
      const button = buttonOf(app, chat.id, label) ?? { messageId: 0, data: "" };
      const callbackId = app.emulator.people.presses({ chatId: chat.id, userId, ...button });
      for await (const event of app.emulator.events(0))
        if (event.type === "callback-answered" && event.callbackId === callbackId) return event.text;
      return undefined;
    },
  };
}
function buttonOf(app: TestApp, chatId: number, label: string): { messageId: number; data: string } | undefined {
  for (const message of app.emulator.messages(chatId).toReversed())
    for (const button of (message.reply_markup?.inline_keyboard ?? []).flat())
      if (button.text === label && "callback_data" in button)
        return { messageId: message.message_id, data: button.callback_data };
  return undefined;
}
async function alone(app: TestApp, userId: number): Promise<number> {
  for await (const event of app.emulator.events(0))
    if (event.type === "ephemeral" && event.userId === userId && /🔐 Task 1 asks/.test(event.message.text ?? ""))
      return event.message.ephemeral_message_id ?? 0;
  return 0;
}
async function botName(app: TestApp): Promise<string> {
  const answer = await fetch(`${app.emulator.apiRoot}/bot${TOKEN}/getMe`);
  return ((await answer.json()) as { result: { username: string } }).result.username;
}

test("who is less in one group may there do less, by commands, words, buttons and menus, and elsewhere as before", async () => {
  await using app = await startApp();
  await letIn(app, OTHER, "maintainer");
  const group = openGroup(app);
  group.says(OTHER, "/set tasks.max_steps 50");
  await group.told(/60 → 50/);
  group.says(OWNER, "/people role 1002 viewer here");
  await group.told(/1002 is viewer here now/);
  group.says(OTHER, "/set tasks.max_steps 40");
  await group.told(/\/set is for a maintainer; you are a viewer here/);
  group.says(OTHER, `@${await botName(app)} Fix the failing test in sample`);
  await group.told(/Giving me work is for a member; you are a viewer here/);
  group.says(OTHER, "/whoami");
  await group.told(/number 1002, viewer here, which was set for you; maintainer elsewhere/);
  group.says(OWNER, "/knobs");
  expect(await group.presses(OTHER, "tasks.heal_attempts: 2")).toMatch(/for a maintainer; you are viewer here/);
  group.says(OWNER, `@${await botName(app)} Fix the failing test in sample`);
  expect(await group.presses(OTHER, "Approve")).toMatch(/for a member; you are a viewer here/);
  await app.restart();
  group.says(OTHER, "/set tasks.max_steps 41");
  await app.untilTrue(
    () => app.texts(group.chatId).filter((said) => said.includes("/set is for a maintainer")).length === 2,
    "a second refusal",
  );
  await app.says("/set tasks.max_steps 45", OTHER);
  await app.untilTrue(() => app.texts(OTHER).some((said) => said.includes("50 → 45")), "their own chat");
  group.says(OWNER, "/people remove 1002 here");
  await group.told(/1002 is as usual here again: maintainer/);
  group.says(OTHER, "/set tasks.max_steps 42");
  await group.told(/45 → 42/);
  group.says(OWNER, "/review detailed");
  await group.told(/in chat -\d+ maintainer → viewer, by Ada/);
});

test("who is more in one group is so there alone, a stranger too, and their end takes it away", async () => {
  await using app = await startApp();
  const linus = app.emulator.people.joins({ firstName: "Linus" }).id;
  const group = openGroup(app, linus);
  group.says(OWNER, "/allow viewer");
  await group.told(/Everyone in this group/);
  const { message_id: said } = group.says(linus, "/whoami");
  await group.told(/viewer here, as everyone/);
  group.says(OWNER, "/people role member here", said);
  await group.told(new RegExp(`${linus} is member here now`));
  group.says(linus, "/stop");
  await group.told(/No task was running/);
  await app.says("/whoami", linus);
  await app.untilTrue(() => app.texts(linus).some((text) => text.includes("private bot")), "a stranger elsewhere");
  await app.says("/people");
  await app.until(new RegExp(`Ada 1001 owner[^]*Linus ${linus} member in ${group.chatId}`));
  group.says(OWNER, "/allow nobody");
  await group.told(/only those I know/);
  group.says(linus, "/whoami");
  await group.told(new RegExp(`number ${linus}, member here, which was set for you\\.`));
  await app.says(`/people remove ${linus}`);
  await app.until(/stranger again/);
  const before = app.texts(group.chatId).length;
  group.says(linus, "/whoami");
  group.says(OWNER, "/whoami");
  await group.told(/number 1001, owner\./);
  expect(app.texts(group.chatId)).toHaveLength(before + 1);
});

test("who is shut out of a group is not heard there, however open it is, and no owner can be", async () => {
  await using app = await startApp();
  await letIn(app, OTHER, "member");
  const group = openGroup(app);
  group.says(OWNER, "/allow member");
  await group.told(/Everyone in this group/);
  await app.says(`/people role 1002 nobody in ${group.chatId}`);
  await app.until(/1002 is nobody in -\d+ now/);
  await app.says("/people remove 1002");
  await app.until(/stranger again/);
  await app.says("/people role 1001 viewer in -5");
  await app.until(/I know no group -5/);
  const before = app.texts(group.chatId).length;
  group.says(OTHER, "/whoami");
  group.says(OWNER, "/people role 1001 viewer here");
  await group.told(/1001 is an owner, and an owner is one everywhere. Nothing was changed/);
  expect(app.texts(group.chatId)).toHaveLength(before + 1);
  await app.says("/people");
  await app.until(new RegExp(`1002 shut out of ${group.chatId}`));
});

test("high risk is decided by who has the role in that group, and not by who has it elsewhere", async () => {
  await using model = await openScriptedModel([
    callsTool("propose_plan", {
      title: "Mend the discount",
      summary: "The comparison is wrong.",
      steps: [{ text: "Mend it", risk: "low" }],
      criteria: [{ text: "The tests pass", check: "node:test" }],
    }),
    callsTool("write_file", { path: ".github/workflows/ci.yml", content: "on: push\n" }),
    callsTool("edit_file", {
      path: "src/discount.js",
      old_text: "totalCents > rule.from",
      new_text: "totalCents >= rule.from",
    }),
    callsTool("finish", { summary: "Mended the comparison." }),
  ]);
  await using app = await startApp({ modelUrl: model.baseUrl });
  const linus = app.emulator.people.joins({ firstName: "Linus" }).id;
  await letIn(app, OTHER, "member");
  const group = openGroup(app, linus);
  await letIn(app, linus, "maintainer");
  group.says(OWNER, `/people role ${linus} viewer here`);
  await group.told(/is viewer here now/);
  group.says(OWNER, "/people role 1002 maintainer here");
  await group.told(/is maintainer here now/);
  group.says(OTHER, `@${await botName(app)} Fix the failing test in sample`);
  expect(await group.presses(linus, "Approve")).toMatch(/for a member; you are a viewer here/);
  await group.presses(OTHER, "Approve");
  // Each who may decide sees the question alone.
  await group.told(/Ada, Ben can decide/);
  const ephemeralId = await alone(app, OTHER);
  const press = { chatId: group.chatId, messageId: 0, ephemeralId, data: "v1:approval:1:approve" };
  app.emulator.people.presses({ ...press, userId: OTHER });
  await group.told(/✅ Approved and taken up/);
  await group.told(/✅ Task 1[^]*Proof/);
});

test("a viewer's /stop ends nothing that is under way", async () => {
  const { promise: gate, resolve: answer } = Promise.withResolvers<void>();
  await using model = await openScriptedModel([after(gate, says("A monoid in a category."))]);
  await using app = await startApp({ modelUrl: model.baseUrl });
  await letIn(app, OTHER, "viewer");
  const group = openGroup(app);
  group.says(OWNER, `@${await botName(app)} What is a monad?`);
  await model.untilRequests(1);
  group.says(OTHER, "/stop");
  await group.told(/\/stop is for a member; you are a viewer here/);
  answer();
  await group.told(/A monoid in a category/);
});
