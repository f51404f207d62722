import { bold, paragraph, type Block } from "../../../lib/blocks.ts";
import type { Approval } from "../../policy/approvals/approval.ts";
import type { Button, Outgoing } from "../../ports/messenger.ts";
import type { Task } from "../../tasks/task.ts";
import { approvalFiles, approvalQuestion } from "./approval-messages.ts";
import { readButtonData, writeButtonData } from "../desk/button-data.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { planBlocks, planKeyboard } from "../interview/view-plan.ts";

/** One thing that waits for this person. */
export type Waiting =
  | { readonly kind: "approval"; readonly id: number; readonly approval: Approval; readonly task: Task }
  | { readonly kind: "plan"; readonly id: number; readonly task: Task };
const MOST_PLANS = 100;

/**
 * All that waits for a person: questions, oldest first, over all chats they may decide in, then plans. In a group only what is of the
 * group.
 */
async function waitingFor(deps: ChatDependencies, turn: Turn): Promise<readonly Waiting[]> {
  const { from, chat, chatKind } = turn.incoming;
  const here = (task: Task) => chatKind === "private" || task.chat?.chatId === chat.chatId;
  const waiting: Waiting[] = [];
  for (const approval of await openApprovals(deps)) {
    const task = await deps.tasks.get(approval.taskId);
    if (
      task !== null &&
      here(task) &&
      isOpen(approval, task) &&
      (await deps.approvers.may(from.userId, task, approval.risk))
    )
      waiting.push({ kind: "approval", id: approval.id, approval, task });
  }
  const plans = (await deps.tasks.list({ limit: MOST_PLANS, states: ["planned"] })).filter(({ kept }) => kept !== true);
  for (const task of plans.toReversed())
    if (here(task) && (await deps.approvers.may(from.userId, task, "low")))
      waiting.push({ kind: "plan", id: task.id, task });
  return waiting;
}
async function openApprovals({ approvalStore, tasks }: ChatDependencies): Promise<readonly Approval[]> {
  const pending = await approvalStore.pending();
  // What expired still holds up a task that was put away for it.
  const away = await tasks.list({ limit: MOST_PLANS, states: ["interrupted"] });
  const ids = away.flatMap(({ state }) => (state.kind === "interrupted" ? [state.approvalId ?? 0] : []));
  const held = await Promise.all(ids.map(async (id) => approvalStore.get(id)));
  const expired = held.filter((approval) => approval?.state.kind === "expired");
  return [...pending, ...expired].flatMap((approval) => approval ?? []).toSorted((a, b) => a.id - b.id);
}
function isOpen({ id, state }: Approval, { state: task }: Task): boolean {
  if (state.kind === "pending") return true;
  return state.kind === "expired" && task.kind === "interrupted" && task.approvalId === id;
}

/** Which of them is shown: the one after `after`, from the front again behind the last. */
export function nextWaiting(all: readonly Waiting[], after: Pick<Waiting, "kind" | "id"> | null): number {
  if (after === null) return 0;
  const order = ({ kind, id }: Pick<Waiting, "kind" | "id">) => [kind === "plan" ? 1 : 0, id] as const;
  const [group, number] = order(after);
  const next = all.findIndex((one) => {
    const [ownGroup, ownNumber] = order(one);
    return ownGroup > group || (ownGroup === group && ownNumber > number);
  });
  return Math.max(0, next);
}

/** `queueId`: the inbox row of the command, which names the message; it is edited from one to the next. */
export async function showWaiting(
  deps: ChatDependencies,
  turn: Turn,
  { queueId, after }: { queueId: number; after: Pick<Waiting, "kind" | "id"> | null },
): Promise<void> {
  const all = await waitingFor(deps, turn);
  const index = nextWaiting(all, after);
  const shown = all[index];
  const place = placeOf(turn, queueId);
  if (shown === undefined)
    return deps.messenger.put({
      ...place,
      anchor: "Nothing waits for a decision.",
      blocks: [paragraph("Nothing waits for a decision of yours.")],
    });
  const head = paragraph(bold(`${index + 1} of ${all.length} waiting for you`));
  const next: Button[][] =
    all.length < 2 ? [] : [[{ text: "Next ▶", data: queueData(shown.id, queueId, `after-${shown.kind}`) }]];
  if (shown.kind === "approval")
    for (const file of approvalFiles(shown.approval, { ...place, key: `${place.key}:${shown.id}` }))
      await deps.messenger.put(file);
  const { blocks, keyboard } = await itemOf(deps, turn, shown, queueId);
  await deps.messenger.put({
    ...place,
    anchor: `${all.length} waiting for a decision`,
    blocks: [head, ...blocks],
    keyboard: [...keyboard, ...next],
  });
}
type Item = { readonly blocks: readonly Block[]; readonly keyboard: readonly (readonly Button[])[] };
async function itemOf(deps: ChatDependencies, turn: Turn, shown: Waiting, queueId: number): Promise<Item> {
  const { task } = shown;
  if (shown.kind === "approval") {
    const { blocks, keyboard = [] } = await approvalQuestion(deps, shown.approval, task, placeOf(turn, queueId));
    return { blocks, keyboard: keyboard.map((row) => row.map((button) => inQueue(button, queueId))) };
  }
  const repository = (await deps.repositories.get(task.repositoryId))?.name ?? "(removed)";
  const hereToo = task.chat?.chatId === turn.incoming.chat.chatId;
  const blocks = planBlocks(task, repository);
  return hereToo
    ? { blocks, keyboard: planKeyboard(task) }
    : { blocks: [...blocks, paragraph("It is decided in the chat where it was made.")], keyboard: [] };
}
function placeOf({ incoming }: Turn, queueId: number): Pick<Outgoing, "key" | "chat" | "onlyTo"> {
  const { chat, chatKind, from } = incoming;
  return { key: `update:${queueId}:queue`, chat, ...(chatKind === "group" ? { onlyTo: from.userId } : {}) };
}
function queueData(id: number, queueId: number, action: string): string {
  return writeButtonData({ kind: "queue", id, action, version: queueId });
}
/** The same button, but one that shows the next of the queue afterwards. */
function inQueue(button: Button, queueId: number): Button {
  const data = readButtonData(button.data);
  return data === null ? button : { ...button, data: queueData(data.id, queueId, data.action) };
}
