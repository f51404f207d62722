import { once } from "node:events";
import { type AddressInfo, createServer as createSocketServer, connect, type Server, type Socket } from "node:net";
import { createServer, request } from "node:http";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/folder.ts";
import { openEgress } from "./egress.ts";
import type { EgressEvent, EgressOptions } from "../options.ts";

const HOST = "mirror.example.org";
type World = {
  readonly socketPath: string;
  readonly port: number;
  readonly events: readonly EgressEvent[];
  /** Asks for a page by the proxy. @returns its status; null when it was cut before its end */
  ask(body?: Buffer): Promise<number | null>;
};
/** A session that may reach one server of plain HTTP. */
async function withEgress(server: Server, more: Partial<EgressOptions>, use: (world: World) => Promise<void>) {
  using folder = temporaryFolder();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const events: EgressEvent[] = [];
  const options = { registries: [], resolve: async () => ["127.0.0.1"], allowedRanges: ["127.0.0.0/8"], ...more };
  const onEgress = (event: EgressEvent): void => void events.push(event);
  const spec = { owner: "task-1", registries: false, hosts: [`${HOST}:${port}`] };
  const { name, close } = await openEgress({ ...options, onEgress }, spec, folder.path);
  const socketPath = folder.at(name);
  const ask = async (body?: Buffer): Promise<number | null> =>
    new Promise((resolve) => {
      const method = body === undefined ? "GET" : "POST";
      const asking = request({ socketPath, method, path: `http://${HOST}:${port}/`, agent: false });
      asking.once("error", () => resolve(null));
      asking.once("response", (answer) => {
        answer.once("error", () => resolve(null)).resume();
        answer.once("end", () => resolve(answer.statusCode ?? null));
      });
      asking.end(body);
    });
  try {
    await use({ socketPath, port, events, ask });
  } finally {
    await close();
    server.close();
  }
}

test("answers that come at once take from one cap", async () => {
  const arrived: (() => void)[] = [];
  const server = createServer((_, response) => {
    arrived.push(() => response.end(Buffer.alloc(5000, "x")));
    if (arrived.length === 4) arrived.forEach((answer) => answer());
  });
  await withEgress(server, { maxBytes: 8000 }, async ({ ask, events }) => {
    const statuses = await Promise.all([ask(), ask(), ask(), ask()]);
    expect(statuses.filter((status) => status === null)).toHaveLength(3);
    expect(events.filter(({ verdict }) => verdict === "refused").map(({ reason }) => reason)).toEqual(
      Array.from({ length: 3 }, () => "this session has fetched as much as it may"),
    );
    expect(await ask()).toBe(403);
  });
});
test("what is sent out is cut before a byte goes over the cap", async () => {
  let got = 0;
  const server = createServer((incoming, response) => {
    incoming.on("data", (chunk: Buffer) => (got += chunk.length));
    incoming.once("error", () => undefined).once("end", () => response.end("taken"));
  });
  await withEgress(server, { maxBytes: 50_000 }, async ({ ask, events }) => {
    expect(await ask(Buffer.alloc(40_000))).toBe(200);
    expect(await ask(Buffer.alloc(20_000))).toBeNull();
    await expect.poll(() => events.length).toBe(2);
    expect(events[1]).toMatchObject({ verdict: "refused", reason: "this session has fetched as much as it may" });
    expect(got).toBeLessThanOrEqual(50_000);
    expect(await ask()).toBe(403);
  });
});
test("what was sent to a server that gave no answer is counted and told", async () => {
  const server = createSocketServer((socket) => {
    let got = 0;
    socket.on("error", () => undefined);
    socket.on("data", (chunk: Buffer) => {
      got += chunk.length;
      if (got >= 30_000) socket.destroy();
    });
  });
  await withEgress(server, { maxBytes: 50_000 }, async ({ ask, events }) => {
    expect(await ask(Buffer.alloc(30_000))).toBe(502);
    expect(events[0]).toMatchObject({ verdict: "failed", bytesIn: 0 });
    expect(events[0]?.bytesOut).toBeGreaterThan(30_000);
    expect(await ask(Buffer.alloc(30_000))).toBeNull();
    expect(await ask()).toBe(403);
  });
});
const INNER = "GET /inner HTTP/1.1\r\nHost: evil.example.org\r\n\r\n";
const CHUNKED = `${INNER.length.toString(16)}\r\n${INNER}\r\n0\r\n\r\n`;
test.each([
  ["GET", "Transfer-Encoding: chunked", CHUNKED],
  ["HEAD", "Transfer-Encoding: Chunked", CHUNKED],
  ["DELETE", "Connection: transfer-encoding\r\nTransfer-Encoding: chunked", CHUNKED],
  ["POST", "Transfer-Encoding: chunked", CHUNKED],
  ["GET", `Content-Length: ${INNER.length}`, INNER],
  ["OPTIONS", `Connection: content-length\r\nContent-Length: ${INNER.length}`, INNER],
  ["POST", `Connection: Content-Length, close\r\nContent-Length: ${INNER.length}`, INNER],
])(
  "the body of a %s with %j reaches the server as a body, and as no request of its own",
  async (method, head, body) => {
    const asked: string[] = [];
    const server = createServer({ keepAliveTimeout: 0 }, (incoming, response) => {
      let text = "";
      incoming.on("data", (chunk: Buffer) => (text += chunk.toString()));
      incoming.once("end", () => {
        asked.push(`${incoming.method} ${incoming.url} ${text}`);
        response.end("done");
      });
    });
    await withEgress(server, {}, async ({ socketPath, port, events }) => {
      const client = connect(socketPath);
      client.write(`${method} http://${HOST}:${port}/a HTTP/1.1\r\nHost: ${HOST}:${port}\r\n${head}\r\n\r\n${body}`);
      client.resume();
      await once(client, "close");
      await expect.poll(() => events.length).toBe(1);
      expect(asked).toEqual([`${method} /a ${INNER}`]);
    });
  },
);
test("a body that is coded otherwise than in chunks is not passed on", async () => {
  const server = createServer((_, response) => void response.end("done"));
  await withEgress(server, {}, async ({ socketPath, port, events }) => {
    const client = connect(socketPath);
    const head = `POST http://${HOST}:${port}/a HTTP/1.1\r\nHost: ${HOST}\r\nTransfer-Encoding: gzip, chunked`;
    client.write(`${head}\r\n\r\n${CHUNKED}`);
    client.resume();
    await once(client, "close");
    expect(events).toEqual([
      expect.objectContaining({ verdict: "failed", reason: "a request coded as gzip, chunked is not passed on" }),
    ]);
  });
});
test("who goes away while the server is being reached leaves no connection behind", async () => {
  const resolving = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const resolve = async (): Promise<string[]> => {
    asked.resolve();
    await resolving.promise;
    return ["127.0.0.1"];
  };
  const server = createServer((_, response) => void response.end("late"));
  await withEgress(server, { resolve }, async ({ socketPath, port }) => {
    const client = connect(socketPath);
    client.write(`GET http://${HOST}:${port}/ HTTP/1.1\r\nHost: ${HOST}:${port}\r\n\r\n`);
    await asked.promise;
    const connected = once(server, "connection");
    client.destroy();
    await once(client, "close");
    resolving.resolve();
    const [upstream] = (await connected) as [Socket];
    await once(upstream, "close");
  });
});
test("a request in a tunnel whose server has gone is answered so", async () => {
  const gone = Promise.withResolvers<void>();
  const server = createSocketServer((socket) => {
    socket.once("close", () => gone.resolve());
    socket.resume().end();
  });
  await withEgress(server, {}, async ({ socketPath, port, events }) => {
    const client = connect(socketPath);
    client.write(`CONNECT ${HOST}:${port} HTTP/1.1\r\nHost: ${HOST}:${port}\r\n\r\n`);
    await once(client, "data");
    await gone.promise;
    client.write(`GET / HTTP/1.1\r\nHost: ${HOST}:${port}\r\n\r\n`);
    const [answer] = (await once(client, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 502 /);
    expect(events).toEqual([expect.objectContaining({ verdict: "failed" })]);
  });
});
