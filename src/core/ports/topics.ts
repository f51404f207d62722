import type { ChatRef } from "../incoming.ts";

/** Topics of the chats that have them: forum groups, and private chats with a bot that has them switched on. */
export interface Topics {
  /**
   * Opens a topic. Never throws: where the chat has none, or it is not known whether one was opened, there is no topic.
   * @param name cut at 128 characters
   */
  open(chatId: number, name: string): Promise<number | null>;
  /** Best effort. */
  rename(chat: ChatRef, name: string): void;
}
export const NO_TOPICS: Topics = { open: () => Promise.resolve(null), rename: () => undefined };
