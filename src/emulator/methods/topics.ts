import type { ForumTopic, Message } from "@grammyjs/types";
import { findTopic, hasTopics, openChat, publicBot, requireAdmin } from "../chats.ts";
import type { LocalMessage } from "../client-api.ts";
import { unixTime } from "../clock.ts";
import type { Context, Handlers } from "../context.ts";
import { badRequest } from "../failure.ts";
import { chatChange } from "./chats.ts";
import type { ChatRecord, ChatState, Topic } from "../state.ts";

const COLORS = [0x6fb9f0, 0xffd67e, 0xcb86db, 0x8eee98, 0xff93b2, 0xfb6f5f] as const;

function checkName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === "" || trimmed.length > 128) throw badRequest("TOPIC_NAME_INVALID");
  return trimmed;
}

function openForum(context: Context, chatId: number | string, toDo: string): ChatState {
  const chat = openChat(context, chatId);
  if (!hasTopics(chat.record)) throw badRequest("the chat is not a forum");
  requireAdmin(chat.record, toDo);
  return chat;
}

/** A service message in the topic, and the topics as they are after it. */
function commitTopics(
  context: Context,
  chat: ChatState,
  step: { topics: readonly Topic[]; threadId: number; said?: Partial<Message> },
): LocalMessage {
  const record: ChatRecord = { ...chat.record, topics: step.topics };
  const { change, event } = chatChange(chat, record);
  const message: LocalMessage = {
    message_id: chat.lastId + 1,
    from: publicBot(context.bot),
    chat: record.chat,
    date: unixTime(context.clock),
    message_thread_id: step.threadId,
    is_topic_message: true,
    ...step.said,
  };
  if (step.said === undefined) context.store.commit([change], [event]);
  else context.store.commit([change, { t: "message", message }], [event, { type: "message", message }]);
  return message;
}

function setClosed(
  context: Context,
  payload: { chat_id: number | string; message_thread_id: number },
  closed: boolean,
): true {
  const chat = openForum(context, payload.chat_id, "close or reopen a topic");
  const topic = findTopic(chat.record, payload.message_thread_id);
  if (topic.closed === closed) throw badRequest("TOPIC_NOT_MODIFIED");
  const topics = chat.record.topics.map((one) => (one.id === topic.id ? { ...one, closed } : one));
  commitTopics(context, chat, {
    topics,
    threadId: topic.id,
    said: closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} },
  });
  return true;
}

export const topicMethods: Handlers<
  | "getForumTopicIconStickers"
  | "createForumTopic"
  | "editForumTopic"
  | "closeForumTopic"
  | "reopenForumTopic"
  | "deleteForumTopic"
  | "unpinAllForumTopicMessages"
> = {
  // prettier-ignore
  getForumTopicIconStickers: () => [],
  createForumTopic(context, payload): ForumTopic {
    const chat = openForum(context, payload.chat_id, "create a topic");
    const name = checkName(payload.name);
    const color = payload.icon_color ?? COLORS[0];
    if (!COLORS.includes(color)) throw badRequest("TOPIC_ICON_COLOR_INVALID");
    const icon = payload.icon_custom_emoji_id === undefined ? {} : { iconEmojiId: payload.icon_custom_emoji_id };
    const id = chat.lastId + 1;
    const topic: Topic = { id, name, iconColor: color, closed: false, createdBy: context.bot.id, ...icon };
    const described = {
      name,
      icon_color: color,
      ...(payload.icon_custom_emoji_id === undefined ? {} : { icon_custom_emoji_id: payload.icon_custom_emoji_id }),
    };
    commitTopics(context, chat, {
      topics: [...chat.record.topics, topic],
      threadId: id,
      said: { forum_topic_created: described },
    });
    return { message_thread_id: id, ...described };
  },
  editForumTopic(context, payload) {
    const chat = openForum(context, payload.chat_id, "edit a topic");
    const topic = findTopic(chat.record, payload.message_thread_id);
    const name = payload.name === undefined || payload.name === "" ? topic.name : checkName(payload.name);
    const iconEmojiId = payload.icon_custom_emoji_id ?? topic.iconEmojiId ?? "";
    if (name === topic.name && iconEmojiId === (topic.iconEmojiId ?? "")) throw badRequest("TOPIC_NOT_MODIFIED");
    const { iconEmojiId: _, ...plain } = topic;
    const edited: Topic = { ...plain, name, ...(iconEmojiId === "" ? {} : { iconEmojiId }) };
    const topics = chat.record.topics.map((one) => (one.id === topic.id ? edited : one));
    const said = {
      ...(name === topic.name ? {} : { name }),
      ...(payload.icon_custom_emoji_id === undefined ? {} : { icon_custom_emoji_id: payload.icon_custom_emoji_id }),
    };
    commitTopics(context, chat, { topics, threadId: topic.id, said: { forum_topic_edited: said } });
    return true;
  },
  closeForumTopic: (context, payload) => setClosed(context, payload, true),
  reopenForumTopic: (context, payload) => setClosed(context, payload, false),
  deleteForumTopic(context, payload) {
    const chat = openForum(context, payload.chat_id, "delete a topic");
    const topic = findTopic(chat.record, payload.message_thread_id);
    const ids = [...chat.messages.values()]
      .filter((message) => message.message_thread_id === topic.id)
      .map(({ message_id }) => message_id);
    const record = {
      ...chat.record,
      topics: chat.record.topics.filter(({ id }) => id !== topic.id),
      pinned: chat.record.pinned.filter((id) => !ids.includes(id)),
    };
    const { change, event } = chatChange(chat, record);
    const chatId = record.chat.id;
    context.store.commit([change, { t: "delete", chatId, ids }], [event, { type: "deleted", chatId, messageIds: ids }]);
    context.drafts.end(chatId, topic.id);
    return true;
  },
  unpinAllForumTopicMessages(context, payload) {
    const chat = openForum(context, payload.chat_id, "manage pinned messages in the chat");
    const topic = findTopic(chat.record, payload.message_thread_id);
    const pinned = chat.record.pinned.filter((id) => chat.messages.get(id)?.message_thread_id !== topic.id);
    const chatId = chat.record.chat.id;
    context.store.commit(
      [{ t: "chat", chat: { ...chat.record, pinned } }],
      [{ type: "pinned", chatId, messageId: pinned.at(-1) ?? null }],
    );
    return true;
  },
};
