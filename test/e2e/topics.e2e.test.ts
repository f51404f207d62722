import { expect, test } from "vitest";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { callsTool, lastTold, openScriptedModel, says, stalls } from "../support/scripted-model.ts";
import { SMALL_PLAN } from "../support/plans.ts";
import { beginWork } from "../support/sample-work.ts";

/** What stands in a topic, or outside all of them. */
function inThread(app: TestApp, threadId: number | undefined): string {
  return app.emulator
    .messages(OWNER)
    .filter((message) => (message.is_topic_message === true ? message.message_thread_id : undefined) === threadId)
    .map((message) => message.text ?? message.caption ?? "")
    .join("\n");
}
function openedTopic(app: TestApp): number | undefined {
  return app.emulator.messages(OWNER).find((message) => message.forum_topic_created !== undefined)?.message_thread_id;
}

test("a task has a topic of its own: what is said there reaches it, what is said outside is new, and its name tells the end", async () => {
  const gate = Promise.withResolvers<void>();
  await using model = await openScriptedModel([
    callsTool("propose_plan", SMALL_PLAN),
    { kind: "after", gate: gate.promise, reply: callsTool("list_files", {}) },
    says("Good day."),
    callsTool("finish", { summary: "Nothing to do." }),
  ]);
  await using app = await startApp({ modelUrl: model.baseUrl, config: "[tasks]\nheal_attempts = 0" });
  await beginWork(app);
  await app.until(/⚙️ Task 1[^]*working/);
  await model.untilRequests(2);
  const topic = openedTopic(app) ?? 0;
  app.emulator.people.says({ chatId: OWNER, userId: OWNER, text: "Mind the discount", threadId: topic });
  await app.until(/It will reach task 1 at its next step/);
  await app.says("Hello");
  await app.until(/Good day/);
  gate.resolve();
  await app.until(/❌ Task 1: Fix the total – not proved/);
  await app.until(/Task 1 took that up at step 2/);
  await app.untilTrue(
    () => /took that up at step 2[^]*Nothing was changed/.test(inThread(app, topic)),
    "both in the topic",
  );
  expect(inThread(app, undefined)).not.toContain("It will reach task 1");
  expect(lastTold(model)).toContain("Mind the discount");
  await app.untilTrue(
    () => app.emulator.messages(OWNER).some((message) => message.forum_topic_edited?.name === "❌ 1 · Fix the total"),
    "the topic's new name",
  );
});
test("without topics a task's messages answer the one that asked, and plain words go to the task until they are made a goal", async () => {
  const gate = Promise.withResolvers<void>();
  await using model = await openScriptedModel([
    callsTool("propose_plan", SMALL_PLAN),
    { kind: "after", gate: gate.promise, reply: callsTool("finish", { summary: "Nothing to do." }) },
    says("Good day."),
  ]);
  await using app = await startApp({
    modelUrl: model.baseUrl,
    config: '[tasks]\nheal_attempts = 0\n[telegram]\ntopics = "off"',
  });
  await beginWork(app);
  const card = await app.until(/⚙️ Task 1[^]*working/);
  const asked = app.emulator.messages(OWNER).find((message) => message.text === "Fix the failing test in sample");
  expect(card.reply_to_message?.message_id).toBe(asked?.message_id);
  await model.untilRequests(2);
  await app.says("Hello there");
  await app.until(/It will reach task 1 at its next step/);
  await app.presses("Make it a new goal");
  await app.until(/Taken as a new goal; the task does not hear of it/);
  gate.resolve();
  await app.until(/Good day/);
  await app.until(/❌ Task 1/);
  expect(openedTopic(app)).toBeUndefined();
  expect(model.requests).toHaveLength(3);
});
test("Stop on the draft of what a task's model writes ends the task and its sandbox", async () => {
  await using model = await openScriptedModel([callsTool("propose_plan", SMALL_PLAN), stalls(4)]);
  await using app = await startApp({ modelUrl: model.baseUrl });
  await beginWork(app);
  const drafts = () =>
    app.emulator.drafts(OWNER).filter(({ message }) => JSON.stringify(message).includes("These are"));
  await app.untilTrue(() => drafts().length > 0, "a draft of the task");
  const [draft] = drafts();
  app.emulator.people.stopsDraft({ chatId: OWNER, draftId: draft?.draftId ?? 0 });
  await app.until(/⏹ Task 1: Fix the total/);
  await model.untilHungUp();
  await app.untilTrue(async () => (await app.app().sandbox.live(AbortSignal.timeout(5000))) === 0, "no sandbox");
});
