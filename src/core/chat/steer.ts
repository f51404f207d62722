import { paragraph } from "../../lib/blocks.ts";
import type { Task } from "../tasks/task.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";
import { steeringKey } from "./task-messages.ts";

/** The task at work whose message this one answers, if it answers one. */
export async function steeredTask(deps: ChatDependencies, turn: Turn): Promise<Task | null> {
  const { incoming } = turn;
  if (incoming.kind !== "text" || incoming.replyTo === null) return null;
  const answered = await deps.outbox.byMessage(incoming.chat.chatId, incoming.replyTo);
  const id = /^task:(\d+):/.exec(answered?.key ?? "")?.[1];
  const task = id === undefined ? null : await deps.tasks.get(Number(id));
  if (task?.chat?.chatId !== incoming.chat.chatId) return null;
  return ["queued", "running", "interrupted"].includes(task.state.kind) ? task : null;
}
/** Keeps what was said for the task's next step. */
export async function steer(deps: ChatDependencies, turn: Turn, task: Task, text: string): Promise<void> {
  const rowId = turn.row.id;
  if ((await deps.steering.list(task.id)).some((known) => known.rowId === rowId)) return;
  // Said before it is kept: what the task says of it when it takes it up comes after, and stays.
  await deps.messenger.put({
    key: steeringKey(rowId),
    chat: turn.incoming.chat,
    anchor: "📨 Passed on",
    silent: true,
    blocks: [paragraph(`📨 It will reach task ${task.id} at its next step.`)],
  });
  const { from } = turn.incoming;
  const said = await deps.steering.add({ taskId: task.id, rowId, name: from.name, text, saidAt: deps.clock.now() });
  // It may have ended in between, and told of all that came too late: of this as well, then.
  const now = await deps.tasks.get(task.id);
  const taken = (await deps.steps.list(task.id)).some((step) => step.steering === said.id);
  if (now?.state.kind === "ended" && !taken) await deps.teller.steered(now, said, "too-late");
}
