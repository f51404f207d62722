/**
 * What the local chat page (and a test that plays a person) says to the emulator, beside the Bot API.
 *
 * All paths lie under `/local/`. Requests carry the cookie that opening `/?key=<page key>` sets (or, for tests and the
 * command line, `Authorization: Bearer <page key>`); Host and Origin are checked. Errors are `{ error: string }` with
 * a 4xx status and a sentence a person can act on.
 *
 * | request | body or query | answer |
 * |---|---|---|
 * | `GET  /local/state` | | `LocalState` |
 * | `GET  /local/events?after=<seq>` | server-sent events, `id:` is `seq`, `data:` a `LocalEvent` | stream; resumes without gap or repeat |
 * | `GET  /local/messages?chat=<id>&before=<message id>&limit=<1..200>` | | `{ messages: LocalMessage[] }`, oldest first |
 * | `POST /local/messages` | `SendMessage` as JSON, or multipart with fields `chatId userId caption replyTo kind album` and one `file`; the same digits as `album` make parts one album | `{ message: LocalMessage }` |
 * | `POST /local/edits` | `{ chatId, userId, messageId, text }` | `{ message: LocalMessage }` |
 * | `POST /local/presses` | `Press` | `{ callbackId: string }`; the bot's answer comes as an event |
 * | `POST /local/reactions` | `{ chatId, userId, messageId, emoji: string \| null }` | `{}` |
 * | `POST /local/draft-stops` | `{ chatId, draftId }` | `{}` |
 * | `POST /local/users` | `{ firstName: string }` | `{ user: LocalUser }` |
 * | `POST /local/chats` | `{ title: string, memberIds: number[], forum?: boolean }` | `{ chat: LocalChat }` |
 * | `GET  /local/files/<file id>` | | the bytes, `content-disposition` with the name |
 */
import type {
  Message,
  User,
  Chat,
  BotCommand,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  ForceReply,
} from "@grammyjs/types";

export type LocalUser = User;
export type LocalMessage = Message & {
  /** A draft is not a message; see `LocalEvent` "draft". Reactions shown under the bubble, by user. */
  local_reactions?: { user_id: number; emoji: string }[];
  /** The reply keyboard that came with the message; the Bot API itself gives back inline keyboards only. */
  local_keyboard?: ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;
};
export type LocalChat = {
  /** As the Bot API shows it: positive for private chats (the id of the user), negative for groups. */
  readonly chat: Chat;
  readonly memberIds: readonly number[];
  readonly lastMessageId: number;
  readonly pinnedMessageId?: number;
};
export type LocalState = {
  /** Sequence number of the newest event; follow with `GET /local/events?after=seq`. */
  readonly seq: number;
  readonly bot: User;
  /** The users the page can speak as; the first is the owner of the machine. */
  readonly users: readonly LocalUser[];
  readonly chats: readonly LocalChat[];
  readonly commands: readonly BotCommand[];
  /** The newest 50 messages of each chat, oldest first, keyed by chat id. */
  readonly messages: Readonly<Record<string, readonly LocalMessage[]>>;
};
export type LocalEvent = { readonly seq: number } & (
  | { readonly type: "message" | "edited"; readonly message: LocalMessage }
  | { readonly type: "deleted"; readonly chatId: number; readonly messageIds: readonly number[] }
  | {
      readonly type: "draft";
      readonly chatId: number;
      readonly draftId: number;
      readonly message: Partial<Message>;
      readonly canStop: boolean;
    }
  /** The draft is over: it was stopped, timed out after 30 s, or a message took its place. */
  | { readonly type: "draft-ended"; readonly chatId: number; readonly draftId: number }
  | {
      readonly type: "callback-answered";
      readonly callbackId: string;
      readonly text?: string;
      readonly showAlert: boolean;
      readonly url?: string;
    }
  | { readonly type: "chat-action"; readonly chatId: number; readonly action: string }
  | {
      readonly type: "reaction";
      readonly chatId: number;
      readonly messageId: number;
      readonly userId: number;
      readonly emoji: string | null;
    }
  | { readonly type: "pinned"; readonly chatId: number; readonly messageId: number | null }
  | { readonly type: "chat"; readonly chat: LocalChat }
  | { readonly type: "user"; readonly user: LocalUser }
  | { readonly type: "commands"; readonly commands: readonly BotCommand[] }
  | { readonly type: "ephemeral"; readonly chatId: number; readonly userId: number; readonly message: Partial<Message> }
);
export type SendMessage = {
  readonly chatId: number;
  readonly userId: number;
  readonly text: string;
  readonly replyTo?: number;
  readonly threadId?: number;
};
export type Press = {
  readonly chatId: number;
  readonly userId: number;
  /** 0 for an ephemeral message, which `ephemeralId` names. */
  readonly messageId: number;
  readonly ephemeralId?: number;
  readonly data: string;
};
