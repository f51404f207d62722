import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect as connectTls } from "node:tls";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MOST_GUESTS } from "../../lib/guest-server.ts";
import { openEgress, parseAuthority } from "./egress.ts";
import type { EgressEvent } from "../options.ts";

/** Stands for the host's own proxy: says yes to CONNECT, then `answer` to the first bytes of the tunnel. */
async function fakeProxy(answer: Buffer, asked: string[]): Promise<Server> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", (head: Buffer) => {
      asked.push(head.toString().split("\r\n")[0] ?? "");
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      socket.once("data", () => socket.end(answer));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}
describe("the way out", () => {
  let folder = "";
  let upstream: Server;
  const asked: string[] = [];
  const events: EgressEvent[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "sparks-egress-"));
    asked.length = 0;
    events.length = 0;
    upstream = await fakeProxy(Buffer.alloc(5000, "x"), asked);
  });
  afterEach(async () => {
    upstream.close();
    await rm(folder, { recursive: true, force: true });
  });
  const open = async (more: object = {}) =>
    openEgress(
      {
        registries: ["registry.example.org"],
        upstreamProxy: `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`,
        onEgress: (event) => void events.push(event),
        ...more,
      },
      { owner: "task-1", registries: true, hosts: [] },
      folder,
    );
  const tunnel = async (name: string): Promise<Socket> => {
    const socket = connect(path.join(folder, name));
    socket.on("error", () => undefined);
    socket.write("CONNECT registry.example.org:443 HTTP/1.1\r\nHost: registry.example.org:443\r\n\r\n");
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect(answer.toString()).toBe("HTTP/1.1 200 Connection established\r\n\r\n");
    return socket;
  };
  const greet = async (socket: Socket, servername: string): Promise<void> => {
    const client = connectTls({ socket, servername });
    client.on("error", () => undefined);
    await once(socket, "close");
  };

  test("a listed registry is reached through the host's proxy, and what it cost is told", async () => {
    const egress = await open();
    await greet(await tunnel(egress.name), "registry.example.org");
    await expect.poll(() => events.length).toBe(1);
    expect(asked).toEqual(["CONNECT registry.example.org:443 HTTP/1.1"]);
    expect(events[0]).toMatchObject({
      verdict: "fetched",
      host: "registry.example.org",
      bytesIn: 5000,
      owner: "task-1",
    });
    expect(events[0]?.bytesOut).toBeGreaterThan(100);
    await egress.close();
  });
  test("a tunnel that asks for another host inside is cut before a byte goes out", async () => {
    const egress = await open();
    await greet(await tunnel(egress.name), "evil.example.org");
    await expect.poll(() => events.length).toBe(1);
    expect(events[0]).toMatchObject({ verdict: "refused", bytesIn: 0 });
    expect(events[0]?.reason).toContain("evil.example.org");
    await egress.close();
  });
  test("plain text in a tunnel is cut", async () => {
    const egress = await open();
    const socket = await tunnel(egress.name);
    socket.write("SSH-2.0-OpenSSH_9.9 or anything that is no TLS\r\n");
    await once(socket, "close");
    await expect.poll(() => events[0]?.verdict).toBe("refused");
    await egress.close();
  });
  test.each([
    [
      "another host",
      "GET / HTTP/1.1\r\nHost: evil.example.org:443\r\n\r\n",
      "asks for evil.example.org:443 instead of",
    ],
    [
      "another port",
      "GET / HTTP/1.1\r\nHost: registry.example.org\r\n\r\n",
      "asks for registry.example.org instead of",
    ],
    ["no host", "GET / HTTP/1.0\r\n\r\n", "asks for no host instead of"],
    ["a whole address", "GET http://evil.example.org/ HTTP/1.1\r\nHost: registry.example.org:443\r\n\r\n", "asks for"],
    [
      "a tunnel",
      "CONNECT registry.example.org:443 HTTP/1.1\r\nHost: registry.example.org:443\r\n\r\n",
      "a tunnel in a",
    ],
  ])("a request of plain HTTP in a tunnel that asks for %s gets no further", async (_, text, reason) => {
    const egress = await open();
    const socket = await tunnel(egress.name);
    socket.write(text);
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 403 /);
    await once(socket, "close");
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ verdict: "refused", bytesOut: 0, bytesIn: 0 });
    expect(events[0]?.reason).toContain(reason);
    await egress.close();
  });
  test("a tunnel carries one request of plain HTTP, and what it cost is told once", async () => {
    upstream.close();
    upstream = await fakeProxy(Buffer.from("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"), asked);
    const egress = await open();
    const socket = await tunnel(egress.name);
    const request = "GET /a HTTP/1.1\r\nHost: registry.example.org:443\r\n\r\n";
    let told = "";
    socket.on("data", (chunk: Buffer) => (told += chunk.toString()));
    socket.write(request + request);
    await once(socket, "close");
    expect(told).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*hello/);
    expect(told.match(/hello/g)).toHaveLength(1);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ verdict: "fetched", bytesIn: 43, owner: "task-1" });
    expect(asked).toHaveLength(1);
    await egress.close();
  });
  test("a tunnel whose client says nothing more is closed at once", async () => {
    const egress = await open();
    const socket = connect(path.join(folder, egress.name));
    socket.end("CONNECT registry.example.org:443 HTTP/1.1\r\nHost: registry.example.org:443\r\n\r\n");
    socket.resume();
    await once(socket, "close");
    await expect.poll(() => events[0]?.reason).toContain("ended before its TLS greeting");
    await egress.close();
  });
  test("the bytes of a session are capped, and then nothing more is opened", async () => {
    const egress = await open({ maxBytes: 1000 });
    await greet(await tunnel(egress.name), "registry.example.org");
    await expect.poll(() => events[0]?.verdict).toBe("refused");
    const again = connect(path.join(folder, egress.name));
    again.write("CONNECT registry.example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n");
    const [answer] = (await once(again, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 403 .*as much as it may/s);
    await egress.close();
  });
  const refused = async (more: object): Promise<string> => {
    const egress = await open({ upstreamProxy: undefined, ...more });
    const socket = connect(path.join(folder, egress.name));
    socket.on("error", () => undefined);
    socket.write("CONNECT registry.example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n");
    const [answer] = (await once(socket, "data")) as [Buffer];
    await egress.close();
    return answer.toString();
  };
  test.each([
    [["127.0.0.1"]],
    [["93.184.215.14", "10.0.0.1"]],
    [["::ffff:127.0.0.1"]],
    [["64:ff9b::a9fe:a9fe"]],
    [["168.63.129.16"]],
    [["no address"]],
    [[]],
  ])("a listed registry that resolves to %j is not connected to", async (answers) => {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return answers;
    };
    expect(await refused({ resolve })).toMatch(
      /^HTTP\/1\.1 403 .*registry\.example\.org (resolves to|did not resolve)/s,
    );
    expect(asked).toBe(1);
    expect(events[0]).toMatchObject({ verdict: "refused", host: "registry.example.org" });
  });
  test("a name is resolved once a tunnel: what answers otherwise the second time gains nothing", async () => {
    const turns = [["127.0.0.1"], ["10.0.0.1"]];
    // 127.0.0.1 is allowed here, so the first answer is connected to; the second would be refused
    const resolve = async () => turns.shift() ?? [];
    expect(await refused({ resolve, allowedRanges: ["127.0.0.0/8"] })).toMatch(/^HTTP\/1\.1 (200|502) /);
    expect(turns).toEqual([["10.0.0.1"]]);
  });
  test.each([
    ["resets the connection", (socket: Socket) => socket.resetAndDestroy(), /closed the connection/],
    ["closes without a word", (socket: Socket) => socket.end(), /closed the connection/],
    ["answers no", (socket: Socket) => socket.end("HTTP/1.1 407 Login\r\n\r\n"), /answered HTTP\/1\.1 407/],
  ])("a proxy of the host that %s when asked for a tunnel costs that tunnel alone", async (_does, answer, reason) => {
    const ended: Promise<unknown>[] = [];
    const proxy = createServer((socket) => {
      socket.on("error", () => undefined);
      ended.push(once(socket, "close"));
      socket.once("data", () => answer(socket));
    }).listen(0, "127.0.0.1");
    await once(proxy, "listening");
    const upstreamProxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    expect(await refused({ upstreamProxy })).toMatch(/^HTTP\/1\.1 502 /);
    expect(events).toEqual([expect.objectContaining({ verdict: "failed", reason: expect.stringMatching(reason) })]);
    await Promise.all(ended);
    proxy.close();
  });
  test("a sandbox that opens connections without end holds a bounded number of them", async () => {
    const egress = await open();
    const silent = Array.from({ length: 2 * MOST_GUESTS }, () => connect(path.join(folder, egress.name)));
    for (const socket of silent) socket.on("error", () => undefined).resume();
    await expect.poll(() => silent.filter(({ closed }) => closed).length).toBe(MOST_GUESTS);
    await egress.close();
  });
  test("what is no host and port is answered as a bad request", async () => {
    const egress = await open();
    const socket = connect(path.join(folder, egress.name));
    socket.write("CONNECT 127.0.0.1 HTTP/1.1\r\nHost: x\r\n\r\n");
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[^]*not a host and a port/);
    await egress.close();
  });
  test("closing cuts open tunnels", async () => {
    const egress = await open();
    const socket = await tunnel(egress.name);
    const closed = once(socket, "close");
    await egress.close();
    await closed;
  });
});
test.each(["registry.npmjs.org:443", "Registry.NPMJS.org:443"])("the authority %j is understood", (text) => {
  expect(parseAuthority(text)).toEqual({ host: "registry.npmjs.org", port: 443 });
});
test.each([
  "registry.npmjs.org",
  "registry.npmjs.org.:443",
  "a@b:443",
  "[::1]:443",
  "a b:443",
  "a:443/x",
  ":443",
  "a:",
  "é.org:443",
])("the authority %j is none", (text) => {
  expect(parseAuthority(text)).toBeUndefined();
});
