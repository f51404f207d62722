import { bold, bullets, code, details, paragraph, type Block, type Inline } from "../../lib/blocks.ts";
import { parseMarkdown } from "../../lib/markdown.ts";
import type { Button } from "../ports/messenger.ts";
import type { Plan } from "../tasks/plan.ts";
import { writeButtonData } from "./button-data.ts";

const RISK_MARK = { low: "", medium: " · some risk", high: " · risky" } as const;

/** A plan as the person decides on it: what will be done, what decides that it is done. */
export function planBlocks(task: { id: number; plan: Plan; goal: string }, repository: string): Block[] {
  const { plan } = task;
  return [
    paragraph(bold(`📋 Task ${task.id}: ${plan.title}`)),
    ...parseMarkdown(plan.summary),
    paragraph(bold("Steps")),
    {
      kind: "list",
      ordered: true,
      start: 1,
      items: plan.steps.map((step) => ({ checked: false, blocks: [paragraph(`${step.text}${RISK_MARK[step.risk]}`)] })),
    },
    paragraph(bold("Done when")),
    {
      kind: "list",
      ordered: false,
      start: 1,
      items: plan.criteria.map((criterion) => ({ blocks: [paragraph(...criterionText(criterion))] })),
    },
    plan.checks.length === 0
      ? paragraph("⚠️ No checks were found in this repository: nothing can prove the result, and it will say so.")
      : details(
          "Checks that decide, run before and after",
          bullets(...plan.checks.map((check): Inline[] => [check.title, ": ", code(check.argv.join(" "))])),
        ),
    paragraph(
      "In ",
      code(repository),
      ". Nothing has been run yet. The work happens in a sealed copy; your files are not touched.",
    ),
  ];
}
function criterionText({ text, checkId }: Plan["criteria"][number]): Inline[] {
  return checkId === null ? [text, " (you decide)"] : [text, " (check ", code(checkId), ")"];
}
export function planKeyboard(taskId: number, version: number): readonly (readonly Button[])[] {
  const data = (action: string) => writeButtonData({ kind: "plan", id: taskId, action, version });
  return [
    [
      { text: "Approve", data: data("approve"), style: "success" },
      { text: "Edit", data: data("edit") },
      { text: "Cancel", data: data("cancel"), style: "danger" },
    ],
  ];
}
