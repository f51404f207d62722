import type { LocalChat, LocalUser } from "../client-api.ts";
import type { Api } from "./api.ts";
import { chatOf, type ChatModel, type Model } from "./model.ts";
import type { Session } from "./session.ts";
import { nameOf } from "./summary.ts";

/** What all parts of the page share: the model, the server, and who looks at what. */
export type App = {
  readonly api: Api;
  readonly model: Model;
  readonly session: Session;
  readonly selection: Selection;
  readonly notify: (text: string, tone?: "plain" | "error") => void;
};
type Selection = { userId: number; chatId: number | undefined; threadId: number | undefined };

export function me({ model, selection }: App): LocalUser | undefined {
  return model.users.find(({ id }) => id === selection.userId);
}

export function openChat({ model, selection }: App): ChatModel | undefined {
  return selection.chatId === undefined ? undefined : chatOf(model, selection.chatId);
}

/** The chats that the user is in, the newest conversation first; the private one with the bot is always there. */
export function chatsOf({ model }: Pick<App, "model">, userId: number): ChatModel[] {
  chatOf(model, userId);
  return [...model.chats.values()]
    .filter(({ info }) => info.chat.id === userId || (info.chat.id < 0 && info.memberIds.includes(userId)))
    .sort((left, right) => newestDate(right) - newestDate(left));
}

function newestDate(chat: ChatModel): number {
  return chat.messages.at(-1)?.date ?? 0;
}

/** A private chat bears the name of whom one talks to: the bot. */
export function titleOf({ chat }: LocalChat, model: Model): string {
  return chat.type === "private" ? nameOf(model.bot) : (chat.title ?? "Group");
}

export function unreadOf({ session }: App, chat: ChatModel, userId: number): number {
  const lastRead = session.lastRead(userId, chat.info.chat.id) ?? 0;
  return chat.messages.filter(({ message_id, from }) => message_id > lastRead && from?.id !== userId).length;
}

const actionWords: Readonly<Record<string, string>> = {
  typing: "typing",
  upload_photo: "sending a photo",
  record_video: "recording a video",
  upload_video: "sending a video",
  record_voice: "recording a voice message",
  upload_voice: "sending a voice message",
  upload_document: "sending a file",
  choose_sticker: "choosing a sticker",
  find_location: "looking for a place",
  record_video_note: "recording a video message",
  upload_video_note: "sending a video message",
};
/** Bot API: an action is shown for at most 5 seconds. */
export const actionShownMs = 5_000;

export function actionOf(chat: ChatModel, nowMs: number): string | undefined {
  if (chat.action === undefined || nowMs - chat.action.atMs >= actionShownMs) return undefined;
  return actionWords[chat.action.name] ?? "working";
}
