import { expect, test } from "vitest";
import { OTHER, letIn, OWNER, startApp, textOf } from "../support/app.ts";

test("the interview by buttons, over a restart at each step, in one message, and one plan in the end", async () => {
  await using app = await startApp();
  await app.says("/plan Fix the failing test in sample");
  const message = await app.until(/Goal: Fix the failing test in sample/);
  await app.presses("this week");
  await app.until(/Timeline: this week/);
  await app.restart();
  await app.presses("✓ this week");
  await app.untilTrue(() => !app.texts().some((text) => text.includes("Timeline: this week")), "the choice to go");
  await app.presses("No constraints");
  await app.until(/What should the plan be\?/);
  await app.restart();
  await app.presses("checklist");
  const summary = await app.until(/Is it right\?/);
  expect(summary.message_id).toBe(message.message_id);
  await app.restart();
  const data = summary.reply_markup?.inline_keyboard.flat().find((button) => button.text === "Confirm");
  const pressed = data !== undefined && "callback_data" in data ? data.callback_data : "";
  await app.pressData(summary.message_id, pressed);
  await app.pressData(summary.message_id, pressed);
  await app.until(/📋 Task 1/);
  await app.until(/Confirmed; see below/);
  expect(app.texts().filter((text) => text.includes("📋 Task"))).toHaveLength(1);
  await app.presses("Implement");
  await app.until(/✅ Task 1[^]*Proof/);
});

test("the interview by words, with lines that edit, hints for nonsense, and a way out", async () => {
  await using app = await startApp();
  await app.says("/plan");
  await app.until(/What should be so when it is done\?/);
  await app.says("skip");
  await app.until(/A goal is needed/);
  await app.says("Make it faster\nTimeline: today");
  await app.until(/Goal: Make it faster/);
  await app.says("Goal: Make it better\nScope: idea only");
  await app.until(/Goal: Make it better[^]*Scope: idea only/);
  await app.says("no new packages");
  await app.says("spec");
  await app.until(/Is it right\?/);
  await app.says("banana");
  await app.until(/Confirm it, or write/);
  await app.says("never mind");
  expect(textOf(await app.until(/Cancelled\. Nothing was started/))).toContain("Constraints: no new packages");
  await app.says("/plan cancel");
  await app.until(/Nothing was open/);
});

test("two people in one group have an interview each, and neither presses the other's buttons", async () => {
  await using app = await startApp();
  await letIn(app, OTHER, "member");
  const { chat } = app.emulator.people.createsGroup({ title: "Team", memberIds: [OWNER, OTHER] });
  const says = (userId: number, text: string) => app.emulator.people.says({ chatId: chat.id, userId, text });
  const shows = (pattern: RegExp) =>
    app.untilTrue(() => app.texts(chat.id).some((text) => pattern.test(text)), String(pattern));
  says(OWNER, "/plan the first goal");
  says(OTHER, "/plan the second goal");
  await shows(/Goal: the first goal/);
  await shows(/Goal: the second goal/);
  const second = app.emulator.messages(chat.id).find((message) => textOf(message).includes("Goal: the second goal"));
  const today = second?.reply_markup?.inline_keyboard.flat().find((button) => button.text === "today");
  if (second === undefined || today === undefined || !("callback_data" in today)) throw new Error("no button");
  const press = (userId: number) =>
    app.emulator.people.presses({ chatId: chat.id, userId, messageId: second.message_id, data: today.callback_data });
  press(OWNER);
  press(OTHER);
  await shows(/Goal: the second goal[^]*Timeline: today/);
  expect(app.texts(chat.id).find((text) => text.includes("first goal"))).not.toContain("Timeline");
});
