/** The emoji under a message. */
import { badRequest } from "./failure.ts";
import type { Context } from "./context.ts";
import type { Change } from "./state.ts";

/** @see https://core.telegram.org/bots/api#reactiontypeemoji */
const EMOJI = new Set(
  "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡".split(
    " ",
  ),
);

export function isReactionEmoji(emoji: string): boolean {
  return EMOJI.has(emoji) || EMOJI.has(emoji.replace("\ufe0f", ""));
}

export type ReactionChange = {
  readonly chatId: number;
  readonly messageId: number;
  readonly userId: number;
  readonly emoji: string | null;
};

/** @param also what must be written together with it */
export function setReaction(
  context: Context,
  { chatId, messageId, userId, emoji }: ReactionChange,
  also: readonly Change[] = [],
): void {
  const message = context.store.state.chats.get(chatId)?.messages.get(messageId);
  if (message === undefined) throw badRequest("message to react not found");
  const { local_reactions: before = [], ...plain } = message;
  const others = before.filter((one) => one.user_id !== userId);
  const reactions = emoji === null ? others : [...others, { user_id: userId, emoji }];
  const next = reactions.length === 0 ? plain : { ...plain, local_reactions: reactions };
  context.store.commit(
    [{ t: "message", message: next }, ...also],
    [{ type: "reaction", chatId, messageId, userId, emoji }],
  );
}
