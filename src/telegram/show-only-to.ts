import { InputFile, type Api } from "grammy";
import type { InlineKeyboardMarkup } from "@grammyjs/types";
import type { Outgoing } from "../core/ports/messenger.ts";
import { isGone, isNotModified, isRefusal } from "./refusals.ts";
import type { Part } from "./cut-parts.ts";

/**
 * What only one member of a group may see, as ephemeral messages. In the receipts they stand with negative numbers, since
 * they have no message id; positive ones are messages of the chat that was taken instead.
 */
export type OnlyTo = {
  readonly message: Outgoing;
  readonly userId: number;
  readonly parts: readonly Part[];
  /** Changed in place, and noted after each step. */
  readonly ids: number[];
  readonly note: (ids: readonly number[]) => Promise<void>;
  readonly reply_markup: InlineKeyboardMarkup | undefined;
};
export type ShowOnlyToDependencies = { readonly api: Api; readonly signal: Parameters<Api["getMe"]>[0] };

/** @returns false when this chat or server does not do that: nothing is shown then */
export async function showOnlyTo(only: OnlyTo, deps: ShowOnlyToDependencies): Promise<boolean> {
  const { message, parts, ids, note } = only;
  // A file stays what it was: nothing about it is edited.
  const count = message.file === undefined ? parts.length : 1;
  for (let index = 0; index < count; index += 1) {
    const known = ids[index];
    if (known !== undefined && (message.file !== undefined || (await edit(only, deps, { index, id: -known }))))
      continue;
    const id = await send(only, deps, index);
    if (id === null) return false;
    ids[index] = -id;
    await note(ids);
  }
  for (const surplus of ids.splice(count)) await remove(only, deps, -surplus);
  await note(ids);
  return true;
}
/** Its content at once, and not an anchor first: Bot API does not promise that the edit of an ephemeral message arrives. */
async function send(only: OnlyTo, { api, signal }: ShowOnlyToDependencies, index: number): Promise<number | null> {
  const { message, userId, parts } = only;
  const { text, entities } = partAt(parts, index);
  const options = {
    ephemeral_message_parameters: { receiver_user_id: userId },
    ...(message.chat.threadId === null ? {} : { message_thread_id: message.chat.threadId }),
    ...(message.silent === true ? { disable_notification: true } : {}),
    ...markupAt(only, index),
  };
  try {
    const sent =
      message.file === undefined
        ? await api.sendMessage(message.chat.chatId, text, { ...options, entities: [...entities] }, signal)
        : await api.sendDocument(
            message.chat.chatId,
            new InputFile(new TextEncoder().encode(message.file.content), message.file.name),
            { ...options, caption: text, caption_entities: [...entities] },
            signal,
          );
    if (sent.ephemeral_message_id !== undefined) return sent.ephemeral_message_id;
    // A server that does not know the parameter would have shown it to all.
    await api.deleteMessage(message.chat.chatId, sent.message_id, signal);
    return null;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return null;
  }
}
/** False when it is not there to be edited any more. */
async function edit(
  only: OnlyTo,
  { api, signal }: ShowOnlyToDependencies,
  { index, id }: { index: number; id: number },
): Promise<boolean> {
  const { message, userId, parts } = only;
  const { text, entities } = partAt(parts, index);
  try {
    const options = { entities: [...entities], ...markupAt(only, index) };
    await api.editEphemeralMessageText(message.chat.chatId, userId, id, text, options, signal);
    return true;
  } catch (error) {
    if (isNotModified(error)) return true;
    if (isGone(error)) return false;
    throw error;
  }
}
async function remove({ message, userId }: OnlyTo, { api, signal }: ShowOnlyToDependencies, id: number): Promise<void> {
  await api.deleteEphemeralMessage(message.chat.chatId, userId, id, signal).catch((error: unknown) => {
    if (!isRefusal(error)) throw error;
  });
}
function partAt(parts: readonly Part[], index: number): Part {
  const part = parts[index] ?? { text: "", entities: [] };
  return part.text.trim() === "" ? { ...part, text: "…" } : part;
}
function markupAt({ parts, reply_markup, message }: OnlyTo, index: number): { reply_markup?: InlineKeyboardMarkup } {
  const last = message.file !== undefined || index === parts.length - 1;
  return last && reply_markup !== undefined ? { reply_markup } : {};
}
