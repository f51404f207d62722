import { paragraph } from "../../lib/blocks.ts";
import type { IncomingContent } from "../incoming.ts";
import type { InboxRow } from "../ports/store.ts";
import { writeButtonData } from "./button-data.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";
import { handleText } from "./handle-text.ts";
import { revise } from "./revise.ts";
import { steer } from "./steer.ts";
import { steeringKey } from "./task-messages.ts";

type Edited = IncomingContent & { readonly kind: "edited" };

/**
 * A message reads otherwise now: a plan made of it is made anew, a task at work or words on their way to one hear of it. What was done
 * already is not done again unless the person wants it.
 */
export async function handleEdited(deps: ChatDependencies, turn: Turn, edited: Edited): Promise<void> {
  const { chat, from } = turn.incoming;
  const said = await deps.inbox.byMessage(chat.chatId, edited.messageId);
  // In a group it may not have been for the bot before.
  if (said === null) return edited.text.startsWith("/") ? undefined : handleText(deps, turn, edited.text);
  const before = said.incoming;
  if (before.from.userId !== from.userId || (before.kind === "text" && before.text === edited.text)) return;
  if (before.kind === "text" && (await changeWork(deps, turn, said, edited))) return;
  await turn.reply(
    [paragraph("✏️ I saw the edit. What I did with the message stands.")],
    before.kind === "text" && edited.text.trim() !== ""
      ? {
          silent: true,
          keyboard: [
            [{ text: "Take it as new", data: writeButtonData({ kind: "edit", id: turn.row.id, action: "new" }) }],
          ],
        }
      : { silent: true },
  );
}
/** @returns false when nothing is under way that rests on the message */
async function changeWork(deps: ChatDependencies, turn: Turn, said: InboxRow, { text }: Edited): Promise<boolean> {
  const task = await deps.tasks.byOrigin(`update:${said.id}`);
  if (task?.state.kind === "planned") {
    await revise(deps, turn, task.id, task.plan.version, { wish: `What I asked for now reads: ${text}`, goal: text });
    return true;
  }
  const passedOn = await deps.steering.ofMessage(said.id);
  const withdrawn = passedOn !== null && (await deps.steering.withdraw(said.id));
  if (withdrawn)
    await deps.messenger.put({
      key: steeringKey(said.id),
      chat: said.incoming.chat,
      anchor: "📨 Passed on",
      silent: true,
      blocks: [paragraph("✏️ What you edited it to goes to the task instead.")],
    });
  const target = passedOn === null ? task : await deps.tasks.get(passedOn.taskId);
  if (target === null || target.state.kind === "ended" || target.state.kind === "cancelled") return false;
  await steer(deps, turn, target, { text: withdrawn ? text : `What I said before now reads: ${text}` });
  return true;
}
