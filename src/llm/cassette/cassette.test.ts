import { mkdtempDisposable, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Purpose, ModelMessage, ModelReply } from "../../core/ports/model.ts";
import { Secret } from "../../lib/secret.ts";
import { createHandClock } from "../../../test/support/hand-clock.ts";
import { callsTool, cuts, openScriptedModel, says, sends } from "../../../test/support/scripted-model.ts";
import { sse } from "../../../test/support/model-client.ts";
import { createModel } from "../model.ts";
import { type Cassette, loadCassette } from "./cassette.ts";
import { openCassettePlayer } from "./player.ts";
import { openCassetteRecorder } from "./recorder.ts";

const usage = { inputTokens: 10, outputTokens: 5 };
const cassette: Cassette = {
  version: 1,
  name: "demo",
  model: "gpt-5-mini",
  covers: ["Mend the parser"],
  episodes: [
    {
      purpose: "work",
      match: { goal: "mend .* parser" },
      turns: [
        { reply: { text: "I look first.", calls: [{ name: "read_file", arguments: { path: "parser.ts" } }] }, usage },
        { reply: { text: "It is mended." }, usage },
      ],
    },
    { purpose: "talk", match: { goal: "." }, turns: [{ reply: { text: "Shall I?" }, usage }] },
  ],
};

const KEY = new Secret("sk-real-0123456789");
const signal = new AbortController().signal;
const tools = [{ name: "read_file", description: "Reads.", parameters: { type: "object" } }];
type Served = { readonly baseUrl: string; readonly apiKey?: Secret };

function connect({ baseUrl, apiKey }: Served) {
  const provider = {
    name: "demo",
    provider: "recorded",
    model: "demo",
    local: true,
    covers: ["Mend the parser"],
  } as const;
  const options = { providers: [{ ...provider, baseUrl, apiKey }], retries: { attempts: 1 } };
  const model = createModel(options, { clock: createHandClock(), random: () => 0 });
  return {
    model,
    ask: (messages: readonly ModelMessage[], purpose: Purpose = "work") =>
      model.complete({ purpose, messages, tools, toolChoice: "auto", maxOutputTokens: 100 }, { signal }),
  };
}
const goal: ModelMessage[] = [
  { role: "system", text: "You are a spark." },
  { role: "user", text: "Please MEND the broken parser" },
];
function answered(messages: readonly ModelMessage[], { text, calls }: ModelReply): ModelMessage[] {
  const results = calls.map(({ id, name }) => ({ role: "tool" as const, callId: id, name, text: "…" }));
  return [...messages, { role: "assistant", text, calls }, ...results];
}

test("a recording answers turn by turn, by the conversation alone", async () => {
  await using player = await openCassettePlayer({ cassette, tokensPerSecond: 0 }, { clock: createHandClock() });
  const { ask, model } = connect(player);
  expect(model.about).toEqual({ kind: "recorded", name: "demo", covers: player.covers });
  const first = await ask(goal);
  expect(first).toMatchObject({ text: "I look first.", usage: { ...usage, costUsd: 0 } });
  expect(first.calls).toMatchObject([{ name: "read_file", arguments: { path: "parser.ts" } }]);
  const second = answered(goal, first);
  expect((await ask(second)).text).toBe("It is mended.");
  // As after a crash: another client with the same conversation goes on at the same turn.
  expect((await connect(player).ask(second)).text).toBe("It is mended.");
  expect((await ask(goal, "talk")).text).toBe("Shall I?");
});

test("what was not recorded is said to be so: another goal, another purpose, a turn too many", async () => {
  await using player = await openCassettePlayer({ cassette, tokensPerSecond: 0 }, { clock: createHandClock() });
  const { ask } = connect(player);
  const beyond = answered(answered(goal, await ask(goal)), {
    text: "It is mended.",
    calls: [],
    usage: { ...usage, costUsd: 0 },
    model: "demo",
  });
  const missing: [readonly ModelMessage[], Purpose][] = [
    [[{ role: "user", text: "Bake a cake" }], "work"],
    [goal, "summarise"],
    [beyond, "work"],
  ];
  for (const [messages, purpose] of missing) {
    await expect(ask(messages, purpose)).rejects.toMatchObject({ code: "model.not-recorded", data: { purpose } });
  }
});

test("at a pace, each piece waits for the clock", async () => {
  const clock = createHandClock();
  await using player = await openCassettePlayer({ cassette, tokensPerSecond: 50 }, { clock });
  let done = false;
  const reply = connect(player).ask(goal, "talk");
  const finished = reply.then(() => (done = true));
  // The role, two pieces of text, the finish and the usage.
  for (let piece = 0; piece < 5; piece += 1) {
    expect(done).toBe(false);
    await clock.untilSleeping(20);
    clock.advance(20);
  }
  await finished;
  expect((await reply).text).toBe("Shall I?");
});

test("what is recorded from a server plays back the same, and holds no secret", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "cassette-"));
  const file = join(folder.path, "demo.json");
  await using upstream = await openScriptedModel([
    callsTool("read_file", { path: `größe (${KEY.reveal()}).ts` }),
    says("Mended: ünï 👋"),
    says("Yes."),
  ]);
  const recorded: ModelReply[] = [];
  const options = { upstreamBaseUrl: upstream.baseUrl, apiKey: KEY, file, name: "demo", model: "gpt-5-mini" };
  {
    await using recorder = await openCassetteRecorder({ ...options, covers: ["Mend"] });
    const { ask } = connect(recorder);
    const first = await ask(goal);
    recorded.push(first, await ask(answered(goal, first)), await ask(goal, "talk"));
    expect(upstream.requests[0]?.headers.authorization).toBe(`Bearer ${KEY.reveal()}`);
    const written = await readFile(file, "utf8");
    expect(written).not.toContain(KEY.reveal());
    expect(written).not.toContain(recorder.apiKey.reveal());
  }
  const loaded = await loadCassette(file);
  expect(loaded).toMatchObject({ name: "demo", model: "gpt-5-mini", covers: ["Mend"] });
  await using player = await openCassettePlayer({ cassette: loaded, tokensPerSecond: 0 }, { clock: createHandClock() });
  const { ask } = connect(player);
  const first = await ask(goal);
  expect(first.calls).toMatchObject([{ name: "read_file", arguments: { path: "größe ([secret]).ts" } }]);
  expect(first.usage).toEqual(recorded[0]?.usage);
  expect((await ask(answered(goal, first))).text).toBe(recorded[1]?.text);
  expect((await ask(goal, "talk")).text).toBe("Yes.");
});

test("a recorder serves only who has its key, and records only whole answers", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "cassette-"));
  const file = join(folder.path, "demo.json");
  await using upstream = await openScriptedModel([cuts(3), sends(sse({ content: "Half an" }))]);
  const options = { upstreamBaseUrl: upstream.baseUrl, apiKey: KEY, file, name: "demo", model: "gpt-5-mini" };
  await using recorder = await openCassetteRecorder(options);
  await expect(connect({ baseUrl: recorder.baseUrl }).ask(goal)).rejects.toMatchObject({ code: "model.unauthorized" });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await expect(connect(recorder).ask(goal)).rejects.toMatchObject({ code: "model.incomplete" });
  }
  await expect(readFile(file)).rejects.toMatchObject({ code: "ENOENT" });
});

test("a conversation that began before the recording is refused, for its first turns would be missing", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "cassette-"));
  await using upstream = await openScriptedModel([]);
  const options = {
    upstreamBaseUrl: upstream.baseUrl,
    apiKey: KEY,
    file: join(folder.path, "a.json"),
    name: "a",
    model: "m",
  };
  await using recorder = await openCassetteRecorder(options);
  const later = answered(goal, { text: "Earlier.", calls: [], usage: { ...usage, costUsd: 0 }, model: "m" });
  await expect(connect(recorder).ask(later)).rejects.toMatchObject({ code: "model.refused" });
});

test.each([
  ["no JSON", "{", /JSON/],
  ["a wrong version", JSON.stringify({ ...cassette, version: 2 }), /version/],
  [
    "a pattern that is none",
    JSON.stringify({
      ...cassette,
      episodes: [{ purpose: "work", match: { goal: "(" }, turns: cassette.episodes[0]?.turns }],
    }),
    /goal/,
  ],
  [
    "an empty reply",
    JSON.stringify({
      ...cassette,
      episodes: [{ purpose: "work", match: { goal: "a" }, turns: [{ reply: {}, usage }] }],
    }),
    /reply/,
  ],
  ["an unknown key", JSON.stringify({ ...cassette, secret: "x" }), /secret/],
])("a file with %s is no cassette, and the fault says why", async (_, text, problem) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "cassette-"));
  const file = join(folder.path, "bad.json");
  await writeFile(file, text);
  await expect(loadCassette(file)).rejects.toMatchObject({
    code: "config.invalid",
    data: { file, problems: [expect.stringMatching(problem)] },
  });
});
