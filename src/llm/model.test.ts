import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import type { Event } from "../core/events.ts";
import { Fault, type FaultCode, isFault } from "../core/fault.ts";
import type { ModelRequest } from "../core/ports/model.ts";
import { Secret } from "../lib/secret.ts";
import { createHandClock, type HandClock } from "../../test/support/hand-clock.ts";
import {
  after,
  callsTool,
  callsTools,
  cuts,
  fails,
  openScriptedModel,
  says,
  saysLines,
  type Scripted,
  sends,
  stalls,
} from "../../test/support/scripted-model.ts";
import { createModel } from "./model.ts";
import type { ModelOptions, ProviderOptions } from "./options.ts";

const KEY = "sk-test-0123456789abcdef";

const request: ModelRequest = {
  purpose: "work",
  messages: [
    { role: "system", text: "You are a spark." },
    { role: "user", text: "Mend the parser." },
  ],
  tools: [
    {
      name: "read_file",
      description: "Reads a file.",
      parameters: { type: "object", properties: { path: { type: "string" } } },
    },
  ],
  toolChoice: "auto",
  maxOutputTokens: 1000,
};

function provider(baseUrl: string, more: Partial<ProviderOptions> = {}): ProviderOptions {
  const base = { name: "main", provider: "openai", model: "gpt-5-mini", local: false } as const;
  return { ...base, baseUrl, apiKey: new Secret(KEY), ...more };
}

/** A model whose chance is always a half, so that its waits are 250, 500 and 1000 ms. */
function start(providers: readonly ProviderOptions[], more: Partial<ModelOptions> = {}) {
  const clock = createHandClock(1_000_000);
  const events: Event[] = [];
  const model = createModel({ providers, ...more }, { clock, random: () => 0.5, emit: (event) => events.push(event) });
  return { clock, events, model };
}

async function wakeAfter(clock: HandClock, ms: number): Promise<void> {
  await clock.untilSleeping(ms);
  clock.advance(ms);
}

const signal = new AbortController().signal;

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Fault)) throw new Error(`expected a fault, got ${inspect(error)}`);
  return error;
}

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

function sse(delta: object, finish_reason: string | null = null): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
}

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

test("what OpenRouter says it billed is the cost", async () => {
  const usage = { prompt_tokens: 10, completion_tokens: 5, cost: 0.0125 };
  const body = `${sse({ content: "Hi." }, "stop")}data: ${JSON.stringify({ choices: [], usage })}\n\ndata: [DONE]\n\n`;
  await using server = await openScriptedModel([sends(body)]);
  const { model } = start([provider(server.baseUrl, { provider: "openrouter", model: "some/model" })]);
  expect((await model.complete(request, { signal })).usage.costUsd).toBe(0.0125);
});

const once: [string, Scripted, FaultCode, object?][] = [
  ["401", fails(401), "model.unauthorized", { model: "gpt-5-mini", provider: "main" }],
  ["403", fails(403), "model.unauthorized"],
  ["404", fails(404, {}, { message: "no such model" }), "model.unavailable"],
  ["402", fails(402), "model.unavailable"],
  ["a redirect", fails(302, { location: "http://127.0.0.1:1/" }), "model.unavailable"],
  ["a missing recording", fails(404, {}, { code: "cassette_miss" }), "model.not-recorded", { purpose: "work" }],
  ["400", fails(400, {}, { message: "bad tool" }), "model.refused", { model: "gpt-5-mini", reason: "bad tool" }],
  ["a full context", fails(400, {}, { code: "context_length_exceeded" }), "model.refused"],
  ["llama.cpp's full context", fails(500, {}, { message: "exceeds the available context size" }), "model.refused"],
  ["an empty purse", fails(429, {}, { code: "insufficient_quota" }), "model.rate-limited"],
  ["a ban on retries", fails(503, { "x-should-retry": "false" }), "model.unavailable"],
  ["a filtered answer", says("I", { finish: "content_filter" }), "model.refused"],
  ["a refusal", sends(sse({ refusal: "I will not." }, "stop")), "model.refused"],
];
test.each(once)("%s is not asked for again", async (_, scripted, code, data) => {
  await using server = await openScriptedModel([scripted]);
  const { events, model } = start([provider(server.baseUrl)]);
  const fault = await faultOf(model.complete(request, { signal }));
  expect(fault.code).toBe(code);
  if (data !== undefined) expect(fault.data).toEqual(data);
  expect(events).toEqual([]);
});

const often: [string, Scripted, FaultCode][] = [
  ["500", fails(500), "model.unavailable"],
  ["502", fails(502), "model.unavailable"],
  ["529", fails(529), "model.unavailable"],
  ["408", fails(408), "model.unavailable"],
  ["429", fails(429), "model.rate-limited"],
  ["a page of HTML", sends("<html>Bad gateway</html>", "text/html"), "model.unavailable"],
  ["an error inside the stream", sends('data: {"error":{"code":502,"message":"upstream"}}\n\n'), "model.unavailable"],
  ["a limit inside the stream", sends('data: {"error":{"code":429,"message":"slow"}}\n\n'), "model.rate-limited"],
];
test.each(often)("%s is asked again after growing waits, four times in all", async (_, scripted, code) => {
  await using server = await openScriptedModel([scripted, scripted, scripted, scripted]);
  const { clock, events, model } = start([provider(server.baseUrl)]);
  const faulted = faultOf(model.complete(request, { signal }));
  for (const wait of [250, 500, 1000]) await wakeAfter(clock, wait);
  expect((await faulted).code).toBe(code);
  expect(
    events.map((event) => (event.kind === "model.retried" ? [event.attempt, event.waitMs, event.fault] : event)),
  ).toEqual([
    [1, 250, code],
    [2, 500, code],
    [3, 1000, code],
  ]);
});

const twice: [string, Scripted][] = [
  ["a stream that is cut", cuts(4)],
  [
    "a stream that is cut in a tool call",
    cuts(3, { calls: [{ id: "a", name: "read_file", arguments: '{"path":"abcdefgh"}' }] }),
  ],
  ["a stream that ends without a finish", sends(sse({ content: "Half an" }))],
  ["a stream that is done without a finish", sends(`${sse({ content: "Half an" })}data: [DONE]\n\n`)],
  ["a stream of garbage", sends("data: {not json\n\n")],
  ["an empty stream", sends("")],
  ["an empty answer", says("")],
  ["an answer of white space", says(" \n")],
  ["a tool call cut by the limit", callsTool("read_file", { path: "a" }, { finish: "length" })],
  ["an answer that is all thinking", says("", { finish: "length" })],
  ["a call without a name", callsTool("", {})],
];
test.each(twice)("%s is incomplete, and asked for once more", async (_, scripted) => {
  await using server = await openScriptedModel([scripted, scripted]);
  const { clock, model } = start([provider(server.baseUrl)]);
  const faulted = faultOf(model.complete(request, { signal }));
  await wakeAfter(clock, 250);
  expect((await faulted).code).toBe("model.incomplete");
});

test("text of an answer that broke off is taken back before the next one begins", async () => {
  await using server = await openScriptedModel([cuts(4), fails(500), says("A whole answer.")]);
  const { clock, model } = start([provider(server.baseUrl)]);
  let shown = "";
  let restarts = 0;
  const onText = (delta: string) => (shown += delta);
  const onRestart = () => {
    expect(shown).toBe("These are th");
    shown = "";
    restarts += 1;
  };
  const reply = model.complete(request, { signal, onText, onRestart });
  for (const wait of [250, 500]) await wakeAfter(clock, wait);
  expect((await reply).text).toBe("A whole answer.");
  expect(shown).toBe("A whole answer.");
  expect(restarts).toBe(1);
});

test("a long text that ends at the limit is still an answer", async () => {
  await using server = await openScriptedModel([says("As far as it went", { finish: "length" })]);
  expect((await start([provider(server.baseUrl)]).model.complete(request, { signal })).text).toBe("As far as it went");
});

test.each([
  ["in seconds", "7", 7250],
  ["as a date", new Date(1_000_000 + 9000).toUTCString(), 9250],
])("a wait asked for %s is kept, with jitter on top", async (_, header, wait) => {
  await using server = await openScriptedModel([fails(429, { "retry-after": header }), says("Now.")]);
  const { clock, model } = start([provider(server.baseUrl)]);
  const reply = model.complete(request, { signal });
  await wakeAfter(clock, wait);
  expect((await reply).text).toBe("Now.");
});

test("a wait longer than the cap is not waited for, and told", async () => {
  await using server = await openScriptedModel([fails(429, { "retry-after": "3600" })]);
  const fault = await faultOf(start([provider(server.baseUrl)]).model.complete(request, { signal }));
  expect(fault.data).toEqual({ model: "gpt-5-mini", retryAfterMs: 3_600_000 });
});

test("a model that sends nothing at all times out, twice", async () => {
  await using server = await openScriptedModel([stalls(), stalls()]);
  const { clock, model } = start([provider(server.baseUrl)]);
  const faulted = faultOf(model.complete(request, { signal }));
  await wakeAfter(clock, 120_000);
  await wakeAfter(clock, 250);
  await server.untilRequests(2);
  await wakeAfter(clock, 120_000);
  expect((await faulted).data).toEqual({ model: "gpt-5-mini", phase: "idle", afterMs: 120_000 });
});

test("a stream that stalls in the middle times out after the shorter wait, and its text is taken back", async () => {
  await using server = await openScriptedModel([stalls(3), says("Whole.")]);
  const { clock, model } = start([provider(server.baseUrl)]);
  const second = Promise.withResolvers<void>();
  let shown = "";
  const onText = (delta: string) => {
    shown += delta;
    if (shown === "These ar") second.resolve();
  };
  const reply = model.complete(request, { signal, onText, onRestart: () => (shown = "") });
  await second.promise;
  await wakeAfter(clock, 60_000);
  await wakeAfter(clock, 250);
  expect((await reply).text).toBe("Whole.");
  expect(shown).toBe("Whole.");
});

test("all of it together has an end, retries included", async () => {
  await using server = await openScriptedModel([fails(500), stalls()]);
  const timeouts = { totalMs: 100_000 };
  const { clock, model } = start([provider(server.baseUrl)], { timeouts });
  const faulted = faultOf(model.complete(request, { signal }));
  await wakeAfter(clock, 250);
  await server.untilRequests(2);
  await wakeAfter(clock, 99_750);
  expect((await faulted).data).toEqual({ model: "gpt-5-mini", phase: "total", afterMs: 100_000 });
});

test("a server that accepts and never shakes hands is a timeout of the connection", async () => {
  const server = await listen(createServer(() => undefined));
  const { clock, model } = start([provider(`https://127.0.0.1:${server.port}/v1`)], { retries: { attempts: 1 } });
  const faulted = faultOf(model.complete(request, { signal }));
  await wakeAfter(clock, 10_000);
  expect((await faulted).data).toEqual({ model: "gpt-5-mini", phase: "connect", afterMs: 10_000 });
  server.close();
});

test("a server that is not there is unavailable, and the reason says where", async () => {
  const server = await listen(createServer());
  server.close();
  const { model } = start([provider(`http://127.0.0.1:${server.port}/v1`)], { retries: { attempts: 1 } });
  const fault = await faultOf(model.complete(request, { signal }));
  expect(fault.data).toEqual({
    model: "gpt-5-mini",
    reason: `Nothing listens at 127.0.0.1:${server.port}. Is the server running?`,
  });
});

async function listen(server: Server): Promise<{ port: number; close: () => void }> {
  const sockets = new Set<{ destroy: () => void }>();
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

test("an abort ends the request, with the caller's reason and no retry", async () => {
  await using server = await openScriptedModel([stalls(2)]);
  const { clock, events, model } = start([provider(server.baseUrl)]);
  const stop = new AbortController();
  const reason = new Error("stopped by hand");
  const reply = model.complete(request, { signal: stop.signal, onText: () => stop.abort(reason) });
  await expect(reply).rejects.toBe(reason);
  expect(events).toEqual([]);
  expect(clock.sleeping()).toEqual([]);
});

test("an abort ends the wait before a retry", async () => {
  await using server = await openScriptedModel([fails(500)]);
  const { clock, model } = start([provider(server.baseUrl)]);
  const stop = new AbortController();
  const reply = model.complete(request, { signal: stop.signal });
  await clock.untilSleeping(250);
  stop.abort(new Error("stopped by hand"));
  await expect(reply).rejects.toThrow("stopped by hand");
});

test("an error of the listener is not taken for one of the server", async () => {
  await using server = await openScriptedModel([says("Hello there.")]);
  const { model } = start([provider(server.baseUrl)]);
  const mistake = new TypeError("cannot show that");
  const onText = () => {
    throw mistake;
  };
  await expect(model.complete(request, { signal, onText })).rejects.toBe(mistake);
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

test.each([400, 401, 404, 500])("a key that the server sends back with status %d is in no fault", async (status) => {
  const message = `Incorrect key ${KEY}, Bearer abc.def-ghi, sk-other-99999999 in {"authorization":"Bearer ${KEY}"}`;
  await using server = await openScriptedModel([fails(status, {}, { message })]);
  const { model } = start([provider(server.baseUrl)], { retries: { attempts: 1 } });
  const fault = await faultOf(model.complete(request, { signal }));
  const shown = `${fault.message} ${fault.stack} ${inspect(fault, { depth: 10 })} ${JSON.stringify(fault)}`;
  expect(shown).not.toMatch(/sk-|abc\.def/);
});
