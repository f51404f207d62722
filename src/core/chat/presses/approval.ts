import { code, paragraph } from "../../../lib/blocks.ts";
import type { Approval } from "../../policy/approvals/approval.ts";
import type { Decision } from "../../policy/approvals/approvals.ts";
import { hintBlocks } from "../interview/answer-to.ts";
import { awaitWords } from "../interview/answer-question.ts";
import { decideAs } from "../approvals/decide-approval.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { GONE, type PressHandler } from "../desk/press.ts";
import { own } from "../../../lib/own.ts";

const DECISIONS: Readonly<Record<string, Decision>> = {
  approve: { kind: "approve", scope: "once" },
  like: { kind: "approve", scope: "task" },
  deny: { kind: "deny", words: null },
};

export const pressApproval: PressHandler = async (deps, { turn, data, toast }) => {
  const approval = await deps.approvalStore.get(data.id);
  if (approval === null) return toast(GONE);
  const decision = decisionOf(data.action, approval);
  if (decision !== undefined) {
    const { text, refused } = await decideAs(deps, turn.incoming.from, approval, decision);
    return toast(text, { alert: refused });
  }
  if (data.action === "done") return toast("That is decided; this button only says so.");
  const task = await deps.tasks.get(approval.taskId);
  const { from } = turn.incoming;
  if (task === null) return toast(GONE);
  if (!(await deps.approvers.may(from.userId, task, approval.risk)))
    return toast("Those who may decide it see to this.", { alert: true });
  if (data.action === "own" && approval.subject.kind === "ask") {
    if (approval.state.kind !== "pending") return toast("That was decided already.");
    await awaitWords(deps, turn, approval);
    return toast("Write the answer as your next message.");
  }
  if (data.action === "why") return toast(await askWhy(deps, turn, approval));
  if (data.action === "again") return toast(await askAgain(deps, approval));
  return toast(GONE);
};

/** A question of the work is answered with one of its options; a yes alone says nothing there. */
function decisionOf(action: string, { subject }: Approval): Decision | undefined {
  if (subject.kind !== "ask") return own(DECISIONS, action);
  if (action === "deny") return DECISIONS["deny"];
  const words = subject.command[Number(/^option-(\d)$/.exec(action)?.[1] ?? -1)];
  return words === undefined ? undefined : { kind: "approve", scope: "once", words };
}
/** It stays undecided until the reason has come: nothing runs meanwhile, and a change of mind costs nothing. */
async function askWhy(deps: ChatDependencies, turn: Turn, { id, taskId, state }: Approval): Promise<string> {
  if (state.kind !== "pending") return "That was decided already.";
  const { chat, from } = turn.incoming;
  await deps.conversations.open(chat.chatId, from.userId, { kind: "denying", approvalId: id, at: deps.clock.now() });
  await turn.reply([
    paragraph(`✍️ Write why task ${taskId} shall not do that; the reason goes to the model in your words.`),
    paragraph("It is denied when you have sent it. ", code("cancel"), " leaves the question open."),
    ...hintBlocks(turn.incoming),
  ]);
  return "Write the reason as your next message.";
}
async function askAgain(deps: ChatDependencies, { id, taskId, state }: Approval): Promise<string> {
  const task = await deps.tasks.get(taskId);
  const waits = task?.state.kind === "interrupted" && task.state.approvalId === id;
  if (state.kind !== "expired" || !waits) return "That question is not open any more.";
  return (await deps.runner.resume(taskId))
    ? `Task ${taskId} goes on, and asks again.`
    : `Task ${taskId} goes on already.`;
}
