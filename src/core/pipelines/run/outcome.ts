/** What a step's end means. The exit code is trusted over what was parsed, and where they disagree both are shown. */
import type { RunResult } from "../../ports/sandbox.ts";
import type { PipelineStep, StepOutcome, TestCase } from "../pipeline.ts";

export type TestsRead = { readonly tests: readonly TestCase[]; readonly notes: readonly string[] };
type Judged = { readonly outcome: StepOutcome; readonly notes: readonly string[] };

export function judgeStep(step: PipelineStep, result: RunResult, read: TestsRead): Judged {
  const said = (outcome: StepOutcome, ...notes: string[]): Judged => ({ outcome, notes: [...notes, ...read.notes] });
  switch (result.kind) {
    case "exited":
      return judgeExit(step, result, read);
    case "signalled":
      return said("failed", `It was killed by ${result.signal}.`);
    case "timed-out":
      return said("timed-out", `It did not end within ${Math.round(step.timeoutMs / 1000)} s and was stopped.`);
    case "out-of-memory":
      return said("out-of-memory", "It needed more memory than the sandbox gives, and was stopped.");
    case "too-many-processes":
      return said("failed", "It kept the sandbox full of processes, and was stopped.");
    case "stopped":
      return { outcome: "stopped", notes: ["It was stopped before it ended."] };
    case "not-started":
      return {
        outcome: "not-started",
        notes: [
          `${step.argv[0]} could not be started (${result.reason}): the sandbox has no such tool, so this was not run.`,
        ],
      };
  }
}

function judgeExit(
  step: PipelineStep,
  { code, stdout, stderr }: Extract<RunResult, { kind: "exited" }>,
  read: TestsRead,
): Judged {
  if (step.results === null) return { outcome: code === 0 ? "passed" : "failed", notes: read.notes };
  const failed = read.tests.filter((test) => test.status === "failed" || test.status === "error").length;
  const total = read.tests.length;
  if (total === 0 && foundNone(code, `${stdout.text}\n${stderr.text}`))
    return { outcome: "skipped", notes: ["No tests found.", ...read.notes] };
  if (code === 0 && failed > 0)
    return { outcome: "failed", notes: [`Exit code 0, but ${failed} of ${total} tests failed.`, ...read.notes] };
  if (code !== 0 && failed === 0)
    return {
      outcome: "failed",
      notes: [
        `Exit code ${code}, but ${total === 0 ? "no test result was read" : `none of the ${total} tests read failed`}.`,
        ...read.notes,
      ],
    };
  return { outcome: code === 0 ? "passed" : "failed", notes: read.notes };
}
/** pytest and, since 3.12, unittest end with 5 when there is no test; Jest and Vitest with 1 and a sentence. */
function foundNone(code: number, output: string): boolean {
  return code === 0 || code === 5 || (code === 1 && /^(?:No tests found|No test files found)/m.test(output));
}
