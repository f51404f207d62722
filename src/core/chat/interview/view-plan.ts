import { bold, bullets, code, details, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import { parseMarkdown } from "../../../lib/markdown.ts";
import { cost } from "../../../lib/measure.ts";
import type { Button } from "../../ports/messenger.ts";
import type { Plan } from "../../tasks/plan.ts";
import type { Task } from "../../tasks/task.ts";
import { writeButtonData } from "../desk/button-data.ts";

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
      items: plan.steps.map(({ text, risk, spark }) => ({
        checked: false,
        blocks: [paragraph(`${text}${spark === undefined ? "" : ` · ${spark}`}${RISK_MARK[risk]}`)],
      })),
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
          bullets(
            ...plan.checks.map((check): Inline[] => [
              check.title,
              ": ",
              code(check.argv.join(" ")),
              ...(check.hosts === undefined ? [] : [` · reaches ${check.hosts.join(", ")}`]),
            ]),
          ),
        ),
    ...openQuestionBlocks(plan),
    ...estimateBlocks(plan),
    paragraph(
      "In ",
      code(repository),
      ". Nothing has been run yet. The work happens in a sealed copy; your files are not touched.",
    ),
  ];
}
function openQuestionBlocks({ openQuestions = [] }: Plan): Block[] {
  return openQuestions.length === 0
    ? []
    : [paragraph(bold("Not known yet")), bullets(...openQuestions.map((text): Inline[] => [text]))];
}
function estimateBlocks({ estimate }: Plan): Block[] {
  if (estimate === undefined) return [];
  const { likely, from, atMost } = estimate;
  const about: Inline[] =
    likely === null
      ? ["not known, since no earlier task here tells"]
      : ["about ", cost(likely), `, as ${from === 1 ? "the earlier task" : `${from} earlier tasks`} here came to`];
  const most: Inline[] = atMost === null ? ["."] : ["; at most ", cost(atMost), ", before which you are asked."];
  return [paragraph(bold("Cost: "), ...about, ...most)];
}
function criterionText({ text, checkId }: Plan["criteria"][number]): Inline[] {
  return checkId === null ? [text, " (you decide)"] : [text, " (check ", code(checkId), ")"];
}
/** A plan that an interview led to is talked about further; one for a goal is decided on. Both may be. */
export function planKeyboard({ id, plan: { version }, from }: Task): readonly (readonly Button[])[] {
  const data = (action: string) => writeButtonData({ kind: "plan", id, action, version });
  const [yes, change] = from === "interview" ? ["Implement", "Refine"] : ["Approve", "Edit"];
  return [
    [
      { text: yes, data: data("approve"), style: "success" },
      { text: change, data: data("edit") },
      from === "interview"
        ? { text: "Done", data: data("keep"), style: "primary" }
        : { text: "Cancel", data: data("cancel"), style: "danger" },
    ],
  ];
}
