import { expect, test } from "vitest";
import type { Approvals } from "../policy/approvals/approvals.ts";
import { ask } from "../tools/ask.ts";
import { createWebFetch } from "../tools/web-fetch.ts";
import { serverTool } from "../tools/server-tool.ts";
import { shell } from "../tools/shell.ts";
import type { Tool } from "../tools/tool.ts";
import { createGate, type GateOptions } from "./gate.ts";

const NOBODY_ASKED: Pick<Approvals, "answered" | "ask" | "like"> = {
  answered: () => Promise.reject(new Error("nobody may be asked")),
  ask: () => Promise.reject(new Error("nobody may be asked")),
  like: async () => null,
};
function gate(options: Partial<GateOptions> = {}, approvals = NOBODY_ASKED) {
  const spark = { level: 3, from: "settings" } as unknown as Awaited<ReturnType<GateOptions["level"]>>;
  return createGate(
    {
      taskId: 1,
      level: async () => spark,
      attended: true,
      origins: ["repository"],
      found: [],
      planned: [],
      webHosts: ["docs.example.org"],
      hostsOf: () => [],
      waitMs: 0,
      surroundings: async () => ({ image: "docker x", registries: ["registry.npmjs.org"], maxCostUsd: 5 }),
      onAsk: () => undefined,
      ...options,
    },
    approvals,
  );
}
function prepared(tool: Tool, args: Readonly<Record<string, string>>) {
  const call = tool.prepare({ ...args });
  if ("problem" in call) throw new Error(call.problem);
  return { prepared: call, commit: "c0", cause: "call:0" };
}
const FIVE = { level: 5, from: "settings" } as unknown as Awaited<ReturnType<GateOptions["level"]>>;
const { signal } = new AbortController();
const fetching = createWebFetch({ hosts: [], web: { page: async () => ({ kind: "not-had", reason: "" }) } });

test("pages of the hosts in the settings are read without a question, others are bound to their address and host", async () => {
  expect(await gate()(prepared(fetching, { url: "https://docs.example.org/a" }), signal)).toMatchObject({ kind: "go" });
  const asked: unknown[] = [];
  const approvals: typeof NOBODY_ASKED = {
    ...NOBODY_ASKED,
    ask: async ({ subject }) => {
      asked.push(await subject());
      return { kind: "denied", byName: "Ada", words: null };
    },
  };
  const answer = await gate({}, approvals)(prepared(fetching, { url: "https://a.example.org/x" }), signal);
  expect(answer).toMatchObject({ kind: "no", by: "person" });
  expect(asked).toMatchObject([
    { kind: "fetch", command: ["GET", "https://a.example.org/x"], hosts: ["a.example.org"] },
  ]);
});
const says = (server: string) =>
  serverTool(
    {
      ...{ id: 1, server, hash: "h", askedAt: 0 as never, state: { kind: "asked" } },
      tool: { name: "say", description: "", schema: {} },
    },
    { confirm: false },
    { servers: {} as never, holds: () => true, marks: {} as never, clock: {} as never },
  );
test("what passes unasked by the settings does so until others than itself were read", async () => {
  const at = async (tool: Tool, args: Readonly<Record<string, string>>, options: Partial<GateOptions>) =>
    (await gate({ ...options, attended: false, level: async () => FIVE })(prepared(tool, args), signal)).kind;
  const hostsOf = () => ["api.example.org:443"];
  const reaches = { command: "curl https://api.example.org/" };
  expect([
    await at(says("docs"), {}, { origins: ["mcp:docs"] }),
    await at(says("mail"), {}, { origins: ["mcp:docs"] }),
    await at(says("docs"), {}, { origins: ["mcp:docs", "host"] }),
    await at(shell, reaches, { origins: ["host"], hostsOf }),
    await at(shell, reaches, { origins: ["mcp:docs"], hostsOf }),
    await at(shell, { command: "npm install left-pad" }, { origins: ["mcp:docs"] }),
  ]).toEqual(["go", "no", "no", "go", "no", "no"]);
});
test("where nobody is there, a question is answered at once with that", async () => {
  const call = prepared(ask, { question: "Red or blue?" });
  const permission = await gate({ attended: false })(call, signal);
  expect(permission).toMatchObject({ kind: "go", answer: { kind: "nobody", because: "unattended" } });
});
