import { z } from "zod";
import { capText } from "../../lib/cap-text.ts";
import type { StepKind, StepReport } from "../pipelines/pipeline.ts";
import { ANSWER_BYTES, failed, succeeded } from "./answer.ts";
import { defineTool, type Tool } from "./tool.ts";

export const runChecks = checking({
  name: "run_checks",
  description: "Runs the checks that decide whether the work is done, and tells how each ended.",
  none: "this task has no checks; finish when the work is done.",
});
export const lint = checking({
  name: "lint",
  description: "Runs those of the project's own checks that look at the code without running it: linters and types.",
  kinds: ["lint", "typecheck"],
  none: "no linter and no type checker was found in this project. The shell tool runs any that there is.",
});
export const test = checking({
  name: "test",
  description: "Runs those of the project's own checks that are tests, and names the ones that failed.",
  kinds: ["test"],
  none: "no tests were found in this project. The shell tool runs any that there are.",
});

type Checking = {
  readonly name: string;
  readonly description: string;
  /** All when absent. */
  readonly kinds?: readonly StepKind[];
  /** What is said where there are none of them. */
  readonly none: string;
};
function checking({ name, description, kinds, none }: Checking): Tool {
  return defineTool({
    name,
    description,
    schema: z.strictObject({}),
    risk: "low",
    mutates: false,
    intent: () => ({ effect: "look", checks: kinds ?? "all" }),
    async run(_, context) {
      const reports = await context.runChecks(context.signal, kinds);
      if (reports.length === 0) return failed(none);
      const green = reports.every(({ outcome }) => outcome === "passed");
      const text = describeReports(reports);
      const all = kinds === undefined ? "checks" : "of these checks";
      return green ? succeeded(`All ${all} are green.\n${text}`) : failed(`not all ${all} are green.\n${text}`);
    },
  });
}

const SHOWN_FAILURES = 20;
/** How each check ended, for a model: failed tests by name, and the output of those that failed. */
export function describeReports(reports: readonly StepReport[]): string {
  const share = Math.floor((ANSWER_BYTES - 1024) / Math.max(1, reports.length));
  return reports.map((report) => capText(describeReport(report), share)).join("\n\n");
}
function describeReport(report: StepReport): string {
  const { stepId, command, outcome, exitCode, tests, notes } = report;
  const failures = tests.filter(({ status }) => status === "failed" || status === "error");
  const passed = tests.filter(({ status }) => status === "passed").length;
  const lines = [
    `${stepId}: ${outcome}${exitCode === null ? "" : `, exit code ${exitCode}`}${tests.length === 0 ? "" : `, ${passed} tests passed, ${failures.length} failed`}`,
    `$ ${command.join(" ")}`,
    ...notes,
  ];
  for (const { name, file, line, message } of failures.slice(0, SHOWN_FAILURES)) {
    const place = file === null ? "" : ` (${file}${line === null ? "" : `:${line}`})`;
    lines.push(`- ${name}${place}${message === null ? "" : `: ${message.slice(0, 600)}`}`);
  }
  if (failures.length > SHOWN_FAILURES) lines.push(`- and ${failures.length - SHOWN_FAILURES} more`);
  if (outcome !== "passed")
    lines.push(...[report.stdout, report.stderr].filter((text) => text.trim() !== "").map((text) => text.trimEnd()));
  return lines.join("\n");
}
