import { InputFile, type Api } from "grammy";
import type { InlineKeyboardMarkup, InputRichMessage } from "@grammyjs/types";
import type { Outgoing } from "../core/ports/messenger.ts";
import type { OutboxRow, OutboxStore, RichWish } from "../core/ports/store.ts";
import { italic, paragraph } from "../lib/blocks.ts";
import { plainText } from "../lib/blocks-text.ts";
import { cutText, redactOutgoing } from "./redact.ts";
import type { Redactor } from "../lib/redact.ts";
import { isEntityRefusal, isGone, isNotModified, isRefusal } from "./refusals.ts";
import { isBlank, type Part } from "./cut-parts.ts";
import { localiseOutgoing, type Locale } from "./localise.ts";
import { MAX_CAPTION, renderEntities } from "./render-entities.ts";
import { renderPlain } from "./render-plain.ts";
import { showOnlyTo } from "./show-only-to.ts";
import { gainsFromRich, renderRich } from "./render-rich.ts";
import { tidyOutgoing } from "./tidy.ts";

export type ShowDependencies = {
  readonly outbox: OutboxStore;
  readonly api: Api;
  readonly redact: Redactor;
  /** Whether this chat wants rich messages; absent: `auto` for all. */
  readonly rich?: (chatId: number) => RichWish;
  /** How this chat wants dates and numbers; absent: in British English and UTC for all. */
  readonly locale?: (chatId: number) => Locale;
  /** Ends requests under way. */
  readonly signal: AbortSignal;
};
/** A row as it will be seen: everything decided, nothing asked of the server yet. */
export type Prepared = {
  readonly message: Outgoing;
  readonly parts: readonly Part[];
  readonly rich: InputRichMessage<never> | null;
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
const USUAL_LOCALE: Locale = { locale: "en-GB", zone: "UTC" };
type Edit = (id: number) => Promise<unknown>;
type Place = {
  readonly message: Outgoing;
  readonly ids: number[];
  readonly index: number;
  readonly onPlaced?: () => void;
  /** All that the message is to show, where it may have been shown it before. */
  readonly said?: string;
};
const NO_PREVIEW = { link_preview_options: { is_disabled: true } };

export function createShow({
  outbox,
  api,
  redact,
  rich: wishOf = () => "auto",
  locale = () => USUAL_LOCALE,
  signal: nodeSignal,
}: ShowDependencies): Show {
  // grammY's type of a signal is that of an older polyfill; at run time it takes Node's own.
  const signal = nodeSignal as Parameters<Api["getMe"]>[0];
  /** A server or client that refuses rich messages once is not asked again. */
  const plainChats = new Set<number>();
  /**
   * What the messages of a row show already, by their ids, while it is not delivered: tried again, a long one goes on where it broke off,
   * or it would never get past as many edits as a chat may have in a minute.
   */
  const partly = new Map<string, Map<number, string>>();

  function prepare(row: OutboxRow): Prepared {
    const message = tidyOutgoing(localiseOutgoing(redactOutgoing(row.message, redact), localeOf(row.message)));
    const max = message.file === undefined ? undefined : MAX_CAPTION;
    return {
      message,
      // Once more over the whole text: a secret may stand across the borders of two inlines.
      parts: renderEntities(message.blocks, {
        ...(max === undefined ? {} : { max }),
        mask: (text) => redact(text, true),
      }),
      rich: wantsRich(message) ? renderRich(message.blocks) : null,
    };
  }
  /** A private chat has the number of its person. */
  function localeOf({ chat, onlyTo }: Outgoing): Locale {
    return locale(onlyTo ?? chat.chatId);
  }
  function wantsRich({ chat, blocks, file }: Outgoing): boolean {
    const wish = wishOf(chat.chatId);
    if (wish === "off" || file !== undefined || plainChats.has(chat.chatId)) return false;
    if (wish === "auto" && (chat.chatId < 0 || !gainsFromRich(blocks))) return false;
    const text = plainText(blocks);
    return redact(text) === text;
  }
  async function show(
    row: OutboxRow,
    { message, parts, rich }: Prepared,
    onPlaced: () => void,
  ): Promise<readonly number[]> {
    try {
      const ids = await showWhole(row, { message, parts, rich }, onPlaced);
      partly.delete(row.key);
      return ids;
    } catch (error) {
      if (isRefusal(error)) partly.delete(row.key);
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
  async function note({ key, chat }: Outgoing, ids: readonly number[]): Promise<void> {
    await outbox.receipt(key, { messageIds: [...ids], deliveredVersion: null, dead: null, chatId: chat.chatId });
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
      plainChats.add(chatId);
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
  /** Makes the message at `index` show what `edit` writes, sending its anchor first when there is none. */
  async function settle({ message, ids, index, onPlaced, said }: Place, edit: Edit): Promise<void> {
    const known = ids[index];
    if (known !== undefined && said !== undefined && partly.get(message.key)?.get(known) === said) return onPlaced?.();
    // After a loss of power an anchor may stand twice, a text may not: it is known for good before it is read.
    const kept = outbox.settled();
    kept.catch(() => undefined); // An anchor that is refused comes first.
    if (known !== undefined) {
      onPlaced?.();
      await kept;
      // What an edit that breaks off has left there nobody knows.
      partly.get(message.key)?.delete(known);
      if (await edited(() => edit(known))) return shownSoFar(message.key, known, said);
      // What stands after it would come before it now: those are sent anew as well.
      for (const id of ids.slice(index)) await remove(message, id);
      ids.length = index;
    }
    const fresh = await sendAnchor(message, index);
    ids[index] = fresh;
    await note(message, ids);
    onPlaced?.();
    await kept;
    await edit(fresh).catch((error: unknown) => {
      if (!isNotModified(error)) throw error;
    });
    shownSoFar(message.key, fresh, said);
  }
  function shownSoFar(key: string, id: number, said: string | undefined): void {
    if (said === undefined) return;
    const shown = partly.get(key) ?? new Map<number, string>();
    partly.set(key, shown.set(id, said));
  }
  /** False when the message is not there to be edited any more. */
  async function edited(edit: () => Promise<unknown>): Promise<boolean> {
    try {
      await edit();
      return true;
    } catch (error) {
      if (isNotModified(error)) return true;
      if (isGone(error)) return false;
      throw error;
    }
  }
  async function sendAnchor(message: Outgoing, index: number): Promise<number> {
    const text = index === 0 ? anchorOf(message) : "…";
    const sent = await api.sendMessage(
      message.chat.chatId,
      text,
      { ...placing(message, index), ...NO_PREVIEW },
      signal,
    );
    return sent.message_id;
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
  async function removeSurplus(message: Outgoing, ids: number[], count: number): Promise<void> {
    if (ids.length <= count) return;
    for (const id of ids.slice(count)) await remove(message, id);
    ids.length = count;
    await note(message, ids);
  }
  /** Bot API: what is older than 48 hours cannot be deleted; it is emptied as far as that goes. */
  async function remove(message: Outgoing, id: number): Promise<void> {
    const { chatId } = message.chat;
    try {
      await api.deleteMessage(chatId, id, signal);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (/not found/i.test(error.description)) return;
      await api.editMessageText(chatId, id, "…", {}, signal).catch((refused: unknown) => {
        if (!isRefusal(refused)) throw refused;
      });
    }
  }
  return { prepare, show };
}
/**
 * Never the final text itself: a send whose answer is lost is made again, and of what stands there twice then, one is only an anchor.
 */
function anchorOf({ anchor, blocks }: Outgoing): string {
  const line = anchorLine(anchor);
  return line === plainText(blocks).trim() ? `${line} …` : line;
}
function anchorLine(anchor: string): string {
  const line = anchor.replaceAll(/\s+/g, " ").trim();
  return line === "" ? "…" : cutText(line, 200);
}
function placing({ chat, silent, replyTo }: Outgoing, index: number): Placing {
  return {
    ...(chat.threadId === null ? {} : { message_thread_id: chat.threadId }),
    ...(silent === true || index > 0 ? { disable_notification: true } : {}),
    ...(replyTo === undefined || index > 0
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  };
}
type Placing = {
  message_thread_id?: number;
  disable_notification?: boolean;
  reply_parameters?: { message_id: number; allow_sending_without_reply: boolean };
};
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
