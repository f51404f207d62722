import type { Api } from "grammy";
import { isRefusal } from "./refusals.ts";

/** Bot API: a bot reacts with the emoji of its list only, which has no tick. */
const EMOJI = { seen: "👀", done: "👌" } as const;

/** Reactions under people's messages. A chat that does not let the bot react is not tried again. */
export function createMarks(api: Api) {
  const without = new Set<number>();
  return {
    set(chatId: number, messageId: number, mark: keyof typeof EMOJI | null): void {
      if (without.has(chatId)) return;
      const reaction = mark === null ? [] : [{ type: "emoji" as const, emoji: EMOJI[mark] }];
      void api.setMessageReaction(chatId, messageId, reaction).catch((error: unknown) => {
        if (isRefusal(error) && /reaction/i.test(error.description)) without.add(chatId);
      });
    },
  };
}
