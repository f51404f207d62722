import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { LocalEvent, LocalMessage, LocalState } from "../client-api.ts";
import { applyEvent, applyMessage, applyOlder, chatOf, createModel, replaceState } from "./model.ts";

const bot = { id: 1, is_bot: true, first_name: "Sparks" };
const ada = { id: 7, is_bot: false, first_name: "Ada" };
const chat = { id: 7, type: "private" as const, first_name: "Ada" };
const says = (id: number, text: string): LocalMessage => ({ message_id: id, date: id, chat, from: ada, text });
const state = (seq: number, messages: LocalMessage[]): LocalState => ({
  seq,
  bot,
  users: [ada],
  chats: [{ chat, memberIds: [7], lastMessageId: messages.at(-1)?.message_id ?? 0 }],
  commands: [],
  messages: { "7": messages },
});
const texts = (model: ReturnType<typeof createModel>): (string | undefined)[] =>
  chatOf(model, 7).messages.map(({ text }) => text);

test("messages stand by number and once, however often and in whatever order they come", () => {
  const ids = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 30 });
  fc.assert(
    fc.property(ids, (run) => {
      const model = createModel(state(0, []));
      for (const id of run) applyMessage(model, says(id, `m${id}`));
      const expected = [...new Set(run)].sort((a, b) => a - b);
      expect(chatOf(model, 7).messages.map(({ message_id }) => message_id)).toEqual(expected);
    }),
  );
});

test("an event that was seen before changes nothing", () => {
  const model = createModel(state(4, [says(1, "one")]));
  const old: LocalEvent = { seq: 4, type: "deleted", chatId: 7, messageIds: [1] };
  expect(applyEvent(model, old, 0)).toBe(false);
  expect(texts(model)).toEqual(["one"]);
  expect(applyEvent(model, { ...old, seq: 5 }, 0)).toBe(true);
  expect(texts(model)).toEqual([]);
});

test("an edit makes a new object and leaves its neighbours the same objects", () => {
  const model = createModel(state(0, [says(1, "one"), says(2, "two")]));
  const [first] = chatOf(model, 7).messages;
  applyEvent(model, { seq: 1, type: "edited", message: says(2, "zwei") }, 0);
  expect(texts(model)).toEqual(["one", "zwei"]);
  expect(chatOf(model, 7).messages[0]).toBe(first);
});

test("a fresh snapshot of the same history keeps older pages that join on to it", () => {
  const model = createModel(state(9, [says(5, "five")]));
  applyOlder(chatOf(model, 7), [says(3, "three"), says(4, "four")], 2);
  replaceState(model, state(12, [says(5, "five"), says(6, "six")]));
  expect(texts(model)).toEqual(["three", "four", "five", "six"]);
});

test("a snapshot of another history (its count is behind ours) replaces everything", () => {
  const model = createModel(state(9, [says(4, "four"), says(5, "five")]));
  replaceState(model, state(2, [says(5, "new five")]));
  expect(texts(model)).toEqual(["new five"]);
});

test("a user has one reaction a message: another replaces it, none removes it", () => {
  const model = createModel(state(0, [says(1, "one")]));
  const react = (seq: number, emoji: string | null) =>
    applyEvent(model, { seq, type: "reaction", chatId: 7, messageId: 1, userId: 7, emoji }, 0);
  react(1, "👍");
  react(2, "🔥");
  expect(chatOf(model, 7).messages[0]?.local_reactions).toEqual([{ user_id: 7, emoji: "🔥" }]);
  react(3, null);
  expect(chatOf(model, 7).messages[0]?.local_reactions).toEqual([]);
});

test("a draft that ended stays until the page takes it away", () => {
  const model = createModel(state(0, []));
  applyEvent(model, { seq: 1, type: "draft", chatId: 7, draftId: 3, message: { text: "wor" }, canStop: true }, 0);
  applyEvent(model, { seq: 2, type: "draft-ended", chatId: 7, draftId: 3 }, 0);
  expect(chatOf(model, 7).drafts.get(3)).toMatchObject({ ended: true, canStop: true, message: { text: "wor" } });
});

test("a private notice that comes without content is gone", () => {
  const model = createModel(state(0, [says(1, "one")]));
  const notice = { ephemeral_message_id: 3, text: "psst" };
  applyEvent(model, { seq: 1, type: "ephemeral", chatId: 7, userId: 7, message: notice }, 0);
  expect(chatOf(model, 7).ephemerals).toMatchObject([{ afterMessageId: 1, message: notice }]);
  applyEvent(model, { seq: 2, type: "ephemeral", chatId: 7, userId: 7, message: { ephemeral_message_id: 3 } }, 0);
  expect(chatOf(model, 7).ephemerals).toEqual([]);
});
