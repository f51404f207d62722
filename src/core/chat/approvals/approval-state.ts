import type { Approval, ApprovalSubject } from "../../policy/approvals/approval.ts";
import { PULL_CAUSE } from "../../policy/approvals/approvals.ts";
import { describeGrant, grantOf } from "../../policy/approvals/like.ts";
import type { Button } from "../../ports/messenger.ts";
import { questionKeyboard, questionOutcome } from "../interview/view-question.ts";
import { writeButtonData } from "../desk/button-data.ts";
import { usd } from "../../../lib/measure.ts";
import { own } from "../../../lib/own.ts";
import { purseTitle } from "./view-effect.ts";

export function approvalKeyboard(approval: Approval): readonly (readonly Button[])[] {
  const { id, state, subject } = approval;
  if (subject.kind === "ask") return questionKeyboard(approval);
  const data = (action: string) => writeButtonData({ kind: "approval", id, action });
  if (state.kind === "expired" && isOfPull(approval)) return [];
  if (state.kind === "expired") return [[{ text: "Ask again", data: data("again"), style: "primary" }]];
  if (state.kind === "void") return [];
  if (state.kind !== "pending") return [[{ ...standing(state), data: data("done") }]];
  if (subject.kind === "spend")
    return [
      [
        {
          text: `Raise by ${usd((subject.maxCostUsd ?? 0) - Number(subject.content))}`,
          data: data("approve"),
          style: "success",
        },
      ],
      [{ text: endText(subject), data: data("deny"), style: "danger" }],
    ];
  const like: Button[] = [{ text: "Approve like this for this task", data: data("like"), style: "primary" }];
  return [
    [
      { text: yesTo(subject), data: data("approve"), style: "success" },
      { text: "Deny", data: data("deny"), style: "danger" },
    ],
    ...(grantOf(subject) === null ? [] : [like]),
    [{ text: "Deny and say why", data: data("why") }],
  ];
}
/** A coding CLI that gets no more ends alone; the work goes on by its own model. */
function endText(subject: ApprovalSubject): string {
  return purseTitle(subject) === null ? "End" : "No more for it";
}
/** It is about what came of a task that is over, and nothing waits for it. */
function isOfPull({ cause }: Pick<Approval, "cause">): boolean {
  return cause.startsWith(PULL_CAUSE);
}
/** What is asked by itself is said as what it does; a tool of somebody's own may have any name, and says nothing by it. */
function yesTo({ kind, tool }: ApprovalSubject): string {
  return (kind === "deed" ? own(YES, tool) : undefined) ?? "Approve once";
}
const YES: Readonly<Record<string, string>> = { "pull request": "Open pull request", merge: "Merge" };
/** What was decided, as a button that does nothing more: green only once it is stored and the work has taken it up. */
function standing(
  state: Exclude<Approval["state"], { kind: "pending" | "expired" | "void" }>,
): Pick<Button, "text" | "style"> {
  switch (state.kind) {
    case "approved":
      return { text: `🕓 Approved by ${state.byName}, not taken up yet` };
    case "used":
      return { text: `✅ Approved by ${state.byName}`, style: "success" };
    case "denied":
      return { text: `⛔ Denied by ${state.byName}`, style: "danger" };
  }
}
/** What was decided, in a sentence or two. */
export function decisionText(approval: Approval): string {
  const { state, subject } = approval;
  if (subject.kind === "ask") return questionOutcome({ state });
  const like = grantOf(subject);
  switch (state.kind) {
    case "pending":
      return "It waits.";
    case "approved":
      return `🕓 Approved by ${state.byName}, waiting to be taken up.`;
    case "used":
      return state.scope === "task" && like !== null
        ? `✅ Approved by ${state.byName} and taken up. For the rest of this task this needs no new question: ${describeGrant(like)}.`
        : `✅ Approved once by ${state.byName} and taken up.`;
    case "denied":
      return `⛔ Denied by ${state.byName}${state.words === null ? "" : `: “${state.words}”`}. ${subject.kind === "spend" ? "Nothing more is spent." : "It was not run."}`;
    case "expired":
      if (isOfPull(approval))
        return `⌛ Expired without an answer: not done. /pr ${approval.taskId} does it by your word.`;
      return "⌛ Expired without an answer: not approved, not run. The task waits with all it has done.";
    case "void":
      return `↪️ Void: ${state.why}. It was not run.`;
  }
}
export function ceilingText(amount: number | null): string {
  return amount === null ? "no limit" : usd(amount);
}
