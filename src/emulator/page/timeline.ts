import type { LocalMessage } from "../client-api.ts";
import { dayKey, dayName } from "./format.ts";
import type { ChatModel, Draft, Ephemeral } from "./model.ts";
import { serviceText } from "./summary.ts";

/** One line of a conversation. `key` names it for as long as it stands. */
export type Row = { readonly key: string } & (
  | { readonly kind: "date" | "service" | "unread"; readonly text: string }
  | MessageRow
  | { readonly kind: "draft"; readonly draft: Draft }
);
export type MessageRow = {
  readonly kind: "message";
  readonly message: LocalMessage;
  readonly own: boolean;
  /** First and last of a run by one sender: the first shows the name, the last the tail. */
  readonly first: boolean;
  readonly last: boolean;
  readonly group: boolean;
  readonly ephemeral: boolean;
};
export type View = {
  readonly userId: number;
  readonly threadId: number | undefined;
  /** Messages of others above this id are new since the chat was opened; undefined draws no line. */
  readonly unreadAfter: number | undefined;
  readonly nowMs: number;
};
export type Topic = { readonly threadId: number | undefined; readonly name: string };

/** Messages of one sender closer than this belong together. */
const runS = 300;

/** The topics that a forum (or a private chat with topics) has shown so far; none when it has no topics at all. */
export function topicsOf(chat: ChatModel): Topic[] {
  const renamed = new Map<number, string>();
  for (const { forum_topic_edited: edited, message_thread_id: id } of chat.messages)
    if (id !== undefined && edited?.name !== undefined) renamed.set(id, edited.name);
  const named = chat.messages.flatMap((message) =>
    message.forum_topic_created === undefined
      ? []
      : [{ threadId: message.message_thread_id ?? message.message_id, name: message.forum_topic_created.name }],
  );
  const known = new Set(named.map(({ threadId }) => threadId));
  for (const { is_topic_message, message_thread_id: id } of chat.messages) {
    if (is_topic_message !== true || id === undefined || known.has(id)) continue;
    known.add(id);
    named.push({ threadId: id, name: `Topic ${id}` });
  }
  if (named.length === 0) return [];
  return [
    { threadId: undefined, name: "General" },
    ...named.map(({ threadId, name }) => ({ threadId, name: renamed.get(threadId) ?? name })),
  ];
}

/** The rows of a conversation, oldest first: messages under their days, private notices in place, drafts last. */
export function rowsOf(chat: ChatModel, view: View): Row[] {
  const inThread = (message: { message_thread_id?: number; is_topic_message?: boolean }): boolean =>
    (message.is_topic_message === true ? message.message_thread_id : undefined) === view.threadId;
  const shown = withEphemerals(chat, view.userId).filter(({ message }) => inThread(message));
  const rows: Row[] = [];
  let unreadDrawn = view.unreadAfter === undefined;
  for (const [index, item] of shown.entries()) {
    const { message, ephemeral, key } = item;
    if (shown[index - 1] === undefined || dayKey(shown[index - 1]?.message.date ?? 0) !== dayKey(message.date)) {
      rows.push({ key: `day ${dayKey(message.date)}`, kind: "date", text: dayName(message.date, view.nowMs) });
    }
    const own = message.from?.id === view.userId;
    if (!unreadDrawn && !own && message.message_id > (view.unreadAfter ?? 0)) {
      unreadDrawn = true;
      rows.push({ key: "unread", kind: "unread", text: "New messages" });
    }
    const service = serviceText(message);
    if (service !== undefined) rows.push({ key, kind: "service", text: service });
    else {
      rows.push({
        key,
        kind: "message",
        message,
        own,
        first: !sameRun(shown[index - 1]?.message, message),
        last: !sameRun(message, shown[index + 1]?.message),
        group: chat.info.chat.type !== "private",
        ephemeral,
      });
    }
  }
  return [...rows, ...draftRows(chat, view.threadId)];
}

function draftRows(chat: ChatModel, threadId: number | undefined): Row[] {
  return [...chat.drafts.values()]
    .filter(({ message }) => message.message_thread_id === undefined || message.message_thread_id === threadId)
    .map((draft) => ({ key: `draft ${draft.draftId}`, kind: "draft", draft }));
}

type Item = { readonly key: string; readonly message: LocalMessage; readonly ephemeral: boolean };

function withEphemerals(chat: ChatModel, userId: number): Item[] {
  const mine = chat.ephemerals.filter((one) => one.userId === userId);
  const asItem = (one: Ephemeral): Item => ({
    key: one.key,
    ephemeral: true,
    message: { message_id: 0, date: 0, chat: chat.info.chat, ...one.message },
  });
  const after = (messageId: number): Item[] => mine.filter((one) => one.afterMessageId === messageId).map(asItem);
  const numbered = chat.messages.flatMap((message) => [
    { key: `message ${message.message_id}`, message, ephemeral: false },
    ...after(message.message_id),
  ]);
  const known = new Set(chat.messages.map(({ message_id }) => message_id));
  const adrift = mine.filter((one) => !known.has(one.afterMessageId)).map(asItem);
  return [...adrift, ...numbered];
}

function sameRun(earlier: LocalMessage | undefined, later: LocalMessage | undefined): boolean {
  if (earlier === undefined || later === undefined) return false;
  if (serviceText(earlier) !== undefined || serviceText(later) !== undefined) return false;
  const close = later.date - earlier.date < runS && dayKey(earlier.date) === dayKey(later.date);
  return close && earlier.from?.id === later.from?.id;
}
