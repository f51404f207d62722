import type { Message, Update, UserFromGetMe } from "@grammyjs/types";
import type {
  AnsweredFile,
  ChatRef,
  Incoming,
  IncomingContent,
  Person,
  Quoted,
  SaidWith,
  SentFile,
} from "../core/incoming.ts";
import { instant, type Instant } from "../lib/time.ts";

/** What an update says to us; null for what is not addressed to the bot or carries nothing to act on. */
export function parseIncoming(
  update: Update,
  me: Pick<UserFromGetMe, "id" | "username">,
  now: Instant,
): Incoming | null {
  const frame = { source: "telegram" as const, sourceId: String(update.update_id) };
  if (update.message !== undefined) return parseMessage(update.message, me, frame);
  if (update.edited_message !== undefined) return parseEdited(update.edited_message, me, { ...frame, now });
  if (update.message_reaction !== undefined) return parseReaction(update.message_reaction, frame);
  if (update.my_chat_member !== undefined) return parseMembership(update.my_chat_member, frame);
  if (update.callback_query !== undefined) {
    const { id, data, from, message } = update.callback_query;
    if (data === undefined || message === undefined) return null;
    return {
      ...frame,
      chat: chatOf(message),
      chatKind: kindOf(message.chat.type),
      from: personOf(from),
      at: now,
      kind: "press",
      callbackId: id,
      messageId: message.message_id,
      data,
      ...labelOf(message, data),
    };
  }
  if (update.stopped_message_generation !== undefined) {
    const stopped = update.stopped_message_generation;
    // The update names no sender; drafts exist in private chats only, where the chat is the person.
    const chat: ChatRef = { chatId: stopped.chat.id, threadId: stopped.message_thread_id ?? null };
    return {
      ...frame,
      chat,
      chatKind: "private",
      from: { userId: stopped.chat.id, name: "" },
      at: now,
      kind: "draft-stopped",
      draftId: stopped.draft_id,
    };
  }
  return null;
}
type Pressed = NonNullable<NonNullable<Update["callback_query"]>["message"]>;
/** What stood on the button: the update brings the message with its keyboard, unless that is too old. */
function labelOf(message: Pressed, data: string): { readonly label?: string } {
  const keyboard = "reply_markup" in message ? (message.reply_markup?.inline_keyboard ?? []) : [];
  const pressed = keyboard.flat().find((button) => "callback_data" in button && button.callback_data === data);
  return pressed === undefined ? {} : { label: pressed.text.slice(0, MOST_LABEL).toWellFormed() };
}
const MOST_LABEL = 64;
/** What was said before and reads otherwise now; an edit of a place or a picture itself is none of ours. */
function parseEdited(
  message: Message,
  me: Pick<UserFromGetMe, "id" | "username">,
  { now, ...frame }: Frame & { readonly now: Instant },
): Incoming | null {
  const written = message.text ?? message.caption;
  const said = parseMessage(message, me, frame);
  if (written === undefined || said === null) return null;
  if (said.kind !== "text" && said.kind !== "command" && said.kind !== "file") return null;
  if (said.kind === "file" && (!said.addressed || said.file.forwarded)) return null;
  const words = said.kind === "file" ? said.said : said;
  const { source, sourceId, chat, chatKind, from, messageId } = said;
  const text = words?.kind === "text" ? words.text : written;
  return { source, sourceId, chat, chatKind, from, at: now, kind: "edited", messageId, text };
}
function parseReaction(reaction: NonNullable<Update["message_reaction"]>, frame: Frame): Incoming | null {
  const { user, chat, message_id: messageId } = reaction;
  if (user === undefined || user.is_bot) return null;
  const emojiOf = (list: typeof reaction.new_reaction) =>
    list.flatMap((one) => (one.type === "emoji" ? [one.emoji] : []));
  const before = emojiOf(reaction.old_reaction);
  const emoji = emojiOf(reaction.new_reaction).filter((one) => !before.includes(one));
  if (emoji.length === 0) return null;
  return {
    ...frame,
    // Bot API: a reaction does not say in which topic its message stands.
    chat: { chatId: chat.id, threadId: null },
    chatKind: kindOf(chat.type),
    from: personOf(user),
    at: instant(reaction.date * 1000),
    kind: "reaction",
    messageId,
    emoji,
  };
}
/** In private chats it tells of a block, which the next message that is refused tells as well. */
function parseMembership(change: NonNullable<Update["my_chat_member"]>, frame: Frame): Incoming | null {
  const isIn = (status: string) => status !== "left" && status !== "kicked";
  const member = isIn(change.new_chat_member.status);
  if (change.chat.type === "private" || change.from.is_bot || member === isIn(change.old_chat_member.status))
    return null;
  return {
    ...frame,
    chat: { chatId: change.chat.id, threadId: null },
    chatKind: kindOf(change.chat.type),
    from: personOf(change.from),
    at: instant(change.date * 1000),
    kind: "membership",
    member,
  };
}
type Frame = { readonly source: "telegram"; readonly sourceId: string };

function parseMessage(message: Message, me: Pick<UserFromGetMe, "id" | "username">, frame: Frame): Incoming | null {
  if (message.from === undefined || message.from.is_bot) return null;
  const chatKind = kindOf(message.chat.type);
  const content = contentOf(message, me);
  if (content === null) return null;
  const addressed = chatKind === "private" || isAddressed(message, content, me);
  // What was said with an album stands in one of its parts: whether the others are meant as well shows when they are put together.
  const mayBe = content.kind === "file" && content.album !== null;
  if (!addressed && !mayBe) return null;
  return {
    ...frame,
    chat: chatOf(message),
    chatKind,
    from: personOf(message.from),
    at: instant(message.date * 1000),
    ...(content.kind === "file" ? { ...content, addressed } : content),
  };
}
function contentOf(message: Message, me: Pick<UserFromGetMe, "id" | "username">): IncomingContent | null {
  const { username } = me;
  const { message_id: messageId } = message;
  const replyTo = repliedTo(message)?.message_id ?? null;
  const file = fileIn(message);
  if (file !== null) {
    const said = saidIn(message.caption ?? "", username);
    if (said === "to-another") return null;
    return { kind: "file", messageId, file, said, replyTo, album: message.media_group_id ?? null, addressed: true };
  }
  const forwarded = message.forward_origin === undefined ? undefined : (message.text ?? message.caption);
  if (forwarded !== undefined) return { kind: "forwarded", messageId, text: forwarded };
  const voice = voiceIn(message);
  if (voice !== null) return { kind: "voice", messageId, ...voice };
  if (message.text === undefined) {
    const what = unsupported(message);
    return what === null ? null : { kind: "unsupported", messageId, what };
  }
  const said = saidIn(message.text, username);
  if (said === "to-another") return null;
  const about = answeredFile(message, me);
  const answered = about === null ? {} : { answered: about };
  if (said?.kind === "command") return { ...said, messageId, replyTo, ...answered };
  const quoted = quotedIn(message, me.id);
  return {
    kind: "text",
    messageId,
    text: said?.text ?? "",
    replyTo,
    ...answered,
    ...(quoted === null ? {} : { quoted }),
  };
}
/** Null when nothing is said. */
function saidIn(text: string, username: string): SaidWith | null | "to-another" {
  const command = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+([\s\S]*))?$/.exec(text);
  const [, name, target, rest = ""] = command ?? [];
  if (name === undefined) {
    const said = withoutMention(text, username);
    return said.trim() === "" ? null : { kind: "text", text: said };
  }
  if (target !== undefined && target.toLowerCase() !== username.toLowerCase()) return "to-another";
  return { kind: "command", name: name.toLowerCase(), rest: rest.trim() };
}
/** What can be loaded and kept as it is. Pictures come in several sizes, of which the largest counts. */
function fileIn(
  message: Pick<Message, "photo" | "document" | "video" | "animation" | "forward_origin">,
): SentFile | null {
  const { photo, document, video, animation, forward_origin: origin } = message;
  const forwarded = origin !== undefined;
  const largest = photo?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  if (largest !== undefined)
    return { fileId: largest.file_id, name: "photo.jpg", bytes: largest.file_size ?? null, forwarded };
  const named = animation ?? video ?? document;
  if (named === undefined) return null;
  const name = named.file_name ?? (named === document ? "file" : "video.mp4");
  return { fileId: named.file_id, name, bytes: named.file_size ?? null, forwarded };
}
/** What somebody sent and is now asked about: the bot may never have been told of it. */
function answeredFile(message: Message, me: Pick<UserFromGetMe, "id">): AnsweredFile | null {
  const about = repliedTo(message);
  const file = about === undefined || about.from?.id === me.id ? null : fileIn(about);
  if (about === undefined || file === null) return null;
  const isOwn = about.from?.id === message.from?.id;
  return { messageId: about.message_id, file: { ...file, forwarded: file.forwarded || !isOwn } };
}
/** In a group only commands, mentions and answers to the bot are meant for it. */
function isAddressed(message: Message, content: IncomingContent, me: Pick<UserFromGetMe, "id" | "username">): boolean {
  if (content.kind === "command" || (content.kind === "file" && content.said?.kind === "command")) return true;
  if (repliedTo(message)?.from?.id === me.id) return true;
  return new RegExp(`(?<![A-Za-z0-9_])@${me.username}(?![A-Za-z0-9_])`, "i").test(
    message.text ?? message.caption ?? "",
  );
}
/** Bot API: each message in a topic answers the service message that opened it, which is no answer to whoever opened the topic. */
function repliedTo(message: Message): Message["reply_to_message"] {
  const { reply_to_message: answered } = message;
  return answered?.forum_topic_created === undefined ? answered : undefined;
}
const MOST_QUOTED = 2000;
/** The part that was chosen to be answered, else the whole message; one from another chat counts as somebody's. */
function quotedIn(message: Message, botId: number): Quoted | null {
  const answered = repliedTo(message);
  const text = message.quote?.text ?? answered?.text ?? answered?.caption;
  if (text === undefined || text.trim() === "") return null;
  const author = answered?.from?.id;
  const forwarded = answered?.forward_origin !== undefined;
  const by = author === botId ? "sparks" : author === message.from?.id && !forwarded ? "self" : "other";
  return { text: text.slice(0, MOST_QUOTED).toWellFormed(), by };
}
/** Voice notes and sound files: what a service for speech takes by its ending. */
function voiceIn({ voice, audio }: Message): { fileId: string; name: string; seconds: number } | null {
  if (voice !== undefined) return { fileId: voice.file_id, name: "voice.ogg", seconds: voice.duration };
  if (audio === undefined) return null;
  const ending = /\.(flac|mp3|mp4|m4a|ogg|wav|webm)$/i.exec(audio.file_name ?? "")?.[0] ?? ".mp3";
  return { fileId: audio.file_id, name: `audio${ending.toLowerCase()}`, seconds: audio.duration };
}
function withoutMention(text: string, username: string): string {
  const start = new RegExp(`^@${username}\\b[,:]?\\s*`, "i");
  return text.replace(start, "");
}
function chatOf(message: { chat: { id: number }; message_thread_id?: number; is_topic_message?: boolean }): ChatRef {
  // Bot API: a reply in a group without topics carries a thread id as well; it is a topic only where this flag says so.
  return {
    chatId: message.chat.id,
    threadId: message.is_topic_message === true ? (message.message_thread_id ?? null) : null,
  };
}
function kindOf(type: string): "private" | "group" {
  return type === "private" ? "private" : "group";
}
function personOf(user: { id: number; first_name: string; last_name?: string; language_code?: string }): Person {
  return {
    userId: user.id,
    name: [user.first_name, user.last_name].filter((part) => part !== undefined && part !== "").join(" "),
    ...(user.language_code === undefined ? {} : { language: user.language_code }),
  };
}
// A venue is a location too: the narrower word comes first.
const KINDS = [
  ["video_note", "video messages"],
  ["sticker", "stickers"],
  ["venue", "places"],
  ["location", "locations"],
  ["contact", "contacts"],
  ["poll", "polls"],
  ["checklist", "checklists"],
  ["story", "stories"],
  ["paid_media", "paid media"],
  ["game", "games"],
  ["dice", "dice"],
] as const satisfies readonly (readonly [keyof Message, string])[];
/** Null for service messages (a title changed, somebody joined): nothing to answer. */
function unsupported(message: Message): string | null {
  return KINDS.find(([field]) => message[field] !== undefined)?.[1] ?? null;
}
