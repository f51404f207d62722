import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createClient } from "../../src/cli/client.ts";
import { OWNER, startApp, TOKEN, type TestApp } from "../support/app.ts";
import { describeCanariesInSandbox } from "../contracts/sandbox-canaries.ts";
import { bytesIn } from "../support/bytes.ts";
import { disguises, findCanaries, newCanary } from "../support/canaries.ts";
import { gitAsAda, makeAdasRepository } from "../support/git-as-ada.ts";
import { callsTool, fails, openScriptedModel, says, type ScriptedModel } from "../support/scripted-model.ts";
import { openTranscriptionServer } from "../support/transcription-server.ts";

const MODEL_KEY = newCanary("model");
const SPEECH_KEY = newCanary("speech");
const HOOK_SECRET = newCanary("hook");
const FORGE_TOKEN = newCanary("forge");
const SECRETS = {
  MODEL_API_KEY: MODEL_KEY,
  SPEECH_API_KEY: SPEECH_KEY,
  ALERTS_WEBHOOK_SECRET: HOOK_SECRET,
  GITHUB_TOKEN: FORGE_TOKEN,
};
const CANARIES = [...Object.values(SECRETS), TOKEN];
/** Every secret in every disguise, one a line, with a word before it that shows that the line itself came through. */
const SAID = CANARIES.flatMap((value, index) =>
  disguises(value).map((disguise, form) => `line ${index}.${form}: ${disguise} .`),
).join("\n\n");
const SHORT = `${MODEL_KEY} ${Buffer.from(FORGE_TOKEN).toString("base64")}`;

const PLAN = callsTool("propose_plan", {
  title: `The plan ${MODEL_KEY}`,
  summary: disguises(SPEECH_KEY).join(" . "),
  steps: [{ text: `Mend it with ${FORGE_TOKEN}`, risk: "low" }],
  criteria: [{ text: `It passes ${Buffer.from(HOOK_SECRET).toString("hex")}`, check: "node:test" }],
});

/** A repository that says the secrets wherever one can: files, their names, a branch, commits, the output of its tests. */
function makeRepository(folder: string): string {
  mkdirSync(join(folder, "test"), { recursive: true });
  const files = {
    "package.json": `{"name":"nest","version":"1.0.0","description":"${MODEL_KEY}","type":"module","scripts":{"test":"node --test"}}\n`,
    "one.js": "export const one = 2;\n",
    "test/one.test.js": `import assert from "node:assert";\nimport test from "node:test";\nimport { one } from "../one.js";\ntest("one ${MODEL_KEY}", () => assert.equal(one, 1, ${JSON.stringify(SAID)}));\n`,
    "README.md": `# Nest\n\n${SAID}\n`,
    [`notes-${FORGE_TOKEN}.md`]: "A file.\n",
    [`${Buffer.from(SPEECH_KEY).toString("hex")}.txt`]: "Another.\n",
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  makeAdasRepository(folder, `First ${SHORT}\n\n${SAID}`);
  gitAsAda(folder, "branch", `feature/${FORGE_TOKEN}`);
  return folder;
}
/** Whatever the bot asked of Telegram's server; a file it uploads is looked at by whoever downloads it. */
function requestsOf(app: TestApp): string {
  return JSON.stringify(app.emulator.requests.map(({ method, payload }) => ({ method, payload })));
}
async function expectNoCanary(app: TestApp, model: ScriptedModel): Promise<void> {
  await app.app().idle();
  const client = createClient(join(app.home, "sparks.sock"));
  const answers = await Promise.all(
    ["/v1/tasks", "/v1/tasks/1", "/v1/log?limit=5000", "/v1/repositories"].map((path) =>
      client.call<unknown>("GET", path),
    ),
  );
  const places = {
    "the requests to Telegram": requestsOf(app),
    "the log file": bytesIn(join(app.home, "logs"), /sparks\.log/),
    "the database": bytesIn(app.home, /^sparks\.db/),
    "what the command line is answered": JSON.stringify(answers),
    "what the model was told": JSON.stringify(model.requests.map(({ body }) => body)),
  };
  const found = Object.entries(places).flatMap(([place, text]) =>
    findCanaries(CANARIES, text).map((near) => `${place}: ${near}`),
  );
  expect(found).toEqual([]);
}

test("the test itself sees each disguise of each secret, and none where there is none", () => {
  for (const value of CANARIES)
    for (const disguise of disguises(value)) {
      expect(findCanaries([value], `x ${disguise} y`), disguise).not.toEqual([]);
      expect(findCanaries([value], JSON.stringify({ a: `x ${disguise} y` })), disguise).not.toEqual([]);
    }
  expect(findCanaries(CANARIES, `${SAID.replaceAll(/: .*/gu, "")} [secret]`)).not.toEqual([]);
  expect(findCanaries(CANARIES, "line 0.0: [secret] .")).toEqual([]);
});

test("a hostile model and a hostile repository bring no secret into chats, logs, the database or prompts", async () => {
  await using model = await openScriptedModel([
    says(SAID),
    fails(400, {}, { message: `Incorrect API key provided: ${MODEL_KEY}, ${SAID}` }),
    PLAN,
    callsTool("read_file", { path: "README.md" }, { text: SAID }),
    callsTool("list_files", {}),
    callsTool("search", { pattern: "line" }),
    callsTool("read_file", { path: `missing-${SHORT}.md` }),
    callsTool("git", { action: "log", args: ["--all"] }),
    callsTool("shell", { command: `cat README.md; git branch --all; echo ${FORGE_TOKEN} >&2; exit 3` }),
    callsTool("write_file", { path: `src/${MODEL_KEY}.js`, content: SAID }),
    callsTool("no_such_tool", { said: SAID }),
    callsTool("write_file", { path: ".github/workflows/ci.yml", content: `on: push\n# ${SAID}\n` }),
    callsTool("edit_file", { path: "one.js", old_text: "2", new_text: "1" }),
    callsTool("finish", { summary: `Done.\n\n${SAID}` }),
  ]);
  await using speech = await openTranscriptionServer([{ status: 401 }, { text: SHORT }]);
  await using app = await startApp({
    modelUrl: model.baseUrl,
    secrets: SECRETS,
    logFile: true,
    config: `[speech]\nurl = "${speech.url}"`,
  });
  await app.says("Hello, who are you?");
  await app.until(/line 4\.12: \[secret\]/);
  await app.says("And what can you do?");
  await app.until(/⚠️[^]*\[secret\]|⚠️[^]*refus/);
  const sendsVoice = () =>
    app.emulator.people.sendsFile({
      chatId: OWNER,
      userId: OWNER,
      name: "v.ogg",
      mime: "audio/ogg",
      bytes: new Uint8Array(2000).fill(7),
    });
  sendsVoice();
  await app.until(/could not make text of it/);
  sendsVoice();
  await app.until(/This is what I heard[^]*\[secret\]/);
  await app.presses("Discard");
  await app.says(`/repo add ${makeRepository(join(app.home, "nest"))}`);
  await app.until(/nest/);
  await app.says(`Make the failing test of nest pass, and say ${FORGE_TOKEN}`);
  await app.presses("Approve");
  await app.until(/🔐 Task 1 asks[^]*ci\.yml/);
  await app.presses("Approve once");
  await app.until(/(?:✅|⚠️|❌) Task 1[^]*line 4\.12/u);
  for (const command of ["/task 1", "/review 1h detailed", `/search ${FORGE_TOKEN}`]) await app.says(command);
  await app.until(/Review of the last/);
  await expectNoCanary(app, model);
  for (const { headers } of model.requests) {
    const { authorization, ...others } = headers;
    expect(authorization).toBe(`Bearer ${MODEL_KEY}`);
    expect(findCanaries(CANARIES, JSON.stringify(others))).toEqual([]);
  }
  expect(speech.heard.map(({ key }) => key)).toEqual([`Bearer ${SPEECH_KEY}`, `Bearer ${SPEECH_KEY}`]);
});

describeCanariesInSandbox("bubblewrap");
