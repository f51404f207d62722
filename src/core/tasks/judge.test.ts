import fc from "fast-check";
import { expect, test } from "vitest";

import type { PipelineStep, StepReport, TestCase, TestStatus } from "../pipelines/pipeline.ts";
import { judgeStep } from "../pipelines/run/outcome.ts";
import type { RunResult } from "../ports/sandbox.ts";
import { checkRunOf } from "./check-run.ts";
import { judge } from "./judge.ts";

const step: PipelineStep = {
  id: "node:test",
  title: "Tests",
  kind: "test",
  argv: ["npm", "test"],
  cwd: "",
  env: {},
  network: "none",
  timeoutMs: 1000,
  results: { parser: "tap", from: "stdout" },
  because: "",
};
const text = { text: "", bytes: 0, truncated: false };
function report(tests: ReadonlyMap<string, TestStatus>, code: number): StepReport {
  const cases = [...tests].map(([id, status]): TestCase => ({
    id,
    name: id,
    suite: [],
    file: null,
    line: null,
    status,
    durationMs: null,
    message: null,
  }));
  const result: RunResult = { kind: "exited", code, stdout: text, stderr: text, durationMs: 1 };
  const { outcome, notes } = judgeStep(step, result, { tests: cases, notes: [] });
  return {
    stepId: step.id,
    title: step.title,
    kind: step.kind,
    command: step.argv,
    outcome,
    exitCode: code,
    durationMs: 1,
    tests: cases,
    stdout: "",
    stderr: "",
    notes,
  };
}
function verdict(before: StepReport, after: StepReport): ReturnType<typeof judge> {
  return judge([checkRunOf(before, "a".repeat(40))], [checkRunOf(after, "b".repeat(40))]);
}
function isRed(tests: ReadonlyMap<string, TestStatus>): boolean {
  return [...tests.values()].some((status) => status === "failed" || status === "error");
}
const status = fc.constantFrom<TestStatus>("passed", "failed", "error", "skipped", "todo");
const tests = fc
  .array(fc.tuple(fc.constantFrom(..."abcdefgh"), status), { minLength: 1, maxLength: 8 })
  .map((pairs) => new Map(pairs));
/** What may be done to a test instead of mending it; "mend" is the honest one. */
const deed = fc.constantFrom("mend", "leave", "delete", "skip", "to-do", "rename");

test("whatever is done to tests instead of mending them is never a proof", () => {
  fc.assert(
    fc.property(
      tests,
      fc.array(deed, { minLength: 8, maxLength: 8 }),
      fc.integer({ min: 0, max: 2 }),
      fc.nat(3),
      (before, deeds, code, added) => {
        const after = new Map<string, TestStatus>();
        let honest = code === 0;
        for (const [index, [id, was]] of [...before].entries()) {
          const counts = was === "passed" || was === "failed" || was === "error";
          const done = deeds[index] ?? "leave";
          if (done === "mend") after.set(id, "passed");
          else if (done === "leave") after.set(id, was);
          else if (done === "skip") after.set(id, "skipped");
          else if (done === "to-do") after.set(id, "todo");
          else if (done === "rename") after.set(`${id}2`, "passed");
          if (counts && after.get(id) !== "passed") honest = false;
        }
        for (let extra = 0; extra < added; extra += 1) after.set(`new ${extra}`, "passed");
        const { proved, reasons } = verdict(report(before, isRed(before) ? 1 : 0), report(after, code));
        if (!honest) expect(proved).toBe(false);
        expect(reasons.length === 0).toBe(proved);
        if (honest && [...after.values()].some((each) => each === "passed")) expect(proved).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});
test("an emptied suite proves nothing, though its exit code is 0", () => {
  const before = report(
    new Map([
      ["a", "failed"],
      ["b", "passed"],
    ]),
    1,
  );
  expect(verdict(before, report(new Map(), 0)).proved).toBe(false);
});
test("an exit code of 0 over failed tests proves nothing", () => {
  const before = report(new Map([["a", "failed"]]), 1);
  expect(verdict(before, report(new Map([["a", "failed"]]), 0)).proved).toBe(false);
});
test("a check that was not run again is a reason", () => {
  const run = checkRunOf(report(new Map([["a", "passed"]]), 0), "a".repeat(40));
  expect(judge([run], []).reasons).toContain("Check node:test was not run on the result.");
});
test("nothing red before is proved with a note that says what it does not say", () => {
  const green = report(new Map([["a", "passed"]]), 0);
  const { proved, notes } = verdict(green, green);
  expect({ proved, notes: notes.length }).toEqual({ proved: true, notes: 1 });
});
