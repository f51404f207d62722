import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { placeOf } from "../../src/coding-clis/installed.ts";
import type { CodingCliName } from "../../src/core/ports/coding-clis.ts";
import { OTHER, letIn, startApp, type TestApp } from "../support/app.ts";
import { callsTool, openScriptedModel } from "../support/scripted-model.ts";

const CONFIG = `[coding_clis.claude_code]
enabled = true
[coding_clis.codex]
enabled = true`;
const SECRETS = { MODEL_API_KEY: "test-key-of-a-model", CLAUDE_CODE_API_KEY: "sk-of-claude-0001" };
/** A file where the program would be: enough for what looks whether it is there. */
function pretend(app: TestApp, name: CodingCliName): void {
  const place = placeOf(join(app.home, "programs"), name, process.arch);
  if (place === null) throw new Error(`there is no ${name} for this processor`);
  mkdirSync(dirname(join(place.folder, place.program)), { recursive: true });
  writeFileSync(join(place.folder, place.program), "");
}
async function answer(app: TestApp, said: string, pattern: RegExp): Promise<string> {
  const before = app.texts().length;
  await app.says(said);
  await app.untilTrue(
    () =>
      app
        .texts()
        .slice(before)
        .some((text) => pattern.test(text)),
    `${said} → ${String(pattern)}`,
  );
  return app.texts().slice(before).join("\n");
}

test("where none is switched on, /cli says how to", async () => {
  await using app = await startApp();
  await answer(app, "/cli", /No coding CLI is switched on[^]*\[coding_clis\.codex\]/);
  await answer(app, "/cli codex", /Codex is not switched on; nothing was changed/);
  await answer(app, "/cli_model gpt-5.2", /No coding CLI is switched on/);
});
test("one that is missing or has no key is told of with what helps, and is not chosen", async () => {
  await using app = await startApp({ config: CONFIG, secrets: SECRETS });
  await answer(
    app,
    "/cli claude_code",
    /Claude Code cannot be used: Claude Code is not installed[^]*sparks coding-clis install claude_code/,
  );
  pretend(app, "codex");
  await answer(app, "/cli codex", /Codex has no key of its own[^]*sparks secrets set CODEX_API_KEY/);
  await answer(app, "/cli codecs", /no coding CLI that I know; nothing was changed[^]*codex/);
  await answer(app, "/cli", /None works now[^]*Claude Code is not installed/);
  await answer(app, "/health", /Claude Code[^]*sparks coding-clis install claude_code/);
});
test("what a chat chose is checked, kept over a restart, its own, and in the record", async () => {
  await using app = await startApp({ config: CONFIG, secrets: { ...SECRETS, CODEX_API_KEY: "sk-of-codex-0001" } });
  pretend(app, "claude_code");
  pretend(app, "codex");
  await answer(app, "/cli", /Claude Code, the usual one/);
  await answer(app, "/cli Codex", /Codex with gpt-5\.3-codex for tasks of this chat/);
  await answer(
    app,
    "/cli_model nobody-knows-1",
    /nobody knows what nobody-knows-1 costs[^]*Nothing was changed; Codex uses gpt-5\.3-codex/,
  );
  await answer(app, "/cli_model ../../etc", /no name of a model[^]*Nothing was changed/);
  await answer(app, "/cli_model gpt-5.2", /Codex: gpt-5\.3-codex → gpt-5\.2 in this chat/);
  await app.restart();
  await answer(app, "/cli", /Codex, chosen for this chat[^]*codex with gpt-5\.2/);
  await letIn(app, OTHER, "member");
  await app.says("/cli", OTHER);
  await app.untilTrue(
    () => app.texts(OTHER).some((text) => /Claude Code, the usual one/.test(text)),
    "the other's own",
  );
  await answer(app, "/review", /chat\.cli_model\.codex[^]*gpt-5\.2/);
  await answer(app, "/cli_model reset", /gpt-5\.2 → gpt-5\.3-codex/);
  await answer(app, "/cli reset", /Back to what the settings say[^]*Claude Code, the usual one/);
});
test("the model is offered the one that was chosen, and nothing where they are off", async () => {
  const plan = {
    title: "Look",
    summary: "Looks.",
    steps: [{ text: "Look", risk: "low" }],
    criteria: [{ text: "The tests pass", check: "node:test" }],
  };
  const finish = callsTool("finish", { summary: "Looked." });
  await using model = await openScriptedModel([
    callsTool("propose_plan", plan),
    finish,
    callsTool("propose_plan", plan),
    finish,
  ]);
  await using app = await startApp({
    modelUrl: model.baseUrl,
    config: CONFIG,
    secrets: { ...SECRETS, CODEX_API_KEY: "sk-of-codex-0001" },
  });
  pretend(app, "claude_code");
  pretend(app, "codex");
  const offered = (at: number) =>
    JSON.stringify(model.requests[at]?.body.tools?.filter(({ function: { name } }) => name === "coding_cli"));
  await answer(app, "/cli codex", /Codex with/);
  await app.says("Look at sample");
  await app.presses("Approve");
  await app.until(/Task 1[^]*Looked|Task 1[^]*Nothing was changed/);
  expect(offered(1)).toContain("Hands a piece of the work to Codex,");
  expect(offered(1)).not.toContain("Claude");
  await answer(app, "/cli off", /hand no work to coding CLIs/);
  await answer(app, "/cli_model gpt-5.2", /off in this chat; nothing was changed/);
  await app.says("Look at sample");
  await app.until(/Task 2[^]*Done when/, "the second plan");
  await app.presses("Approve");
  await app.until(/Task 2[^]*Looked|Task 2[^]*Nothing was changed/);
  expect(offered(3)).toBe("[]");
});
test("the settings' row goes from one to the next, and to none", async () => {
  await using app = await startApp({ config: CONFIG, secrets: SECRETS });
  pretend(app, "claude_code");
  await app.says("/settings");
  await app.presses("🛠 Coding CLI: Claude Code, as set for all");
  await app.presses("🛠 Coding CLI: Claude Code");
  await app.presses("🛠 Coding CLI: off");
  await app.presses("🛠 Coding CLI: Claude Code, as set for all");
});
