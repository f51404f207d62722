import { handleText } from "../desk/handle-text.ts";
import { openBefore, type Open } from "../interview/conversation.ts";
import { GONE, notOpen, type PressHandler } from "../desk/press.ts";
import { showTranscript } from "../files/voice.ts";

/** What was heard is used, as if it had been typed, or dropped. */
export const pressVoiceButton: PressHandler = async (deps, { turn, data, toast }) => {
  const { chat, from } = turn.incoming;
  const { open } = await deps.conversations.get(chat.chatId, from.userId);
  if (open?.kind !== "transcript" || open.rowId !== data.id) return toast(await notOpen(deps, turn, data.id));
  if (open.usedBy !== null && open.usedBy !== turn.row.id) return toast(GONE);
  await toast("");
  const before = openBefore(open);
  if (data.action === "discard") {
    await showTranscript(deps, turn.incoming.chat, open, "Discarded. Nothing was done with it.");
    return deps.conversations.open(chat.chatId, from.userId, before);
  }
  const used: Open = { ...open, usedBy: turn.row.id };
  await deps.conversations.open(chat.chatId, from.userId, used);
  await showTranscript(deps, turn.incoming.chat, open, "✅ Used.");
  const heard = (await deps.inbox.get(open.rowId))?.incoming.kind;
  const origin = heard === "forwarded" ? { origin: heard } : {};
  await handleText(deps, turn, open.text, { open: before, ...origin });
  const { open: now } = await deps.conversations.get(chat.chatId, from.userId);
  if (now?.kind === "transcript" && now.rowId === data.id)
    await deps.conversations.open(chat.chatId, from.userId, null);
};
