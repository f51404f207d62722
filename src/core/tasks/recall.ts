import type { Journal } from "../agent/journal.ts";
import { recalledMessage } from "../agent/prompt.ts";
import type { MemoryKeeper } from "../memories/keeper.ts";
import type { Task } from "./task.ts";

/** What was remembered that has to do with the goal comes along, once, before the first turn; it stands in the journal from then on. */
export async function recallFor(task: Task, journal: Journal, memory: Pick<MemoryKeeper, "recall">): Promise<void> {
  if (journal.read().messages.length > 0) return;
  const place = { chatId: task.chat?.chatId ?? null, repositoryId: task.repositoryId };
  const recalled = await memory.recall(`${task.plan.title}\n${task.goal}`, { place, taskId: task.id });
  if (recalled === null) return;
  await journal.append({
    message: { role: "user", text: recalledMessage(recalled.text) },
    ...(recalled.origin === "person" ? {} : { origin: recalled.origin }),
  });
}
