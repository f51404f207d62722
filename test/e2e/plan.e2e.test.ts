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
  await app.untilTrue(
    () => JSON.stringify(app.emulator.requests).includes("That is for Ben to answer."),
    "the word to whom it is not for",
  );
  press(OTHER);
  await shows(/Goal: the second goal[^]*Timeline: today/);
  expect(app.texts(chat.id).find((text) => text.includes("first goal"))).not.toContain("Timeline");
  const asked = app.emulator.messages(chat.id).find((message) => message.text === "/plan the second goal");
  expect(second.reply_to_message?.message_id).toBe(asked?.message_id);
  expect(textOf(second)).toContain("your own words as an answer to this message");
});

test("choices pressed faster than the message turns all count", async () => {
  await using app = await startApp();
  await app.says("/plan Fix the failing test in sample");
  const first = await app.until(/Goal: Fix the failing test/);
  const dataOf = (label: string) => {
    const found = first.reply_markup?.inline_keyboard.flat().find((button) => button.text === label);
    return found !== undefined && "callback_data" in found ? found.callback_data : "";
  };
  for (const label of ["today", "implement", "deep", "Next", "Next"])
    await app.pressData(first.message_id, dataOf(label));
  await app.until(/Timeline: today[^]*Scope: implement[^]*Depth: deep[^]*What should the plan be\?/);
});

test("what is left, replaced or answered has no buttons any more", async () => {
  await using app = await startApp();
  const buttons = (pattern: RegExp) =>
    app.emulator
      .messages(OWNER)
      .filter((message) => pattern.test(textOf(message)))
      .flatMap((message) => message.reply_markup?.inline_keyboard.flat() ?? []);
  const gone = (pattern: RegExp, what: string) => app.untilTrue(() => buttons(pattern).length === 0, what);
  await app.says("/plan the first goal");
  await app.until(/Goal: the first goal/);
  await app.says("/plan the second goal");
  await app.until(/Goal: the first goal[^]*Left for a new one/);
  await gone(/the first goal/, "the first one's buttons to go");
  await app.says("/cancel");
  await app.until(/Goal: the second goal[^]*Left\. Nothing was started/);
  await gone(/the second goal/, "the second one's buttons to go");
  await app.says("/plan the third goal");
  await app.until(/Goal: the third goal/);
  await app.says("/reset");
  await app.until(/Goal: the third goal[^]*Left\. Nothing was started/);
});
