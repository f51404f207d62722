import { expect, test } from "vitest";
import type { ServersView } from "../core/chat/desk/operations.ts";
import { instant } from "../lib/time.ts";
import type { Client } from "./client.ts";
import { listServers } from "./mcp.ts";
import type { Terminal } from "./terminal.ts";

const TOOL = { name: "say", description: "Says a word.", schema: { type: "object" } };
const server = (name: string, state: ServersView["servers"][number]["state"]): ServersView["servers"][number] => ({
  name,
  state,
  runs: "sandbox",
  hosts: [],
  confirm: true,
  tools: [TOOL],
  ignored: [{ tool: "shout", why: "the settings do not allow it" }],
});
const PIN = { id: 1, server: "docs", tool: TOOL, hash: "a".repeat(64), askedAt: instant(0), state: { kind: "asked" } };
const CONNECTED = { kind: "connected", since: instant(0) } as const;
const GONE = { kind: "unreachable", since: instant(0), why: "it ended", retryAt: instant(1) } as const;

/** Answers with one view after another, the last for ever. */
async function listed(
  json: boolean,
  ...views: readonly object[]
): Promise<{ exit: number; text: string; asked: number }> {
  let asked = 0;
  let text = "";
  const client: Client = {
    call: <Answer>() => Promise.resolve(views[Math.min(asked++, views.length - 1)] as Answer),
    // oxlint-disable-next-line require-yield -- nothing is streamed to this command
    async *lines() {
      throw new Error("not asked for");
    },
  };
  const terminal: Terminal = {
    interactive: false,
    write: (some) => {
      text += some;
    },
    error: () => undefined,
    live: () => undefined,
    // oxlint-disable-next-line require-yield -- nobody types anything
    async *lines() {},
  };
  const exit = await listServers(client, { terminal, json, signal: new AbortController().signal });
  return { exit, text, asked };
}

test("what a sandboxed server reaches is listed", async () => {
  const reaching = { ...server("docs", CONNECTED), hosts: ["api.example.com:443", "*.example.org:80"] };
  const { text } = await listed(false, { servers: [reaching], pins: [PIN] });
  expect(text).toMatch(
    /in a sandbox of its own, which reaches \W*api\.example\.com:443\W*, \W*\*\.example\.org:80\W*; each/,
  );
});
test("servers are listed with their state, their tools and what is not used", async () => {
  const { exit, text } = await listed(false, { servers: [server("docs", CONNECTED)], pins: [PIN] });
  expect(text).toContain("docs: connected. Runs in a sandbox of its own; each call is asked.");
  expect(text).toContain("mcp:docs:say It waits for the owner, and is not used.");
  expect(text).toContain("shout: the settings do not allow it");
  expect(exit).toBe(0);
});
test("that there are more approved tools than a model is given is said", async () => {
  const approved = { kind: "approved", by: 1, byName: "Ada", at: instant(0) };
  const pins = Array.from({ length: 60 }, (_, at) => ({
    ...PIN,
    tool: { ...TOOL, name: `say_${at}` },
    state: approved,
  }));
  const said = /60 tools are approved. A model is given 128 at most/;
  expect((await listed(false, { servers: [server("docs", CONNECTED)], pins })).text).toMatch(said);
  const { text } = await listed(false, { servers: [server("docs", CONNECTED)], pins: pins.slice(0, 50) });
  expect(text).not.toMatch(said);
});
test("a server that is still being connected is waited for, and one that cannot be reached fails the command", async () => {
  const waiting = { servers: [server("docs", { kind: "connecting" })], pins: [] };
  const gone = {
    servers: [server("docs", { ...GONE, complaint: ["npm error 403 Forbidden"] })],
    pins: [],
  };
  const { exit, text, asked } = await listed(false, waiting, waiting, gone);
  expect(asked).toBe(3);
  expect(text).toContain("not reachable: it ended");
  expect(text).toMatch(/What it said itself:\s+npm error 403 Forbidden/);
  expect(exit).toBe(1);
});
test("as JSON it is what the daemon says; none is no failure", async () => {
  const none = await listed(false, { servers: [], pins: [] });
  expect(none.text).toContain("No server of tools is set up");
  expect(none.exit).toBe(0);
  const view = { servers: [server("docs", CONNECTED)], pins: [PIN] };
  expect(JSON.parse((await listed(true, view)).text)).toEqual(view);
});
