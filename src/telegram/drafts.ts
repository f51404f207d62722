import type { Api } from "grammy";
import type { ChatRef } from "../core/incoming.ts";
import type { Clock } from "../lib/time.ts";
import type { Redact } from "./redact.ts";

/** Unfinished text in private chats: decoration, so everything here is best effort. */
export interface Drafts {
  show(chat: ChatRef, draftId: number, text: string): void;
  /** Nothing more of the chat's drafts is sent: the lasting message takes their place. */
  end(chatId: number): void;
}
const EVERY_MS = 300;
const MOST = 4000;
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
      const text = redact(sent.length > MOST ? `…${sent.slice(-MOST)}` : sent);
      try {
        await api.sendMessageDraft(chat.chatId, draft.draftId, text, {
          can_stop: true,
          ...(chat.threadId === null ? {} : { message_thread_id: chat.threadId }),
        });
      } catch {
        without.add(chat.chatId);
        return;
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
