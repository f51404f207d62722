import { z } from "zod";
import { capText } from "../../lib/cap-text.ts";
import type { StepReport } from "../pipelines/pipeline.ts";
import { ANSWER_BYTES, failed, succeeded } from "./answer.ts";
import { defineTool } from "./tool.ts";

export const runChecks = defineTool({
  name: "run_checks",
  description: "Runs the checks that decide whether the work is done, and tells how each ended.",
  schema: z.strictObject({}),
  risk: "low",
  mutates: false,
  intent: () => ({ effect: "look" }),
  async run(_, context) {
    const reports = await context.runChecks(context.signal);
    if (reports.length === 0) return failed("this task has no checks; finish when the work is done.");
    const green = reports.every(({ outcome }) => outcome === "passed");
    const text = describeReports(reports);
    return green ? succeeded(`All checks are green.\n${text}`) : failed(`not all checks are green.\n${text}`);
  },
});

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
