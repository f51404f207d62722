import type { BotCommand, Message, User } from "@grammyjs/types";
import type { LocalChat, LocalEvent, LocalMessage, LocalState, LocalUser } from "../client-api.ts";

export type Draft = {
  readonly draftId: number;
  readonly message: Partial<Message>;
  readonly canStop: boolean;
  /** Over, but still shown until the message that takes its place is there. */
  readonly ended: boolean;
};
/** A message only one user sees; it has no place among the numbered ones but the one where it came. */
export type Ephemeral = {
  readonly key: string;
  readonly userId: number;
  readonly afterMessageId: number;
  readonly message: Partial<Message>;
};
export type ChatModel = {
  info: LocalChat;
  /** By message id, ascending. A changed message is a new object; an unchanged one stays the same. */
  messages: readonly LocalMessage[];
  hasOlder: boolean;
  readonly drafts: Map<number, Draft>;
  ephemerals: readonly Ephemeral[];
  action: { readonly name: string; readonly atMs: number } | undefined;
};
export type Model = {
  seq: number;
  bot: User;
  users: readonly LocalUser[];
  commands: readonly BotCommand[];
  readonly chats: Map<number, ChatModel>;
};

/** Bot API: `GET /local/state` holds at most this many messages a chat. */
const snapshotSize = 50;

export function createModel(state: LocalState): Model {
  const model: Model = { seq: 0, bot: state.bot, users: [], commands: [], chats: new Map() };
  replaceState(model, state);
  return model;
}

/**
 * Takes a fresh snapshot over. Of what was known before, only older messages that join on to the snapshot are kept, so
 * nothing doubles and nothing of a server's former life remains.
 */
export function replaceState(model: Model, state: LocalState): void {
  const before = new Map(model.chats);
  const sameHistory = state.seq >= model.seq && state.bot.id === model.bot.id;
  Object.assign(model, { seq: state.seq, bot: state.bot, users: state.users, commands: state.commands });
  model.chats.clear();
  for (const info of state.chats) {
    const messages = state.messages[String(info.chat.id)] ?? [];
    const known = sameHistory ? before.get(info.chat.id) : undefined;
    model.chats.set(info.chat.id, joinOn(info, messages, known));
  }
}

function joinOn(info: LocalChat, messages: readonly LocalMessage[], known: ChatModel | undefined): ChatModel {
  const first = messages[0]?.message_id;
  const joins = first !== undefined && known?.messages.some(({ message_id }) => message_id === first);
  const older = joins ? (known?.messages.filter(({ message_id }) => message_id < first) ?? []) : [];
  return {
    info,
    messages: [...older, ...messages],
    hasOlder: older.length > 0 ? (known?.hasOlder ?? true) : messages.length >= snapshotSize,
    drafts: new Map(),
    ephemerals: [],
    action: undefined,
  };
}

/** @returns false when the event was seen before (its `seq` is not newer), and nothing was changed. */
export function applyEvent(model: Model, event: LocalEvent, nowMs: number): boolean {
  if (event.seq <= model.seq) return false;
  model.seq = event.seq;
  switch (event.type) {
    case "message":
    case "edited":
      applyMessage(model, event.message);
      break;
    case "user":
      model.users = [...model.users.filter(({ id }) => id !== event.user.id), event.user];
      break;
    case "commands":
      model.commands = event.commands;
      break;
    case "chat":
      applyChat(model, event.chat);
      break;
    case "callback-answered":
      break;
    case "deleted":
    case "draft":
    case "draft-ended":
    case "chat-action":
    case "reaction":
    case "pinned":
    case "ephemeral":
      applyToChat(chatOf(model, event.chatId), event, nowMs);
      break;
  }
  return true;
}

type ChatEvent = Extract<LocalEvent, { chatId: number }>;

function applyToChat(chat: ChatModel, event: ChatEvent, nowMs: number): void {
  switch (event.type) {
    case "deleted":
      chat.messages = chat.messages.filter(({ message_id }) => !event.messageIds.includes(message_id));
      break;
    case "draft":
      chat.drafts.set(event.draftId, { ...event, ended: false });
      break;
    case "draft-ended": {
      const draft = chat.drafts.get(event.draftId);
      if (draft !== undefined) chat.drafts.set(event.draftId, { ...draft, ended: true });
      break;
    }
    case "chat-action":
      chat.action = { name: event.action, atMs: nowMs };
      break;
    case "reaction":
      chat.messages = chat.messages.map((message) =>
        message.message_id === event.messageId ? withReaction(message, event.userId, event.emoji) : message,
      );
      break;
    case "pinned": {
      const { pinnedMessageId: _, ...info } = chat.info;
      chat.info = event.messageId === null ? info : { ...info, pinnedMessageId: event.messageId };
      break;
    }
    case "ephemeral":
      applyEphemeral(chat, event);
      break;
  }
}

function withReaction(message: LocalMessage, userId: number, emoji: string | null): LocalMessage {
  const others = (message.local_reactions ?? []).filter(({ user_id }) => user_id !== userId);
  return { ...message, local_reactions: emoji === null ? others : [...others, { user_id: userId, emoji }] };
}

function applyEphemeral(chat: ChatModel, event: Extract<LocalEvent, { type: "ephemeral" }>): void {
  const key = `ephemeral-${event.userId}-${event.message.ephemeral_message_id ?? event.seq}`;
  const known = chat.ephemerals.find((one) => one.key === key);
  const afterMessageId = known?.afterMessageId ?? chat.messages.at(-1)?.message_id ?? 0;
  // The server's way to say that it is gone: an ephemeral message without anything in it.
  if (Object.keys(event.message).every((name) => name === "ephemeral_message_id")) {
    chat.ephemerals = chat.ephemerals.filter((one) => one.key !== key);
    return;
  }
  const shown: Ephemeral = { key, userId: event.userId, afterMessageId, message: event.message };
  chat.ephemerals = [...chat.ephemerals.filter((one) => one.key !== key), shown];
}

/** Puts a message where its number says: a new one, an edited one, or one that the answer to our request brought first. */
export function applyMessage(model: Model, message: LocalMessage): void {
  const chat = chatOf(model, message.chat.id);
  const index = chat.messages.findIndex(({ message_id }) => message_id >= message.message_id);
  const isNew = chat.messages[index]?.message_id !== message.message_id;
  const at = index === -1 ? chat.messages.length : index;
  chat.messages = chat.messages.toSpliced(at, isNew ? 0 : 1, message);
  if (message.message_id > chat.info.lastMessageId) chat.info = { ...chat.info, lastMessageId: message.message_id };
  if (isNew && message.from?.is_bot === true) chat.action = undefined;
}

function applyChat(model: Model, info: LocalChat): void {
  const known = model.chats.get(info.chat.id);
  if (known === undefined) model.chats.set(info.chat.id, { ...joinOn(info, [], undefined) });
  else known.info = info;
}

/** Puts an older page in front; an empty or short page means that there is nothing older. */
export function applyOlder(chat: ChatModel, page: readonly LocalMessage[], limit: number): void {
  const known = new Set(chat.messages.map(({ message_id }) => message_id));
  chat.messages = [...page.filter(({ message_id }) => !known.has(message_id)), ...chat.messages];
  chat.hasOlder = page.length >= limit;
}

/** The chat's model; a chat that was never announced (a user who has not spoken yet) is made on the spot. */
export function chatOf(model: Model, chatId: number): ChatModel {
  const known = model.chats.get(chatId);
  if (known !== undefined) return known;
  const user = model.users.find(({ id }) => id === chatId);
  const chat =
    chatId > 0
      ? { id: chatId, type: "private" as const, first_name: user?.first_name ?? "Someone" }
      : { id: chatId, type: "group" as const, title: "Group" };
  const made = joinOn({ chat, memberIds: chatId > 0 ? [chatId] : [], lastMessageId: 0 }, [], undefined);
  model.chats.set(chatId, made);
  return made;
}
