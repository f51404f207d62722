import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/folder.ts";
import { openHouse } from "../../../test/support/private-authority.ts";
import { modelWay } from "../../../test/support/model-way.ts";
import { MOST_GUESTS } from "../../lib/guest-server.ts";
import { Secret } from "../../lib/secret.ts";
import type { Purse } from "../../core/ports/model.ts";
import { type Answer, openCodingProvider } from "../../../test/support/coding-provider.ts";
import { anthropicMessages } from "./anthropic.ts";
import { createGateway } from "./gateway.ts";
import { openaiChat, openaiResponses } from "./openai.ts";
import {
  REAL,
  RUN,
  MODEL,
  PRICE,
  HEADERS,
  fetchBy,
  withGateway,
  send,
  countingPurse,
} from "../../../test/support/gateway-visitor.ts";

const CASES = [
  { name: "Anthropic's Messages", wire: anthropicMessages, base: "", body: { max_tokens: 500, messages: [] } },
  { name: "OpenAI's Responses", wire: openaiResponses, base: "/v1", body: { input: [] } },
  { name: "OpenAI's Chat Completions", wire: openaiChat, base: "/v1", body: { messages: [] } },
] as const;
/** What says how long an answer may be. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  "/v1/messages": ["max_tokens"],
  "/v1/responses": ["max_output_tokens"],
  "/v1/chat/completions": ["max_completion_tokens", "max_tokens"],
};
describe.each(CASES)("$name", ({ wire, base, body }) => {
  const wanted = { model: "a-dearer-one", stream: true, ...body };
  test("is passed on with the real key and the chosen model, and paid by what the answer says it came to", async () => {
    await withGateway({ wire, base }, async ({ ask, provider, gateway, purse }) => {
      const got = await ask(wanted);
      expect(got).toMatchObject({ status: 200, cut: false });
      expect(got.text).toContain("Hello.");
      expect(provider.faults).toEqual([]);
      const [asked] = provider.asked;
      expect(asked?.body["model"]).toBe(MODEL);
      expect(asked?.headers["x-other"]).toBeUndefined();
      // 800 fresh and 200 cached tokens of input, 100 of output
      expect(purse.spent()).toBeCloseTo((800 * 1 + 200 * 0.1 + 100 * 10) / 1e6, 9);
      expect(gateway.spent()).toMatchObject({ requests: 1, empty: null });
    });
  });
  test("asks the provider for nothing more once the money would not last for the worst case", async () => {
    await withGateway({ wire, base, capUsd: 0.012 }, async ({ ask, provider, gateway }) => {
      expect((await ask(wanted)).status).toBe(200);
      for (let at = 0; at < 8; at += 1) await ask(wanted);
      const got = await ask(wanted);
      expect(got.status).toBe(402);
      expect(JSON.parse(got.text)).toHaveProperty("error.message");
      expect(provider.asked.length).toBeLessThan(10);
      expect(gateway.spent().empty).toMatchObject({ purse: "task" });
    });
  });
  test("holds a request until more money is decided about, and asks the provider only then", async () => {
    const [asked, decided] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const held = (purse: Purse): Purse => ({
      async reserve(usd) {
        asked.resolve();
        await decided.promise;
        return purse.reserve(usd);
      },
    });
    await withGateway({ wire, base, held }, async ({ ask, provider, gateway }) => {
      const going = ask(wanted);
      await asked.promise;
      expect(provider.asked).toEqual([]);
      decided.resolve();
      expect(await going).toMatchObject({ status: 200, cut: false });
      expect(gateway.spent()).toMatchObject({ requests: 1, empty: null });
    });
  });
  test("what is granted to somebody who is gone meanwhile is not spent, and nothing is asked", async () => {
    const [asked, decided, settled] = [1, 2, 3].map(() => Promise.withResolvers<void>());
    const held = (purse: Purse): Purse => ({
      async reserve(usd) {
        asked?.resolve();
        await decided?.promise;
        const reserved = await purse.reserve(usd);
        if (reserved.kind === "empty") return reserved;
        return { ...reserved, settle: async (spent) => reserved.settle(spent).then(() => settled?.resolve()) };
      },
    });
    await withGateway({ wire, base, held }, async ({ to, provider, gateway, purse }) => {
      const going = request({ ...to, headers: { ...HEADERS, ...wire.credentials(RUN) } });
      going.on("error", () => undefined);
      going.end(JSON.stringify(wanted));
      await asked?.promise;
      going.destroy();
      // The next one is answered after the gateway has seen that the first is gone.
      const other = request({ ...to, method: "GET" });
      other.end();
      await once(other, "response");
      decided?.resolve();
      await settled?.promise;
      expect(purse.spent()).toBe(0);
      expect(provider.asked).toEqual([]);
      expect(gateway.spent().requests).toBe(0);
    });
  });
  test("takes no other key, and no other path or method", async () => {
    await withGateway({ wire, base }, async ({ ask, provider, purse }) => {
      for (const key of [REAL, "", `${RUN}x`, "undefined"]) expect((await ask(wanted, { key })).status).toBe(401);
      expect((await ask(wanted, { path: "/v1/models" })).status).toBe(404);
      expect((await ask(wanted, { path: `${wire.path}/..` })).status).toBe(404);
      expect((await ask(wanted, { method: "PUT" })).status).toBe(404);
      expect(provider.asked).toEqual([]);
      expect(purse.worst).toEqual([]);
    });
  });
  test("an error is free and comes without the real key", async () => {
    const answers: Answer[] = [429, 529, 500].map((status) => ({ kind: "status", status, message: `bad ${REAL}` }));
    await withGateway({ wire, base, answers }, async ({ ask, purse }) => {
      for (const status of [429, 529, 500]) {
        const got = await ask(wanted);
        expect(got.status).toBe(status);
        expect(got.text).toContain("bad [secret]");
      }
      expect(purse.spent()).toBeCloseTo(0, 9);
    });
  });
  test("an answer that breaks off stays broken, and counts as dear as it could have been", async () => {
    await withGateway({ wire, base, answers: [{ kind: "cut", text: "Half" }] }, async ({ ask, purse, gateway }) => {
      const got = await ask(wanted).catch(() => ({ cut: true }));
      expect(got.cut).toBe(true);
      expect(purse.spent()).toBe(purse.worst[0]);
      expect(gateway.spent().costUsd).toBe(purse.worst[0]);
    });
  });
  test("what the provider would run itself, or look up elsewhere, does not get there", async () => {
    await withGateway({ wire, base }, async ({ ask, provider }) => {
      const tools = [
        { type: "web_search_20250305", name: "web_search" },
        { type: "web_search" },
        { type: "mcp", server_url: "x" },
      ];
      await ask({ ...wanted, tools, service_tier: "priority", speed: "fast", mcp_servers: [{}], background: true });
      const sent = provider.asked[0]?.body ?? {};
      expect(sent["tools"]).toEqual([]);
      expect(sent).not.toHaveProperty("service_tier");
      for (const name of ["speed", "mcp_servers"]) if (base === "") expect(sent).not.toHaveProperty(name);
      if (base !== "") expect(sent).not.toHaveProperty("background");
      const list = "input" in body ? "input" : "messages";
      const far = [
        { type: "image", source: { type: "url", url: "https://example.com/x.png" } },
        { type: "input_image", image_url: "https://example.com/x.png" },
        { type: "image_url", image_url: { url: "https://example.com/x.png" } },
        { type: "document", source: { type: "base64", media_type: "application/pdf", data: "" } },
        { type: "input_file", file_id: "f" },
      ];
      for (const part of far) {
        const got = await ask({ ...wanted, [list]: [{ role: "user", content: [part] }] });
        expect(got.status).toBe(400);
      }
      expect(provider.asked).toHaveLength(1);
    });
  });
  test("an answer is no longer than allowed, whatever is asked for", async () => {
    await withGateway({ wire, base }, async ({ ask, provider }) => {
      for (const most of [undefined, 10, 999_999, -1, "x", null])
        await ask({ ...wanted, max_tokens: most, max_completion_tokens: most, max_output_tokens: most });
      const names = NAMES[wire.path] ?? [];
      const sent = provider.asked.map(({ body: one }) =>
        names.map((name) => one[name]).filter((most) => most !== undefined),
      );
      expect(sent).toEqual([[1000], [10], [1000], [1000], [1000], [1000]]);
    });
  });
});

test("a long answer to who reads more slowly leaves nobody waiting", async () => {
  const warnings: Error[] = [];
  const note = (warning: Error): void => void warnings.push(warning);
  process.on("warning", note);
  const answers: Answer[] = [{ kind: "say", text: "long ".repeat(1024 ** 2) }];
  await withGateway({ wire: openaiChat, base: "/v1", answers }, async ({ ask }) => {
    const got = await ask({ messages: [], stream: true });
    expect(got).toMatchObject({ status: 200, cut: false });
    expect(got.text.length).toBeGreaterThan(5 * 1024 ** 2);
  });
  process.off("warning", note);
  expect(warnings).toEqual([]);
});
const TOO_LONG = { messages: [], text: "x".repeat(33 * 1024 ** 2) };
test.each([
  ["that says so", (going: ClientRequest) => going.end(JSON.stringify(TOO_LONG)), RUN, 413],
  ["that does not say so", (going: ClientRequest) => sendPieces(going, JSON.stringify(TOO_LONG)), RUN, 413],
  ["with a wrong key", (going: ClientRequest) => going.end(JSON.stringify(TOO_LONG)), "another", 401],
])("a request %s that is too long is told so, and the next one is heard", async (_, sendBody, key, status) => {
  await withGateway({ wire: openaiChat, base: "/v1" }, async ({ ask, provider, to }) => {
    const going = request({ ...to, headers: { authorization: `Bearer ${key}` } });
    const broken: Error[] = [];
    going.on("error", (error) => broken.push(error));
    const [answered, closed] = [once(going, "response"), new Promise((resolve) => going.once("close", resolve))];
    sendBody(going);
    const [response] = (await answered) as [IncomingMessage];
    expect(response.statusCode).toBe(status);
    expect(await json(response)).toHaveProperty("error.message");
    await closed;
    expect(broken).toEqual([]);
    expect((await ask({ messages: [], stream: true })).status).toBe(200);
    expect(provider.asked).toHaveLength(1);
  });
});
function sendPieces(going: ClientRequest, text: string): void {
  for (let at = 0; at < text.length; at += 1024 ** 2) going.write(text.slice(at, at + 1024 ** 2));
  going.end();
}
test("a key that the provider does not take is not told of inside", async () => {
  await withGateway({ wire: anthropicMessages, base: "" }, async ({ provider }) => {
    const folder = mkdtempSync(join(tmpdir(), "sparks-gateway-"));
    const gateway = createGateway({
      wire: anthropicMessages,
      baseUrl: provider.origin,
      key: new Secret("sk-wrong-key-of-the-settings"),
      runKey: RUN,
      model: MODEL,
      maxOutputTokens: 10,
      price: PRICE,
      purse: countingPurse(1),
      redact: (text) => text,
      fetchBy,
    });
    await using _open = await gateway.listen(join(folder, "s"));
    const got = await send(
      { socketPath: join(folder, "s"), path: "/v1/messages", method: "POST", headers: { "x-api-key": RUN } },
      { messages: [] },
    );
    expect(got.status).toBe(401);
    expect(got.text).not.toMatch(/sk-/);
    rmSync(folder, { recursive: true, force: true });
  });
});
test("nothing answers there any more once it is closed, also while it answers", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sparks-gateway-"));
  await using provider = await openCodingProvider({
    key: REAL,
    model: MODEL,
    answer: () => ({ kind: "hang", text: "…" }),
  });
  const purse = countingPurse(1);
  const gateway = createGateway({
    wire: openaiChat,
    baseUrl: `${provider.origin}/v1`,
    key: new Secret(REAL),
    runKey: RUN,
    model: MODEL,
    maxOutputTokens: 10,
    price: PRICE,
    purse,
    redact: (text) => text,
    fetchBy,
  });
  const to = {
    socketPath: join(folder, "s"),
    path: "/v1/chat/completions",
    method: "POST",
    headers: { authorization: `Bearer ${RUN}` },
  };
  const open = await gateway.listen(to.socketPath);
  const waiting = send(to, { stream: true, messages: [] }).catch(() => ({ cut: true }));
  await expect.poll(() => provider.asked.length).toBe(1);
  await open[Symbol.asyncDispose]();
  expect((await waiting).cut).toBe(true);
  await expect(send(to, { stream: true, messages: [] })).rejects.toThrow(/ENOENT|ECONNREFUSED/);
  expect(purse.spent()).toBe(purse.worst[0]);
  rmSync(folder, { recursive: true, force: true });
});
test("connections without end are held up to a bounded number", async () => {
  await withGateway({ wire: openaiChat, base: "/v1" }, async ({ to }) => {
    const silent = Array.from({ length: 2 * MOST_GUESTS }, () => connect(to.socketPath));
    for (const socket of silent) socket.on("error", () => undefined).resume();
    await expect.poll(() => silent.filter(({ closed }) => closed).length).toBe(MOST_GUESTS);
    for (const socket of silent) socket.destroy();
  });
});
describe("a provider behind the house's proxy, with a certificate of the house", () => {
  const answer = `event: message\ndata: ${JSON.stringify({ usage: { prompt_tokens: 1000, completion_tokens: 100 } })}\n\ndata: [DONE]\n\n`;
  async function throughHouse(trusted: boolean) {
    using folder = temporaryFolder();
    using house = await openHouse(["models.example.org"], (_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" }).end(answer);
    });
    const certificates = trusted ? readFileSync(house.caFile, "utf8") : undefined;
    const purse = countingPurse(1);
    const gateway = createGateway({
      wire: openaiChat,
      baseUrl: "https://models.example.org/v1",
      ...{ key: new Secret(REAL), runKey: RUN, model: MODEL, maxOutputTokens: 1000, price: PRICE, purse },
      redact: (text) => text,
      fetchBy: modelWay({ proxy: house.upstreamProxy, certificates }),
    });
    await using _open = await gateway.listen(folder.at("s"));
    const headers = { authorization: `Bearer ${RUN}` };
    const to = { socketPath: folder.at("s"), path: "/v1/chat/completions", method: "POST", headers };
    const got = await send(to, { stream: true, messages: [] });
    return { got, spent: purse.spent(), asked: [...house.asked] };
  }
  test("is asked through that proxy, and paid", async () => {
    const { got, spent, asked } = await throughHouse(true);
    expect(got).toMatchObject({ status: 200, text: answer, cut: false });
    expect(asked).toEqual(["POST models.example.org /v1/chat/completions"]);
    expect(spent).toBeCloseTo((1000 * 1 + 100 * 10) / 1e6, 9);
  });
  test("is not told anything, and costs nothing, when its certificate is not trusted", async () => {
    const { got, spent, asked } = await throughHouse(false);
    expect(got.status).toBe(502);
    expect(asked).toEqual([]);
    expect(spent).toBe(0);
  });
});
