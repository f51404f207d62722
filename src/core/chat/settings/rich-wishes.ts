import type { ChatStore, RichWish } from "../../ports/store.ts";

/** Whether a chat wants rich messages: asked for each message, so it is held in memory. */
export interface RichWishes {
  of(chatId: number): RichWish;
  load(): Promise<void>;
  set(chatId: number, wish: RichWish): Promise<void>;
}
export function createRichWishes(chats: ChatStore, usual: RichWish): RichWishes {
  const wishes = new Map<number, RichWish>();
  return {
    of: (chatId) => wishes.get(chatId) ?? usual,
    async load() {
      for (const { chatId, rich } of await chats.list())
        if (rich !== undefined && rich !== null) wishes.set(chatId, rich);
    },
    async set(chatId, wish) {
      const settings = await chats.get(chatId);
      if (settings === null) return;
      await chats.put({ ...settings, rich: wish });
      wishes.set(chatId, wish);
    },
  };
}
