import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CODING_CLIS, type CodingCliName } from "../../src/core/ports/coding-clis.ts";
import { branches } from "../contracts/road.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { isAside, linkPrograms, missingProgram, TOOLS } from "../support/coding-programs.ts";
import { type Answer, type CodingProvider, openCodingProvider } from "../support/coding-provider.ts";
import { beginWork, PLAN } from "../support/sample-work.ts";
import { callsTool, openScriptedModel, type Script, type ScriptedModel } from "../support/scripted-model.ts";

const FINISH = callsTool("finish", { summary: "Handed over and looked at." });
const KEY = "sk-canary-of-a-coding-cli-77aa";
const MODEL = "m-1";
const MEND = "sed -i 's/totalCents > rule.from/totalCents >= rule.from/' src/discount.js";
const missing = new Map(await Promise.all(CODING_CLIS.map(async (cli) => [cli, await missingProgram(cli)] as const)));

function configOf(cli: CodingCliName, provider: CodingProvider, more = ""): string {
  const base = `${provider.origin}${cli === "claude_code" ? "" : "/v1"}`;
  return `[coding_clis.${cli}]
enabled = true
model = "${MODEL}"
base_url = "${base}"
api_key_variable = "CLI_KEY"
price = { input_usd = 1, cached_input_usd = 0.1, output_usd = 10 }
${more}`;
}
type House = { readonly app: TestApp; readonly provider: CodingProvider; readonly model: ScriptedModel };
type HouseOptions = {
  readonly cli: CodingCliName;
  readonly script: Script;
  readonly answers: readonly Answer[];
  readonly more?: string;
  readonly usage?: { input: number; cached: number; output: number };
};
async function withHouse({ cli, script, answers, more, usage }: HouseOptions, use: (house: House) => Promise<void>) {
  let worked = 0;
  await using provider = await openCodingProvider({
    key: KEY,
    model: MODEL,
    ...(usage && { usage }),
    answer: ({ body }) => {
      if (isAside(body)) return { kind: "say", text: "A title" };
      return answers[worked++] ?? { kind: "say", text: "I changed the comparison." };
    },
  });
  await using model = await openScriptedModel(script);
  await using app = await startApp({
    modelUrl: model.baseUrl,
    config: configOf(cli, provider, more),
    secrets: { MODEL_API_KEY: "test-key-of-a-model", CLI_KEY: KEY },
    logFile: true,
  });
  linkPrograms(app.home, CODING_CLIS);
  await use({ app, provider, model });
}

for (const cli of CODING_CLIS) {
  const why = missing.get(cli) ?? null;
  describe.skipIf(why !== null)(`${cli}${why === null ? "" : `: ${why}`}`, () => {
    test("does a piece of a task once a person says so, and the checks decide about it", async () => {
      const hand = callsTool("coding_cli", { goal: "Mend the comparison in src/discount.js." });
      const script = [PLAN, hand, FINISH];
      await withHouse({ cli, script, answers: [TOOLS[cli](MEND)] }, async ({ app, provider }) => {
        await beginWork(app);
        const question = textOf(await app.until(/asks: hand work to/));
        expect(question).toContain("Mend the comparison in src/discount.js.");
        expect(question).toContain("127.0.0.1");
        expect(provider.asked).toEqual([]);
        await app.presses("Approve once");
        await app.until(/✅ Task 1/, "the proof");
        expect(provider.faults).toEqual([]);
        expect(provider.asked.length).toBeGreaterThanOrEqual(2);
        await app.says("/status");
        expect(readFileSync(join(app.home, "logs", "sparks.log"), "utf8")).not.toContain(KEY);
        expect(app.texts().join("\n")).not.toContain(KEY);
        await app.presses("Apply");
        await app.untilTrue(() => branches(app).length > 1, "the branch");
      });
    });
  });
}

const FIRST = CODING_CLIS.find((cli) => missing.get(cli) === null) ?? null;
describe.skipIf(FIRST === null)("whichever there is", () => {
  const cli: CodingCliName = FIRST ?? "codex";
  const hand = callsTool("coding_cli", { goal: "Mend the comparison in src/discount.js." });

  test("its ceiling holds where a person gives it no more: the model is told, the second run asks the provider for nothing", async () => {
    const script = [PLAN, hand, hand, FINISH];
    const answers = Array.from({ length: 50 }, () => TOOLS[cli](MEND));
    const usage = { input: 1000, cached: 0, output: 4000 };
    await withHouse({ cli, script, answers, usage, more: "ceiling_usd = 0.25" }, async ({ app, provider, model }) => {
      await beginWork(app);
      await app.presses("Approve like this for this task");
      const question = textOf(await app.until(/🔐 Task 1 asks: spend more/));
      expect(question).toMatch(/of \$0\.25 for \w[\w ]+ are spent, and the next request could cost/);
      await app.presses("No more for it");
      await app.until(/✅ Task 1/, "the proof of what it did until then");
      const told = (at: number) => JSON.stringify(model.requests[at]?.body.messages.at(-1));
      expect(told(2)).toContain("Its money is used up");
      const asked = provider.asked.length;
      expect(asked).toBeGreaterThan(0);
      expect(told(3)).toContain(" 0 requests and $0.0000");
      expect(told(3)).toContain("Its money is used up");
      expect(provider.asked.length).toBe(asked);
    });
  });
  const usage = { input: 1000, cached: 0, output: 4000 };
  const answers = Array.from({ length: 50 }, () => TOOLS[cli](MEND));
  const priced = "[tasks]\nmax_cost_usd = 0.4";
  test("when the task's money runs out in the middle of it a person is asked, and what it did stands until they answer", async () => {
    const script = [PLAN, hand, FINISH];
    const more = `${priced}\n[approvals]\nwait_minutes = 0`;
    await withHouse({ cli, script, answers, usage, more }, async ({ app, provider, model }) => {
      await app.says("Fix the failing test in sample");
      await app.presses("Approve");
      await app.presses("Approve once");
      const question = textOf(await app.until(/🔐 Task 1 asks: spend more/));
      expect(question).toMatch(/of \$0\.40 are spent, and the next request could cost \$0\.\d\d/);
      await app.until(/Put away until somebody decides/);
      const asked = provider.asked.length;
      expect(asked).toBeGreaterThan(0);
      await app.restart();
      expect(model.requests).toHaveLength(2);
      const buttons = (await app.until(/🔐 Task 1 asks: spend more/)).reply_markup?.inline_keyboard ?? [];
      await app.presses(buttons.flat().find(({ text }) => text.startsWith("Raise by "))?.text ?? "");
      await app.until(/✅ Task 1/, "the proof of what it did until then");
      expect(provider.asked).toHaveLength(asked);
      const told = JSON.stringify(model.requests[2]?.body.messages);
      expect(told).toContain("Its money is used up: The purse of the task has not enough left");
    });
  });
  test.each([
    ["the task's money", priced],
    ["its ceiling", "ceiling_usd = 0.4"],
  ])("when %s runs out it is held, and the same program goes on once a person gave more", async (_what, more) => {
    const script = [PLAN, hand, FINISH];
    const some = [...answers];
    await withHouse({ cli, script, answers: some, usage, more }, async ({ app, provider, model }) => {
      await app.says("Fix the failing test in sample");
      await app.presses("Approve");
      await app.presses("Approve once");
      const question = await app.until(/🔐 Task 1 asks: spend more/);
      await app.until(/Task 1[^]*coding_cli: out of money[^]*It is held/, "the card");
      const before = provider.asked.filter(({ body }) => !isAside(body));
      some.length = 0;
      const buttons = (question.reply_markup?.inline_keyboard ?? []).flat();
      await app.presses(buttons.find(({ text }) => text.startsWith("Raise by "))?.text ?? "");
      await app.until(/✅ Task 1/, "the proof of all that it did");
      const after = provider.asked.slice(before.length).filter(({ body }) => !isAside(body));
      expect(after.length).toBeGreaterThan(0);
      // The next request is of the same talk: it holds what was said in the last one, and more.
      const talkOf = ({ body }: { readonly body: unknown }) => JSON.stringify(body).length;
      expect(talkOf(after[0] ?? { body: "" })).toBeGreaterThan(talkOf(before.at(-1) ?? { body: "" }));
      expect(model.requests).toHaveLength(3);
      const told = JSON.stringify(model.requests[2]?.body.messages.at(-1));
      expect(told).toContain("I changed the comparison.");
      expect(told).not.toContain("money is used up");
    });
  });
  test.skipIf(missing.get("claude_code") !== null).each([
    ["the task's money", priced],
    ["its ceiling", "ceiling_usd = 0.4"],
  ])(
    "one that ends by itself while %s is asked for: the work waits, and its model is told why",
    async (_what, more) => {
      const dies = TOOLS.claude_code(`${MEND}; (sleep 8; kill -9 $PPID) > /dev/null 2>&1 & echo begun`);
      const some = Array.from({ length: 50 }, () => dies);
      const script = [PLAN, callsTool("coding_cli", { goal: "Mend src/discount.js.", cli: "claude_code" }), FINISH];
      await withHouse({ cli: "claude_code", script, answers: some, usage, more }, async ({ app, model }) => {
        await beginWork(app);
        await app.presses("Approve once");
        await app.until(/Task 1[^]*coding_cli: out of money[^]*It is held/, "the card");
        await app.until(/Task 1[^]*coding_cli: out of money[^]*it ended: more is asked for/, "the card, after its end");
        expect(model.requests).toHaveLength(2);
        const question = await app.until(/🔐 Task 1 asks: spend more/);
        const buttons = (question.reply_markup?.inline_keyboard ?? []).flat();
        await app.presses(buttons.find(({ text }) => text.startsWith("Raise by "))?.text ?? "");
        await app.until(/✅ Task 1/, "the proof of what it did until then");
        expect(model.requests).toHaveLength(3);
        const told = JSON.stringify(model.requests[2]?.body.messages.at(-1));
        expect(told).toContain("Its money is used up");
        expect(told).toContain("SIGKILL");
      });
    },
  );
  test("who restarts the program while it is held finds what it changed, and the same question", async () => {
    const script = [PLAN, hand, FINISH];
    const some = [...answers];
    await withHouse({ cli, script, answers: some, usage, more: priced }, async ({ app, provider, model }) => {
      await app.says("Fix the failing test in sample");
      await app.presses("Approve");
      await app.presses("Approve like this for this task");
      const held = await app.until(/🔐 Task 1 asks: spend more/);
      await app.until(/Task 1[^]*coding_cli: out of money/, "the card");
      const asked = provider.asked.length;
      some.length = 0;
      await app.restart();
      await app.until(/Task 1[^]*coding_cli: out of money/, "the card, of the program that was begun again");
      expect(provider.asked.length).toBe(asked);
      expect(app.texts().filter((text) => text.includes("asks: spend more"))).toHaveLength(1);
      const buttons = (held.reply_markup?.inline_keyboard ?? []).flat();
      await app.presses(buttons.find(({ text }) => text.startsWith("Raise by "))?.text ?? "");
      await app.until(/✅ Task 1/, "the proof of what it did before");
      expect(provider.asked.length).toBeGreaterThan(asked);
      expect(model.requests).toHaveLength(3);
    });
  });
  test.each([
    ["what it did until then is proved", MEND, "✅ Task 1"],
    ["what it did until then is kept, and not called done", "echo half >> notes.md", "❌ Task 1"],
  ])("who gives no more ends the task there, and the card says why: %s", async (_what, does, mark) => {
    const script = [PLAN, hand];
    const some = Array.from({ length: 50 }, () => TOOLS[cli](does));
    await withHouse({ cli, script, answers: some, usage, more: priced }, async ({ app, model }) => {
      await app.says("Fix the failing test in sample");
      await app.presses("Approve");
      await app.presses("Approve once");
      await app.until(/Task 1[^]*coding_cli: out of money[^]*more is asked for/, "the card");
      await app.presses("End");
      const ended = textOf(await app.until(/(✅|❌) Task 1[^]*Ada does not give more/));
      expect(ended).toContain(mark);
      expect(ended).toMatch(/1 file changed[^]*Proof/);
      expect(model.requests).toHaveLength(2);
    });
  });
  test("/stop ends it in the middle, with all that it began", async () => {
    const script = [PLAN, hand];
    await withHouse({ cli, script, answers: [TOOLS[cli]("tail -f /dev/null")] }, async ({ app, provider }) => {
      await beginWork(app);
      await app.presses("Approve once");
      await app.until(/Task 1[^]*tail -f/, "what it does, on the card");
      await app.says("/stop");
      await app.until(/Task 1[^]*[Ss]topped/);
      const asked = provider.asked.length;
      await app.app().idle();
      expect(await app.app().sandbox.live(AbortSignal.timeout(10_000))).toBe(0);
      expect(provider.asked.length).toBe(asked);
    });
  });
});
