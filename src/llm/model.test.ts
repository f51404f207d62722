import { expect, test } from "vitest";
import { isFault } from "../core/fault.ts";
import {
  faultOf,
  neverAborted as signal,
  providerAt as provider,
  sse,
  startModel as start,
  TEST_KEY as KEY,
  workRequest as request,
} from "../../test/support/model-client.ts";
import {
  after,
  callsTool,
  callsTools,
  fails,
  openScriptedModel,
  says,
  saysLines,
  sends,
} from "../../test/support/scripted-model.ts";

test("text arrives in pieces and is whole at the end, with what it cost", async () => {
  await using server = await openScriptedModel([says("Grüße, 世界 👋🏽!")]);
  const { model } = start([provider(server.baseUrl)]);
  const pieces: string[] = [];
  const reply = await model.complete(request, { signal, onText: (delta) => pieces.push(delta) });
  expect(reply).toEqual({
    text: "Grüße, 世界 👋🏽!",
    calls: [],
    usage: { inputTokens: 100, outputTokens: 20, costUsd: (100 * 0.25 + 20 * 2) / 1e6 },
    model: "gpt-5-mini",
  });
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join("")).toBe(reply.text);
});

test("the request names its purpose, its limit and its tools, and carries the key", async () => {
  await using server = await openScriptedModel([says("Yes."), says("Yes.")]);
  await start([provider(server.baseUrl)]).model.complete(request, { signal });
  const local = provider(server.baseUrl, { provider: "ollama", apiKey: undefined, local: true });
  await start([local]).model.complete({ ...request, tools: [] }, { signal });
  const [first, second] = server.requests;
  expect(first?.headers["x-sparks-purpose"]).toBe("work");
  expect(first?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(first?.body).toMatchObject({ model: "gpt-5-mini", max_completion_tokens: 1000, tool_choice: "auto" });
  expect(second?.headers.authorization).toBeUndefined();
  expect(second?.body).toMatchObject({ max_tokens: 1000 });
  expect(second?.body.tools).toBeUndefined();
});

test("tool calls come back parsed, and the next request answers them", async () => {
  await using server = await openScriptedModel([
    callsTools([
      { name: "read_file", arguments: { path: "ä".repeat(50) }, id: "one" },
      { name: "no_such_tool", arguments: {}, id: "two" },
    ]),
    says("Done."),
  ]);
  const { model } = start([provider(server.baseUrl)]);
  const { calls } = await model.complete(request, { signal });
  expect(calls).toEqual([
    { id: "one", name: "read_file", kind: "parsed", arguments: { path: "ä".repeat(50) } },
    { id: "two", name: "no_such_tool", kind: "parsed", arguments: {} },
  ]);
  const answers = calls.map(({ id, name }) => ({ role: "tool" as const, callId: id, name, text: "…" }));
  const messages = [...request.messages, { role: "assistant" as const, text: "", calls }, ...answers];
  expect((await model.complete({ ...request, messages }, { signal })).text).toBe("Done.");
});

test("arguments that are no JSON object are told, never guessed, and can be sent back", async () => {
  await using server = await openScriptedModel([
    callsTools([
      { name: "read_file", arguments: '{"path": "a' },
      { name: "read_file", arguments: "" },
      { name: "read_file", arguments: "[1]" },
    ]),
    says("Sorry."),
  ]);
  const { model } = start([provider(server.baseUrl)]);
  const { calls } = await model.complete(request, { signal });
  expect(calls.map(({ kind }) => kind)).toEqual(["invalid", "invalid", "invalid"]);
  expect(calls[0]).toMatchObject({ raw: '{"path": "a' });
  const answers = calls.map(({ id, name }) => ({ role: "tool" as const, callId: id, name, text: "no JSON" }));
  const messages = [...request.messages, { role: "assistant" as const, text: "", calls }, ...answers];
  await model.complete({ ...request, messages }, { signal });
  const sent = server.requests[1]?.body.messages[2];
  expect(sent).toMatchObject({
    tool_calls: [{ function: { arguments: '{"unparsable_arguments":"{\\"path\\": \\"a"}' } }, {}, {}],
  });
});

test("missing and repeated ids of calls are mended, also against earlier turns", async () => {
  const twice = callsTools([
    { name: "read_file", arguments: {}, id: "call_0" },
    { name: "read_file", arguments: {}, id: "call_0" },
    { name: "read_file", arguments: {}, id: "" },
  ]);
  await using server = await openScriptedModel([twice, twice, says("Done.")]);
  const { model } = start([provider(server.baseUrl)]);
  let messages = request.messages;
  for (let turn = 0; turn < 2; turn += 1) {
    const { calls } = await model.complete({ ...request, messages }, { signal });
    const answers = calls.map(({ id, name }) => ({ role: "tool" as const, callId: id, name, text: "…" }));
    messages = [...messages, { role: "assistant", text: "", calls }, ...answers];
  }
  const ids = messages.flatMap((each) => (each.role === "assistant" ? each.calls.map(({ id }) => id) : []));
  expect(new Set(ids).size).toBe(6);
  await model.complete({ ...request, messages }, { signal });
});

test("a tool whose name no provider takes is called by its own name", async () => {
  const name = "mcp:files:read things, please " + "x".repeat(60);
  const tools = [{ name, description: "", parameters: { type: "object" } }];
  await using server = await openScriptedModel([
    ({ body }) => callsTool(body.tools?.[0]?.function.name ?? "", { a: 1 }, {}),
  ]);
  const reply = await start([provider(server.baseUrl)]).model.complete({ ...request, tools }, { signal });
  expect(reply.calls[0]).toMatchObject({ name, arguments: { a: 1 } });
});

test("ten thousand lines arrive whole", async () => {
  await using server = await openScriptedModel([saysLines(10_000)]);
  const { text } = await start([provider(server.baseUrl)]).model.complete(request, { signal });
  expect(text.split("\n")).toHaveLength(10_000);
});

test("an answer far longer than any limit is not taken", async () => {
  await using server = await openScriptedModel([sends(sse({ content: "x".repeat(5 * 1024 * 1024) }))]);
  const fault = await faultOf(start([provider(server.baseUrl)]).model.complete(request, { signal }));
  expect(fault.data).toEqual({ model: "gpt-5-mini", reason: "The answer is longer than 4 Mi characters." });
});

test("where the server counts no tokens, or nonsense, they are estimated", async () => {
  const nonsense = { usage: { prompt_tokens: -5, completion_tokens: null } };
  const body = `${sse({ content: "12345678" }, "stop")}data: ${JSON.stringify({ choices: [], ...nonsense })}\n\n`;
  await using server = await openScriptedModel([sends(sse({ content: "12345678" }, "stop")), sends(body)]);
  const { model } = start([provider(server.baseUrl, { model: "unheard-of" })]);
  for (let turn = 0; turn < 2; turn += 1) {
    const { usage } = await model.complete(request, { signal });
    expect(usage.inputTokens).toBeGreaterThan(50);
    expect(usage.outputTokens).toBeGreaterThanOrEqual(2);
    expect(usage.costUsd).toBeNull();
  }
});

test("what OpenRouter says it billed is the cost; nobody else is believed", async () => {
  const usage = { prompt_tokens: 10, completion_tokens: 5, cost: 0.0125 };
  const body = `${sse({ content: "Hi." }, "stop")}data: ${JSON.stringify({ choices: [], usage })}\n\ndata: [DONE]\n\n`;
  await using server = await openScriptedModel([sends(body), sends(body)]);
  const costAt = async (kind: "openrouter" | "compatible") => {
    const { model } = start([provider(server.baseUrl, { provider: kind, model: "some/model" })]);
    return (await model.complete(request, { signal })).usage.costUsd;
  };
  expect(await costAt("openrouter")).toBe(0.0125);
  expect(await costAt("compatible")).toBeNull();
});

test("when the first provider cannot, the next one answers and says that it did", async () => {
  const reply = Promise.withResolvers<void>();
  await using down = await openScriptedModel([fails(401)]);
  await using up = await openScriptedModel([after(reply.promise, says("From the other."))]);
  const providers = [provider(down.baseUrl), provider(up.baseUrl, { name: "spare", model: "qwen3", local: true })];
  const { events, model } = start(providers);
  const completed = model.complete(request, { signal });
  await up.untilRequests(1);
  reply.resolve();
  expect(await completed).toMatchObject({ text: "From the other.", model: "qwen3", usage: { costUsd: 0 } });
  expect(events).toEqual([{ kind: "model.fell-back", from: "main", to: "spare", fault: "model.unauthorized" }]);
});

test("a provider that failed is asked last for a minute, then first again", async () => {
  await using main = await openScriptedModel([fails(404), says("Back.")]);
  await using spare = await openScriptedModel([says("One."), says("Two.")]);
  const { clock, model } = start([provider(main.baseUrl), provider(spare.baseUrl, { name: "spare" })]);
  expect((await model.complete(request, { signal })).text).toBe("One.");
  expect((await model.complete(request, { signal })).text).toBe("Two.");
  clock.advance(60_000);
  expect((await model.complete(request, { signal })).text).toBe("Back.");
});

test("an answer that broke off says nothing of the next one: its provider stays first", async () => {
  await using main = await openScriptedModel([says(""), says("Here I am.")]);
  await using spare = await openScriptedModel([says("Instead.")]);
  const retries = { attempts: 1 };
  const { model } = start([provider(main.baseUrl), provider(spare.baseUrl, { name: "spare" })], { retries });
  expect((await model.complete(request, { signal })).text).toBe("Instead.");
  expect((await model.complete(request, { signal })).text).toBe("Here I am.");
});

test("a refusal is an answer: no other provider is asked", async () => {
  await using main = await openScriptedModel([says("", { finish: "content_filter" })]);
  await using spare = await openScriptedModel([]);
  const { model } = start([provider(main.baseUrl), provider(spare.baseUrl)]);
  expect((await faultOf(model.complete(request, { signal }))).code).toBe("model.refused");
});

test("when none can, the fault is that of the provider people chose", async () => {
  await using main = await openScriptedModel([fails(404)]);
  await using spare = await openScriptedModel([fails(401)]);
  const { model } = start([provider(main.baseUrl), provider(spare.baseUrl, { name: "spare" })]);
  expect((await faultOf(model.complete(request, { signal }))).code).toBe("model.unavailable");
});

test("without a provider there is no model, and a hint says what to do", async () => {
  const { model } = start([]);
  expect(model.about.kind).toBe("none");
  const fault = await faultOf(model.complete(request, { signal }));
  expect(isFault(fault, "model.none") && fault.data.hint).toContain("Ollama");
});

test("a context that Ollama cut is told, once an answer shows it", async () => {
  const short = { usage: { inputTokens: 2048, outputTokens: 1 } };
  await using server = await openScriptedModel([says("What?", short), says("What?", short), says("I see.")]);
  const messages = [...request.messages, { role: "user" as const, text: "word ".repeat(8000) }];
  const { events, model } = start([provider(server.baseUrl, { provider: "ollama", local: true })]);
  await model.complete({ ...request, messages }, { signal });
  expect(events).toMatchObject([
    { kind: "fault", code: "model.truncated", detail: expect.stringContaining("2048 of") },
  ]);
  await start([provider(server.baseUrl)]).model.complete({ ...request, messages }, { signal });
  await model.complete(request, { signal });
  expect(events).toHaveLength(1);
});

test("nothing of the environment goes to a server: no key, no header, no facts of the machine", async () => {
  const strange = { OPENAI_API_KEY: "sk-from-environment", OPENAI_CUSTOM_HEADERS: "x-other-key: abc" };
  Object.assign(process.env, strange);
  try {
    await using server = await openScriptedModel([says("Hello.")]);
    await start([provider(server.baseUrl, { apiKey: undefined })]).model.complete(request, { signal });
    expect(Object.keys(server.requests[0]?.headers ?? {}).toSorted()).toEqual([
      "accept",
      "connection",
      "content-length",
      "content-type",
      "host",
      "user-agent",
      "x-sparks-purpose",
    ]);
  } finally {
    for (const name of Object.keys(strange)) delete process.env[name];
  }
});
