import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide, decideDeed, type Question } from "./decide.ts";
import type { Deed, Intent } from "./intent.ts";
import { LEVELS } from "./levels.ts";
import { DEEDS, TABLE } from "./table.ts";

const BASE: Intent = { tool: "shell", effect: "run", paths: [], command: [], directory: "", content: "" };
const runs = (...command: string[]): Intent => ({ ...BASE, command });
const edits = (path: string): Intent => ({ ...BASE, tool: "write_file", effect: "edit", paths: [path] });
const fetches = (url: string): Intent => ({ ...BASE, tool: "web_fetch", effect: "fetch", command: ["GET", url] });
const calls: Intent = { ...BASE, tool: "mcp:docs:find", effect: "call", content: "{}" };
const PLANNED = ["npm", "test"];
type Case = { readonly intent: Intent } & Partial<Pick<Question, "risk" | "taint" | "hosts" | "webHosts">>;
/** One act for each row of the table, in which that row is the strictest that is found. */
const CASES: Readonly<Record<keyof typeof TABLE, Case>> = {
  look: { intent: { ...BASE, tool: "read_file", effect: "look", paths: ["src/a.ts"] } },
  planned: { intent: runs(...PLANNED) },
  edit: { intent: edits("src/a.ts") },
  run: { intent: runs("node", "src/a.js") },
  "high-risk tool": { intent: edits("src/a.ts"), risk: "high" },
  "protected file": { intent: edits(".github/workflows/ci.yml") },
  "tainted protected file": { intent: edits(".github/workflows/ci.yml"), taint: "outside" },
  "many deletions": { intent: runs("rm", "-rf", "src") },
  install: { intent: runs("npm", "install", "left-pad") },
  "tainted install": { intent: runs("npm", "install", "left-pad"), taint: "outside" },
  call: { intent: calls },
  "unasked call": { intent: { ...calls, unasked: true }, taint: "servers" },
  "tainted call": { intent: { ...calls, unasked: true }, taint: "outside" },
  "coding cli": {
    intent: { ...BASE, tool: "coding_cli", effect: "outsource", command: ["codex", "m-1", "example.org"] },
  },
  network: { intent: runs("curl", "https://example.org") },
  "granted host": { intent: { ...runs("node", "src/a.js"), network: true }, hosts: ["api.example.com:443"] },
  "tainted granted host": {
    intent: runs("curl", "https://api.example.com/"),
    hosts: ["api.example.com:443"],
    taint: "outside",
  },
  "granted page": { intent: { ...fetches("https://search.example.org/"), content: "a", unasked: true } },
  "web page": { intent: fetches("https://example.org/") },
  "tainted web page": { intent: fetches("https://example.org/"), taint: "outside" },
  memory: { intent: { ...BASE, tool: "memory_save", effect: "remember", content: "We use pnpm" } },
  "tainted memory": { intent: { ...BASE, tool: "memory_save", effect: "remember", content: "x" }, taint: "servers" },
  publish: { intent: runs("git", "push", "origin", "main") },
  opaque: { intent: runs("frobnicate") },
  secret: { intent: runs("cat", ".env") },
  "outside read": { intent: runs("cat", "/etc/hostname") },
  wipe: { intent: runs("rm", "-rf", ".") },
  privilege: { intent: runs("sudo", "ls") },
  "secret file": { intent: edits("deploy/id_ed25519") },
  "git's own files": { intent: edits(".git/hooks/pre-commit") },
  outside: { intent: edits("../outside") },
};
const asked = (one: Case): Question => ({
  risk: "low",
  level: 3,
  attended: true,
  taint: "repository",
  planned: [PLANNED],
  ...one,
});

describe.each(Object.entries(CASES))("%s", (name, one) => {
  test.each(LEVELS)("at level %i is decided as the table says", (level) => {
    const row = TABLE[name as keyof typeof TABLE];
    const decision = decide({ ...asked(one), level });
    expect(decision.kind).toBe(row.levels[level - 1]);
    if (decision.kind === "ask") expect(decision.risk).toBe(row.risk);
  });
});
describe.each(Object.keys(DEEDS) as Deed[])("to %s", (deed) => {
  test.each(LEVELS)("at level %i is decided as the table says", (level) => {
    expect(decideDeed(deed, { level, attended: true }).kind).toBe(DEEDS[deed].levels[level - 1]);
  });
});

const deedOf = (deed: Deed): Case => ({ intent: { ...BASE, tool: "gh", effect: "deed", deed } });
describe.each([
  ["push", "tainted push"],
  ["pull request", "tainted pull request"],
  ["comment", "tainted comment"],
  ["merge", "tainted merge"],
] as const)("a call that is to %s", (deed, tainted) => {
  test.each(LEVELS)("at level %i is decided as the table says, and as tainted after strangers", (level) => {
    const decision = decide({ ...asked(deedOf(deed)), level });
    expect(decision.kind).toBe(DEEDS[deed].levels[level - 1]);
    if (decision.kind === "ask") expect(decision.risk).toBe(DEEDS[deed].risk);
    expect(decide({ ...asked(deedOf(deed)), level, taint: "outside" }).kind).toBe(DEEDS[tainted].levels[level - 1]);
    expect(decide({ ...asked(deedOf(deed)), level, attended: false }).kind).toBe(
      decision.kind === "ask" ? "deny" : decision.kind,
    );
  });
});
test.each([
  ["a search", { intent: { ...fetches("https://search.example.org/"), content: "a", unasked: true } }],
  [
    "a page of a host of the settings",
    { intent: fetches("https://docs.example.org/a"), webHosts: ["docs.example.org"] },
  ],
] as const)("%s passes by what the settings say, and after strangers as a page of anywhere", (_what, one) => {
  for (const level of LEVELS) {
    const kinds = (["repository", "servers", "outside"] as const).map(
      (taint) => decide({ ...asked(one), level, taint }).kind,
    );
    const after = TABLE["tainted web page"].levels[level - 1];
    expect(kinds).toEqual([TABLE["granted page"].levels[level - 1], after, after]);
  }
});
test("reading the code host is looking, at every level", () => {
  for (const level of LEVELS)
    expect(decide({ ...asked({ intent: { ...BASE, tool: "gh", effect: "host" } }), level }).kind).toBe("allow");
});

const acts = fc.constantFrom(...Object.values(CASES), ...(["push", "comment", "merge"] as const).map(deedOf));
const levels = fc.constantFrom(...LEVELS);
const taints = fc.constantFrom("none", "repository", "servers", "outside" as const);
const STRICT = { allow: 0, ask: 1, deny: 2 } as const;
test("nobody there never makes an ask of the table an allow, nor anything milder, whatever was read", () => {
  fc.assert(
    fc.property(acts, levels, taints, fc.boolean(), (one, level, taint, high) => {
      const question: Question = { ...asked(one), level, taint, ...(high ? { risk: "high" as const } : {}) };
      const [there, away] = [decide(question), decide({ ...question, attended: false })];
      expect(away.kind).toBe(there.kind === "ask" ? "deny" : there.kind);
    }),
    { numRuns: 1000 },
  );
  for (const deed of Object.keys(DEEDS) as Deed[])
    for (const level of LEVELS) {
      const [there, away] = [true, false].map((attended) => decideDeed(deed, { level, attended }).kind);
      expect(away).toBe(there === "ask" ? "deny" : there);
    }
});
test("a lower level, or worse texts read, never decide more mildly", () => {
  const order = ["none", "repository", "servers", "outside"] as const;
  fc.assert(
    fc.property(acts, levels, levels, taints, taints, (one, a, b, taint, other) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const [clean, dirty] = order.indexOf(taint) < order.indexOf(other) ? [taint, other] : [other, taint];
      const kind = (level: typeof low, read: typeof taint) =>
        STRICT[decide({ ...asked(one), level, taint: read }).kind];
      expect(kind(low, taint)).toBeGreaterThanOrEqual(kind(high, taint));
      expect(kind(low, dirty)).toBeGreaterThanOrEqual(kind(low, clean));
    }),
    { numRuns: 1000 },
  );
});
