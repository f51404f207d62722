import { bold, italic, paragraph, type Block } from "../../../lib/blocks.ts";
import type { ChatRef } from "../../incoming.ts";
import type { Approval } from "../../policy/approvals/approval.ts";
import type { Messenger, Outgoing } from "../../ports/messenger.ts";
import type { Model } from "../../ports/model.ts";
import type { TaskStore } from "../../ports/store.ts";
import type { Task } from "../../tasks/task.ts";
import type { Approvers } from "./approvers.ts";
import { approvalKeyboard } from "./approval-state.ts";
import { questionOutcome } from "../interview/view-question.ts";
import { approvalBlocks, approvalLine, wholeSubject } from "./view-approval.ts";

export type ApprovalMessageDependencies = {
  readonly approvers: Approvers;
  readonly messenger: Messenger;
  readonly model: Model;
  readonly tasks: TaskStore;
  /** What people call somebody; null when nobody knows them. */
  readonly nameOf: (userId: number) => Promise<string | null>;
};
/** Of one file; Telegram takes 50 MB, the outbox 5. */
const MOST_FILE = 1_500_000;

/** Shows an approval as it stands now: the question with its buttons, or what became of it. Telling it again shows nothing twice. */
export async function announceApproval(deps: ApprovalMessageDependencies, approval: Approval): Promise<void> {
  const task = await deps.tasks.get(approval.taskId);
  if (task === null || task.chat === null) return;
  for (const message of await messagesOf(deps, approval, task)) await deps.messenger.put(message);
  if (wasReminded(approval)) await deps.messenger.put(reminder(approval, task.chat, task.id));
}
/** Was it still open when its time to remind came? Then the reminder has to say that it is over. */
function wasReminded({ state, remindAt }: Approval): boolean {
  return state.kind !== "pending" && remindAt !== null && state.at >= remindAt;
}
/** Once, in time before it expires; a message of its own, since an edit makes no sound. */
export async function remindOfApproval(deps: ApprovalMessageDependencies, approval: Approval): Promise<void> {
  const task = await deps.tasks.get(approval.taskId);
  if (task === null || task.chat === null) return;
  await deps.messenger.put(reminder(approval, task.chat, task.id));
}
function reminder(approval: Approval, chat: ChatRef, taskId: number): Outgoing {
  const minutes = Math.round((approval.expiresAt - (approval.remindAt ?? approval.askedAt)) / 60_000);
  const pending = approval.state.kind === "pending";
  const anchor = `⏰ Task ${taskId} ${pending ? "still waits" : "waited"} for a decision`;
  const after = approval.subject.kind === "ask" ? "the task goes on without an answer" : "it counts as not approved";
  const now = `After ${minutes} more minutes ${after}. The question is above; /approvals shows it again.`;
  return {
    key: `approval:${approval.id}:reminder`,
    chat,
    anchor,
    blocks: [paragraph(bold(anchor)), paragraph(pending ? now : noticeOf(approval))],
  };
}

async function messagesOf(deps: ApprovalMessageDependencies, approval: Approval, task: Task): Promise<Outgoing[]> {
  const { chat } = task;
  if (chat === null) return [];
  const key = `approval:${approval.id}`;
  if (chat.chatId > 0)
    return [...approvalFiles(approval, { key, chat }), await approvalQuestion(deps, approval, task, { key, chat })];
  const approvers = await deps.approvers.of(task, approval.risk);
  const whole = await Promise.all(
    approvers.map(async ({ userId }) => {
      const place = { key: `${key}:to:${userId}`, chat, onlyTo: userId };
      return [...approvalFiles(approval, place), await approvalQuestion(deps, approval, task, place)];
    }),
  );
  return [
    notice(
      approval,
      task,
      { key, chat },
      approvers.map(({ name }) => name),
    ),
    ...whole.flat(),
  ];
}
type Place = Pick<Outgoing, "key" | "chat" | "onlyTo">;

/** The question with its buttons, or what became of it. */
export async function approvalQuestion(
  deps: ApprovalMessageDependencies,
  approval: Approval,
  task: Task,
  place: Place,
): Promise<Outgoing> {
  const requester = task.requestedBy === null ? "nobody known" : await deps.nameOf(task.requestedBy);
  const keyboard = approvalKeyboard(approval);
  const label: Block[] =
    deps.model.about.kind === "recorded"
      ? [paragraph(italic("🎞 Recorded model: a demonstration, not a live answer."))]
      : [];
  return {
    ...place,
    anchor: `${approval.subject.kind === "ask" ? `❓ Task ${task.id} asks:` : `🔐 Task ${task.id} asks to`} ${approvalLine(approval)}`,
    blocks: [...approvalBlocks(approval, task, requester ?? "somebody unknown"), ...label],
    ...(keyboard.length === 0 ? {} : { keyboard }),
  };
}
const NOTICES: Readonly<Record<Approval["state"]["kind"], string>> = {
  pending: "It waits for a decision.",
  approved: "🕓 Approved, waiting to be taken up.",
  used: "✅ Approved and taken up.",
  denied: "⛔ Denied.",
  expired: "⌛ Expired without an answer: not approved. The task waits with all it has done.",
  void: "↪️ Void: what was asked changed meanwhile.",
};
function noticeOf({ state, subject }: Approval): string {
  return subject.kind === "ask" ? questionOutcome({ state }) : NOTICES[state.kind];
}
/** What the rest of a group sees: that something waits, and for whom; never what. */
function notice(approval: Approval, task: Task, place: Place, names: readonly string[]): Outgoing {
  const waits = approval.state.kind === "pending";
  const who = names.length === 0 ? "Nobody here may decide it." : `${names.join(", ")} can decide, and see it.`;
  return {
    ...place,
    anchor: `🔐 Task ${task.id} waits for a decision`,
    blocks: [
      paragraph(bold(`🔐 Task ${task.id}: ${task.plan.title}`)),
      paragraph(waits ? `It waits for a decision. ${who}` : noticeOf(approval)),
    ],
    silent: true,
  };
}
/** The whole of what is too long for a message, in as many files as it takes; named by what they hold, so they stay as they are. */
export function approvalFiles(approval: Approval, { key, ...place }: Place): Outgoing[] {
  const whole = wholeSubject(approval);
  if (whole === null) return [];
  const count = Math.ceil(whole.length / MOST_FILE);
  return Array.from({ length: count }, (_, at) => ({
    ...place,
    key: `${key}:file:${at + 1}`,
    anchor: `approval-${approval.id}.txt`,
    blocks: [
      paragraph(
        `All that approval ${approval.id} of task ${approval.taskId} is bound to${count > 1 ? `, part ${at + 1} of ${count}` : ""}.`,
      ),
    ],
    silent: true,
    file: {
      name: count > 1 ? `approval-${approval.id}-${at + 1}.txt` : `approval-${approval.id}.txt`,
      content: whole.slice(at * MOST_FILE, (at + 1) * MOST_FILE),
    },
  }));
}
