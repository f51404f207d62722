import type { Topics } from "../ports/topics.ts";
import type { Task } from "./task.ts";

/** Whether a topic of its own is to be opened for it. One it was asked for in serves as it is. */
export function wantsTopic({ chat, topic }: Task): boolean {
  return chat !== null && chat.threadId === null && topic === undefined;
}
/** The name of a task's topic, which says how it stands. */
export function topicName({ id, plan }: Task, mark: string): string {
  return `${mark} ${id} · ${plan.title}`;
}
/** The task with its messages in a topic of its own, or as it was where there is none. */
export async function moveToTopic<Moved extends Task>(task: Moved, topics: Topics): Promise<Moved> {
  if (task.chat === null) return task;
  const threadId = await topics.open(task.chat.chatId, topicName(task, "⚙️"));
  return threadId === null ? task : { ...task, chat: { ...task.chat, threadId }, topic: "open" };
}
