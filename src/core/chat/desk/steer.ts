import { paragraph } from "../../../lib/blocks.ts";
import type { ChatRef } from "../../incoming.ts";
import { giveHand } from "./hand.ts";
import { AT_WORK, isAtWork, type Task } from "../../tasks/task.ts";
import { writeButtonData } from "./button-data.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";
import { steeringKey, taskOfKey } from "../tasks/task-messages.ts";

/** The task at work whose message this one answers, or in whose topic it stands. `answered`: the key of that message. */
export async function steeredTask(deps: ChatDependencies, turn: Turn, answered: string | null): Promise<Task | null> {
  const { chat, kind } = turn.incoming;
  if (kind !== "text") return null;
  const inTopic = await taskInTopic(deps, chat);
  const id = answered === null ? null : taskOfKey(answered);
  if (inTopic !== null || id === null) return inTopic;
  const task = await deps.tasks.get(id);
  return task !== null && task.chat?.chatId === chat.chatId && isAtWork(task) ? task : null;
}
/** The task whose topic this is, while it is at work. */
async function taskInTopic({ tasks }: ChatDependencies, { chatId, threadId }: ChatRef): Promise<Task | null> {
  if (threadId === null) return null;
  const atWork = await tasks.list({ limit: MOST_AT_WORK, states: AT_WORK, chatId });
  return atWork.find(({ topic, chat }) => topic === "open" && chat?.threadId === threadId) ?? null;
}
const MOST_AT_WORK = 1000;
/**
 * The one task at work that plain words in a private chat may be meant for, where tasks have no topics of their own: what is said is
 * passed on to it, with a button that makes a goal of it.
 */
export async function perhapsSteered(deps: ChatDependencies, { incoming }: Turn): Promise<Task | null> {
  const { chat, chatKind, from } = incoming;
  if (chatKind !== "private") return null;
  const atWork = await deps.tasks.list({ limit: MOST_AT_WORK, states: AT_WORK, chatId: chat.chatId });
  const [task, ...more] = atWork.filter(({ requestedBy, topic }) => requestedBy === from.userId && topic !== "open");
  return task !== undefined && more.length === 0 && task.chat?.threadId === chat.threadId ? task : null;
}
/** Keeps what was said for the task's next step. `perhaps`: it may have been meant as a goal. */
export async function steer(
  deps: ChatDependencies,
  turn: Turn,
  task: Task,
  { text, perhaps = false, origin }: { text: string; perhaps?: boolean; origin?: "forwarded" },
): Promise<void> {
  const rowId = turn.row.id;
  if ((await deps.steering.list(task.id)).some((known) => known.rowId === rowId)) return;
  await giveHand(deps, turn, { taskId: task.id, givenBy: rowId, taken: "by-this" });
  // Said before it is kept: what the task says of it when it takes it up comes after, and stays.
  await deps.messenger.put({
    key: steeringKey(rowId),
    chat: turn.incoming.chat,
    anchor: "📨 Passed on",
    silent: true,
    blocks: [paragraph(`📨 It will reach task ${task.id} at its next step.`)],
    ...(perhaps
      ? {
          keyboard: [
            [{ text: "Make it a new goal", data: writeButtonData({ kind: "steer", id: rowId, action: "goal" }) }],
          ],
        }
      : {}),
  });
  const { from } = turn.incoming;
  if ("messageId" in turn.incoming) deps.messenger.react(turn.incoming.chat.chatId, turn.incoming.messageId, "seen");
  const said = await deps.steering.add({
    taskId: task.id,
    rowId,
    name: from.name,
    text,
    saidAt: deps.clock.now(),
    ...(origin === undefined ? {} : { origin }),
  });
  // It may have ended in between, and told of all that came too late: of this as well, then.
  const now = await deps.tasks.get(task.id);
  const taken = (await deps.steps.list(task.id)).some((step) => step.steering === said.id);
  if (now?.state.kind === "ended" && !taken) await deps.teller.steered(now, said, "too-late");
}
