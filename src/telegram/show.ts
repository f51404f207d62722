import { InputFile, type Api } from "grammy";
import type { InlineKeyboardMarkup, InputRichMessage } from "@grammyjs/types";
import type { Outgoing } from "../core/ports/messenger.ts";
import type { OutboxRow, OutboxStore } from "../core/ports/store.ts";
import { italic, paragraph } from "../lib/blocks.ts";
import { isBlank, type Part } from "./cut-parts.ts";
import { createPlaces, NO_PREVIEW, placing } from "./place.ts";
import { createPrepare, type Prepared, type PrepareOptions } from "./prepare.ts";
import { isEntityRefusal, isRefusal } from "./refusals.ts";
import { renderPlain } from "./render-plain.ts";
import { showOnlyTo } from "./show-only-to.ts";

export type ShowDependencies = PrepareOptions & {
  readonly outbox: OutboxStore;
  readonly api: Api;
  /** Ends requests under way. */
  readonly signal: AbortSignal;
};
export interface Show {
  prepare(row: OutboxRow): Prepared;
  /**
   * Makes the chat show what was prepared. Each message is sent once as an anchor, noted at once, and edited from then on;
   * calling it again goes on where it broke off.
   * @param onPlaced called, at most once, when all its messages stand in the chat and are noted: what comes after it may be sent
   * @returns the messages that stand in the chat for it now
   */
  show(row: OutboxRow, prepared: Prepared, onPlaced: () => void): Promise<readonly number[]>;
}
const NOT_FOR_ALL = paragraph(
  italic(
    "This is meant for one person, but this chat cannot show it to them alone, and they have no private chat with me yet.",
  ),
);

export function createShow({ outbox, api, signal: nodeSignal, ...options }: ShowDependencies): Show {
  // grammY's type of a signal is that of an older polyfill; at run time it takes Node's own.
  const signal = nodeSignal as Parameters<Api["getMe"]>[0];
  const { prepare, refuseRich } = createPrepare(options);
  const { settle, removeSurplus, note, forget } = createPlaces({ outbox, api, signal });

  async function show(
    row: OutboxRow,
    { message, parts, rich }: Prepared,
    onPlaced: () => void,
  ): Promise<readonly number[]> {
    try {
      const ids = await showWhole(row, { message, parts, rich }, onPlaced);
      forget(row.key);
      return ids;
    } catch (error) {
      if (isRefusal(error)) forget(row.key);
      throw error;
    }
  }
  async function showWhole(
    row: OutboxRow,
    { message, parts, rich }: Prepared,
    onPlaced: () => void,
  ): Promise<readonly number[]> {
    // Such a message is sent with its text at once, so it must be known for good.
    if (message.onlyTo !== undefined) await outbox.settled();
    if (message.onlyTo !== undefined) return showToOne(row, message.onlyTo, { message, parts, rich });
    return showToAll([...row.messageIds], { message, parts, rich }, onPlaced);
  }
  async function showToAll(
    ids: number[],
    { message, parts, rich }: Prepared,
    onPlaced: () => void = () => undefined,
  ): Promise<readonly number[]> {
    if (message.file !== undefined) await showFile(message, ids, message.file, parts);
    else if (rich === null || !(await showRich(message, ids, rich))) await showParts(message, ids, { parts, onPlaced });
    return ids;
  }
  /** For one member's eyes: in the group where that can be, else in their private chat; in the group for all only where neither goes. */
  async function showToOne(row: OutboxRow, userId: number, prepared: Prepared): Promise<readonly number[]> {
    const { message, parts } = prepared;
    const ids = [...row.messageIds];
    const elsewhere = ids.some((id) => id > 0) ? row.shownIn : null;
    if (elsewhere === null) {
      const markups = markup(message.keyboard).reply_markup;
      const only = {
        message,
        userId,
        parts,
        ids,
        note: (now: readonly number[]) => note(message, now),
        reply_markup: markups,
      };
      if (await showOnlyTo(only, { api, signal })) return ids;
      ids.length = 0;
    }
    const privately = { ...row, message: { ...row.message, chat: { chatId: userId, threadId: null } } };
    const openly = { ...row, message: { ...row.message, blocks: [NOT_FOR_ALL, ...row.message.blocks] } };
    if (elsewhere === message.chat.chatId) return showToAll(ids, prepare(openly));
    try {
      return await showToAll(ids, prepare(privately));
    } catch (error) {
      if (!isRefusal(error) || elsewhere !== null) throw error;
      return showToAll([], prepare(openly));
    }
  }
  async function showParts(
    message: Outgoing,
    ids: number[],
    { parts, onPlaced }: { parts: readonly Part[]; onPlaced: () => void },
  ): Promise<void> {
    for (const [index, part] of parts.entries()) {
      const keyboard = index === parts.length - 1 ? message.keyboard : undefined;
      const isLast = index === parts.length - 1;
      const said = parts.length === 1 ? {} : { said: JSON.stringify([part, keyboard]) };
      await settle({ message, ids, index, onPlaced: isLast ? onPlaced : () => undefined, ...said }, (id) =>
        editText(message, id, part, keyboard),
      );
    }
    await removeSurplus(message, ids, parts.length);
  }
  async function showRich(message: Outgoing, ids: number[], rich: InputRichMessage<never>): Promise<boolean> {
    const { chatId } = message.chat;
    try {
      await settle({ message, ids, index: 0 }, (id) =>
        api.editMessageText(chatId, id, rich, markup(message.keyboard), signal),
      );
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refuseRich(chatId);
      return false;
    }
    await removeSurplus(message, ids, 1);
    return true;
  }
  async function showFile(
    message: Outgoing,
    ids: number[],
    file: { readonly name: string; readonly content: string },
    parts: readonly Part[],
  ): Promise<void> {
    const { chatId } = message.chat;
    const [{ text: caption, entities } = { text: "", entities: [] }] = parts;
    const document = () => new InputFile(new TextEncoder().encode(file.content), file.name);
    const captioned = { caption, caption_entities: [...entities] };
    try {
      await settle({ message, ids, index: 0 }, (id) => {
        const media = { type: "document" as const, media: document(), ...captioned };
        return api.editMessageMedia(chatId, id, media, markup(message.keyboard), signal);
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const sent = await api.sendDocument(
        chatId,
        document(),
        { ...captioned, ...placing(message, 0), ...markup(message.keyboard) },
        signal,
      );
      ids.unshift(sent.message_id);
      await note(message, ids);
    }
    await removeSurplus(message, ids, 1);
  }
  async function editText(message: Outgoing, id: number, part: Part, keyboard: Outgoing["keyboard"]): Promise<void> {
    const { chatId } = message.chat;
    const text = isBlank(part.text) ? "…" : part.text;
    const options = { ...markup(keyboard), ...NO_PREVIEW };
    try {
      await api.editMessageText(chatId, id, text, { ...options, entities: [...part.entities] }, signal);
    } catch (error) {
      if (!isEntityRefusal(error)) throw error;
      await api.editMessageText(chatId, id, renderPlain({ ...part, text }), options, signal);
    }
  }
  return { prepare, show };
}
function markup(keyboard: Outgoing["keyboard"]): { reply_markup?: InlineKeyboardMarkup } {
  if (keyboard === undefined) return {};
  return {
    reply_markup: {
      inline_keyboard: keyboard.map((row) =>
        row.map(({ text, data, style }) => ({ text, callback_data: data, ...(style === undefined ? {} : { style }) })),
      ),
    },
  };
}
