import { paragraph } from "../../../lib/blocks.ts";
import type { Person } from "../../incoming.ts";
import type { Approval } from "../../policy/approvals/approval.ts";
import type { Decision } from "../../policy/approvals/approvals.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";

const MOST_WORDS = 2000;

/** Decides as this person, if they may. `text` tells them what came of it. */
export async function decideAs(
  deps: ChatDependencies,
  { userId, name }: Person,
  approval: Approval,
  decision: Decision,
): Promise<{ readonly text: string; readonly refused: boolean }> {
  const task = await deps.tasks.get(approval.taskId);
  if (task === null) return { text: "Its task is not there any more; nothing was run.", refused: true };
  if (!(await deps.approvers.may(userId, task, approval.risk))) {
    const able = (await deps.approvers.of(task, approval.risk)).map((person) => person.name);
    const who = able.length === 0 ? "nobody who is here" : able.join(" or ");
    return { text: `Only ${who} can decide this one. Nothing was changed.`, refused: true };
  }
  switch (await deps.approvals.decide(approval.id, { userId, name }, decision)) {
    case "decided":
      return {
        text: decidedText(approval, decision),
        refused: false,
      };
    case "already":
      return { text: "That was decided already.", refused: false };
    case "expired":
      return { text: "That question has expired; it was not run.", refused: false };
    case "unknown":
      return { text: "That question is not there any more; nothing was run.", refused: true };
  }
}

function decidedText({ subject }: Approval, { kind }: Decision): string {
  if (subject.kind === "ask") return kind === "approve" ? "Answered; the task goes on." : "The spark decides it.";
  return kind === "approve" ? "Approved, for exactly this." : "Denied. It is not run.";
}
/** The message after "Deny and say why": the reason, in the person's words. */
export async function denyWithWords(
  deps: ChatDependencies,
  turn: Turn,
  approvalId: number,
  text: string,
): Promise<void> {
  const { chat, from } = turn.incoming;
  const approval = await deps.approvalStore.get(approvalId);
  const words = text.trim().slice(0, MOST_WORDS).toWellFormed();
  const told =
    approval === null
      ? "That question is not there any more; nothing was run."
      : (await decideAs(deps, from, approval, { kind: "deny", words })).text;
  await turn.reply([paragraph(told)]);
  await deps.conversations.open(chat.chatId, from.userId, null);
}
