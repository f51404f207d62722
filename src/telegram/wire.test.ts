import http from "node:http";
import net from "node:net";
import { expect, test } from "vitest";
import { createWire } from "./wire.ts";

type Seen = { path: string | undefined; headers: http.IncomingHttpHeaders; body: string };
/** A real server of Node's: what it cannot read would not be here. */
async function serve(answer: (response: http.ServerResponse, seen: Seen) => void) {
  const seen: Seen[] = [];
  let connections = 0;
  const server = http.createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (piece: string) => (body += piece));
    request.on("end", () => {
      const one = { path: request.url, headers: request.headers, body };
      seen.push(one);
      answer(response, one);
    });
  });
  server.on("connection", () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const wire = createWire(`http://127.0.0.1:${port}`);
  return {
    seen,
    port,
    connections: () => connections,
    ask: (body: string, signal?: AbortSignal) =>
      wire(`http://127.0.0.1:${port}/bot1:t/sendMessage`, {
        headers: { "content-type": "application/json" },
        body,
        ...(signal === undefined ? {} : { signal }),
      }),
    [Symbol.dispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
/** A server that says these bytes to whatever comes, whenever something comes. */
async function parrot(say: (socket: net.Socket) => void) {
  const server = net.createServer((socket) => socket.on("error", () => undefined).on("data", () => say(socket)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const root = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const wire = createWire(root);
  return { ask: () => wire(`${root}/bot1:t/getMe`, { body: "{}" }), [Symbol.dispose]: () => void server.close() };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("texts arrive whole with what they are, and connections are kept for those that come after", async () => {
  using server = await serve((response, { body }) => response.end(JSON.stringify({ ok: true, result: body })));
  for (const text of ["žluť", "🦊".repeat(50_000), "a", "b", "c"]) {
    const answer = await server.ask(JSON.stringify({ text }));
    expect(await answer.json()).toEqual({ ok: true, result: JSON.stringify({ text }) });
  }
  expect(server.connections()).toBeLessThanOrEqual(2);
  const [first] = server.seen;
  expect([first?.path, first?.headers]).toEqual([
    "/bot1:t/sendMessage",
    {
      host: `127.0.0.1:${server.port}`,
      connection: "keep-alive",
      "content-type": "application/json",
      "content-length": "17",
    },
  ]);
});
test("requests at the same time never get each other's answers", async () => {
  using server = await serve((response, { body }) => {
    // The later it came the sooner it is answered, in parts.
    const wait = 20 - Number(body);
    let turns = 0;
    const go = () => {
      turns += 1;
      if (turns < wait) return void setImmediate(go);
      response.write(body);
      setImmediate(() => response.end());
    };
    go();
  });
  for (let round = 0; round < 3; round += 1) {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => server.ask(String(index))));
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual(Array.from({ length: 20 }, (_, i) => i));
  }
  expect(server.connections()).toBeLessThanOrEqual(32);
});
test("a connection that the server is about to close is not used again", async () => {
  using server = await serve((response) => response.setHeader("connection", "close").end("{}"));
  await server.ask("{}");
  await server.ask("{}");
  expect(server.connections()).toBe(2);
});
test("an answer that is cut off, one that is no JSON, and a server that is gone are errors, and the next call is not harmed", async () => {
  let cut = true;
  using server = await serve((response) => {
    if (!cut) return void response.writeHead(502).end("<html>");
    response.writeHead(200, { "content-length": 1000 });
    response.write('{"ok":');
    setImmediate(() => response.destroy());
  });
  await expect(server.ask("{}")).rejects.toThrow();
  cut = false;
  const answer = await server.ask("{}");
  await expect(answer.json()).rejects.toThrow();
  server[Symbol.dispose]();
  await expect(server.ask("{}")).rejects.toThrow();
});
test("what is no answer is an error, and one that is said twice is not the next one's answer", async () => {
  using odd = await parrot((socket) => socket.write("SSH-2.0-OpenSSH\r\n\r\n"));
  await expect(odd.ask()).rejects.toThrow("HTTP");
  using silent = await parrot((socket) => socket.end());
  await expect(silent.ask()).rejects.toThrow("closed");
  let asked = 0;
  using twice = await parrot((socket) => {
    asked += 1;
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n${asked}`.repeat(2));
  });
  for (const each of [1, 2, 3]) expect(await (await twice.ask()).json()).toBe(each);
});
test("a signal and the end of its time end a request, before it and during it", async () => {
  using server = await serve(() => undefined);
  await expect(server.ask("{}", AbortSignal.abort())).rejects.toThrow("aborted");
  const abort = new AbortController();
  const waiting = server.ask("{}", abort.signal);
  while (server.seen.length === 0) await turn();
  abort.abort();
  await expect(waiting).rejects.toThrow("aborted");
  const wire = createWire(`http://127.0.0.1:${server.port}`);
  await expect(wire(`http://127.0.0.1:${server.port}/a`, { body: "{}", timeoutMs: 1 })).rejects.toThrow("aborted");
});
test("a request that is aborted while it waits for a connection is never sent", async () => {
  const answers: (() => void)[] = [];
  using server = await serve((response, { body }) => {
    if (body === "now") response.end("{}");
    else answers.push(() => response.end("{}"));
  });
  const all = Array.from({ length: 32 }, (_, index) => server.ask(String(index)));
  while (server.seen.length < 32) await turn();
  const abort = new AbortController();
  const waiting = server.ask("too late", abort.signal);
  await turn();
  abort.abort();
  await expect(waiting).rejects.toThrow("aborted");
  for (const answer of answers.splice(0)) answer();
  await Promise.all(all);
  await server.ask("now");
  expect(server.seen.map(({ body }) => body)).not.toContain("too late");
});
test("an address that would end its line is refused", async () => {
  using server = await serve((response) => response.end("{}"));
  const root = `http://127.0.0.1:${server.port}`;
  for (const path of ["/a b", "/a\r\nx: y", "/ž"])
    await expect(createWire(root)(root + path, { body: "{}" })).rejects.toThrow("path");
  expect(server.seen).toEqual([]);
});
