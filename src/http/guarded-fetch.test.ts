import { createServer, type RequestListener } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { parseIpRange } from "../lib/ip-address.ts";
import { type FetchGuard, guardedFetch, type FetchWish } from "./guarded-fetch.ts";

const LOOPBACK = { ranges: [parseIpRange("127.0.0.1/32")] };
const HTML = { "content-type": "text/html; charset=utf-8" };
/** A server, and what a fetch of one of its paths leads to; `docs.example.org` is its name. */
async function served(listener: RequestListener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const origin = `http://docs.example.org:${port}`;
  return {
    port,
    origin,
    fetch: (path: string, guard: Partial<FetchGuard> = {}, wish: Partial<FetchWish> = {}) =>
      guardedFetch(
        {
          url: /^\w+:|^nonsense/.test(path) ? path : `${origin}${path}`,
          types: ["text/html", "text/plain"],
          mayFollow: (host) => host.endsWith("example.org"),
          signal: new AbortController().signal,
          ...wish,
        },
        {
          grants: { ...LOOPBACK, ports: [port] },
          resolve: async () => ["127.0.0.1"],
          timeoutMs: 10_000,
          maxBytes: 1000,
          ...guard,
        },
      ),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
const text = (fetched: Awaited<ReturnType<typeof guardedFetch>>) =>
  fetched.kind === "fetched" ? Buffer.from(fetched.body).toString() : JSON.stringify(fetched);

test("a page is got from the address that its host resolved to, and nothing of ours goes along", async () => {
  await using server = await served((request, response) => {
    response.writeHead(200, HTML).end(JSON.stringify([request.url, request.headers]));
  });
  const got = await server.fetch("/a?b=c#d");
  const [path, headers] = JSON.parse(text(got));
  expect(path).toBe("/a?b=c");
  expect(headers.host).toBe(`docs.example.org:${server.port}`);
  expect(Object.keys(headers).toSorted()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
});

describe("what the guard refuses", () => {
  test.each([
    ["http://127.0.0.1/", /loopback|this machine/i],
    ["http://169.254.169.254/latest/meta-data/", /link-local|169/],
    ["http://[::ffff:10.0.0.1]/", /is/],
    ["http://localhost/", /local/],
    ["https://docs.example.org:22/", /port 22/],
    ["ftp://docs.example.org/", /not http/],
    ["https://user:secret@docs.example.org/", /user name or password/],
    ["nonsense", /not a web address/],
  ])("%s", async (url, reason) => {
    await using server = await served((_, response) => void response.end("never"));
    const got = await server.fetch(url, { grants: {} });
    expect(got.kind).toBe("refused");
    expect(got).toMatchObject({ reason: expect.stringMatching(reason) as string });
  });
  test("a public name that leads to a private address, also when only one of its answers does", async () => {
    let asked = 0;
    await using server = await served((_, response) => {
      asked += 1;
      response.end("secret");
    });
    for (const answers of [["10.0.0.7"], ["93.184.216.34", "192.168.1.1"], ["::1"], []]) {
      const got = await server.fetch("/", { grants: { ports: [server.port] }, resolve: async () => answers });
      expect(got.kind).toBe("refused");
    }
    expect(asked).toBe(0);
  });
  test("a redirect to a private address, by name or by number", async () => {
    const asked: string[] = [];
    await using server = await served((request, response) => {
      asked.push(request.url ?? "");
      const to = request.url === "/name" ? `http://inner.example.org:${server.port}/x` : "http://10.0.0.1/x";
      response.writeHead(302, { location: to }).end();
    });
    const resolve = async (host: string) => [host.startsWith("inner") ? "10.0.0.1" : "127.0.0.1"];
    const all = { mayFollow: () => true };
    expect((await server.fetch("/name", { resolve }, all)).kind).toBe("refused");
    expect((await server.fetch("/number", { resolve }, all)).kind).toBe("refused");
    expect(asked).toEqual(["/name", "/number"]);
  });
  test("a name that answers otherwise the second time: each hop is judged by its own answers", async () => {
    const answers = [["127.0.0.1"], ["10.1.2.3"]];
    await using server = await served((_, response) => void response.writeHead(302, { location: "/again" }).end());
    const got = await server.fetch("/", { resolve: async () => answers.shift() ?? [] });
    expect(got).toMatchObject({ kind: "refused", reason: expect.stringContaining("10.1.2.3") as string });
  });
});

describe("redirects", () => {
  test("are followed within what may be, relative ones too, and not without end", async () => {
    await using server = await served((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.writeHead(200, HTML).end("there");
      else response.writeHead(307, { location: `/${left - 1}` }).end();
    });
    expect(text(await server.fetch("/5"))).toBe("there");
    expect(await server.fetch("/6")).toMatchObject({
      kind: "failed",
      reason: expect.stringContaining("5 times") as string,
    });
  });
  test("to another host are told and not followed", async () => {
    await using server = await served((_, response) => {
      response.writeHead(301, { location: "https://elsewhere.example.net/?a=b" }).end();
    });
    expect(await server.fetch("/")).toEqual({ kind: "elsewhere", url: "https://elsewhere.example.net/?a=b" });
  });
});

describe("what is read", () => {
  test("ends at the cap, however much there is to come", async () => {
    await using server = await served((_, response) => {
      response.writeHead(200, HTML);
      const more = () => {
        while (response.write("x".repeat(10_000)) && !response.destroyed);
      };
      response.on("drain", more);
      more();
    });
    const got = await server.fetch("/");
    expect(got).toMatchObject({ kind: "fetched", cut: true });
    expect(text(got)).toBe("x".repeat(1000));
  });
  test("is capped after unpacking: a small body may hold a large one", async () => {
    await using server = await served((_, response) => {
      response.writeHead(200, { ...HTML, "content-encoding": "gzip" }).end(gzipSync("y".repeat(5_000_000)));
    });
    const got = await server.fetch("/");
    expect(got).toMatchObject({ kind: "fetched", cut: true });
    expect(text(got)).toBe("y".repeat(1000));
  });
  test.each(["/never-answers", "/never-ends"])("%s within its time", async (path) => {
    await using server = await served((request, response) => {
      if (request.url === "/never-ends") response.writeHead(200, HTML).write("a little");
    });
    const got = await server.fetch(path, { timeoutMs: 300 });
    expect(got).toEqual({ kind: "failed", reason: "it took longer than 0.3 s" });
  });
  test("a name server that never answers holds nobody up", async () => {
    await using server = await served((_, response) => void response.end());
    const got = await server.fetch("/", { timeoutMs: 100, resolve: () => new Promise(() => undefined) });
    expect(got).toMatchObject({ kind: "failed" });
  });
  test("a stop ends it", async () => {
    const stop = new AbortController();
    await using server = await served(() => stop.abort());
    expect(await server.fetch("/", {}, { signal: stop.signal })).toEqual({ kind: "failed", reason: "it was stopped" });
  });
  test.each([
    [{ "content-type": "image/png" }, /image\/png/],
    [{ "content-type": "text/htmlx" }, /text\/htmlx/],
    [{}, /no stated type/],
    [{ ...HTML, "content-encoding": "compress" }, /packed/],
  ])("not with %j", async (headers, reason) => {
    await using server = await served((_, response) => void response.writeHead(200, headers).end("\u0089PNG"));
    expect(await server.fetch("/")).toMatchObject({ kind: "failed", reason: expect.stringMatching(reason) as string });
  });
  test("a connection that breaks is no page", async () => {
    await using server = await served((request, response) => {
      response.writeHead(200, { ...HTML, "content-length": "500" }).write("half");
      setImmediate(() => request.socket.destroy());
    });
    expect(await server.fetch("/")).toMatchObject({ kind: "failed" });
  });
});
