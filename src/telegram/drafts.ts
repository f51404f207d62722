import type { Api } from "grammy";
import type { InputRichMessage } from "@grammyjs/types";
import type { ChatRef } from "../core/incoming.ts";
import type { Unfinished } from "../core/ports/messenger.ts";
import type { RichWish } from "../core/ports/store.ts";
import { parseMarkdown } from "../lib/markdown.ts";
import type { Clock } from "../lib/time.ts";
import { isBlank, type Part } from "./cut-parts.ts";
import { tailOf } from "./redact.ts";
import type { Redactor } from "../lib/redact.ts";
import { backoffMs, isRefusal, isUnknownMethod } from "./refusals.ts";
import { renderEntities } from "./render-entities.ts";
import { tidyBlocks } from "./tidy.ts";

/** Unfinished text in private chats: decoration, so everything here is best effort. */
export interface Drafts {
  show(chat: ChatRef, draftId: number, said: Unfinished): void;
  /** Nothing more of the chat's drafts is sent: the lasting message takes their place. */
  end(chatId: number): void;
}
export type DraftDependencies = {
  readonly api: Api;
  readonly clock: Clock;
  readonly redact: Redactor;
  readonly rich?: (chatId: number) => RichWish;
};
const EVERY_MS = 300;
/** Bot API: 1-4096 characters; the end is what is new. */
const MOST = 4096;
/** A thought passes by; its last lines are enough. */
const MOST_THOUGHT = 600;
type Draft = { readonly draftId: number; said: Unfinished; sending: boolean; ended: boolean };

export function createDrafts(
  { api, clock, redact, rich = () => "auto" }: DraftDependencies,
  closing: AbortSignal,
): Drafts {
  const drafts = new Map<number, Draft>();
  /** A server or client that refuses drafts, or thoughts in them, once is not asked again. */
  const without = new Set<number>();
  const withoutThoughts = new Set<number>();
  async function send(chat: ChatRef, draft: Draft): Promise<void> {
    draft.sending = true;
    let sent: Unfinished | null = null;
    while (!draft.ended && !closing.aborted && !isSame(draft.said, sent)) {
      sent = draft.said;
      try {
        await sendOnce(chat, draft.draftId, sent);
      } catch (error) {
        if (isRefusal(error) || isUnknownMethod(error)) without.add(chat.chatId);
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
  async function sendOnce(chat: ChatRef, draftId: number, said: Unfinished): Promise<void> {
    const options = { can_stop: true, ...(chat.threadId === null ? {} : { message_thread_id: chat.threadId }) };
    if (typeof said !== "string" && rich(chat.chatId) !== "off" && !withoutThoughts.has(chat.chatId)) {
      try {
        await api.sendRichMessageDraft(chat.chatId, draftId, thinking(said.thought, redact), options);
        return;
      } catch (error) {
        if (!isRefusal(error) && !isUnknownMethod(error)) throw error;
        withoutThoughts.add(chat.chatId);
      }
    }
    const { text, entities } = draftPart(typeof said === "string" ? said : `💭 ${said.thought}`, redact);
    await api.sendMessageDraft(chat.chatId, draftId, text, {
      ...options,
      ...(entities.length === 0 ? {} : { entities: [...entities] }),
    });
  }
  return {
    show(chat, draftId, said) {
      if (chat.chatId <= 0 || without.has(chat.chatId) || isBlank(typeof said === "string" ? said : said.thought))
        return;
      let draft = drafts.get(chat.chatId);
      if (draft === undefined || draft.draftId !== draftId) {
        draft = { draftId, said, sending: false, ended: false };
        drafts.set(chat.chatId, draft);
      }
      draft.said = said;
      if (!draft.sending && !draft.ended) void send(chat, draft);
    },
    end(chatId) {
      const draft = drafts.get(chatId);
      if (draft !== undefined) draft.ended = true;
      drafts.delete(chatId);
    },
  };
}
function isSame(said: Unfinished, sent: Unfinished | null): boolean {
  if (typeof said === "string" || typeof sent === "string" || sent === null) return said === sent;
  return said.thought === sent.thought;
}
function thinking(thought: string, redact: Redactor): InputRichMessage<never> {
  // Redacted first: half a secret would not be recognised.
  const [part] = renderEntities(tidyBlocks([{ kind: "paragraph", inline: [tailOf(redact(thought), MOST_THOUGHT)] }]));
  return { blocks: [{ type: "thinking", text: part?.text ?? "…" }], skip_entity_detection: true };
}
/** Markdown as far as it has come, formatted; of what is too long for one message only the end, in plain words. */
function draftPart(said: string, redact: Redactor): Part {
  const blocks = tidyBlocks(parseMarkdown(redact(said)));
  const parts = renderEntities(blocks, { mask: (text) => redact(text, true) });
  const [only = { text: "…", entities: [] }] = parts;
  if (parts.length > 1) return { text: tailOf(parts.map(({ text }) => text).join(""), MOST), entities: [] };
  return isBlank(only.text) ? { text: "…", entities: [] } : only;
}
