import { describe, expect, test } from "vitest";

import { scriptedSession } from "../../../../test/support/scripted-session.ts";
import type { ScriptedRun } from "../../../../test/support/scripted-session.ts";
import type { Pipeline, PipelineStep, StepReport } from "../pipeline.ts";
import { runPipeline } from "./run-pipeline.ts";
import { runStep } from "./run-step.ts";

const FILE = ".sparks-out/results/node-test.xml";
const JUNIT = '<testsuites><testcase name="adds" classname="test" file="/workspace/a.test.js"/></testsuites>';
const RED =
  '<testsuites><testcase name="adds" classname="test" file="/workspace/a.test.js"><failure message="no">x\n at (file:///workspace/a.test.js:7:1)</failure></testcase></testsuites>';

function step(id: string, rest: Partial<PipelineStep> = {}): PipelineStep {
  return {
    id,
    title: id,
    kind: "test",
    argv: [id],
    cwd: "",
    env: {},
    network: "none",
    timeoutMs: 60_000,
    results: null,
    because: "",
    ...rest,
  };
}
const testStep = step("node:test", { results: { parser: "junit", from: { file: `/workspace/${FILE}` } } });
const signal = new AbortController().signal;
function run(answer: ScriptedRun | null, of = testStep): Promise<StepReport> {
  return runStep(
    of,
    scriptedSession(() => answer),
    { signal },
  );
}
const leaves = (text: string, code: number): ScriptedRun => ({ result: { code }, files: { [FILE]: text } });

describe("one step", () => {
  test("exit code and results that agree need no note", async () => {
    expect(await run(leaves(JUNIT, 0))).toMatchObject({
      outcome: "passed",
      notes: [],
      tests: [{ name: "adds", status: "passed", file: "a.test.js" }],
    });
    expect(await run(leaves(RED, 1))).toMatchObject({
      outcome: "failed",
      notes: [],
      tests: [{ status: "failed", line: 7 }],
    });
  });
  test("an exit code of 0 over a failed test is a failure that shows both", async () => {
    expect(await run(leaves(RED, 0))).toMatchObject({
      outcome: "failed",
      notes: ["Exit code 0, but 1 of 1 tests failed."],
    });
  });
  test("another exit code without a failed test is a failure that shows both", async () => {
    expect(await run(leaves(JUNIT, 3))).toMatchObject({
      outcome: "failed",
      notes: ["Exit code 3, but none of the 1 tests read failed."],
    });
  });
  test("no tests found is neither passed nor failed", async () => {
    expect(await run(leaves("<testsuites/>", 0))).toMatchObject({ outcome: "skipped", notes: ["No tests found."] });
    expect(await run({ result: { code: 1 }, stdout: ["No test files found, exiting with code 1\n"] })).toMatchObject({
      outcome: "skipped",
    });
  });
  test("results that an earlier run left are not taken for this one's", async () => {
    const session = scriptedSession(() => ({ result: { code: 0 } }));
    session.files.set(FILE, new TextEncoder().encode(JUNIT));
    expect(await runStep(testStep, session, { signal })).toMatchObject({ outcome: "skipped", tests: [] });
  });
  test("results whose place cannot be cleared are not believed", async () => {
    const session = scriptedSession(() => leaves(JUNIT, 0));
    const write: typeof session.write = async (path, content, options) =>
      path === FILE ? { kind: "refused", why: "folder" } : session.write(path, content, options);
    const report = await runStep(testStep, { ...session, write }, { signal });
    expect(report.tests).toEqual([]);
    expect(report.notes.join(" ")).toContain("not writable (folder)");
  });
  test("a cut file gives what was read, and says so", async () => {
    const report = await run(leaves(JUNIT.slice(0, -5), 0));
    expect(report.tests).toHaveLength(1);
    expect(report.notes[0]).toContain("end early");
  });
  test("results beyond 20 MB are not read", async () => {
    const many = `<testsuites>${'<testcase name="a" classname="test"/>'.repeat(600_000)}</testsuites>`;
    const report = await run(leaves(many, 0));
    expect(report.tests).toHaveLength(100_000);
    expect(report.notes.join(" ")).toMatch(/read only in part.*first 100000/);
  });
  test("output in pieces is read as it comes, beyond what is kept of it", async () => {
    const tap = step("node:test", { results: { parser: "tap", from: "stdout" } });
    const report = await run({ result: { code: 0 }, stdout: ["TAP version 13\nok 1 - a", "dds\n1.", ".1\n"] }, tap);
    expect(report.tests.map((each) => each.name)).toEqual(["adds"]);
  });
  const captured = { text: "", bytes: 0, truncated: false };
  const base = { stdout: captured, stderr: captured, durationMs: 1 };
  test.each([
    [{ kind: "signalled", signal: "SIGSEGV", ...base }, "failed"],
    [{ kind: "timed-out", ...base }, "timed-out"],
    [{ kind: "out-of-memory", ...base }, "out-of-memory"],
    [{ kind: "stopped", ...base }, "stopped"],
    [{ kind: "not-started", reason: "no such program", ...base }, "not-started"],
  ] as const)("%j is %s, with a note and no exit code", async (result, outcome) => {
    const report = await run({ result });
    expect(report).toMatchObject({ outcome, exitCode: null });
    expect(report.notes.length).toBeGreaterThan(0);
  });
});

describe("a pipeline", () => {
  const pipeline: Pipeline = {
    steps: [
      step("node:install", { kind: "install", network: "registries" }),
      step("go:vet", { kind: "lint" }),
      step("node:lint", { kind: "lint" }),
      step("node:test"),
    ],
    notes: [],
  };
  async function runAll(codes: Record<string, number>, abort: string | null = null, pipe = pipeline) {
    const controller = new AbortController();
    const asked: string[] = [];
    const session = scriptedSession(({ argv: [program] }) => {
      if (program === abort) controller.abort();
      return program in codes ? { result: { code: codes[program] ?? 0 } } : null;
    });
    const seen: string[] = [];
    const source = async ({ network }: PipelineStep) => (asked.push(network), session);
    const hooks = {
      signal: controller.signal,
      onStep: (each: PipelineStep, state: { kind: string }) => void seen.push(`${each.id} ${state.kind}`),
    };
    const report = await runPipeline(pipe, source, hooks, { commit: "c" });
    return { outcome: report.outcome, steps: report.steps.map((each) => each.outcome), asked, seen };
  }
  const green = { "node:install": 0, "go:vet": 0, "node:lint": 0, "node:test": 0 };

  test("runs in order, each step in a session with the network it needs", async () => {
    const { outcome, asked, seen } = await runAll(green);
    expect({ outcome, asked }).toEqual({ outcome: "passed", asked: ["registries", "none", "none", "none"] });
    expect(seen.slice(0, 3)).toEqual(["node:install started", "node:install ended", "go:vet started"]);
  });
  test("a failed install ends its own ecosystem only", async () => {
    expect(await runAll({ ...green, "node:install": 1 })).toMatchObject({
      outcome: "failed",
      steps: ["failed", "passed", "skipped", "skipped"],
    });
  });
  test("a linter the sandbox has not got fails nothing; a test runner it has not got does", async () => {
    const { "node:lint": _lint, ...without } = green;
    expect(await runAll(without)).toMatchObject({
      outcome: "passed",
      steps: ["passed", "passed", "not-started", "passed"],
    });
    const { "node:test": _test, ...blind } = green;
    expect(await runAll(blind)).toMatchObject({ outcome: "failed" });
  });
  test("nothing failed and nothing tested is neutral", async () => {
    expect(await runAll(green, null, { ...pipeline, steps: pipeline.steps.slice(0, 3) })).toMatchObject({
      outcome: "neutral",
    });
  });
  test("after an abort nothing more is started", async () => {
    expect(await runAll(green, "go:vet")).toMatchObject({
      outcome: "stopped",
      steps: ["passed", "passed", "stopped", "stopped"],
    });
  });
});
