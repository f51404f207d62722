import http from "node:http";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { createConnection } from "./connection.ts";
import { createPost } from "./post.ts";

type Seen = { method: string | undefined; length: string | undefined; body: string };
async function serve(answer: (response: http.ServerResponse, seen: Seen) => void) {
  const seen: Seen[] = [];
  const server = http.createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      const one = { method: request.method, length: request.headers["content-length"], body };
      seen.push(one);
      answer(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    seen,
    url: `http://127.0.0.1:${port}/bot1:t/sendMessage`,
    post: createPost(createConnection(`http://127.0.0.1:${port}`, null)),
    [Symbol.dispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

test("JSON and a form's parts arrive whole, and the answer comes back", async () => {
  using server = await serve((response, { body }) => response.end(JSON.stringify({ ok: true, result: body })));
  const json = await server.post(server.url, { method: "POST", body: '{"text":"žluť"}' });
  expect(await json.json()).toEqual({ ok: true, result: '{"text":"žluť"}' });
  const form = await server.post(server.url, { method: "POST", body: Readable.from(["--a\r\n", "part"]) });
  expect(await form.json()).toEqual({ ok: true, result: "--a\r\npart" });
  expect(server.seen.map(({ method, length }) => [method, length])).toEqual([
    ["POST", "17"],
    ["POST", undefined],
  ]);
});
test("an answer that is cut off, one that is no JSON, and a server that is gone are errors", async () => {
  using cut = await serve((response) => {
    response.writeHead(200, { "content-length": 1000 });
    response.write('{"ok":');
    setImmediate(() => response.destroy());
  });
  await expect(cut.post(cut.url, { method: "POST", body: "{}" })).rejects.toThrow();
  using odd = await serve((response) => response.writeHead(502).end("<html>"));
  const answer = await odd.post(odd.url, { method: "POST", body: "{}" });
  await expect(answer.json()).rejects.toThrow();
  odd[Symbol.dispose]();
  await expect(odd.post(odd.url, { method: "POST", body: "{}" })).rejects.toThrow();
});
test("a signal ends the request, before it and during it", async () => {
  using server = await serve(() => undefined);
  await expect(server.post(server.url, { body: "{}", signal: AbortSignal.abort() })).rejects.toThrow("aborted");
  const abort = new AbortController();
  const waiting = server.post(server.url, { method: "POST", body: "{}", signal: abort.signal });
  while (server.seen.length === 0) await new Promise((resolve) => setImmediate(resolve));
  abort.abort();
  await expect(waiting).rejects.toThrow("aborted");
});
test("a form whose source fails is an error", async () => {
  using server = await serve((response) => response.end("{}"));
  const broken = Readable.from(
    (function* () {
      yield "part";
      throw new Error("the file is gone");
    })(),
  );
  await expect(server.post(server.url, { method: "POST", body: broken })).rejects.toThrow("the file is gone");
});
