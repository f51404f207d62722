import type { Messenger, Outgoing } from "../../ports/messenger.ts";

/** What is said, for whoever watches beside the chat itself: a terminal, an event stream. */
export interface MessageFeed {
  /** `listener` must not throw. @returns ends it */
  follow(chatId: number, listener: (message: Outgoing) => void): () => void;
}
/** A messenger that says the same, and lets others listen. */
export function withFeed(messenger: Messenger): { messenger: Messenger; feed: MessageFeed } {
  const listeners = new Set<{ chatId: number; listener: (message: Outgoing) => void }>();
  return {
    feed: {
      follow(chatId, listener) {
        const entry = { chatId, listener };
        listeners.add(entry);
        return () => listeners.delete(entry);
      },
    },
    messenger: {
      async put(message) {
        await messenger.put(message);
        for (const { chatId, listener } of listeners) if (chatId === message.chat.chatId) listener(message);
      },
      toast: (callbackId, text, options) => messenger.toast(callbackId, text, options),
      react: (chatId, messageId, mark) => messenger.react(chatId, messageId, mark),
      typing: (chat) => messenger.typing(chat),
      draft: (chat, draftId, said) => messenger.draft(chat, draftId, said),
    },
  };
}
