import type { InlineKeyboardMarkup, InputMedia, LinkPreviewOptions, Message, MessageEntity } from "@grammyjs/types";
import type { Uploads } from "../check.ts";
import { openChat } from "../chats.ts";
import type { LocalMessage } from "../client-api.ts";
import { captionContent, textContent } from "../content.ts";
import type { CaptionFields } from "../content.ts";
import type { Context, Handlers } from "../context.ts";
import { applyEdit, contentOf, editMessage, isMedia } from "../edit.ts";
import type { ContentChange } from "../edit.ts";
import { badRequest } from "../failure.ts";
import { checkMarkup } from "../markup.ts";
import { inputMediaContent } from "../media.ts";
import type { Payload, Upload } from "../parameters.ts";
import { richContent } from "../rich/rich.ts";
import { takeRate } from "../send.ts";
import { ephemeralKey } from "../state.ts";

type TextEdit = {
  readonly text?: string;
  readonly parse_mode?: string;
  readonly entities?: MessageEntity[];
  readonly link_preview_options?: LinkPreviewOptions;
  readonly rich_message?: Payload<"sendRichMessage">["rich_message"];
};

function newText(context: Context, payload: TextEdit, files: Uploads): ContentChange {
  if (payload.rich_message !== undefined && payload.text !== undefined)
    throw badRequest("text and rich_message can't be used together");
  const { rich_message: rich } = payload;
  const text = rich === undefined ? textContent(payload, "MESSAGE_TOO_LONG") : undefined;
  return (message) => {
    if (message.text === undefined && message.rich_message === undefined)
      throw badRequest("there is no text in the message to edit");
    return rich === undefined ? { content: text ?? {} } : richContent(context, rich, { files });
  };
}

function newCaption(payload: CaptionFields): ContentChange {
  const caption = captionContent(payload);
  return (message) => {
    if (!isMedia(message)) throw badRequest("there is no caption in the message to edit");
    const { caption: _, caption_entities: __, show_caption_above_media: ___, ...media } = contentOf(message);
    return { content: { ...media, ...caption } };
  };
}

function newMedia(context: Context, media: InputMedia<Upload>, files: Uploads): ContentChange {
  return (message) => {
    if (message.media_group_id !== undefined && !isMedia(message)) throw badRequest("message can't be edited");
    return inputMediaContent(context, media, files);
  };
}

const sameContent: ContentChange = (message) => ({ content: contentOf(message) });

export const editMethods: Handlers<
  "editMessageText" | "editMessageCaption" | "editMessageMedia" | "editMessageReplyMarkup"
> = {
  editMessageText: (context, payload, { files }) => editMessage(context, payload, newText(context, payload, files)),
  editMessageCaption: (context, payload) => editMessage(context, payload, newCaption(payload)),
  editMessageMedia: (context, payload, { files }) =>
    editMessage(context, payload, newMedia(context, payload.media, files)),
  editMessageReplyMarkup: (context, payload) => editMessage(context, payload, sameContent),
};

type EphemeralTarget = {
  readonly chat_id: number | string;
  readonly receiver_user_id: number;
  readonly ephemeral_message_id: number;
  readonly reply_markup?: InlineKeyboardMarkup;
};

function findEphemeral(context: Context, target: EphemeralTarget): { chatId: number; message: LocalMessage } {
  const chatId = openChat(context, target.chat_id).record.chat.id;
  const key = ephemeralKey(chatId, target.receiver_user_id, target.ephemeral_message_id);
  const found = context.store.state.ephemerals.get(key);
  if (found === undefined) throw badRequest("message to edit not found");
  return { chatId, message: found.message };
}

function editEphemeral(context: Context, target: EphemeralTarget, change: ContentChange): true {
  const { chatId, message } = findEphemeral(context, target);
  const markup = checkMarkup(target.reply_markup, true);
  const { content, changes = [] } = change(message);
  const edited = applyEdit(message, content, markup);
  takeRate(context, "edit", chatId);
  const userId = target.receiver_user_id;
  const record = { chatId, userId, message: edited };
  context.store.commit(
    [...changes, { t: "ephemeral", record }],
    [{ type: "ephemeral", chatId, userId, message: edited }],
  );
  return true;
}

export const ephemeralMethods: Handlers<
  | "editEphemeralMessageText"
  | "editEphemeralMessageMedia"
  | "editEphemeralMessageCaption"
  | "editEphemeralMessageReplyMarkup"
  | "deleteEphemeralMessage"
> = {
  // prettier-ignore
  editEphemeralMessageText: (context, payload, { files }) => editEphemeral(context, payload, newText(context, payload, files)),
  editEphemeralMessageMedia: (context, payload, { files }) =>
    editEphemeral(context, payload, newMedia(context, payload.media, files)),
  editEphemeralMessageCaption: (context, payload) => editEphemeral(context, payload, newCaption(payload)),
  editEphemeralMessageReplyMarkup: (context, payload) => editEphemeral(context, payload, sameContent),
  deleteEphemeralMessage(context, payload) {
    const { chatId } = findEphemeral(context, payload);
    const { receiver_user_id: userId, ephemeral_message_id: id } = payload;
    // The page's stream has no event of its own for this: an ephemeral message without content is one that is gone.
    const gone: Partial<Message> = { ephemeral_message_id: id };
    context.store.commit(
      [{ t: "ephemeral-gone", chatId, userId, id }],
      [{ type: "ephemeral", chatId, userId, message: gone }],
    );
    return true;
  },
};
