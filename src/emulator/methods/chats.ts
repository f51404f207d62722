import type { ChatFullInfo, ChatMember } from "@grammyjs/types";
import { findChat, memberUser, openChat, publicBot, requireAdmin } from "../chats.ts";
import type { Context, Handlers } from "../context.ts";
import { badRequest } from "../failure.ts";
import type { UnnumberedEvent } from "../feed.ts";
import { forBot } from "../send.ts";
import type { Change, ChatRecord, ChatState } from "../state.ts";
import { toLocalChat } from "../state.ts";
import { adminMember, memberOf } from "../members.ts";

const TWO_DAYS_S = 48 * 60 * 60;

/** The record changed, and what the page is told of it. */
export function chatChange(chat: ChatState, record: ChatRecord): { change: Change; event: UnnumberedEvent } {
  return { change: { t: "chat", chat: record }, event: { type: "chat", chat: toLocalChat({ ...chat, record }) } };
}

function deletable(context: Context, chat: ChatState, messageId: number): string | undefined {
  const message = chat.messages.get(messageId);
  if (message === undefined) return "message to delete not found";
  if (context.clock.now() / 1000 - message.date > TWO_DAYS_S) return "message can't be deleted for everyone";
  const own = message.from?.id === context.bot.id;
  const allowed = own || chat.record.chat.type === "private" || chat.record.botStatus === "administrator";
  return allowed ? undefined : "message can't be deleted";
}

function deleteFrom(context: Context, chat: ChatState, ids: readonly number[]): void {
  const chatId = chat.record.chat.id;
  const pinned = chat.record.pinned.filter((id) => !ids.includes(id));
  const changes: Change[] = [{ t: "delete", chatId, ids }];
  const events: UnnumberedEvent[] = [{ type: "deleted", chatId, messageIds: ids }];
  if (pinned.length !== chat.record.pinned.length) {
    changes.push({ t: "chat", chat: { ...chat.record, pinned } });
    events.push({ type: "pinned", chatId, messageId: pinned.at(-1) ?? null });
  }
  context.store.commit(changes, events);
}

function setPins(context: Context, chat: ChatState, pinned: readonly number[]): true {
  const chatId = chat.record.chat.id;
  context.store.commit(
    [{ t: "chat", chat: { ...chat.record, pinned } }],
    [{ type: "pinned", chatId, messageId: pinned.at(-1) ?? null }],
  );
  return true;
}

function openForPins(context: Context, chatId: number | string): ChatState {
  const chat = openChat(context, chatId);
  if (chat.record.chat.type === "supergroup") requireAdmin(chat.record, "manage pinned messages in the chat");
  return chat;
}

function fullInfo(chat: ChatState): ChatFullInfo {
  const { record } = chat;
  const pinned = chat.messages.get(record.pinned.at(-1) ?? 0);
  return {
    ...record.chat,
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
    ...(pinned === undefined ? {} : { pinned_message: forBot(pinned) }),
  };
}

export const chatMethods: Handlers<
  | "deleteMessage"
  | "deleteMessages"
  | "getChat"
  | "getChatMember"
  | "getChatMemberCount"
  | "getChatAdministrators"
  | "leaveChat"
  | "pinChatMessage"
  | "unpinChatMessage"
  | "unpinAllChatMessages"
> = {
  // prettier-ignore
  deleteMessage(context, payload) {
    const chat = openChat(context, payload.chat_id);
    const problem = deletable(context, chat, payload.message_id);
    if (problem !== undefined) throw badRequest(problem);
    deleteFrom(context, chat, [payload.message_id]);
    return true;
  },
  deleteMessages(context, payload) {
    const { message_ids: ids } = payload;
    if (ids.length < 1 || ids.length > 100) throw badRequest("there must be 1-100 message identifiers");
    const chat = openChat(context, payload.chat_id);
    const gone = ids.filter((id) => deletable(context, chat, id) === undefined);
    if (gone.length > 0) deleteFrom(context, chat, gone);
    return true;
  },
  getChat: (context, payload) => fullInfo(openChat(context, payload.chat_id)),
  getChatMember(context, payload): ChatMember {
    const { record } = openChat(context, payload.chat_id);
    return memberOf(context, record, memberUser(context, payload.user_id));
  },
  getChatMemberCount: (context, payload) => openChat(context, payload.chat_id).record.memberIds.length + 1,
  getChatAdministrators(context, payload) {
    const { record } = openChat(context, payload.chat_id);
    if (record.chat.type === "private") throw badRequest("there are no administrators in the private chat");
    const people = record.memberIds.map((id) => memberOf(context, record, memberUser(context, id)));
    const bot =
      payload.return_bots === true && record.botStatus === "administrator" ? [adminMember(publicBot(context.bot))] : [];
    return [...people.filter(({ status }) => status === "creator" || status === "administrator"), ...bot];
  },
  leaveChat(context, payload) {
    const chat = findChat(context, payload.chat_id);
    if (chat.record.chat.type === "private") throw badRequest("chat member status can't be changed in private chats");
    openChat(context, payload.chat_id);
    const { change, event } = chatChange(chat, { ...chat.record, botStatus: "left" });
    context.store.commit([change], [event]);
    return true;
  },
  pinChatMessage(context, payload) {
    const chat = openForPins(context, payload.chat_id);
    if (!chat.messages.has(payload.message_id)) throw badRequest("message to pin not found");
    return setPins(context, chat, [
      ...chat.record.pinned.filter((id) => id !== payload.message_id),
      payload.message_id,
    ]);
  },
  unpinChatMessage(context, payload) {
    const chat = openForPins(context, payload.chat_id);
    const id = payload.message_id ?? chat.record.pinned.at(-1);
    if (payload.message_id !== undefined && !chat.record.pinned.includes(payload.message_id))
      throw badRequest("message to unpin not found");
    return setPins(
      context,
      chat,
      chat.record.pinned.filter((pinned) => pinned !== id),
    );
  },
  unpinAllChatMessages: (context, payload) => setPins(context, openForPins(context, payload.chat_id), []),
};
