import { expect, test } from "vitest";
import type { LocalMessage } from "../client-api.ts";
import { chatOf, createModel } from "./model.ts";
import { currentKeyboard } from "./reply-keyboard.ts";

const bot = { id: 1, is_bot: true, first_name: "Sparks" };
const ada = { id: 7, is_bot: false, first_name: "Ada" };
const chat = { id: 7, type: "private" as const, first_name: "Ada" };
const message = (id: number, more: Partial<LocalMessage>): LocalMessage => ({
  message_id: id,
  date: id,
  chat,
  ...more,
});
const asks = (id: number, once: boolean): LocalMessage =>
  message(id, { from: bot, local_keyboard: { keyboard: [[{ text: "Yes" }]], one_time_keyboard: once } });
const says = (id: number): LocalMessage => message(id, { from: ada, text: "Yes" });

function keyboardAfter(messages: LocalMessage[]) {
  const chats = [{ chat, memberIds: [7], lastMessageId: 0 }];
  const model = createModel({ seq: 0, bot, users: [ada], commands: [], chats, messages: { "7": messages } });
  return currentKeyboard(chatOf(model, 7), 7)?.keyboard;
}

test("a keyboard stays after it is used, one for a single use goes", () => {
  expect(keyboardAfter([asks(1, false), says(2)])).toEqual([[{ text: "Yes" }]]);
  expect(keyboardAfter([asks(1, true)])).toEqual([[{ text: "Yes" }]]);
  expect(keyboardAfter([asks(1, true), says(2)])).toBeUndefined();
});

test("a later message may take the keyboard away", () => {
  const removal = message(2, { from: bot, text: "Done", local_keyboard: { remove_keyboard: true } });
  expect(keyboardAfter([asks(1, false), removal])).toBeUndefined();
});
