import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HostedPull } from "../ports/code-host.ts";
import { judgeMerge, type MergeFacts } from "./merge-rules.ts";
import { checksWord } from "./pull.ts";

const [HEAD, BASE, OTHER] = ["a".repeat(40), "b".repeat(40), "c".repeat(40)];
const PULL: HostedPull = {
  number: 1,
  url: "https://github.com/ada/shop/pull/1",
  title: "Mend it",
  body: "",
  author: "ada",
  state: "open",
  draft: false,
  head: { branch: "sparks/task-1", commit: HEAD, slug: "ada/shop" },
  base: { branch: "main", commit: BASE },
};
const approves = (author: string, commit = HEAD) => ({ author, verdict: "approved" as const, commit });
const FACTS: MergeFacts = {
  pull: PULL,
  checks: "green",
  reviews: [approves("grace")],
  openMs: 600_000,
  pushed: HEAD,
  base: BASE,
  proved: true,
};
const RULES = { approvals: 1 };

test("green, approved and unchanged it may be merged", () => {
  expect(judgeMerge(FACTS, RULES)).toEqual({ kind: "may" });
});
describe("it is not merged by the rules", () => {
  test.each<[string, Partial<MergeFacts>, string]>([
    ["while checks run", { checks: "pending" }, "wait"],
    ["when checks are red", { checks: "red" }, "wait"],
    ["before checks could have begun", { checks: "none", openMs: 60_000 }, "wait"],
    ["when nothing checks it", { checks: "none" }, "uncovered"],
    ["as a draft", { pull: { ...PULL, draft: true } }, "wait"],
    ["when it is closed", { pull: { ...PULL, state: "closed" } }, "wait"],
    [
      "when somebody asked for changes",
      { reviews: [approves("grace"), { author: "linus", verdict: "changes-requested", commit: OTHER }] },
      "wait",
    ],
    ["without enough reviews", { reviews: [] }, "uncovered"],
    ["when an older commit was approved", { reviews: [approves("grace", OTHER)] }, "uncovered"],
    ["when somebody else pushed to its branch", { pushed: OTHER }, "uncovered"],
    ["before anything is known to be pushed", { pushed: null }, "uncovered"],
    ["when what was pushed is not what was proved", { proved: false }, "uncovered"],
    ["when its base moved on", { base: OTHER }, "uncovered"],
  ])("%s", (_name, change, kind) => {
    expect(judgeMerge({ ...FACTS, ...change }, RULES).kind).toBe(kind);
  });
});
test("more reviews or greener checks never make a may of what was one into less, and it needs all of them", () => {
  const facts = fc.record({
    checks: fc.constantFrom("none", "pending", "green", "red", "unknown" as const),
    reviews: fc.array(
      fc.constantFrom(approves("grace"), approves("linus", OTHER), {
        author: "ada",
        verdict: "changes-requested" as const,
        commit: HEAD,
      }),
    ),
    pushed: fc.constantFrom(HEAD, OTHER, null),
    base: fc.constantFrom(BASE, OTHER),
    proved: fc.boolean(),
    openMs: fc.nat(1_000_000),
  });
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 2 }), (change, approvals) => {
      const may = judgeMerge({ ...FACTS, ...change }, { approvals }).kind === "may";
      const holds =
        change.checks === "green" &&
        change.pushed === HEAD &&
        change.base === BASE &&
        change.proved &&
        change.reviews.every(({ verdict }) => verdict === "approved") &&
        change.reviews.filter(({ commit }) => commit === HEAD).length >= approvals;
      expect(may).toBe(holds);
    }),
  );
});
test.each([
  [[], "none"],
  [["green", "pending"], "pending"],
  [["green", "red", "pending"], "red"],
  [["green", "other"], "green"],
  [["other"], "none"],
] as const)("checks that are %j are %s together", (outcomes, word) => {
  expect(checksWord(outcomes.map((outcome, at) => ({ name: `c${at}`, outcome, word: outcome })))).toBe(word);
});
