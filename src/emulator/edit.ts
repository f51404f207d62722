/** Changing what a message of the bot says. */
import type { InlineKeyboardMarkup, Message } from "@grammyjs/types";
import { isDeepStrictEqual } from "node:util";
import { openChat } from "./chats.ts";
import type { LocalMessage } from "./client-api.ts";
import { unixTime } from "./clock.ts";
import type { Context } from "./context.ts";
import { badRequest } from "./failure.ts";
import { checkMarkup } from "./markup.ts";
import { forBot, takeRate } from "./send.ts";
import type { Content } from "./send.ts";
import type { Change } from "./state.ts";

export type Target = {
  readonly business_connection_id?: string;
  readonly chat_id?: number | string;
  readonly message_id?: number;
  readonly inline_message_id?: string;
  readonly reply_markup?: InlineKeyboardMarkup;
};
/** @returns the fields of the new content; all that is content and not among them is dropped */
export type ContentChange = (message: LocalMessage) => {
  readonly content: Content;
  readonly changes?: readonly Change[];
};

const CONTENT_FIELDS = [
  "text", "entities", "link_preview_options", "rich_message", "caption", "caption_entities", "show_caption_above_media", "has_media_spoiler",
  "document", "photo", "audio", "voice", "video", "animation", "video_note", "sticker", "location",
] as const satisfies readonly (keyof Message)[]; // prettier-ignore
const NOT_MODIFIED =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

export function contentOf(message: Message): Content {
  return Object.fromEntries(
    CONTENT_FIELDS.filter((name) => message[name] !== undefined).map((name) => [name, message[name]]),
  );
}

function withoutContent(message: LocalMessage): LocalMessage {
  const drop = new Set<string>([...CONTENT_FIELDS, "reply_markup"]);
  return Object.fromEntries(Object.entries(message).filter(([name]) => !drop.has(name))) as unknown as LocalMessage;
}

export function isMedia(message: Message): boolean {
  return [message.document, message.photo, message.audio, message.voice, message.video, message.animation].some(
    (part) => part !== undefined,
  );
}

export function editMessage(context: Context, target: Target, change: ContentChange): Message {
  const message = findTarget(context, target);
  const markup = checkMarkup(target.reply_markup, true);
  const { content, changes = [] } = change(message);
  const next = applyEdit(message, content, markup);
  takeRate(context, "edit", message.chat.id);
  const edited = { ...next, edit_date: unixTime(context.clock) };
  context.store.commit([...changes, { t: "message", message: edited }], [{ type: "edited", message: edited }]);
  return forBot(edited);
}

export function applyEdit(
  message: LocalMessage,
  content: Content,
  markup: ReturnType<typeof checkMarkup>,
): LocalMessage {
  const same =
    isDeepStrictEqual(contentOf(message), contentOf(content as Message)) &&
    isDeepStrictEqual(message.reply_markup, markup);
  if (same) throw badRequest(NOT_MODIFIED);
  const inline = markup !== undefined && "inline_keyboard" in markup ? { reply_markup: markup } : {};
  return { ...withoutContent(message), ...content, ...inline };
}

function findTarget(context: Context, target: Target): LocalMessage {
  if (target.inline_message_id !== undefined) throw badRequest("MESSAGE_ID_INVALID");
  if (target.business_connection_id !== undefined) throw badRequest("business connection not found");
  if (target.chat_id === undefined) throw badRequest("chat_id is empty");
  if (target.message_id === undefined) throw badRequest("message identifier is not specified");
  const chat = openChat(context, target.chat_id);
  const message = chat.messages.get(target.message_id);
  if (message === undefined) throw badRequest("message to edit not found");
  const editable =
    message.from?.id === context.bot.id && message.forward_origin === undefined && message.local_keyboard === undefined;
  if (!editable || Object.keys(contentOf(message)).length === 0) throw badRequest("message can't be edited");
  return message;
}
