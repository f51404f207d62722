import { expect, test } from "vitest";
import { OWNER, startApp } from "../support/app.ts";
import { beginWork } from "../support/sample-work.ts";
import { callsTool, openScriptedModel } from "../support/scripted-model.ts";

const PLAN = {
  title: "Fix the total",
  summary: "One line.",
  steps: [
    { text: "Find the mistake", risk: "low" },
    { text: "Mend it", risk: "low" },
  ],
  criteria: [{ text: "The test passes", check: null }],
};
test("the plan is a checklist, and the card ticks its steps as the model does them", async () => {
  const gate = Promise.withResolvers<void>();
  await using model = await openScriptedModel([
    callsTool("propose_plan", PLAN),
    callsTool("step_done", { step: 1 }),
    { kind: "after", gate: gate.promise, reply: callsTool("list_files", {}) },
    callsTool("finish", { summary: "Nothing to do." }),
  ]);
  await using app = await startApp({ modelUrl: model.baseUrl, config: "[tasks]\nheal_attempts = 0" });
  const boxes = () =>
    app.emulator
      .messages(OWNER)
      .map(({ rich_message: rich }) =>
        (rich?.blocks ?? []).flatMap((block) =>
          block.type === "list"
            ? block.items.flatMap((item) => (item.has_checkbox ? [item.is_checked === true] : []))
            : [],
        ),
      );
  await beginWork(app);
  await app.untilTrue(() => boxes().some((list) => list.join(",") === "true,false"), "a ticked step");
  expect(boxes().some((list) => list.join(",") === "false,false")).toBe(true);
  await model.untilRequests(3);
  gate.resolve();
  await app.until(/❌ Task 1/);
});
