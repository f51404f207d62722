import { type AddressInfo, createServer, type Server } from "node:net";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import type { FaultCode } from "../core/fault.ts";
import {
  faultOf,
  neverAborted as signal,
  providerAt as provider,
  sse,
  startModel as start,
  TEST_KEY as KEY,
  wakeAfter,
  workRequest as request,
} from "../../test/support/model-client.ts";
import {
  callsTool,
  cuts,
  fails,
  openScriptedModel,
  says,
  type Scripted,
  sends,
  stalls,
} from "../../test/support/scripted-model.ts";

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
  const greeted = Promise.withResolvers<void>();
  const server = await listen(createServer((socket) => socket.once("data", () => greeted.resolve())));
  const { clock, model } = start([provider(`https://127.0.0.1:${server.port}/v1`)], { retries: { attempts: 1 } });
  const faulted = faultOf(model.complete(request, { signal }));
  await greeted.promise;
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

test("an error of the listener is not taken for one of the server, and ends the request", async () => {
  await using server = await openScriptedModel([stalls(3)]);
  const { model } = start([provider(server.baseUrl)]);
  const mistake = new TypeError("cannot show that");
  const onText = () => {
    throw mistake;
  };
  await expect(model.complete(request, { signal, onText })).rejects.toBe(mistake);
  await server.untilHungUp();
});

test.each([400, 401, 404, 500])("a key that the server sends back with status %d is in no fault", async (status) => {
  const message = `Incorrect key ${KEY}, Bearer abc.def-ghi, sk-other-99999999 in {"authorization":"Bearer ${KEY}"}`;
  await using server = await openScriptedModel([fails(status, {}, { message })]);
  const { model } = start([provider(server.baseUrl)], { retries: { attempts: 1 } });
  const fault = await faultOf(model.complete(request, { signal }));
  const shown = `${fault.message} ${fault.stack} ${inspect(fault, { depth: 10 })} ${JSON.stringify(fault)}`;
  expect(shown).not.toContain(KEY);
  expect(shown).not.toMatch(/sk-|abc\.def/);
});
