import { expect, test } from "vitest";
import { startApp, textOf, type StartOptions, type TestApp } from "../support/app.ts";
import { callsTool, openScriptedModel, type Script, type ScriptedModel } from "../support/scripted-model.ts";

const PLAN = callsTool("propose_plan", {
  title: "Mend the discount",
  summary: "The comparison is wrong.",
  steps: [{ text: "Mend it", risk: "low" }],
  criteria: [{ text: "The tests pass", check: "node:test" }],
});
const PATCH = callsTool("patch", {
  patch: `src/discount.js
<<<<<<< SEARCH
  return totalCents > rule.from ? percentOf(totalCents, rule.percent) : 0;
=======
  return totalCents >= rule.from ? percentOf(totalCents, rule.percent) : 0;
>>>>>>> REPLACE`,
});
const FINISH = callsTool("finish", { summary: "Mended the comparison." });

type Running = { app: TestApp; model: ScriptedModel } & AsyncDisposable;
async function begin(script: Script, options: StartOptions = {}): Promise<Running> {
  const model = await openScriptedModel(script);
  const app = await startApp({ modelUrl: model.baseUrl, ...options });
  await app.says("Fix the failing test in sample");
  await app.presses("Approve");
  return {
    app,
    model,
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]();
      await model[Symbol.asyncDispose]();
    },
  };
}
/** What the model had been told when it was asked for the last time. */
function told({ model }: Running): string {
  return JSON.stringify(model.requests.at(-1)?.body.messages ?? "");
}

test("tools that look, a patch and the tests alone do the work", async () => {
  await using run = await begin([
    PLAN,
    callsTool("codebase_map", {}),
    callsTool("glob", { pattern: "*.{test,spec}.js" }),
    PATCH,
    callsTool("test", {}),
    callsTool("lint", {}),
    FINISH,
  ]);
  expect(textOf(await run.app.until(/✅ Task 1[^]*Proof/))).toContain("src/discount.js");
  expect(told(run)).toMatch(/Exported names[^]*src\/discount\.js[^]*Patched[^]*All of these checks are green/);
});

test("a page of the web is asked for, with its address and its host, and not read without a yes", async () => {
  await using run = await begin([
    PLAN,
    callsTool("web_fetch", { url: "https://docs.example.org/a?b=c" }),
    PATCH,
    FINISH,
  ]);
  const question = textOf(await run.app.until(/🔐 Task 1 asks: read a page of the web/));
  expect(question).toMatch(/docs\.example\.org reads a page of the web/);
  expect(question).toContain("https://docs.example.org/a?b=c");
  expect(question).toContain("It has network: 1 host");
  await run.app.presses("Deny");
  await run.app.until(/✅ Task 1[^]*Proof/);
  expect(told(run)).toContain("denied by a person: Ada said no");
});
