import type { Api } from "grammy";
import type { ChatRef } from "../core/incoming.ts";
import type { Clock } from "../lib/time.ts";
import { tailOf, type Redact } from "./redact.ts";
import { backoffMs, isRefusal } from "./refusals.ts";

/** Unfinished text in private chats: decoration, so everything here is best effort. */
export interface Drafts {
  show(chat: ChatRef, draftId: number, text: string): void;
  /** Nothing more of the chat's drafts is sent: the lasting message takes their place. */
  end(chatId: number): void;
}
const EVERY_MS = 300;
/** Bot API: 1-4096 characters; the end is what is new. */
const MOST = 4096;
type Draft = { readonly draftId: number; text: string; sending: boolean; ended: boolean };

export function createDrafts(
  { api, clock, redact }: { api: Api; clock: Clock; redact: Redact },
  closing: AbortSignal,
): Drafts {
  const drafts = new Map<number, Draft>();
  /** A server or client that refuses drafts once is not asked again. */
  const without = new Set<number>();
  async function send(chat: ChatRef, draft: Draft): Promise<void> {
    draft.sending = true;
    let sent = "";
    while (!draft.ended && !closing.aborted && draft.text !== sent) {
      sent = draft.text;
      const text = tailOf(redact(sent), MOST); // Redacted first: half a secret would not be recognised.
      try {
        await api.sendMessageDraft(chat.chatId, draft.draftId, text, {
          can_stop: true,
          ...(chat.threadId === null ? {} : { message_thread_id: chat.threadId }),
        });
      } catch (error) {
        if (isRefusal(error)) without.add(chat.chatId);
        if (without.has(chat.chatId)) break;
        // Anything else passes; a draft is not worth more than trying again with what it says then.
        await clock.sleep(
          backoffMs(error, 0, () => 1),
          closing,
        );
      }
      await clock.sleep(EVERY_MS, closing);
    }
    draft.sending = false;
  }
  return {
    show(chat, draftId, text) {
      if (chat.chatId <= 0 || without.has(chat.chatId) || text.trim() === "") return;
      let draft = drafts.get(chat.chatId);
      if (draft === undefined || draft.draftId !== draftId) {
        draft = { draftId, text, sending: false, ended: false };
        drafts.set(chat.chatId, draft);
      }
      draft.text = text;
      if (!draft.sending && !draft.ended) void send(chat, draft);
    },
    end(chatId) {
      const draft = drafts.get(chatId);
      if (draft !== undefined) draft.ended = true;
      drafts.delete(chatId);
    },
  };
}
