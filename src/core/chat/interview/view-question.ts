import { bold, italic, paragraph, type Block } from "../../../lib/blocks.ts";
import type { Approval } from "../../policy/approvals/approval.ts";
import type { Button } from "../../ports/messenger.ts";
import type { Task } from "../../tasks/task.ts";
import { writeButtonData } from "../desk/button-data.ts";
import { visible } from "../../../lib/visible.ts";
import { cutText } from "../../../lib/cut-text.ts";
import { utcMinute } from "../../../lib/utc-time.ts";

/** Of a button's text; the options stand whole above. */
const LABEL = 30;
const MOST_SHOWN = 300;

/** A question of the work, with what can be chosen, or what was answered. */
export function questionBlocks({ subject, state, expiresAt }: Approval, task: Task): Block[] {
  const options = subject.command.map((option, at) => paragraph(bold(`${at + 1}. `), visible(option)));
  const waits: Block[] = [
    ...options,
    paragraph(
      bold("It waits until "),
      { kind: "time", at: expiresAt, text: utcMinute(expiresAt) },
      bold(". Without an answer it goes on with what is likely."),
    ),
    paragraph(italic("Press a button, or answer this message in your own words.")),
  ];
  return [
    paragraph(bold(`❓ Task ${task.id} asks:`)),
    paragraph(visible(subject.content)),
    paragraph("For “", visible(task.plan.title), "”."),
    ...(state.kind === "pending" ? waits : [paragraph(bold(questionOutcome({ state })))]),
  ];
}
export function questionLine({ content }: Pick<Approval["subject"], "content">): string {
  return cutText(visible(content.replaceAll(/\s+/g, " ").trim()), 150);
}
export function questionKeyboard({ id, state, subject }: Approval): readonly (readonly Button[])[] {
  const data = (action: string) => writeButtonData({ kind: "approval", id, action });
  if (state.kind === "void" || state.kind === "expired") return [];
  if (state.kind !== "pending")
    return [[{ text: cutText(questionOutcome({ state }), LABEL + 10), data: data("done") }]];
  const options = subject.command.map((option, at): Button[] => [
    { text: `${at + 1}. ${cutText(visible(option), LABEL)}`, data: data(`option-${at}`), style: "primary" },
  ]);
  return [
    ...options,
    [
      { text: "In my own words", data: data("own") },
      { text: "You decide", data: data("deny") },
    ],
  ];
}
/** What came of it, in a sentence. */
export function questionOutcome({ state }: Pick<Approval, "state">): string {
  switch (state.kind) {
    case "pending":
      return "It waits for an answer.";
    case "approved":
      return `🕓 ${state.byName} answered: “${cutText(visible(state.words ?? ""), MOST_SHOWN)}”, not taken up yet.`;
    case "used":
      return `✅ ${state.byName} answered: “${cutText(visible(state.words ?? ""), MOST_SHOWN)}”.`;
    case "denied":
      return `➡️ ${state.byName} leaves it to the spark.`;
    case "expired":
      return "⌛ Nobody answered. The task goes on with what is likely.";
    case "void":
      return `↪️ Not asked any more: ${state.why}.`;
  }
}
