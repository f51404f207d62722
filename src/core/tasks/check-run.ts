import { createHash } from "node:crypto";
import type { StepReport } from "../pipelines/pipeline.ts";
import type { CheckRun } from "./proof.ts";

/** A step's report as a check's verdict at `commit`: green only when it passed, red when it ran and said no. */
export function checkRunOf(report: StepReport, commit: string): CheckRun {
  const failed = report.tests.filter((test) => test.status === "failed" || test.status === "error");
  const passed = report.tests.filter((test) => test.status === "passed");
  return {
    checkId: report.stepId,
    commit,
    outcome: outcomeOf(report),
    exitCode: report.exitCode,
    passed: passed.length,
    failed: failed.map(({ id, suite, name, file, line, message }) => ({
      id,
      name: [...suite, name].join(" › "),
      file,
      line,
      message: message?.slice(0, 500) ?? null,
    })),
    skipped: report.tests.length - passed.length - failed.length,
    passedIds: passed.map((test) => test.id),
    outputHash: createHash("sha256").update(report.stdout).update("\0").update(report.stderr).digest("hex"),
    durationMs: report.durationMs,
  };
}
function outcomeOf({ outcome, kind }: StepReport): CheckRun["outcome"] {
  if (outcome === "passed") return "green";
  // No tests found says nothing for or against; a linter the sandbox lacks neither.
  if (outcome === "skipped" || (outcome === "not-started" && kind === "lint")) return "error";
  return outcome === "failed" || outcome === "timed-out" || outcome === "out-of-memory" ? "red" : "error";
}
