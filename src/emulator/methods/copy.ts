import type { Message, MessageId } from "@grammyjs/types";
import { openChat } from "../chats.ts";
import { captionContent } from "../content.ts";
import type { Context, Handlers } from "../context.ts";
import { contentOf, isMedia } from "../edit.ts";
import { badRequest } from "../failure.ts";
import { forBot, originOf, sendAll, sendOne } from "../send.ts";
import type { Content } from "../send.ts";

function source(
  context: Context,
  { chatId, messageId, what }: { chatId: number | string; messageId: number; what: string },
): Message {
  const message = openChat(context, chatId).messages.get(messageId);
  if (message === undefined) throw badRequest(`message to ${what} not found`);
  if (Object.keys(contentOf(message)).length === 0)
    throw badRequest(`message can't be ${what === "copy" ? "copied" : "forwarded"}`);
  if (message.has_protected_content === true)
    throw badRequest(`message can't be ${what === "copy" ? "copied" : "forwarded"}`);
  return message;
}

/** Identifiers must rise, 1-100 of them; those that are not there are passed over. */
function sources(context: Context, chatId: number | string, ids: readonly number[]): Message[] {
  if (ids.length < 1 || ids.length > 100) throw badRequest("there must be 1-100 message identifiers");
  if (ids.some((id, index) => index > 0 && id <= (ids[index - 1] ?? 0)))
    throw badRequest("message identifiers must be in a strictly increasing order");
  const { messages } = openChat(context, chatId);
  const found = ids
    .flatMap((id) => messages.get(id) ?? [])
    .filter((message) => Object.keys(contentOf(message)).length > 0);
  if (found.length === 0) throw badRequest("there are no messages to forward");
  return found;
}

function forwarded(message: Message): Content {
  return { ...contentOf(message), forward_origin: originOf(message) };
}

function toId({ message_id }: Message): MessageId {
  return { message_id };
}

export const copyMethods: Handlers<"forwardMessage" | "forwardMessages" | "copyMessage" | "copyMessages"> = {
  forwardMessage(context, payload) {
    const message = source(context, { chatId: payload.from_chat_id, messageId: payload.message_id, what: "forward" });
    return forBot(sendOne(context, payload, () => ({ content: forwarded(message) })));
  },
  forwardMessages(context, payload) {
    const messages = sources(context, payload.from_chat_id, payload.message_ids);
    return sendAll(
      context,
      payload,
      messages.map((message) => () => ({ content: forwarded(message) })),
    ).map(toId);
  },
  copyMessage(context, payload) {
    const message = source(context, { chatId: payload.from_chat_id, messageId: payload.message_id, what: "copy" });
    const content = contentOf(message);
    if (payload.caption === undefined || !isMedia(message)) return toId(sendOne(context, payload, () => ({ content })));
    const { caption: _, caption_entities: __, show_caption_above_media: ___, ...media } = content;
    const caption = captionContent(payload);
    return toId(sendOne(context, payload, () => ({ content: { ...media, ...caption } })));
  },
  copyMessages(context, payload) {
    const messages = sources(context, payload.from_chat_id, payload.message_ids);
    const makers = messages.map((message) => () => {
      const { caption, caption_entities: entities, ...rest } = contentOf(message);
      if (payload.remove_caption === true || caption === undefined) return { content: rest };
      return { content: { ...rest, caption, ...(entities === undefined ? {} : { caption_entities: entities }) } };
    });
    return sendAll(context, payload, makers).map(toId);
  },
};
