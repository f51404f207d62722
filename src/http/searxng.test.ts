import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { Secret } from "../lib/secret.ts";
import { createSearxng } from "./searxng.ts";

async function searching(listener: RequestListener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/search?language=en`;
  const search = createSearxng({ url, key: new Secret("a-key-for-search"), timeoutMs: 5000, maxBytes: 100_000 });
  return {
    find: (query: string) => search.find(query, new AbortController().signal),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
const JSON_TYPE = { "content-type": "application/json" };

test("a query goes to the engine with its key, and results come back in one line each", async () => {
  const asked: unknown[] = [];
  await using engine = await searching((request, response) => {
    asked.push(request.url, request.headers.authorization);
    const results = [
      { title: "One\nline", url: "https://example.org/1", content: `<b>words</b>  ${"x".repeat(1000)}`, score: 1 },
      { title: "No words", url: "https://example.org/2", content: null },
    ];
    response.writeHead(200, JSON_TYPE).end(JSON.stringify({ query: "q", results }));
  });
  const found = await engine.find("how & why?");
  expect(asked).toEqual(["/search?language=en&q=how+%26+why%3F&format=json", "Bearer a-key-for-search"]);
  expect(found).toMatchObject({
    kind: "found",
    results: [
      { title: "One line", url: "https://example.org/1" },
      { title: "No words", snippet: "" },
    ],
  });
  if (found.kind === "found") expect(found.results[0]?.snippet).toHaveLength(400);
});
test.each([
  ["sends on", { status: 302, headers: { location: "http://elsewhere.example.org/" }, body: "" }, /sends on/],
  ["says no", { status: 403, headers: JSON_TYPE, body: "{}" }, /status 403/],
  ["says something else", { status: 200, headers: JSON_TYPE, body: '{"results": 3}' }, /not that of SearXNG/],
  ["says nonsense", { status: 200, headers: JSON_TYPE, body: "{" }, /not that of SearXNG/],
  ["has no JSON", { status: 200, headers: { "content-type": "text/html" }, body: "<p>" }, /text\/html/],
])("an engine that %s is told of", async (_, { status, headers, body }, reason) => {
  await using engine = await searching((_request, response) => void response.writeHead(status, headers).end(body));
  expect(await engine.find("q")).toMatchObject({ kind: "not-had", reason: expect.stringMatching(reason) as string });
});
