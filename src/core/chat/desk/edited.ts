import { paragraph } from "../../../lib/blocks.ts";
import type { IncomingContent } from "../../incoming.ts";
import type { InboxRow } from "../../ports/store.ts";
import { writeButtonData } from "./button-data.ts";
import { takeAlong } from "../files/answered-files.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";
import { handleText } from "./handle-text.ts";
import { refusesWords } from "../interview/inspect-words.ts";
import { revise } from "../interview/revise.ts";
import { steer } from "./steer.ts";
import { wordsOfRow } from "./words.ts";
import { steeringKey } from "../tasks/task-messages.ts";

type Edited = IncomingContent & { readonly kind: "edited" };

/**
 * A message reads otherwise now: a plan made of it is made anew, a task at work or words on their way to one hear of it. What was done
 * already is not done again unless the person wants it.
 */
export async function handleEdited(deps: ChatDependencies, turn: Turn, edited: Edited): Promise<void> {
  const { chat, from } = turn.incoming;
  const said = await deps.inbox.byMessage(chat.chatId, edited.messageId);
  // In a group it may not have been for the bot before.
  if (said === null) {
    if (edited.text.startsWith("/") || (await refusesWords(deps, turn, edited.text))) return;
    return handleText(deps, turn, edited.text);
  }
  const before = said.incoming;
  const words = (await wordsOfRow(deps, said.id))?.text ?? null;
  if (before.from.userId !== from.userId || words === edited.text) return;
  if (await refusesWords(deps, turn, edited.text)) return;
  if (before.kind === "file" && words === null) return sayWithFile(deps, turn, edited);
  if (words !== null && (await changeWork(deps, turn, await actingRow(deps, said), edited))) return;
  await turn.reply(
    [paragraph("✏️ I saw the edit. What I did with the message stands.")],
    words !== null && edited.text.trim() !== ""
      ? {
          silent: true,
          keyboard: [
            [{ text: "Take it as new", data: writeButtonData({ kind: "edit", id: turn.row.id, action: "new" }) }],
          ],
        }
      : { silent: true },
  );
}
/** What an album says was acted on under the name of its last part. */
async function actingRow({ attachments }: ChatDependencies, said: InboxRow): Promise<InboxRow> {
  const { incoming } = said;
  if (incoming.kind !== "file" || incoming.album === null) return said;
  return { ...said, id: (await attachments.leadOf(incoming.chat.chatId, incoming.album)) ?? said.id };
}
/** Words were put to files that came without any. */
async function sayWithFile(deps: ChatDependencies, turn: Turn, { messageId, text }: Edited): Promise<void> {
  if (text.startsWith("/")) return;
  if (await takeAlong(deps, turn, { replyTo: messageId })) await handleText(deps, turn, text);
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
