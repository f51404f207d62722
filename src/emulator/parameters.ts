/**
 * Which parameters each method takes, of which JSON type, and which it cannot do without. The mapped type at the end makes the
 * compiler compare every line with @grammyjs/types: a parameter that is renamed, added, dropped, or turns
 * required there no longer fits here.
 */
import type { ApiMethods, Opts } from "@grammyjs/types";

/** A file that came with the request. */
export type Upload = { readonly name: string; readonly mime: string; readonly bytes: Uint8Array };
type Listed = keyof typeof PARAMETERS;
/** A parameter of the table that the types do not have: `satisfies` does not see those that come in by a spread. */
type Stray = { [M in Listed]: Exclude<keyof (typeof PARAMETERS)[M], keyof Payload<M>> }[Listed];
type NoneOf<T extends never> = T;
export type MethodName = [NoneOf<Stray>] extends [never] ? Listed : never;
/** The parameters of a method as its handler gets them: checked. */
export type Payload<M extends keyof ApiMethods<Upload>> = Opts<Upload>[M];

export type Kind = "int" | "float" | "bool" | "string" | "chat" | "object" | "array" | "file" | "file-or-string";
type KindOf<T> = [T] extends [boolean]
  ? "bool"
  : [T] extends [number]
    ? "int" | "float"
    : [T] extends [string]
      ? "string"
      : [T] extends [number | string]
        ? "chat"
        : [T] extends [Upload]
          ? "file"
          : [T] extends [Upload | string]
            ? "file-or-string"
            : [T] extends [readonly unknown[]]
              ? "array"
              : "object";
export type TableFor<A> = {
  readonly [K in keyof A]-?: {} extends Pick<A, K> ? `${KindOf<NonNullable<A[K]>>}?` : KindOf<A[K]>;
};

const place = {
  business_connection_id: "string?",
  chat_id: "chat",
  message_thread_id: "int?",
  direct_messages_topic_id: "int?",
} as const;
const manner = {
  disable_notification: "bool?",
  protect_content: "bool?",
  allow_paid_broadcast: "bool?",
  suggested_post_parameters: "object?",
  message_effect_id: "string?",
  reply_parameters: "object?",
  reply_markup: "object?",
} as const;
const caption = { caption: "string?", parse_mode: "string?", caption_entities: "array?" } as const;
const written = { text: "string?", parse_mode: "string?", entities: "array?" } as const;
const sent = { ...place, ...manner, ephemeral_message_parameters: "object?" } as const;
const deprecatedReply = { reply_to_message_id: "int?" } as const;
const edited = {
  business_connection_id: "string?",
  chat_id: "chat?",
  message_id: "int?",
  inline_message_id: "string?",
  reply_markup: "object?",
} as const;
const ephemeral = { chat_id: "chat", receiver_user_id: "int", ephemeral_message_id: "int" } as const;
const draft = {
  chat_id: "int",
  message_thread_id: "int?",
  draft_id: "int",
  can_stop: "bool?",
  keep_on_stop: "bool?",
} as const;
const inTopic = { chat_id: "chat", message_thread_id: "int" } as const;
const inLanguage = { language_code: "string?" } as const;

export const PARAMETERS = {
  getUpdates: { offset: "int?", limit: "int?", timeout: "int?", allowed_updates: "array?" },
  setWebhook: {
    url: "string",
    certificate: "file?",
    ip_address: "string?",
    max_connections: "int?",
    allowed_updates: "array?",
    drop_pending_updates: "bool?",
    secret_token: "string?",
  },
  deleteWebhook: { drop_pending_updates: "bool?" },
  getWebhookInfo: {},
  getMe: {},
  logOut: {},
  close: {},
  sendMessage: {
    ...sent,
    ...deprecatedReply,
    text: "string",
    parse_mode: "string?",
    entities: "array?",
    link_preview_options: "object?",
  },
  sendRichMessage: { ...sent, rich_message: "object" },
  sendMessageDraft: { ...draft, ...written },
  sendRichMessageDraft: { ...draft, rich_message: "object" },
  forwardMessage: {
    chat_id: "chat",
    message_thread_id: "int?",
    direct_messages_topic_id: "int?",
    from_chat_id: "chat",
    video_start_timestamp: "int?",
    message_effect_id: "string?",
    suggested_post_parameters: "object?",
    disable_notification: "bool?",
    protect_content: "bool?",
    message_id: "int",
  },
  forwardMessages: {
    chat_id: "chat",
    message_thread_id: "int?",
    direct_messages_topic_id: "int?",
    from_chat_id: "chat",
    message_ids: "array",
    disable_notification: "bool?",
    protect_content: "bool?",
  },
  copyMessage: {
    ...manner,
    ...caption,
    ...deprecatedReply,
    chat_id: "chat",
    message_thread_id: "int?",
    direct_messages_topic_id: "int?",
    from_chat_id: "chat",
    message_id: "int",
    video_start_timestamp: "int?",
    show_caption_above_media: "bool?",
  },
  copyMessages: {
    chat_id: "chat",
    message_thread_id: "int?",
    direct_messages_topic_id: "int?",
    from_chat_id: "chat",
    message_ids: "array",
    disable_notification: "bool?",
    protect_content: "bool?",
    remove_caption: "bool?",
  },
  sendPhoto: {
    ...sent,
    ...caption,
    ...deprecatedReply,
    photo: "file-or-string",
    show_caption_above_media: "bool?",
    has_spoiler: "bool?",
  },
  sendAudio: {
    ...sent,
    ...caption,
    ...deprecatedReply,
    audio: "file-or-string",
    duration: "int?",
    performer: "string?",
    title: "string?",
    thumbnail: "file?",
  },
  sendDocument: {
    ...sent,
    ...caption,
    ...deprecatedReply,
    document: "file-or-string",
    thumbnail: "file?",
    disable_content_type_detection: "bool?",
  },
  sendVideo: {
    ...sent,
    ...caption,
    ...deprecatedReply,
    video: "file-or-string",
    duration: "int?",
    width: "int?",
    height: "int?",
    thumbnail: "file?",
    cover: "file-or-string?",
    start_timestamp: "int?",
    show_caption_above_media: "bool?",
    has_spoiler: "bool?",
    supports_streaming: "bool?",
  },
  sendAnimation: {
    ...sent,
    ...caption,
    ...deprecatedReply,
    animation: "file-or-string",
    duration: "int?",
    width: "int?",
    height: "int?",
    thumbnail: "file?",
    show_caption_above_media: "bool?",
    has_spoiler: "bool?",
  },
  sendVoice: { ...sent, ...caption, ...deprecatedReply, voice: "file-or-string", duration: "int?" },
  sendSticker: { ...sent, ...deprecatedReply, sticker: "file-or-string", emoji: "string?" },
  sendMediaGroup: {
    ...place,
    ...deprecatedReply,
    media: "array",
    disable_notification: "bool?",
    protect_content: "bool?",
    allow_paid_broadcast: "bool?",
    message_effect_id: "string?",
    reply_parameters: "object?",
  },
  sendLocation: {
    ...sent,
    ...deprecatedReply,
    latitude: "float",
    longitude: "float",
    horizontal_accuracy: "float?",
    live_period: "int?",
    heading: "int?",
    proximity_alert_radius: "int?",
  },
  sendChecklist: {
    business_connection_id: "string",
    chat_id: "chat",
    checklist: "object",
    disable_notification: "bool?",
    protect_content: "bool?",
    message_effect_id: "string?",
    reply_parameters: "object?",
    reply_markup: "object?",
  },
  sendChatAction: { business_connection_id: "string?", chat_id: "chat", message_thread_id: "int?", action: "string" },
  setMessageReaction: { chat_id: "chat", message_id: "int", reaction: "array?", is_big: "bool?" },
  getFile: { file_id: "string" },
  editMessageText: { ...edited, ...written, link_preview_options: "object?", rich_message: "object?" },
  editMessageCaption: { ...edited, ...caption, show_caption_above_media: "bool?" },
  editMessageMedia: { ...edited, media: "object" },
  editMessageReplyMarkup: edited,
  editEphemeralMessageText: {
    ...ephemeral,
    ...written,
    link_preview_options: "object?",
    rich_message: "object?",
    reply_markup: "object?",
  },
  editEphemeralMessageMedia: { ...ephemeral, media: "object", reply_markup: "object?" },
  editEphemeralMessageCaption: { ...ephemeral, ...caption, show_caption_above_media: "bool?", reply_markup: "object?" },
  editEphemeralMessageReplyMarkup: { ...ephemeral, reply_markup: "object?" },
  deleteEphemeralMessage: ephemeral,
  deleteMessage: { chat_id: "chat", message_id: "int" },
  deleteMessages: { chat_id: "chat", message_ids: "array" },
  answerCallbackQuery: {
    callback_query_id: "string",
    text: "string?",
    show_alert: "bool?",
    url: "string?",
    cache_time: "int?",
  },
  setMyCommands: { ...inLanguage, commands: "array", scope: "object?" },
  getMyCommands: { ...inLanguage, scope: "object?" },
  deleteMyCommands: { ...inLanguage, scope: "object?" },
  setMyName: { ...inLanguage, name: "string?" },
  getMyName: inLanguage,
  setMyDescription: { ...inLanguage, description: "string?" },
  getMyDescription: inLanguage,
  setMyShortDescription: { ...inLanguage, short_description: "string?" },
  getMyShortDescription: inLanguage,
  setChatMenuButton: { chat_id: "int?", menu_button: "object?" },
  getChatMenuButton: { chat_id: "int?" },
  getChat: { chat_id: "chat" },
  getChatMember: { chat_id: "chat", user_id: "int" },
  getChatMemberCount: { chat_id: "chat" },
  getChatAdministrators: { chat_id: "chat", return_bots: "bool?" },
  leaveChat: { chat_id: "chat" },
  pinChatMessage: {
    business_connection_id: "string?",
    chat_id: "chat",
    message_id: "int",
    disable_notification: "bool?",
  },
  unpinChatMessage: { business_connection_id: "string?", chat_id: "chat", message_id: "int?" },
  unpinAllChatMessages: { chat_id: "chat" },
  getForumTopicIconStickers: {},
  createForumTopic: { chat_id: "chat", name: "string", icon_color: "int?", icon_custom_emoji_id: "string?" },
  editForumTopic: { ...inTopic, name: "string?", icon_custom_emoji_id: "string?" },
  closeForumTopic: inTopic,
  reopenForumTopic: inTopic,
  deleteForumTopic: inTopic,
  unpinAllForumTopicMessages: inTopic,
} as const satisfies { readonly [M in keyof ApiMethods<Upload>]?: TableFor<Payload<M>> };
