import { expect, test } from "vitest";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { callsTool, lastTold, openScriptedModel, says } from "../support/scripted-model.ts";

const PLAN = {
  title: "Fix the total",
  summary: "One line.",
  steps: [
    { text: "Look", risk: "low", spark: "scout" },
    { text: "Mend it", risk: "low" },
  ],
  criteria: [{ text: "The test passes", check: null }],
  open_questions: ["Is tax part of it?"],
};
const NOTHING = callsTool("finish", { summary: "Nothing to do." });
const QUICK = "[tasks]\nheal_attempts = 0";
async function interviewed(app: TestApp): Promise<void> {
  await app.says("/plan Fix the total in sample");
  await app.presses("No constraints");
  await app.presses("checklist");
  await app.presses("Confirm");
  await app.until(/📋 Task 1: Fix the total/);
}

test("a plan shows whose steps they are, what is not known, and what it may cost; kept, it waits for /implement over a restart", async () => {
  await using model = await openScriptedModel([callsTool("propose_plan", PLAN), NOTHING]);
  await using app = await startApp({ modelUrl: model.baseUrl, config: QUICK });
  await interviewed(app);
  await app.until(/Look · scout[^]*Not known yet[^]*Is tax part of it\?[^]*Cost: not known, since no earlier task/);
  await app.presses("Done");
  await app.until(/📌 Kept; nothing was started/);
  await app.restart();
  await app.says("/tasks planned");
  await app.until(/1 Fix the total[^]*kept for later/);
  expect((await app.until(/📌 Kept/)).reply_markup).toBeUndefined();
  await app.says("/implement");
  await app.until(/Approved\. Work begins/);
  await app.until(/❌ Task 1: Fix the total/);
  await app.says("/implement 1");
  await app.until(/Task 1 was decided already/);
});
test("what answers a plan's message refines it, and other words do not", async () => {
  await using model = await openScriptedModel([
    callsTool("propose_plan", PLAN),
    says("Sunny."),
    callsTool("propose_plan", { ...PLAN, title: "Fix total and tax" }),
  ]);
  await using app = await startApp({ modelUrl: model.baseUrl });
  await interviewed(app);
  await app.says("How is the weather?");
  await app.until(/Sunny/);
  const plan = await app.until(/📋 Task 1/);
  app.emulator.people.says({ chatId: OWNER, userId: OWNER, text: "The tax as well", replyTo: plan.message_id });
  await app.until(/📋 Task 1: Fix total and tax/);
  expect(lastTold(model)).toContain("The tax as well");
});
test("/dispatch works at once with the spark that is named, asks about one nearly named, and takes other words as the goal", async () => {
  await using model = await openScriptedModel([
    callsTool("propose_plan", PLAN),
    NOTHING,
    callsTool("propose_plan", { ...PLAN, title: "Second" }),
    NOTHING,
    callsTool("propose_plan", { ...PLAN, title: "Third" }),
    NOTHING,
  ]);
  await using app = await startApp({ modelUrl: model.baseUrl, config: QUICK });
  await app.says("/dispatch coder fix the total in sample");
  await app.until(/🚀 Dispatched to coder by Ada/);
  await app.until(/❌ Task 1: Fix the total/);
  await app.says("/dispatch scuot look into sample");
  await app.until(/There is no spark scuot\. Did you mean scout\?/);
  await app.presses("scout does it");
  await app.until(/🚀 Dispatched to scout by Ada/);
  await app.until(/❌ Task 2: Second/);
  await app.says("/dispatch fix the total in sample");
  await app.until(/❌ Task 3: Third/);
  expect(model.requests[4]?.body.messages.map(({ content }) => content).join()).toContain(
    "Goal: fix the total in sample",
  );
  await app.says("/dispatch");
  await app.until(/What is to be done\?/);
});
test("talk of plans is answered, with an offer to make one; a bare wish for a plan begins the interview", async () => {
  await using model = await openScriptedModel([says("We launched it in May.")]);
  await using app = await startApp({ modelUrl: model.baseUrl });
  await app.says("What did we launch?");
  await app.until(/in May/);
  await app.presses("Make a plan of it");
  await app.until(/Goal: What did we launch\?[^]*Choose what fits/);
  await app.says("cancel");
  await app.until(/Cancelled/);
  await app.says("make a plan");
  await app.until(/What should be so when it is done\?/);
});
test("/tasks pages through many, newest first", async () => {
  await using model = await openScriptedModel(
    Array.from({ length: 12 }, (_, index) => callsTool("propose_plan", { ...PLAN, title: `Plan ${index + 1}.` })),
  );
  await using app = await startApp({ modelUrl: model.baseUrl });
  for (let index = 1; index <= 12; index += 1) await app.says(`Fix ${index} in sample`);
  await app.until(/📋 Task 12/);
  await app.says("/tasks");
  await app.until(/Tasks[^]*12 Plan 12\.[^]*3 Plan 3\./);
  await app.presses("Older");
  await app.until(/Tasks[^]*2 Plan 2\.[^]*1 Plan 1\./);
  await app.presses("Newest");
  await app.until(/Tasks[^]*12 Plan 12/);
  await app.says("/tasks often");
  await app.until(/Which ones\?/);
});
test("/undo takes back the last thing one did, then the one before it, and says when there is nothing", async () => {
  await using app = await startApp();
  await app.says("/undo");
  await app.until(/nothing of yours here/);
  await app.says("/set tasks.max_steps 70");
  await app.says("/set tasks.max_parallel 3");
  await app.until(/max_parallel/);
  await app.says("/undo");
  await app.until(/tasks\.max_parallel is 2 again; it was 3/);
  await app.says("/undo");
  await app.until(/tasks\.max_steps is 60 again; it was 70/);
  await app.says("/undo now");
  await app.untilTrue(
    () => app.texts().filter((text) => /nothing of yours here/.test(text)).length === 2,
    "nothing left",
  );
});
