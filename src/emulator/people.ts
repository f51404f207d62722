/** What people do: the local page and tests come in here, and nothing else makes an update. */
import type { Message, MessageEntity } from "@grammyjs/types";
import { joinAlbum } from "./albums.ts";
import { detectEntities } from "./text/detect.ts";
import { checkThread, publicBot } from "./chats.ts";
import type { LocalChat, LocalMessage, LocalUser, Press, SendMessage } from "./client-api.ts";
import { unixTime } from "./clock.ts";
import type { Context } from "./context.ts";
import { contentOf } from "./edit.ts";
import { badRequest } from "./failure.ts";
import { mediaContent } from "./media.ts";
import { memberOf, botMember } from "./members.ts";
import { isReactionEmoji, setReaction } from "./reactions.ts";
import { forBot, originOf } from "./send.ts";
import type { Content } from "./send.ts";
import { ephemeralKey, toLocalChat } from "./state.ts";
import type { CallbackRecord, Change, ChatRecord, ChatState, FileKind } from "./state.ts";
import { requireChat, requireUser } from "./store.ts";
import { buttonsOf } from "./buttons.ts";
import type { UpdateBody } from "./updates.ts";

export type SendFile = {
  readonly chatId: number;
  readonly userId: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mime?: string;
  readonly kind?: FileKind;
  readonly caption?: string;
  /** The same for the parts of one album. */
  readonly album?: string;
  readonly replyTo?: number;
  readonly threadId?: number;
};
type MessageName = { readonly chatId: number; readonly userId: number; readonly messageId: number };
export interface People {
  says(message: SendMessage): LocalMessage;
  edits(edit: MessageName & { readonly text: string }): LocalMessage;
  /** @returns the callback query's id; the answer comes as an event */
  presses(press: Press): string;
  reacts(reaction: MessageName & { readonly emoji: string | null }): void;
  sendsFile(file: SendFile): LocalMessage;
  stopsDraft(draft: { readonly chatId: number; readonly draftId: number }): void;
  joins(user: { readonly firstName: string; readonly username?: string }): LocalUser;
  /** The first member owns it. A forum makes the bot an administrator, without which it could not manage topics. */
  createsGroup(group: {
    readonly title: string;
    readonly memberIds: readonly number[];
    readonly forum?: boolean;
  }): LocalChat;
  forwards(forward: MessageName & { readonly toChatId: number }): LocalMessage;
  deletes(message: MessageName): void;
  /** What the owner of a group, or the person in a private chat ("kicked" is to block), makes of the bot. */
  setsBotStatus(chatId: number, userId: number, status: ChatRecord["botStatus"]): void;
}

export function createPeople(context: Context): People {
  const { store } = context;
  return {
    says(message) {
      const { text, entities } = plainText(message.text);
      return post(context, message, { content: { text, ...(entities.length === 0 ? {} : { entities }) } });
    },
    edits: (edit) => editOwn(context, edit),
    presses: (press) => pressButton(context, press),
    reacts: (reaction) => react(context, reaction),
    sendsFile: (file) => postFile(context, file),
    stopsDraft: ({ chatId, draftId }) => stopDraft(context, chatId, draftId),
    joins: ({ firstName, username }) =>
      addUser(context, { id: freeUserId(context), firstName, ...(username === undefined ? {} : { username }) }),
    createsGroup: (group) => createGroup(context, group),
    forwards({ chatId, userId, messageId, toChatId }) {
      const original = ownView(context, { chatId, userId, messageId });
      return post(
        context,
        { chatId: toChatId, userId },
        { content: { ...contentOf(original), forward_origin: originOf(original) } },
      );
    },
    deletes({ chatId, userId, messageId }) {
      ownView(context, { chatId, userId, messageId });
      store.commit([{ t: "delete", chatId, ids: [messageId] }], [{ type: "deleted", chatId, messageIds: [messageId] }]);
    },
    setsBotStatus: (chatId, userId, status) => setBotStatus(context, { chatId, userId, status }),
  };
}

/** People's apps cut longer texts themselves, so a longer one is a mistake of the caller. */
function plainText(given: string): { text: string; entities: MessageEntity[] } {
  const text = given.replaceAll("\r\n", "\n").trim();
  if (text === "") throw badRequest("write something first: the text is empty");
  if (text.length > 4096) throw badRequest("the text is longer than 4096 characters; send it in parts");
  return { text, entities: detectEntities(text).slice(0, 100) };
}

function memberChat(context: Context, chatId: number, userId: number): ChatState {
  const chat = requireChat(context.store, chatId);
  requireUser(context.store, userId);
  if (!chat.record.memberIds.includes(userId)) throw badRequest("that person is not in this chat");
  return chat;
}

function ownView(context: Context, { chatId, userId, messageId }: MessageName): LocalMessage {
  const message = memberChat(context, chatId, userId).messages.get(messageId);
  if (message === undefined) throw badRequest("that message is not there any more");
  return message;
}

type Posting = {
  readonly chatId: number;
  readonly userId: number;
  readonly replyTo?: number;
  readonly threadId?: number;
};

function post(
  context: Context,
  to: Posting,
  { content, changes = [] }: { content: Content; changes?: readonly Change[] },
): LocalMessage {
  const chat = memberChat(context, to.chatId, to.userId);
  const { record } = chat;
  const blocked = record.chat.type === "private" && record.botStatus === "kicked";
  if (blocked) throw badRequest("the bot is blocked in this chat; unblock it first");
  const original = to.replyTo === undefined ? undefined : chat.messages.get(to.replyTo);
  if (to.replyTo !== undefined && original === undefined)
    throw badRequest("the message to reply to is not there any more");
  const threadId = checkThread(record, to.threadId);
  const message: LocalMessage = {
    message_id: chat.lastId + 1,
    from: requireUser(context.store, to.userId),
    chat: record.chat,
    date: unixTime(context.clock),
    ...(threadId === undefined ? {} : { message_thread_id: threadId, is_topic_message: true as const }),
    ...(original === undefined ? {} : { reply_to_message: flat(original) }),
    ...content,
  };
  const updates = botSees(context, record, message)
    ? context.updates.changes({ message: forBot(message) } as UpdateBody)
    : [];
  context.store.commit([...changes, { t: "message", message }, ...updates], [{ type: "message", message }]);
  return message;
}

function flat(original: LocalMessage): NonNullable<Message["reply_to_message"]> {
  const { reply_to_message: _, ...plain } = forBot(original);
  return plain as NonNullable<Message["reply_to_message"]>;
}

/** Privacy mode: in a group a bot that is no administrator sees what is meant for it, and service messages. */
function botSees({ bot }: Context, record: ChatRecord, message: Message): boolean {
  if (record.botStatus === "left" || record.botStatus === "kicked") return false;
  if (record.chat.type === "private" || record.botStatus === "administrator" || bot.can_read_all_group_messages)
    return true;
  if (message.reply_to_message?.from?.id === bot.id) return true;
  const text = message.text ?? message.caption;
  if (text === undefined) return Object.keys(contentOf(message)).length === 0;
  const name = `@${bot.username}`.toLowerCase();
  return [...(message.entities ?? []), ...(message.caption_entities ?? [])].some(({ type, offset, length }) => {
    const part = text.slice(offset, offset + length).toLowerCase();
    if (type === "mention") return part === name;
    return type === "bot_command" && (!part.includes("@") || part.endsWith(name));
  });
}

function editOwn(context: Context, edit: MessageName & { readonly text: string }): LocalMessage {
  const message = ownView(context, edit);
  if (message.from?.id !== edit.userId || message.forward_origin !== undefined)
    throw badRequest("only your own messages can be edited");
  const { text, entities } = plainText(edit.text);
  const { entities: _, caption_entities: __, ...plain } = message;
  const written =
    message.text === undefined
      ? { caption: text, ...(entities.length === 0 ? {} : { caption_entities: entities }) }
      : { text, ...(entities.length === 0 ? {} : { entities }) };
  const edited = { ...plain, ...written, edit_date: unixTime(context.clock) };
  const { record } = requireChat(context.store, edit.chatId);
  const updates = botSees(context, record, edited)
    ? context.updates.changes({ edited_message: forBot(edited) } as UpdateBody)
    : [];
  context.store.commit([{ t: "message", message: edited }, ...updates], [{ type: "edited", message: edited }]);
  return edited;
}

function pressButton(context: Context, { chatId, userId, messageId, ephemeralId, data }: Press): string {
  const { store, clock } = context;
  const user = requireUser(store, userId);
  const message =
    ephemeralId === undefined
      ? ownView(context, { chatId, userId, messageId })
      : store.state.ephemerals.get(ephemeralKey(chatId, userId, ephemeralId))?.message;
  if (message === undefined) throw badRequest("that message is not there any more");
  if (!buttonsOf(message).includes(data)) throw badRequest("that button is not there any more");
  const callback: CallbackRecord = {
    id: `${4_000_000_000_000 + store.serial()}`,
    at: clock.now(),
    chatId,
    userId,
    messageId: message.message_id,
    answered: false,
    ...(ephemeralId === undefined ? {} : { ephemeralId }),
  };
  const query = {
    id: callback.id,
    from: user,
    message: forBot(message),
    chat_instance: `${Math.abs(chatId)}7`,
    data,
  };
  store.commit([{ t: "callback", callback }, ...context.updates.changes({ callback_query: query })]);
  return callback.id;
}

function react(
  context: Context,
  { chatId, userId, messageId, emoji }: MessageName & { readonly emoji: string | null },
): void {
  const message = ownView(context, { chatId, userId, messageId });
  if (emoji !== null && !isReactionEmoji(emoji)) throw badRequest("that emoji is no reaction");
  const before = message.local_reactions?.find((one) => one.user_id === userId)?.emoji ?? null;
  if (before === emoji) return;
  const { record } = requireChat(context.store, chatId);
  const told = record.chat.type === "private" || record.botStatus === "administrator";
  const list = (one: string | null): unknown[] => (one === null ? [] : [{ type: "emoji", emoji: one }]);
  const update = {
    message_reaction: {
      chat: record.chat,
      message_id: messageId,
      user: requireUser(context.store, userId),
      date: unixTime(context.clock),
      old_reaction: list(before),
      new_reaction: list(emoji),
    },
  } as UpdateBody;
  setReaction(context, { chatId, messageId, userId, emoji }, told ? context.updates.changes(update) : []);
}

const KIND_BY_MIME: readonly (readonly [RegExp, FileKind])[] = [
  [/^image\/(png|jpeg|webp)$/, "photo"],
  [/^audio\/(ogg|opus)/, "voice"],
  [/^audio\//, "audio"],
  [/^video\//, "video"],
];

function postFile(context: Context, file: SendFile): LocalMessage {
  const chat = memberChat(context, file.chatId, file.userId);
  const mime = file.mime ?? "application/octet-stream";
  const kind = file.kind ?? KIND_BY_MIME.find(([pattern]) => pattern.test(mime))?.[1] ?? "document";
  const caption = file.caption === undefined || file.caption.trim() === "" ? undefined : plainText(file.caption);
  if ((caption?.text.length ?? 0) > 1024) throw badRequest("the caption is longer than 1024 characters");
  const album = file.album === undefined ? {} : joinAlbum(chat, { userId: file.userId, album: file.album, kind });
  const media = mediaContent(context, kind, { name: file.name, mime, bytes: file.bytes });
  const captioned =
    caption === undefined
      ? {}
      : { caption: caption.text, ...(caption.entities.length === 0 ? {} : { caption_entities: caption.entities }) };
  return post(context, file, { content: { ...album, ...media.content, ...captioned }, changes: media.changes });
}

function stopDraft(context: Context, chatId: number, draftId: number): void {
  const draft = context.drafts.stop(chatId, draftId);
  if (draft === undefined) throw badRequest("there is nothing to stop any more");
  const { chat } = requireChat(context.store, chatId).record;
  const thread = draft.threadId === undefined ? {} : { message_thread_id: draft.threadId };
  context.store.commit(
    context.updates.changes({ stopped_message_generation: { chat, draft_id: draftId, ...thread } } as UpdateBody),
  );
}

export type NewUser = {
  readonly id: number;
  readonly firstName: string;
  readonly username?: string;
  /** IETF tag of the client's language; English when absent. */
  readonly languageCode?: string;
};

function freeUserId({ store: { state } }: Context): number {
  return Math.max(1000, ...state.users.keys()) + 1;
}

/** A person and their private chat with the bot, as after pressing Start. */
export function addUser(context: Context, { id, firstName, username, languageCode = "en" }: NewUser): LocalUser {
  const name = firstName.trim();
  if (name === "" || name.length > 64) throw badRequest("a first name has 1 to 64 characters");
  const user: LocalUser = {
    id,
    is_bot: false,
    first_name: name,
    ...(username === undefined ? {} : { username }),
    language_code: languageCode,
  };
  const { is_bot: _, language_code: __, ...shown } = user;
  const record: ChatRecord = {
    chat: { ...shown, type: "private" },
    memberIds: [id],
    botStatus: "member",
    pinned: [],
    topics: [],
  };
  context.store.commit(
    [
      { t: "user", user },
      { t: "chat", chat: record },
    ],
    [
      { type: "user", user },
      { type: "chat", chat: toLocalChat({ record, messages: new Map(), lastId: 0 }) },
    ],
  );
  return user;
}

function createGroup(
  context: Context,
  group: { readonly title: string; readonly memberIds: readonly number[]; readonly forum?: boolean },
): LocalChat {
  const title = group.title.trim();
  const owner = group.memberIds[0];
  if (title === "" || title.length > 128) throw badRequest("a group's title has 1 to 128 characters");
  if (owner === undefined) throw badRequest("a group needs at least one member");
  for (const id of group.memberIds) requireUser(context.store, id);
  const serial = context.store.serial();
  const isForum = group.forum === true;
  const chat: ChatRecord["chat"] = isForum
    ? { id: -1_000_000_000_000 - 1_000_000 - serial, type: "supergroup", title, is_forum: true }
    : { id: -500_000 - serial, type: "group", title };
  const record: ChatRecord = {
    chat,
    memberIds: [...new Set(group.memberIds)],
    botStatus: "left",
    pinned: [],
    topics: [],
  };
  context.store.commit([{ t: "chat", chat: record }]);
  setBotStatus(context, { chatId: chat.id, userId: owner, status: isForum ? "administrator" : "member" });
  const said: Content = isForum ? { new_chat_members: [publicBot(context.bot)] } : { group_chat_created: true };
  post(context, { chatId: chat.id, userId: owner }, { content: said });
  return toLocalChat(requireChat(context.store, chat.id));
}

function setBotStatus(
  context: Context,
  { chatId, userId, status }: { chatId: number; userId: number; status: ChatRecord["botStatus"] },
): void {
  const chat = memberChat(context, chatId, userId);
  const { record } = chat;
  if (record.botStatus === status) return;
  if (record.chat.type === "private" && status !== "member" && status !== "kicked")
    throw badRequest("in a private chat the bot is there or blocked");
  const bot = publicBot(context.bot);
  const next = { ...record, botStatus: status };
  const update = {
    my_chat_member: {
      chat: record.chat,
      from: requireUser(context.store, userId),
      date: unixTime(context.clock),
      old_chat_member: botMember(record, bot),
      new_chat_member: memberOf(context, next, bot),
    },
  } as UpdateBody;
  context.store.commit(
    [{ t: "chat", chat: next }, ...context.updates.changes(update)],
    [{ type: "chat", chat: toLocalChat({ ...chat, record: next }) }],
  );
}
