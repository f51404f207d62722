import { expect, test } from "vitest";
import { OWNER, startApp } from "../support/app.ts";
import { callsTool, openScriptedModel } from "../support/scripted-model.ts";
import { SMALL_PLAN } from "../support/plans.ts";
import { beginWork } from "../support/sample-work.ts";

test("what comes too late for a task is said to have, and is not lost without a word", async () => {
  const gate = Promise.withResolvers<void>();
  await using model = await openScriptedModel([
    callsTool("propose_plan", SMALL_PLAN),
    { kind: "after", gate: gate.promise, reply: callsTool("list_files", {}) },
  ]);
  await using app = await startApp({ modelUrl: model.baseUrl });
  await beginWork(app);
  const card = await app.until(/⚙️ Task 1[^]*working/);
  await model.untilRequests(2);
  app.emulator.people.says({ chatId: OWNER, userId: OWNER, text: "And the docs", replyTo: card.message_id });
  await app.until(/It will reach task 1/);
  await app.says("/stop 1");
  await app.until(/Task 1 ended before it could take that up/);
  gate.resolve();
});
test("what answers a task's message reaches it at its next step, once, and is said to have", async () => {
  const gate = Promise.withResolvers<void>();
  await using model = await openScriptedModel([
    callsTool("propose_plan", SMALL_PLAN),
    { kind: "after", gate: gate.promise, reply: callsTool("list_files", {}) },
    callsTool("finish", { summary: "Nothing to do." }),
  ]);
  await using app = await startApp({ modelUrl: model.baseUrl, config: "[tasks]\nheal_attempts = 0" });
  await beginWork(app);
  const card = await app.until(/⚙️ Task 1[^]*working/);
  await model.untilRequests(2);
  app.emulator.people.says({
    chatId: OWNER,
    userId: OWNER,
    text: "Mind the discount as well",
    replyTo: card.message_id,
  });
  await app.until(/It will reach task 1 at its next step/);
  gate.resolve();
  await app.until(/Task 1 took that up at step 2/);
  const late = await app.until(/❌ Task 1/);
  const asked = model.requests.map((request) => JSON.stringify(request.body.messages));
  expect(asked.map((messages) => messages.includes("Mind the discount as well"))).toEqual([false, false, true]);
  expect(asked.at(-1)?.split("Ada says, while you work").length).toBe(2);
  app.emulator.people.says({ chatId: OWNER, userId: OWNER, text: "/tasks", replyTo: late.message_id });
  await app.until(/Tasks[^]*1 Fix the total/);
});
