import { expect, test } from "vitest";
import { misbehaving, stdioOptions } from "../../test/support/mcp/options.ts";
import { temporaryFolder } from "../../test/support/folder.ts";
import { isConnected, isLost, startServers } from "../../test/support/mcp/world.ts";
import { Secret } from "../lib/secret.ts";

const unsignalled = new AbortController().signal;
test("a tool is called over a program's lines and answers", async () => {
  await using world = startServers([stdioOptions(misbehaving("good"))]);
  const server = await world.until(isConnected);
  expect(server.tools.map(({ name }) => name)).toEqual(["say", "environment"]);
  expect(await world.call("say", { word: "grüße" })).toEqual({ kind: "answered", ok: true, text: "you said grüße" });
});
test("only what the settings allow is offered, and the rest is named", async () => {
  await using world = startServers([stdioOptions(misbehaving("good"), { allow: ["environment"] })]);
  const server = await world.until(isConnected);
  expect(server.tools.map(({ name }) => name)).toEqual(["environment"]);
  expect(server.ignored).toEqual([{ tool: "say", why: "the settings do not allow it" }]);
});
test("two tools of one name and names of other characters are never offered", async () => {
  await using world = startServers([stdioOptions(misbehaving("twice"))]);
  const server = await world.until(isConnected);
  expect(server.tools).toEqual([]);
  expect(server.ignored.map(({ why }) => why)).toEqual([
    "the server has two tools of this name",
    "the server has two tools of this name",
    expect.stringContaining("other characters"),
  ]);
});
test("a server on this machine finds PATH, HOME and what is named set, and nothing else", async () => {
  const reach = {
    kind: "stdio",
    command: misbehaving("good"),
    trusted: true,
    env: { GIVEN: new Secret("x") },
    network: "none",
    hosts: [],
  } as const;
  const environment = { PATH: process.env["PATH"] ?? "", HOME: "/nowhere", TELEGRAM_BOT_TOKEN: "secret" };
  await using world = startServers([stdioOptions(misbehaving("good"), { reach })], { environment });
  await world.until(isConnected);
  expect(await world.call("environment")).toMatchObject({ text: "GIVEN HOME PATH" });
});
test("a slow answer ends with the time the settings give, and the server is of use afterwards", async () => {
  await using world = startServers([stdioOptions(misbehaving("slow"), { timeoutMs: 5000 })]);
  await world.until(isConnected);
  const answer = world.call("say");
  await world.clock.untilSleeping(5000);
  world.clock.advance(5000);
  expect(await answer).toEqual({ kind: "timed-out", afterMs: 5000 });
  expect(await world.call("environment")).toMatchObject({ kind: "answered", ok: true });
});
test("a call is given up when it is stopped", async () => {
  await using world = startServers([stdioOptions(misbehaving("slow"))]);
  await world.until(isConnected);
  const stop = new AbortController();
  const answer = world.servers.call("tools", "say", {}, stop.signal);
  stop.abort();
  expect(await answer).toEqual({ kind: "stopped" });
});
test("a server that dies is told as lost, and is back after a while that grows", async () => {
  await using world = startServers([stdioOptions(misbehaving("dies"))]);
  await world.until(isConnected);
  expect(await world.call("say")).toEqual({ kind: "not-reachable", why: "its program ended with exit code 3" });
  const lost = await world.until(isLost);
  expect(lost.state).toMatchObject({ kind: "unreachable", why: "its program ended with exit code 3" });
  expect(await world.call("say")).toMatchObject({ kind: "not-reachable" });
  await world.clock.untilSleeping(1000);
  world.clock.advance(1000);
  await world.until(isConnected);
  expect(await world.call("environment")).toMatchObject({ kind: "answered" });
});
test("nothing goes on waiting for a connection that is over", async () => {
  await using world = startServers([stdioOptions(misbehaving("dies"))]);
  await world.until(isConnected);
  // Past the first second a connection waits for minutes until its tools are asked for again.
  await world.clock.untilSleeping(1000);
  world.clock.advance(1000);
  await world.clock.untilSleeping(10 * 60_000);
  await world.call("say");
  await world.until(isLost);
  await world.clock.untilSleeping(1000);
  expect(world.clock.sleeping()).toEqual([1000]);
});
test("a program that is not there is tried again ever more rarely", async () => {
  await using world = startServers([stdioOptions(["no-such-program-here"])]);
  for (const waitMs of [1000, 2000, 4000, 8000]) {
    await world.clock.untilSleeping(waitMs);
    world.clock.advance(waitMs);
  }
  expect((await world.until(isLost)).state).toMatchObject({ why: "there is no program no-such-program-here" });
});
test("a program that ends at once is told with what it said, without secrets and with what is unseen made visible", async () => {
  const reach = {
    kind: "stdio",
    command: [
      process.execPath,
      "-e",
      "console.error('npm error 403 ' + process.env.GIVEN + '\\u202e'); process.exitCode = 1",
    ],
    trusted: true,
    env: { GIVEN: new Secret("hunter22-of-the-house") },
    network: "none",
    hosts: [],
  } as const;
  await using world = startServers([stdioOptions(["unused"], { reach })]);
  expect((await world.until(isLost)).state).toMatchObject({
    why: "its program ended with exit code 1",
    complaint: ["npm error 403 [secret]\\u{202e}"],
  });
  expect(await world.call("say")).toEqual({ kind: "not-reachable", why: "its program ended with exit code 1" });
});
test("a program that ends while what it began holds its output open is told as well", async () => {
  const command = ["/bin/sh", "-c", "echo gone >&2; sleep 60 & exit 1"] as const;
  await using world = startServers([stdioOptions(command)]);
  expect((await world.until(isLost)).state).toMatchObject({ complaint: ["gone"] });
});
test("garbage between the lines is passed over, and an answer that is none is a failure", async () => {
  await using world = startServers([stdioOptions(misbehaving("garbage"))]);
  await world.until(isConnected);
  expect(await world.call("say")).toMatchObject({ kind: "garbled" });
  expect(await world.call("environment")).toMatchObject({ kind: "answered" });
});
test("a line without end costs the server its connection, not us our memory", async () => {
  await using world = startServers([stdioOptions(misbehaving("endless"))]);
  await world.until(isConnected);
  expect(await world.call("say")).toEqual({ kind: "not-reachable", why: "it said a line that does not end" });
});
test("a long answer is cut to what the settings allow", async () => {
  await using world = startServers([stdioOptions(misbehaving("long"), { maxResultBytes: 1000 })]);
  await world.until(isConnected);
  const answer = await world.call("say");
  expect(answer).toMatchObject({ kind: "answered", text: expect.stringContaining("bytes left out") });
  expect(answer.kind === "answered" && answer.text.length).toBeLessThan(1100);
});
test("a tool that says it failed has failed", async () => {
  await using world = startServers([stdioOptions(misbehaving("fails"))]);
  await world.until(isConnected);
  expect(await world.call("say")).toEqual({ kind: "answered", ok: false, text: "the word is not known" });
});
test("a server that says that its tools changed is asked for them again", async () => {
  using folder = temporaryFolder();
  await using world = startServers([stdioOptions(misbehaving("rug", folder.at("state")))]);
  await world.until(isConnected);
  await world.call("say", { word: "pull" });
  await world.clock.untilSleeping(1000);
  world.clock.advance(1000);
  const changed = await world.until(({ tools }) => tools[0]?.description.includes("mallory") === true);
  expect(changed.state.kind).toBe("connected");
});
test("a server that cannot be used by the settings is never started", async () => {
  await using world = startServers([stdioOptions(misbehaving("good"), { problem: "the variable X is not set" })]);
  expect(world.servers.list()[0]?.state).toEqual({ kind: "refused", why: "the variable X is not set" });
  expect(await world.call("say")).toEqual({ kind: "not-reachable", why: "the variable X is not set" });
  expect(await world.servers.call("other", "say", {}, unsignalled)).toMatchObject({ kind: "not-reachable" });
});
