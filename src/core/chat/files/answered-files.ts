import { loadAttachments } from "../../attachments/load.ts";
import type { AnsweredFile } from "../../incoming.ts";
import type { Attachment } from "../../ports/attachments.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { filesOfMessage, showReceipt } from "./file-messages.ts";
import { lookAtFile } from "../interview/inspect-words.ts";
import { takeNow, takeWaiting } from "../desk/hand.ts";
import { failureBlocks } from "./view-files.ts";

type Answering = { readonly replyTo: number | null; readonly answered?: AnsweredFile };

/**
 * Takes the files that wait for this message, and those of the message that it answers: in a group that may be one the bot was never told of.
 * @returns false when such a file could not be had; the person was told, and what they wrote is not to be acted on
 */
export async function takeAlong(deps: ChatDependencies, turn: Turn, message: Answering): Promise<boolean> {
  await takeWaiting(deps, turn);
  if (message.replyTo === null) return true;
  const known = await filesOfMessage(deps, turn.incoming.chat.chatId, message.replyTo);
  const files = known.length > 0 ? known : await fetchAnswered(deps, turn, message.answered);
  if (files === null) return false;
  if (files.length === 0) return true;
  await takeNow(
    deps,
    turn,
    files.map(({ id }) => id),
  );
  await showReceipt(deps, turn.incoming, files);
  return true;
}
/** Null when it could not be had. */
async function fetchAnswered(
  deps: ChatDependencies,
  turn: Turn,
  answered: AnsweredFile | undefined,
): Promise<readonly Attachment[] | null> {
  if (answered === undefined) return [];
  const { chat, from, at } = turn.incoming;
  const attachment = await deps.attachments.add({
    rowId: turn.row.id,
    chatId: chat.chatId,
    userId: from.userId,
    messageId: answered.messageId,
    album: null,
    receivedAt: at,
    file: answered.file,
    note: null,
  });
  const { loaded, failed } = await loadAttachments(
    [attachment],
    deps.fileLimits(),
    { ...deps, look: lookAtFile(deps, turn) },
    turn.signal,
  );
  if (failed.length > 0) await turn.reply(failureBlocks(failed, { saidToo: true, others: 0 }), { suffix: "failed" });
  return failed.length > 0 ? null : loaded;
}
