/** Finding chats and topics, and whether the bot may act in them. */
import type { Context } from "./context.ts";
import { badRequest, forbidden } from "./failure.ts";
import type { ChatRecord, ChatState, Topic } from "./state.ts";
import type { LocalUser } from "./client-api.ts";

/** @throws Refusal when there is no such chat, or the bot has no place in it */
export function openChat(context: Context, chatId: number | string): ChatState {
  const chat = findChat(context, chatId);
  const { botStatus, chat: info } = chat.record;
  if (botStatus === "kicked")
    throw forbidden(
      info.type === "private" ? "bot was blocked by the user" : `bot was kicked from the ${info.type} chat`,
    );
  if (botStatus === "left") throw forbidden(`bot is not a member of the ${info.type} chat`);
  return chat;
}

export function findChat({ store: { state } }: Context, chatId: number | string): ChatState {
  if (chatId === "") throw badRequest("chat_id is empty");
  const byName = typeof chatId === "string" && chatId.startsWith("@");
  const chat = byName
    ? [...state.chats.values()].find(({ record }) => hasUsername(record, chatId))
    : state.chats.get(Number(chatId));
  if (chat === undefined) throw badRequest("chat not found");
  return chat;
}

function hasUsername({ chat }: ChatRecord, name: string): boolean {
  return chat.type === "supergroup" && chat.username?.toLowerCase() === name.slice(1).toLowerCase();
}

/** Forums, and private chats (the bot has topics switched on), have topics. */
export function hasTopics({ chat }: ChatRecord): boolean {
  return chat.type === "private" || chat.is_forum === true;
}

export function findTopic(record: ChatRecord, threadId: number): Topic {
  const topic = hasTopics(record) ? record.topics.find(({ id }) => id === threadId) : undefined;
  if (topic === undefined) throw badRequest("message thread not found");
  return topic;
}

/** @returns the thread to put into the message; nothing for a chat's main thread */
export function checkThread(record: ChatRecord, threadId: number | undefined): number | undefined {
  if (threadId === undefined || threadId === 0) {
    if (record.generalClosed === true) throw badRequest("TOPIC_CLOSED");
    return undefined;
  }
  if (findTopic(record, threadId).closed) throw badRequest("TOPIC_CLOSED");
  return threadId;
}

export function requireAdmin({ chat, botStatus }: ChatRecord, toDo: string): void {
  if (chat.type !== "private" && botStatus !== "administrator") throw badRequest(`not enough rights to ${toDo}`);
}

export function memberUser({ store: { state }, bot }: Context, userId: number): LocalUser {
  const user = userId === bot.id ? publicBot(bot) : state.users.get(userId);
  if (user === undefined) throw badRequest("user not found");
  return user;
}

/** The bot as others see it, without what only getMe tells. */
export function publicBot(bot: Context["bot"]): LocalUser {
  return { id: bot.id, is_bot: true, first_name: bot.first_name, username: bot.username };
}
