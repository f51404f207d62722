import { expect, test } from "vitest";
import type { LocalMessage } from "../client-api.ts";
import { chatOf, createModel } from "./model.ts";
import { rowsOf, topicsOf, type Row } from "./timeline.ts";

const bot = { id: 1, is_bot: true, first_name: "Sparks" };
const ada = { id: 7, is_bot: false, first_name: "Ada" };
const chat = { id: 7, type: "private" as const, first_name: "Ada" };
const noonS = new Date(2026, 2, 14, 12).getTime() / 1000;
const message = (id: number, more: Partial<LocalMessage>): LocalMessage => ({
  message_id: id,
  date: noonS + id,
  chat,
  from: ada,
  text: "x",
  ...more,
});
const view = { userId: 7, threadId: undefined, unreadAfter: undefined, nowMs: noonS * 1000 };

function chatWith(messages: LocalMessage[]) {
  const chats = [{ chat, memberIds: [7], lastMessageId: 0 }];
  const model = createModel({ seq: 0, bot, users: [ada], commands: [], chats, messages: { "7": messages } });
  return chatOf(model, 7);
}
const kinds = (rows: readonly Row[]): string[] => rows.map(({ kind }) => kind);

test("each day begins with its date, and a run of one sender has one first and one last", () => {
  const messages = [message(1, {}), message(2, {}), message(3, { from: bot }), message(4, { date: noonS + 86_400 })];
  const rows = rowsOf(chatWith(messages), view);
  expect(kinds(rows)).toEqual(["date", "message", "message", "message", "date", "message"]);
  const runs = rows.flatMap((row) => (row.kind === "message" ? [[row.first, row.last, row.own]] : []));
  expect(runs).toEqual([
    [true, false, true],
    [false, true, true],
    [true, true, false],
    [true, true, true],
  ]);
});

test("the line for new messages stands once, before the first of another sender", () => {
  const rows = rowsOf(
    chatWith([message(1, {}), message(2, {}), message(3, { from: bot }), message(4, { from: bot })]),
    { ...view, unreadAfter: 1 },
  );
  expect(kinds(rows)).toEqual(["date", "message", "message", "unread", "message", "message"]);
});

test("a topic shows its own messages only, and the general one the rest", () => {
  const inTopic = { is_topic_message: true, message_thread_id: 2 } as const;
  const opened = message(2, { ...inTopic, forum_topic_created: { name: "CI", icon_color: 0x6fb9f0 } });
  const held = chatWith([message(1, {}), opened, message(3, inTopic)]);
  expect(topicsOf(held)).toEqual([
    { threadId: undefined, name: "General" },
    { threadId: 2, name: "CI" },
  ]);
  expect(
    rowsOf(held, view)
      .map(({ key }) => key)
      .slice(1),
  ).toEqual(["message 1"]);
  expect(
    rowsOf(held, { ...view, threadId: 2 })
      .map(({ key }) => key)
      .slice(1),
  ).toEqual(["message 2", "message 3"]);
});

test("a private notice stands after the message it came after, for its reader only", () => {
  const held = chatWith([message(1, {}), message(2, {})]);
  held.ephemerals = [{ key: "e", userId: 7, afterMessageId: 1, message: { text: "psst", date: noonS, from: bot } }];
  expect(
    rowsOf(held, view)
      .map(({ key }) => key)
      .slice(1),
  ).toEqual(["message 1", "e", "message 2"]);
  expect(
    rowsOf(held, { ...view, userId: 8 })
      .map(({ key }) => key)
      .slice(1),
  ).toEqual(["message 1", "message 2"]);
});
