import type { InputMedia } from "@grammyjs/types";
import { openChat } from "../chats.ts";
import { captionContent, textContent } from "../content.ts";
import type { CaptionFields } from "../content.ts";
import type { Context, Handlers } from "../context.ts";
import { badRequest } from "../failure.ts";
import { inputMediaContent, mediaContent } from "../media.ts";
import type { MediaDetails } from "../media.ts";
import type { Upload } from "../parameters.ts";
import { richContent } from "../rich/rich.ts";
import { forBot, sendAll, sendOne } from "../send.ts";
import type { Envelope } from "../send.ts";
import type { FileKind } from "../state.ts";
import { formatText } from "../text/entities.ts";

function sendMedia(
  context: Context,
  payload: Envelope & CaptionFields & MediaDetails,
  { kind, source }: { kind: FileKind; source: Upload | string },
): unknown {
  const caption = captionContent(payload);
  const message = sendOne(context, payload, () => {
    const media = mediaContent(context, kind, source, payload);
    return { content: { ...media.content, ...caption }, changes: media.changes };
  });
  return forBot(message);
}

const ALBUM_KINDS: readonly (readonly string[])[] = [["photo", "video"], ["document"], ["audio"]];

function checkAlbum(media: readonly InputMedia<Upload>[]): void {
  if (media.length < 2 || media.length > 10) throw badRequest("message group must include 2-10 items");
  const fits = ALBUM_KINDS.some((kinds) => media.every(({ type }) => kinds.includes(type)));
  if (!fits) throw badRequest("can't mix different types of media in one album");
}

export const sendMethods: Handlers<
  | "sendMessage"
  | "sendRichMessage"
  | "sendMessageDraft"
  | "sendRichMessageDraft"
  | "sendPhoto"
  | "sendAudio"
  | "sendDocument"
  | "sendVideo"
  | "sendAnimation"
  | "sendVoice"
  | "sendSticker"
  | "sendMediaGroup"
  | "sendLocation"
  | "sendChecklist"
  | "sendChatAction"
> = {
  // prettier-ignore
  sendMessage(context, payload) {
    const content = textContent(payload);
    return forBot(sendOne(context, payload, () => ({ content })));
  },
  sendRichMessage(context, payload, { files }) {
    return forBot(sendOne(context, payload, () => richContent(context, payload.rich_message, { files })));
  },
  sendMessageDraft(context, payload) {
    const { text, entities } = formatText({
      text: payload.text ?? "",
      parse_mode: payload.parse_mode,
      entities: payload.entities,
    });
    if (text.length > 4096) throw badRequest("message is too long");
    return showDraft(context, payload, { text, ...(entities.length === 0 ? {} : { entities: [...entities] }) });
  },
  sendRichMessageDraft(context, payload, { files }) {
    return showDraft(context, payload, richContent(context, payload.rich_message, { files, isDraft: true }).content);
  },
  sendPhoto: (context, payload) => sendMedia(context, payload, { kind: "photo", source: payload.photo }),
  sendAudio: (context, payload) => sendMedia(context, payload, { kind: "audio", source: payload.audio }),
  sendDocument: (context, payload) => sendMedia(context, payload, { kind: "document", source: payload.document }),
  sendVideo: (context, payload) => sendMedia(context, payload, { kind: "video", source: payload.video }),
  sendAnimation: (context, payload) => sendMedia(context, payload, { kind: "animation", source: payload.animation }),
  sendVoice: (context, payload) => sendMedia(context, payload, { kind: "voice", source: payload.voice }),
  sendSticker: (context, payload) => sendMedia(context, payload, { kind: "sticker", source: payload.sticker }),
  sendMediaGroup(context, payload, { files }) {
    const media = payload.media as readonly InputMedia<Upload>[];
    checkAlbum(media);
    const album = { media_group_id: `${1_000_000 + context.store.serial()}` };
    const messages = sendAll(
      context,
      payload,
      media.map((item) => () => {
        const { content, changes } = inputMediaContent(context, item, files);
        return { content: { ...album, ...content }, changes };
      }),
    );
    return messages.map(forBot);
  },
  sendLocation(context, payload) {
    const { latitude, longitude } = payload;
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest("wrong latitude or longitude specified");
    return forBot(sendOne(context, payload, () => ({ content: { location: { latitude, longitude } } })));
  },
  sendChecklist() {
    // Checklists are sent on behalf of business accounts only, and nobody here has connected one.
    throw badRequest("business connection not found");
  },
  sendChatAction(context, payload) {
    if (!ACTIONS.has(payload.action)) throw badRequest("wrong parameter action in request");
    const { record } = openChat(context, payload.chat_id);
    const threadId = payload.message_thread_id ?? 0;
    if (threadId > 1 && !record.topics.some(({ id }) => id === threadId)) throw badRequest("message thread not found");
    context.store.feed.emit({ type: "chat-action", chatId: record.chat.id, action: payload.action });
    return true;
  },
};

const ACTIONS = new Set([
  "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document", "choose_sticker",
  "find_location", "record_video_note", "upload_video_note",
]); // prettier-ignore

type DraftFields = {
  readonly chat_id: number;
  readonly message_thread_id?: number;
  readonly draft_id: number;
  readonly can_stop?: boolean;
  readonly keep_on_stop?: boolean;
};

function showDraft(context: Context, payload: DraftFields, message: ReturnType<typeof textContent>): true {
  const { record } = openChat(context, payload.chat_id);
  if (record.chat.type !== "private") throw badRequest("message drafts can be sent only to private chats");
  if (payload.draft_id === 0) throw badRequest("draft identifier must be non-zero");
  const threadId = payload.message_thread_id === 0 ? undefined : payload.message_thread_id;
  if (threadId !== undefined && !record.topics.some(({ id }) => id === threadId))
    throw badRequest("message thread not found");
  context.drafts.show({
    chatId: record.chat.id,
    threadId,
    draftId: payload.draft_id,
    message: { ...message, ...(threadId === undefined ? {} : { message_thread_id: threadId }) },
    canStop: payload.can_stop === true,
    keepOnStop: payload.keep_on_stop === true,
  });
  return true;
}
