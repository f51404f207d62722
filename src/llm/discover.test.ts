import { expect, test } from "vitest";
import { createHandClock } from "../../test/support/hand-clock.ts";
import { openLoopbackServer, sendJson } from "./cassette/loopback.ts";
import { getJson } from "./http.ts";
import { discoverModels } from "./discover.ts";

/** Answers each path with this JSON; a path that is not there with 404. */
function openJson(paths: Readonly<Record<string, unknown>>) {
  return openLoopbackServer(0, (request, response) => {
    const found = paths[request.url ?? ""];
    sendJson(response, found === undefined ? 404 : 200, found ?? {});
    return Promise.resolve();
  });
}
const models = (...ids: string[]) => ({ object: "list", data: ids.map((id) => ({ id, object: "model" })) });
const CLOSED_PORT = 1;
const nowhere = { ollama: CLOSED_PORT, lmStudio: CLOSED_PORT, llamaCpp: CLOSED_PORT };
const dependencies = () => ({ getJson, clock: createHandClock() });

test("all three servers are found, each with a chat model that suits", async () => {
  const tags = [
    { name: "nomic-embed-text:latest", details: { family: "nomic-bert" } },
    { name: "gemma3:4b", details: { family: "gemma3" } },
    { name: "qwen3-coder:480b-cloud", remote_host: "https://ollama.com" },
    { name: "qwen3:8b", details: { family: "qwen3" } },
  ];
  await using ollama = await openJson({ "/api/tags": { models: tags } });
  await using lmStudio = await openJson({ "/v1/models": models("text-embedding-bge-m3", "devstral-small") });
  await using llamaCpp = await openJson({ "/v1/models": models("/models/some-chat.gguf") });
  const ports = { ollama: ollama.port, lmStudio: lmStudio.port, llamaCpp: llamaCpp.port };
  expect(await discoverModels(dependencies(), { ports })).toEqual([
    {
      server: "Ollama",
      provider: "ollama",
      baseUrl: `http://127.0.0.1:${ollama.port}/v1`,
      model: "qwen3:8b",
      models: ["gemma3:4b", "qwen3:8b"],
    },
    {
      server: "LM Studio",
      provider: "compatible",
      baseUrl: `http://127.0.0.1:${lmStudio.port}/v1`,
      model: "devstral-small",
      models: ["devstral-small"],
    },
    {
      server: "llama.cpp",
      provider: "compatible",
      baseUrl: `http://127.0.0.1:${llamaCpp.port}/v1`,
      model: "/models/some-chat.gguf",
      models: ["/models/some-chat.gguf"],
    },
  ]);
});

test("where nothing listens, nothing is found", async () => {
  expect(await discoverModels(dependencies(), { ports: nowhere })).toEqual([]);
});

test.each([
  ["of another shape", { object: "list", data: "all" }],
  ["without models", models()],
  ["with embedding models only", models("text-embedding-3-small", "bge-m3", "all-minilm")],
])("a server %s is not taken for one", async (_, answer) => {
  await using other = await openJson({ "/v1/models": answer });
  expect(await discoverModels(dependencies(), { ports: { ...nowhere, llamaCpp: other.port } })).toEqual([]);
});

test("a page of HTML and a redirect are not taken for a server of models", async () => {
  await using page = await openLoopbackServer(0, (_, response) => {
    response.end("<html>Tomcat</html>");
    return Promise.resolve();
  });
  await using real = await openJson({ "/elsewhere": models("chat") });
  await using redirect = await openLoopbackServer(0, (_, response) => {
    response.writeHead(302, { location: `http://127.0.0.1:${real.port}/elsewhere` }).end();
    return Promise.resolve();
  });
  const ports = { ...nowhere, lmStudio: page.port, llamaCpp: redirect.port };
  expect(await discoverModels(dependencies(), { ports })).toEqual([]);
});

test("a server that does not answer in time is given up, and nobody waits any longer", async () => {
  const asked = Promise.withResolvers<void>();
  await using silent = await openLoopbackServer(0, () => {
    asked.resolve();
    return new Promise<void>(() => {});
  });
  const clock = createHandClock();
  const found = discoverModels({ getJson, clock }, { ports: { ...nowhere, ollama: silent.port } });
  await asked.promise;
  clock.advance(300);
  expect(await found).toEqual([]);
  expect(clock.sleeping()).toEqual([]);
});
