import { cutText } from "../../lib/cut-text.ts";
import { outgoingProblem, type OutgoingForm, type OutgoingRules } from "../policy/outgoing-text.ts";
import { isOfStrangers, type Taint } from "../policy/taint.ts";
import type { CheckRun } from "../tasks/proof.ts";
import type { Outcome, Task } from "../tasks/task.ts";

export const TITLE: OutgoingForm = { what: "the title", most: 200, lines: "one" };
export const BODY: OutgoingForm = { what: "the text", most: 20_000, lines: "many" };
const MOST_GOAL = 2000;
const MOST_SUMMARY = 8000;

/** What a pull request says of proved work. Words that must not leave are left out; what the checks said always stands there. */
export function pullText(
  task: Pick<Task, "id" | "goal" | "plan" | "base">,
  { summary, proof, commit }: Outcome & { kind: "done" },
  { rules, taint }: { readonly rules: OutgoingRules; readonly taint: Taint },
): { readonly title: string; readonly body: string } {
  const planned = cutText(oneLine(task.plan.title), TITLE.most);
  const title = outgoingProblem(planned, TITLE, rules) === null ? planned : `Task ${task.id}`;
  // After texts of strangers the work's own words could be theirs.
  const own = isOfStrangers(taint) ? "" : fit(summary, MOST_SUMMARY, rules);
  const goal = fit(task.goal, MOST_GOAL, rules);
  const body = [
    ...(goal === "" ? [] : ["### Goal", quoted(goal)]),
    ...(own === "" ? [] : ["### What was done", own]),
    "### Proof",
    "The same checks, fixed before the work, in a fresh clone that the work never touched:",
    proofTable(proof.before, proof.after),
    `Made by Sparks as task ${task.id}, from ${task.base.slice(0, 12)} to ${commit.slice(0, 12)}.`,
  ].join("\n\n");
  return { title, body };
}
function fit(text: string, most: number, rules: OutgoingRules): string {
  const cut = cutText(text.trim(), most);
  return outgoingProblem(cut, BODY, rules) === null ? cut : "";
}
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{C}]+/gu, " ").trim();
}
function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}
function proofTable(before: readonly CheckRun[], after: readonly CheckRun[]): string {
  const rows = after.map((run) => {
    const earlier = before.find(({ checkId }) => checkId === run.checkId);
    return `| \`${run.checkId.replaceAll(/[`|\n]/g, " ")}\` | ${earlier?.outcome ?? "–"} | ${run.outcome} |`;
  });
  return ["| check | before | after |", "|---|---|---|", ...rows].join("\n");
}
