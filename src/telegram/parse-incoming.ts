import type { Message, Update, UserFromGetMe } from "@grammyjs/types";
import type { ChatRef, Incoming, IncomingContent, Person } from "../core/incoming.ts";
import { instant, type Instant } from "../lib/time.ts";

/** What an update says to us; null for what is not addressed to the bot or carries nothing to act on. */
export function parseIncoming(
  update: Update,
  me: Pick<UserFromGetMe, "id" | "username">,
  now: Instant,
): Incoming | null {
  const frame = { source: "telegram" as const, sourceId: String(update.update_id) };
  if (update.message !== undefined) return parseMessage(update.message, me, frame);
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
type Frame = { readonly source: "telegram"; readonly sourceId: string };

function parseMessage(message: Message, me: Pick<UserFromGetMe, "id" | "username">, frame: Frame): Incoming | null {
  if (message.from === undefined || message.from.is_bot) return null;
  const chatKind = kindOf(message.chat.type);
  const content = contentOf(message, me.username);
  if (content === null) return null;
  if (chatKind === "group" && !isAddressed(message, content, me)) return null;
  return {
    ...frame,
    chat: chatOf(message),
    chatKind,
    from: personOf(message.from),
    at: instant(message.date * 1000),
    ...content,
  };
}
function contentOf(message: Message, username: string): IncomingContent | null {
  const { message_id: messageId } = message;
  const replyTo = repliedTo(message)?.message_id ?? null;
  const forwarded = message.forward_origin === undefined ? undefined : (message.text ?? message.caption);
  if (forwarded !== undefined) return { kind: "forwarded", messageId, text: forwarded };
  const voice = voiceIn(message);
  if (voice !== null) return { kind: "voice", messageId, ...voice };
  if (message.text === undefined) {
    const what = unsupported(message);
    return what === null ? null : { kind: "unsupported", messageId, what };
  }
  const command = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+([\s\S]*))?$/.exec(message.text);
  const [, name, target, rest = ""] = command ?? [];
  if (name === undefined) return { kind: "text", messageId, text: withoutMention(message.text, username), replyTo };
  if (target !== undefined && target.toLowerCase() !== username.toLowerCase()) return null;
  return { kind: "command", messageId, name: name.toLowerCase(), rest: rest.trim(), replyTo };
}
/** In a group only commands, mentions and answers to the bot are meant for it. */
function isAddressed(message: Message, content: IncomingContent, me: Pick<UserFromGetMe, "id" | "username">): boolean {
  if (content.kind === "command") return true;
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
function personOf(user: { id: number; first_name: string; last_name?: string }): Person {
  return {
    userId: user.id,
    name: [user.first_name, user.last_name].filter((part) => part !== undefined && part !== "").join(" "),
  };
}
// An animation is a document too, and a venue a location: the narrower word comes first.
const KINDS = [
  ["video_note", "video messages"],
  ["video", "videos"],
  ["photo", "photos"],
  ["animation", "animations"],
  ["document", "files"],
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
