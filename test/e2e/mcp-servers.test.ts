import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { Secret } from "../../src/lib/secret.ts";
import type { McpServerOptions } from "../../src/mcp/options.ts";
import { bubblewrapProblem, createBubblewrapSandbox } from "../../src/sandbox/bubblewrap/bubblewrap.ts";
import { describeMcpInSandbox } from "../contracts/mcp-in-sandbox.ts";
import { freePort } from "../support/free-port.ts";
import { temporaryFolder } from "../support/folder.ts";
import { misbehaving, referenceServer, stdioOptions } from "../support/mcp/options.ts";
import { isConnected, isLost, startServers } from "../support/mcp/world.ts";
import { sandboxOptions, wallClock } from "../support/sandbox-options.ts";

async function portOf(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
/** The reference server over HTTP, once it listens. */
async function everythingAt(port: number, mode: "streamableHttp" | "sse") {
  const [program, ...args] = referenceServer("everything", mode);
  const child = spawn(program, args, {
    env: { ...process.env, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ready = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      if (/listening|running on port/i.test(chunk.toString())) ready.resolve();
    });
  child.once("exit", (code) => ready.reject(new Error(`the reference server ended with ${code}`)));
  await ready.promise;
  child.removeAllListeners("exit");
  async function end(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  return { end, [Symbol.asyncDispose]: end };
}
function httpOptions(
  url: string,
  more: Partial<McpServerOptions> = {},
  kind: "http" | "sse" = "http",
): McpServerOptions {
  return stdioOptions(["unused"], { reach: { kind, url, headers: {} }, ...more });
}

test("the reference server over stdio: words, images by name, sums, errors", async () => {
  await using world = startServers([stdioOptions(referenceServer("everything", "stdio"))]);
  const { tools } = await world.until(isConnected);
  expect(tools.map(({ name }) => name)).toContain("echo");
  expect(await world.call("echo", { message: "hello" })).toEqual({ kind: "answered", ok: true, text: "Echo: hello" });
  const sum = await world.call("get-sum", { a: 2, b: 40 });
  expect(sum).toMatchObject({ kind: "answered", ok: true, text: expect.stringContaining("42") });
  const image = await world.call("get-tiny-image");
  expect(image).toMatchObject({ text: expect.stringMatching(/\[image, image\/png, \d+ bytes, not shown\]/) });
  expect(await world.call("echo", { message: 7 })).toMatchObject({ kind: "answered", ok: false });
});
test("the reference server of files answers about its folder", async () => {
  using folder = temporaryFolder();
  await using world = startServers([stdioOptions(referenceServer("filesystem", folder.path))]);
  await world.until(isConnected);
  expect(await world.call("write_file", { path: folder.at("a.txt"), content: "one" })).toMatchObject({ ok: true });
  expect(await world.call("read_text_file", { path: folder.at("a.txt") })).toMatchObject({ ok: true, text: "one" });
  expect(await world.call("read_text_file", { path: "/etc/passwd" })).toMatchObject({ ok: false });
});
test.each([
  ["streamableHttp", "http", "mcp"],
  ["sse", "sse", "sse"],
] as const)("the reference server over %s, lost and found again", async (mode, kind, path) => {
  const port = await freePort();
  await using first = await everythingAt(port, mode);
  await using world = startServers([httpOptions(`http://127.0.0.1:${port}/${path}`, {}, kind)]);
  await world.until(isConnected);
  expect(await world.call("echo", { message: "hello" })).toEqual({ kind: "answered", ok: true, text: "Echo: hello" });
  await first.end();
  expect(await world.call("echo", { message: "hello" })).toMatchObject({ kind: "not-reachable" });
  await world.until(isLost);
  await using _second = await everythingAt(port, mode);
  await world.clock.untilSleeping(1000);
  world.clock.advance(1000);
  await world.until(isConnected);
  expect(await world.call("echo", { message: "again" })).toMatchObject({ text: "Echo: again" });
});
test("the header of the settings goes to the server and to nobody it sends us to", async () => {
  const seen: IncomingHttpHeaders[] = [];
  const elsewhere = createServer((request, response) => {
    seen.push(request.headers);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  const away = await portOf(elsewhere);
  const given: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    given.push(request.headers);
    response.writeHead(307, { location: `http://127.0.0.1:${away}/mcp` }).end();
  });
  const port = await portOf(server);
  const headers = { Authorization: new Secret("Bearer abc") };
  const reach = { kind: "http", url: `http://127.0.0.1:${port}/mcp`, headers } as const;
  await using world = startServers([httpOptions("", { reach })]);
  const lost = await world.until(isLost);
  expect(lost.state).toMatchObject({ why: expect.stringContaining("it redirects, which is not followed") });
  expect(given[0]?.authorization).toBe("Bearer abc");
  expect(seen).toEqual([]);
  server.close();
  elsewhere.close();
});
test("a server that does not let us in is told as such, without its address", async () => {
  const server = createServer((_, response) => response.writeHead(401).end("secret details"));
  const port = await portOf(server);
  await using world = startServers([httpOptions(`http://127.0.0.1:${port}/mcp?key=abc`)]);
  const { state } = await world.until(isLost);
  expect(state).toMatchObject({ why: "it does not let us in (status 401): look at its headers_env" });
  server.close();
});
test("an answer over HTTP that does not end is cut off", async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const pour = (): void => void (response.destroyed || response.write("x".repeat(1 << 20), pour));
    pour();
  });
  const port = await portOf(server);
  await using world = startServers([httpOptions(`http://127.0.0.1:${port}/mcp`)]);
  expect((await world.until(isLost)).state).toMatchObject({ why: "its answer does not end" });
  server.close();
  server.closeAllConnections();
});
test.skipIf(bubblewrapProblem() !== null)(
  "in a sandbox a server sees its own workspace, no network, and goes when it is closed",
  async () => {
    using run = temporaryFolder();
    const sandbox = createBubblewrapSandbox(sandboxOptions(`mcp${process.pid}`, run.path), { clock: wallClock });
    const { readFileSync } = await import("node:fs");
    const text = readFileSync(misbehaving("good")[1] ?? "", "utf8");
    const command = ["node", "--input-type=module", "--eval", text, "good"] as const;
    const env = { GIVEN: new Secret("x") };
    const reach = { kind: "stdio", command, trusted: false, env, network: "none", hosts: [] } as const;
    const never = new AbortController().signal;
    {
      await using world = startServers([stdioOptions(command, { reach })], { sandbox });
      await world.until(isConnected);
      expect(await sandbox.live(never)).toBe(1);
      expect(await world.call("say", { word: "ü" })).toEqual({ kind: "answered", ok: true, text: "you said ü" });
      expect(await world.call("environment")).toMatchObject({
        text: "GIVEN HOME LANG LOGNAME PATH SPARKS_CALL TMPDIR USER",
      });
    }
    expect(await sandbox.live(never)).toBe(0);
  },
);
describeMcpInSandbox("bubblewrap", {
  skip: bubblewrapProblem()?.reason ?? null,
  make: (home, runFolder) => createBubblewrapSandbox(sandboxOptions(home, runFolder), { clock: wallClock }),
});
