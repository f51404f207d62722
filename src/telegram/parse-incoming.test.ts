import type { Message } from "@grammyjs/types";
import { expect, test } from "vitest";
import { instant } from "../lib/time.ts";
import { parseIncoming } from "./parse-incoming.ts";

const ME = { id: 1, username: "sparks_bot" };
const ADA = { id: 7, is_bot: false, first_name: "Ada", last_name: "L" };
const PRIVATE = { id: 7, type: "private" as const, first_name: "Ada" };
const GROUP = { id: -100, type: "supergroup" as const, title: "Team" };
const BOT = { id: 1, is_bot: true, first_name: "Sparks" };

const DOCUMENT = { file_id: "d", file_name: "../x/a.log", file_size: 5 };
const PHOTO = [
  { file_id: "small", width: 90, height: 60, file_size: 100 },
  { file_id: "large", width: 900, height: 600, file_size: 900 },
  { file_id: "middle", width: 320, height: 200, file_size: 300 },
];

function read(update: object): ReturnType<typeof parseIncoming> {
  return parseIncoming({ update_id: 9, ...update }, ME, instant(5000));
}
function says(content: object, chat: object = PRIVATE): ReturnType<typeof parseIncoming> {
  return read({ message: { message_id: 3, date: 2, from: ADA, chat, ...content } });
}

test("a text carries who, where, when and what it answers", () => {
  expect(says({ text: "hi", reply_to_message: { message_id: 2 } as Message })).toEqual({
    source: "telegram",
    sourceId: "9",
    chat: { chatId: 7, threadId: null },
    chatKind: "private",
    from: { userId: 7, name: "Ada L" },
    at: 2000,
    kind: "text",
    messageId: 3,
    text: "hi",
    replyTo: 2,
  });
});
test.each([
  ["/Plan make it  ", "plan", "make it"],
  ["/plan@Sparks_Bot make\nit", "plan", "make\nit"],
  ["/stop", "stop", ""],
])("%j is a command", (text, name, rest) => {
  expect(says({ text })).toMatchObject({ kind: "command", name, rest });
  expect(says({ text }, GROUP)).toMatchObject({ kind: "command", name, rest });
});
test("a command for another bot is none of ours, and a slash alone is text", () => {
  expect(says({ text: "/plan@other_bot x" }, GROUP)).toBeNull();
  for (const text of ["/", "/ plan", "/usr/bin/env", "see /plan"])
    expect(says({ text })).toMatchObject({ kind: "text" });
});
test("in a group only commands, mentions and answers to the bot are heard", () => {
  expect(says({ text: "hello all" }, GROUP)).toBeNull();
  expect(says({ text: "@sparks_bot2 hello" }, GROUP)).toBeNull();
  expect(says({ text: "me@sparks_bot hello" }, GROUP)).toBeNull();
  expect(says({ text: "@Sparks_bot, hello" }, GROUP)).toMatchObject({ kind: "text", text: "hello" });
  expect(says({ text: "yes", reply_to_message: { message_id: 2, from: BOT } }, GROUP)).toMatchObject({ replyTo: 2 });
  expect(says({ text: "yes", reply_to_message: { message_id: 2, from: ADA } }, GROUP)).toBeNull();
  expect(says({ photo: PHOTO, caption: "@sparks_bot look" }, GROUP)).toMatchObject({
    kind: "file",
    said: { kind: "text", text: "look" },
    addressed: true,
  });
  expect(says({ photo: PHOTO, caption: "look" }, GROUP)).toBeNull();
});
test("a topic is part of the place, a thread of replies is not, and a topic's opening is no answer to who opened it", () => {
  expect(says({ text: "/a", message_thread_id: 4, is_topic_message: true }, GROUP)?.chat.threadId).toBe(4);
  expect(says({ text: "/a", message_thread_id: 4 }, GROUP)?.chat.threadId).toBeNull();
  const opened = { message_id: 4, from: BOT, forum_topic_created: { name: "t", icon_color: 1 } };
  const inTopic = { message_thread_id: 4, is_topic_message: true, reply_to_message: opened };
  expect(says({ text: "hello", ...inTopic }, GROUP)).toBeNull();
  expect(says({ text: "/a", ...inTopic }, GROUP)).toMatchObject({ replyTo: null });
});
test.each([
  [{ sticker: {} }, "stickers"],
  [{ venue: {}, location: {} }, "places"],
  [{ poll: {} }, "polls"],
])("%j is named", (content, what) => {
  expect(says(content)).toMatchObject({ kind: "unsupported", what, messageId: 3 });
});
test.each([
  [{ document: DOCUMENT }, { fileId: "d", name: "../x/a.log", bytes: 5, forwarded: false }, null],
  [{ document: { file_id: "d" } }, { fileId: "d", name: "file", bytes: null }, null],
  [{ photo: PHOTO }, { fileId: "large", name: "photo.jpg", bytes: 900 }, null],
  [{ video: DOCUMENT, caption: "see" }, { fileId: "d" }, { kind: "text", text: "see" }],
  [{ animation: DOCUMENT, document: DOCUMENT, caption: " " }, { fileId: "d" }, null],
  [{ photo: PHOTO, caption: "/Plan@sparks_bot it " }, {}, { kind: "command", name: "plan", rest: "it" }],
  [{ photo: PHOTO, caption: "c", forward_origin: {} }, { forwarded: true }, { kind: "text", text: "c" }],
])("%j is a file, with what was said with it", (content, file, said) => {
  expect(says(content)).toMatchObject({ kind: "file", messageId: 3, file, said, album: null, addressed: true });
});
test("a text or command that answers a file carries that, unless the bot sent it; another's counts as forwarded", () => {
  const about = (from: object, more: object = {}) => ({
    reply_to_message: { message_id: 2, from, document: DOCUMENT, ...more } as Message,
  });
  const file = { fileId: "d", name: "../x/a.log", bytes: 5 };
  expect(says({ text: "and?", ...about(ADA) })).toMatchObject({
    answered: { messageId: 2, file: { ...file, forwarded: false } },
  });
  expect(says({ text: "/plan", ...about({ ...ADA, id: 8 }) })).toMatchObject({
    answered: { file: { forwarded: true } },
  });
  expect(says({ text: "and?", ...about(BOT) })).not.toHaveProperty("answered");
  expect(says({ text: "and?", ...about(ADA, { document: undefined }) })).not.toHaveProperty("answered");
});
test("an edit of the words with a file is heard, of a forwarded file's not", () => {
  const edited = (more: object) =>
    read({ edited_message: { message_id: 3, date: 2, from: ADA, chat: PRIVATE, document: DOCUMENT, ...more } });
  expect(edited({ caption: "see" })).toMatchObject({ kind: "edited", messageId: 3, text: "see" });
  expect(edited({ caption: "/plan it" })).toMatchObject({ text: "/plan it" });
  expect(edited({})).toBeNull();
  expect(edited({ caption: "see", forward_origin: {} })).toBeNull();
});
test("a part of a group's album is kept until it shows whether the album is meant for the bot", () => {
  expect(says({ photo: PHOTO, media_group_id: "9" }, GROUP)).toMatchObject({ album: "9", addressed: false });
  const meant = { photo: PHOTO, media_group_id: "9", caption: "/plan" };
  expect(says(meant, GROUP)).toMatchObject({ album: "9", addressed: true });
  expect(says({ ...meant, caption: "/plan@other_bot" }, GROUP)).toBeNull();
});
test.each([
  [{ voice: { file_id: "f", duration: 3 } }, { fileId: "f", name: "voice.ogg", seconds: 3 }],
  [{ audio: { file_id: "f", duration: 3, file_name: "../x/Memo.M4A" } }, { name: "audio.m4a" }],
  [{ audio: { file_id: "f", duration: 3, file_name: "song.exe" } }, { name: "audio.mp3" }],
])("%j is heard", (content, heard) => {
  expect(says(content)).toMatchObject({ kind: "voice", messageId: 3, ...heard });
});
test("service messages, bots, edits, channels and what else there is are not heard", () => {
  expect(says({ new_chat_title: "x" }, GROUP)).toBeNull();
  expect(read({ message: { message_id: 3, date: 2, from: BOT, chat: PRIVATE, text: "x" } })).toBeNull();
  expect(read({ message: { message_id: 3, date: 2, chat: GROUP, text: "/x" } })).toBeNull();
  const message = { message_id: 3, date: 2, from: ADA, chat: PRIVATE, text: "x" };
  for (const kind of ["channel_post", "edited_channel_post", "business_message", "guest_message"])
    expect(read({ [kind]: message })).toBeNull();
  for (const kind of ["inline_query", "chat_member", "poll", "message_reaction", "unknown_kind"])
    expect(read({ [kind]: { from: ADA, chat: PRIVATE } })).toBeNull();
});
test("a press says who pressed, not who wrote the message", () => {
  const message = { message_id: 3, date: 2, from: BOT, chat: GROUP };
  expect(read({ callback_query: { id: "c", from: ADA, data: "v1:x", chat_instance: "", message } })).toMatchObject({
    kind: "press",
    callbackId: "c",
    messageId: 3,
    data: "v1:x",
    from: { userId: 7 },
    chat: { chatId: -100 },
    chatKind: "group",
    at: 5000,
  });
  expect(read({ callback_query: { id: "c", from: ADA, data: "v1:x", chat_instance: "" } })).toBeNull();
  expect(read({ callback_query: { id: "c", from: ADA, game_short_name: "g", chat_instance: "", message } })).toBeNull();
});
test("a stopped draft is the chat's person's", () => {
  const stopped = { chat: PRIVATE, message_thread_id: 5, draft_id: 12 };
  expect(read({ stopped_message_generation: stopped })).toMatchObject({
    kind: "draft-stopped",
    draftId: 12,
    from: { userId: 7 },
    chat: { chatId: 7, threadId: 5 },
  });
});
test("what an edit, a reaction and a change of membership say, and what of them says nothing", () => {
  const message = { message_id: 3, date: 2, from: ADA, chat: PRIVATE, text: "/set  x" };
  expect(read({ edited_message: message })).toMatchObject({ kind: "edited", messageId: 3, text: "/set  x" });
  expect(read({ edited_message: { ...message, text: undefined, location: {} } })).toBeNull();
  const reaction = { chat: PRIVATE, user: ADA, message_id: 3, date: 2 };
  const emoji = (one: string) => [{ type: "emoji", emoji: one }];
  expect(read({ message_reaction: { ...reaction, old_reaction: [], new_reaction: emoji("👎") } })).toMatchObject({
    kind: "reaction",
    emoji: ["👎"],
  });
  expect(read({ message_reaction: { ...reaction, old_reaction: emoji("👎"), new_reaction: [] } })).toBeNull();
  expect(
    read({ message_reaction: { ...reaction, user: undefined, old_reaction: [], new_reaction: emoji("👎") } }),
  ).toBeNull();
  const change = (from: string, to: string, chat: object = { id: -5, type: "group", title: "Team" }) => ({
    my_chat_member: { chat, from: ADA, date: 2, old_chat_member: { status: from }, new_chat_member: { status: to } },
  });
  expect(read(change("left", "member"))).toMatchObject({ kind: "membership", member: true });
  expect(read(change("administrator", "kicked"))).toMatchObject({ kind: "membership", member: false });
  expect(read(change("member", "administrator"))).toBeNull();
  expect(read(change("member", "kicked", PRIVATE))).toBeNull();
});
test("what a message answers comes with it: the chosen part first, cut, and whose it is", () => {
  const bot = { id: ME.id, is_bot: true, first_name: "Sparks" };
  const answered = { message_id: 1, date: 1, chat: PRIVATE, text: "x".repeat(3000) };
  const said = (by: object, more: object = {}) =>
    read({
      message: {
        message_id: 3,
        date: 2,
        from: ADA,
        chat: PRIVATE,
        text: "why?",
        reply_to_message: { ...answered, from: by },
        ...more,
      },
    });
  expect(said(bot)).toMatchObject({ quoted: { by: "sparks", text: "x".repeat(2000) } });
  expect(said(ADA)).toMatchObject({ quoted: { by: "self" } });
  expect(said({ id: 99, is_bot: false, first_name: "Ben" })).toMatchObject({ quoted: { by: "other" } });
  expect(said(bot, { quote: { text: "xx", position: 0 } })).toMatchObject({ quoted: { text: "xx" } });
});
