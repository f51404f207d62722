import { describe, expect, test } from "vitest";
import { decide, type Question } from "../policy/decide.ts";
import { LEVELS } from "../policy/levels.ts";
import { DEEDS, TABLE } from "../policy/table.ts";
import type { Taint } from "../policy/taint.ts";
import type { JsonObject } from "../ports/model.ts";
import { createCodingCliTool } from "./coding-cli.ts";
import { createCustomTool } from "./custom.ts";
import { createGh } from "./gh.ts";
import { createRemoteGit } from "./git.ts";
import { createMemorySave } from "./memory-save.ts";
import { serverTool } from "./server-tool.ts";
import type { PreparedCall, Tool } from "./tool.ts";
import { ALL_TOOLS } from "./toolbox.ts";
import { createWebFetch } from "./web-fetch.ts";
import { createWebSearch } from "./web-search.ts";

const never = () => Promise.reject(new Error("nothing is called to judge a call"));
const refuse = (): never => {
  throw new Error("nothing is begun to judge a call");
};
const SHOP = { host: "github.com", slug: "ada/shop", branch: "sparks/task-1-mend" };
const codex = { name: "codex", model: "m", host: "api.example.org", ceilingUsd: 2, problem: null } as const;
const clis = { list: () => [codex], modelProblem: () => null, begin: refuse };
const pin = {
  ...{ id: 1, server: "docs", hash: "h", askedAt: 0 as never },
  state: { kind: "asked" },
  tool: { name: "find", description: "", schema: {} },
} as const;
const server = (confirm: boolean) =>
  serverTool(pin, { confirm }, { servers: { call: never }, holds: () => true, marks: {} as never, clock: {} as never });
const risky = createCustomTool({
  ...{ name: "lint_all", summary: "Lints.", argv: ["npx", "eslint", "."], parameters: [], risk: "high" },
  timeoutSeconds: 60,
});
const TOOLS: readonly Tool[] = [
  ...ALL_TOOLS.filter(({ spec }) => spec.name !== "git"),
  createRemoteGit(SHOP, refuse),
  createGh(SHOP, refuse),
  createMemorySave({ save: never }),
  createWebFetch({ web: { page: never }, hosts: [] }),
  createWebSearch({ search: { find: never }, address: "https://search.example.org/search" }),
  createCodingCliTool({ clis, wish: undefined, timeoutMs: 0 }) ?? refuse(),
  risky,
];
function prepared(tool: Tool | string, args: JsonObject): PreparedCall {
  const found = typeof tool === "string" ? TOOLS.find(({ spec }) => spec.name === tool) : tool;
  if (found === undefined) throw new Error("there is no such tool");
  const call = found.prepare(args);
  if ("problem" in call) throw new Error(call.problem);
  return call;
}
const shell = (command: string) => prepared("shell", { command });
const writes = (path: string) => prepared("write_file", { path, content: "x" });
const page = () => prepared("web_fetch", { url: "https://example.org/" });
const fact = () => prepared("memory_save", { text: "We use pnpm" });
const gh = (action: string, more: JsonObject = {}) => prepared("gh", { action, ...more });
type Case = { readonly call: PreparedCall; readonly taint?: Taint; readonly hosts?: readonly string[] };
const HOSTS = ["api.example.com:443"];
/** One call of a real tool for each row, as a model makes it. */
const ROWS: Readonly<Record<keyof typeof TABLE, Case>> = {
  look: { call: prepared("read_file", { path: "src/a.ts" }) },
  planned: { call: shell("npm test") },
  edit: { call: writes("src/a.ts") },
  run: { call: shell("node src/a.js") },
  "high-risk tool": { call: prepared("lint_all", {}) },
  "protected file": { call: writes(".github/workflows/ci.yml") },
  "tainted protected file": { call: writes(".github/workflows/ci.yml"), taint: "outside" },
  "many deletions": { call: shell("rm -rf src") },
  install: { call: shell("npm install left-pad") },
  "tainted install": { call: shell("npm install left-pad"), taint: "outside" },
  call: { call: prepared(server(true), {}) },
  "unasked call": { call: prepared(server(false), {}), taint: "servers" },
  "tainted call": { call: prepared(server(false), {}), taint: "outside" },
  "coding cli": { call: prepared("coding_cli", { goal: "Mend it" }) },
  network: { call: shell("curl https://example.org") },
  "granted host": { call: shell("curl https://api.example.com/"), hosts: HOSTS },
  "tainted granted host": { call: shell("curl https://api.example.com/"), hosts: HOSTS, taint: "outside" },
  "granted page": { call: prepared("web_search", { query: "discount" }) },
  "web page": { call: page() },
  "tainted web page": { call: page(), taint: "outside" },
  memory: { call: fact() },
  "tainted memory": { call: fact(), taint: "outside" },
  publish: { call: shell("git push origin main") },
  opaque: { call: shell("frobnicate") },
  secret: { call: shell("cat .env") },
  "outside read": { call: shell("cat /etc/hostname") },
  wipe: { call: shell("rm -rf .") },
  privilege: { call: shell("sudo ls") },
  "secret file": { call: prepared("read_file", { path: "deploy/id_ed25519" }) },
  "git's own files": { call: writes(".git/hooks/pre-commit") },
  outside: { call: writes("../outside") },
};
/** The same of what reaches the code host; the rest of the deeds no tool can do. */
const DEED_ROWS = {
  push: { call: prepared("git", { action: "push" }) },
  "tainted push": { call: prepared("git", { action: "push" }), taint: "outside" },
  "pull request": { call: gh("pr create", { title: "Mend it", body: "It was broken." }) },
  "tainted pull request": { call: gh("pr create", { title: "Mend it", body: "It was broken." }), taint: "outside" },
  comment: { call: gh("pr comment", { number: 7, body: "Done." }) },
  "tainted comment": { call: gh("issue comment", { number: 7, body: "Done." }), taint: "outside" },
  merge: { call: gh("pr merge", { number: 7 }) },
  "tainted merge": { call: gh("pr merge", { number: 7 }), taint: "outside" },
} satisfies Partial<Record<keyof typeof DEEDS, Case>>;
const CASES = [
  ...Object.entries(ROWS).map(([row, one]) => [row, one, TABLE[row as keyof typeof TABLE]] as const),
  ...Object.entries(DEED_ROWS).map(([row, one]) => [row, one, DEEDS[row as keyof typeof DEED_ROWS]] as const),
];

describe.each(CASES)("%s", (_row, { call, taint = "repository", hosts = [] }: Case, { levels }) => {
  test.each(LEVELS)("a call of the tool that does it is decided at level %i as the table says", (level) => {
    const { intent, risk } = call;
    const question: Question = { intent, risk, level, attended: true, taint, planned: [["npm", "test"]], hosts };
    expect(decide(question).kind).toBe(levels[level - 1]);
  });
});
