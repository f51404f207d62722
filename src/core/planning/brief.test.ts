import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../lib/time.ts";
import { beginBrief, CHOICES, goalOf, stepBrief, type Brief, type BriefInput } from "./brief.ts";

const NOW = instant(1000);
function run(brief: Brief, ...inputs: (string | [keyof typeof CHOICES, number])[]) {
  let now: Brief | "cancelled" | "confirmed" = brief;
  for (const input of inputs) {
    if (typeof now === "string") throw new Error("it has ended already");
    const step = stepBrief(now, inputOf(input, now), NOW);
    if (step.kind === "stale") throw new Error("stale");
    if (step.kind === "cancelled") return "cancelled";
    now = step.brief;
  }
  return now;
}
function inputOf(input: string | [keyof typeof CHOICES, number], { version }: Brief): BriefInput {
  if (typeof input !== "string") return { kind: "choose", field: input[0], option: input[1], version };
  const [, to] = /^>(\w+)$/.exec(input) ?? [];
  return to === undefined
    ? { kind: "text", text: input }
    : { kind: "go", to: to as (BriefInput & { kind: "go" })["to"], version };
}

test("by words alone: goal, constraints, output, yes", () => {
  const done = run(beginBrief(1, "", NOW), "Make the cart right", "no new packages", "spec", "looks good");
  expect(done).toMatchObject({ step: "confirmed", goal: "Make the cart right", constraints: "no new packages" });
  expect(goalOf(done as Brief)).toBe("Make the cart right\nConstraints: no new packages\nOutput: spec");
});
test("by buttons alone, with a choice taken back", () => {
  const done = run(
    beginBrief(1, "Fix it", NOW),
    ["timeline", 0],
    ["timeline", 0],
    ["scope", 2],
    ["depth", 1],
    ">next",
    ["output", 0],
    ">confirm",
  );
  expect(done).toMatchObject({
    step: "confirmed",
    timeline: null,
    scope: "full plan",
    depth: "standard",
    output: "checklist",
  });
});
test("lines of edits are taken at any step, several at once; half a match is an answer", () => {
  const summary = run(
    beginBrief(1, "Fix it", NOW),
    "Timeline: today\nFormat: draft",
    ">next",
    ["output", 1],
    "Goal: Mend it\nscope: idea only",
  );
  expect(summary).toMatchObject({
    step: "summary",
    goal: "Mend it",
    scope: "idea only",
    timeline: "today",
    output: "spec",
  });
  expect(run(beginBrief(1, "Fix it", NOW), "Goal: x\nconstructor: no field")).toMatchObject({
    goal: "Fix it",
    constraints: "Goal: x\nconstructor: no field",
  });
});
test("in the summary the lines that can be read are taken, and the others named", () => {
  const summary = run(beginBrief(1, "Fix it", NOW), "skip", "skip") as Brief;
  expect(stepBrief(summary, { kind: "text", text: "Scope: implement\nColour: red" }, NOW)).toMatchObject({
    kind: "open",
    brief: { step: "summary", scope: "implement" },
    hint: "Not understood: “Colour: red”.",
  });
});
test("a yes goes on at each step, and is never taken for a constraint", () => {
  expect(run(beginBrief(1, "Fix it", NOW), "ok", "yes", "go ahead")).toMatchObject({
    step: "confirmed",
    constraints: null,
    output: "checklist",
  });
});
test("pressed faster than the message turns, each choice counts, a double press is one, and nothing unseen is confirmed", () => {
  const old = beginBrief(1, "Fix it", NOW);
  const press = (brief: Brief, input: Omit<BriefInput & { kind: "choose" }, "version" | "kind">) =>
    stepBrief(brief, { kind: "choose", ...input, version: old.version }, NOW);
  const go = (brief: Brief, to: (BriefInput & { kind: "go" })["to"]) =>
    stepBrief(brief, { kind: "go", to, version: old.version }, NOW);
  let brief = old;
  for (const input of [
    { field: "timeline", option: 0 },
    { field: "timeline", option: 0 },
    { field: "scope", option: 1 },
  ] as const) {
    const step = press(brief, input);
    if (step.kind !== "open") throw new Error(step.kind);
    brief = step.brief;
  }
  expect(brief).toMatchObject({ timeline: "today", scope: "implement", step: "details" });
  const next = go(brief, "next");
  if (next.kind !== "open") throw new Error(next.kind);
  expect(next.brief.step).toBe("output");
  expect(go(next.brief, "next").kind).toBe("stale");
  expect(press(next.brief, { field: "depth", option: 0 }).kind).toBe("stale");
  const summary = press(next.brief, { field: "output", option: 1 });
  if (summary.kind !== "open") throw new Error(summary.kind);
  expect(summary.brief).toMatchObject({ step: "summary", output: "spec" });
  expect(go(summary.brief, "confirm").kind).toBe("stale");
  expect(go(summary.brief, "cancel").kind).toBe("cancelled");
});
test("a goal cannot be skipped, a word of cancelling ends it anywhere, a summary wants a yes", () => {
  const begun = beginBrief(1, " ", NOW);
  expect(stepBrief(begun, { kind: "text", text: "skip" }, NOW)).toMatchObject({
    kind: "open",
    brief: { step: "goal" },
    hint: expect.stringContaining("goal is needed"),
  });
  expect(run(begun, "x", "never mind")).toBe("cancelled");
  const summary = run(beginBrief(1, "x", NOW), "skip", "skip") as Brief;
  expect(stepBrief(summary, { kind: "text", text: "hmm" }, NOW)).toMatchObject({
    kind: "open",
    hint: expect.stringContaining("Confirm it"),
  });
});
test("whatever comes, in whatever order and how often: no step without a goal, one confirmation, and only of what was shown", () => {
  const input = (): fc.Arbitrary<BriefInput> =>
    fc.oneof(
      fc
        .constantFrom("", "skip", "yes", "edit", "none", "Goal: g", "Depth: deep", "words", "a: b")
        .map((text): BriefInput => ({ kind: "text", text })),
      fc.record({
        kind: fc.constant("choose" as const),
        field: fc.constantFrom("timeline", "scope", "depth", "output"),
        option: fc.nat(3),
        version: fc.nat(12),
      }),
      fc.record({
        kind: fc.constant("go" as const),
        to: fc.constantFrom("next", "none", "back", "confirm", "edit", "keep"),
        version: fc.nat(12),
      }),
    );
  fc.assert(
    fc.property(fc.constantFrom("", "a goal"), fc.array(input(), { maxLength: 40 }), (goal, inputs) => {
      let brief = beginBrief(1, goal, NOW);
      let confirmed = 0;
      for (const each of inputs) {
        const step = stepBrief(brief, each, NOW);
        if (step.kind === "confirmed" && each.kind !== "text") expect(each.version).toBe(brief.version);
        if (step.kind === "open" && each.kind === "choose" && each.version !== brief.version)
          expect(step.brief[each.field]).toBe(CHOICES[each.field][each.option]);
        if (step.kind === "stale" || step.kind === "cancelled") continue;
        if (step.kind === "confirmed") confirmed += 1;
        expect(step.brief.version).toBeGreaterThanOrEqual(brief.version);
        brief = step.brief;
        if (brief.step !== "goal") expect(brief.goal).not.toBeNull();
      }
      expect(confirmed).toBeLessThanOrEqual(1);
    }),
  );
});
