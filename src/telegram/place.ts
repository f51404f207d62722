import type { Api } from "grammy";
import type { Outgoing } from "../core/ports/messenger.ts";
import type { OutboxStore } from "../core/ports/store.ts";
import { plainText } from "../lib/blocks-text.ts";
import { cutText } from "./redact.ts";
import { isGone, isNotModified, isRefusal } from "./refusals.ts";

export type PlaceDependencies = {
  readonly outbox: Pick<OutboxStore, "receipt" | "settled">;
  readonly api: Api;
  readonly signal: Parameters<Api["getMe"]>[0];
};
type Edit = (id: number) => Promise<unknown>;
type Place = {
  readonly message: Outgoing;
  /** Of the messages that stand; it is kept as they come and go. */
  readonly ids: number[];
  readonly index: number;
  readonly onPlaced?: () => void;
  /** All that the message is to show, where it may have been shown it before. */
  readonly said?: string;
};
export const NO_PREVIEW = { link_preview_options: { is_disabled: true } };
/** Where messages stand: each is sent once, as an anchor, noted at once, and edited from then on. */
export interface Places {
  /** Makes the message at `index` show what `edit` writes, sending its anchor first when there is none. */
  settle(place: Place, edit: Edit): Promise<void>;
  /** Takes away what stands beyond the first `count`. */
  removeSurplus(message: Outgoing, ids: number[], count: number): Promise<void>;
  note(message: Outgoing, ids: readonly number[]): Promise<void>;
  /** What the messages of this row show is not remembered any longer. */
  forget(key: string): void;
}
export function createPlaces({ outbox, api, signal }: PlaceDependencies): Places {
  /**
   * What the messages of a row show already, by their ids, while it is not delivered: tried again, a long one goes on where it broke off,
   * or it would never get past as many edits as a chat may have in a minute.
   */
  const partly = new Map<string, Map<number, string>>();

  async function note({ key, chat }: Outgoing, ids: readonly number[]): Promise<void> {
    await outbox.receipt(key, { messageIds: [...ids], deliveredVersion: null, dead: null, chatId: chat.chatId });
  }
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
  return { settle, removeSurplus, note, forget: (key) => void partly.delete(key) };
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
/** Where a message that is sent stands. */
export function placing({ chat, silent, replyTo }: Outgoing, index: number): Placing {
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
