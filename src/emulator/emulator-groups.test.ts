import type { Message } from "@grammyjs/types";
import { describe, expect, test } from "vitest";
import { createHandClock } from "./hand-clock.ts";
import { YOU, NOON, open, connect, refusal, reason, until } from "../../test/support/bot-emulator.ts";

describe("groups", () => {
  test("in privacy mode the bot sees what is meant for it; as an administrator everything", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    const { chat } = emulator.people.createsGroup({ title: "Team", memberIds: [YOU] });
    const say = (text: string, replyTo?: number): Message =>
      emulator.people.says({ chatId: chat.id, userId: YOU, text, ...(replyTo === undefined ? {} : { replyTo }) });
    const { message_id: own } = await api.sendMessage(chat.id, "mine");
    for (const text of ["nothing", "/run", "/run@sparks_bot", "/run@other_bot", "hey @sparks_bot", "hey @other_bot"])
      say(text);
    say("a reply", own);
    emulator.people.setsBotStatus(chat.id, YOU, "administrator");
    say("now seen");
    const updates = await api.getUpdates();
    expect(updates.flatMap(({ message }) => message?.text ?? [])).toEqual([
      "/run",
      "/run@sparks_bot",
      "hey @sparks_bot",
      "a reply",
      "now seen",
    ]);
    expect(updates[0]?.my_chat_member).toMatchObject({
      old_chat_member: { status: "left" },
      new_chat_member: { status: "member" },
    });
    expect(await api.getChatMember(chat.id, YOU)).toMatchObject({ status: "creator" });
    expect(await reason(api.sendMessageDraft(chat.id, 1, "a"))).toContain("only to private chats");
    await api.leaveChat(chat.id);
    expect((await refusal(api.sendMessage(chat.id, "a"))).error_code).toBe(403);
  });

  test("20 messages and 20 edits a minute, then 429 with the seconds to wait", async () => {
    const clock = createHandClock(NOON);
    const emulator = await open({ clock });
    const { api } = connect(emulator);
    const { chat } = emulator.people.createsGroup({ title: "Team", memberIds: [YOU] });
    for (let i = 0; i < 20; i++) await api.sendMessage(chat.id, `m${i}`);
    const refused = await refusal(api.sendMessage(chat.id, "too many"));
    expect(refused).toMatchObject({
      error_code: 429,
      description: "Too Many Requests: retry after 3",
      parameters: { retry_after: 3 },
    });
    clock.advance(3_000);
    await api.sendMessage(chat.id, "again");
    emulator.faults.rateLimits = false;
    await api.sendMessage(chat.id, "free");
  });

  test("ephemeral messages reach one member, are edited, pressed, and deleted", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    const { chat } = emulator.people.createsGroup({ title: "Team", memberIds: [YOU] });
    const events = emulator.events();
    const keyboard = { inline_keyboard: [[{ text: "ok", callback_data: "ok" }]] };
    const sent = await api.sendMessage(chat.id, "only you", {
      ephemeral_message_parameters: { receiver_user_id: YOU },
      reply_markup: keyboard,
    });
    expect(sent).toMatchObject({ message_id: 0, receiver_user: { id: YOU } });
    expect(await until(events, "ephemeral")).toMatchObject({ userId: YOU, message: { text: "only you" } });
    const ephemeralId = sent.ephemeral_message_id ?? 0;
    emulator.people.presses({ chatId: chat.id, userId: YOU, messageId: 0, ephemeralId, data: "ok" });
    const target = { chat_id: chat.id, receiver_user_id: YOU, ephemeral_message_id: ephemeralId };
    await api.raw.editEphemeralMessageText({ ...target, text: "done" });
    expect(await until(events, "ephemeral")).toMatchObject({ message: { text: "done" } });
    await api.raw.deleteEphemeralMessage(target);
    expect((await until(events, "ephemeral")).message).toEqual({ ephemeral_message_id: ephemeralId });
    expect(emulator.messages(chat.id).every(({ text }) => text !== "done")).toBe(true);
  });

  test("topics are made, named, closed and deleted, in forums and in private chats", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    const { chat } = emulator.people.createsGroup({ title: "Forum", memberIds: [YOU], forum: true });
    for (const chatId of [chat.id, YOU]) {
      const { message_thread_id: thread } = await api.createForumTopic(chatId, "Task 1");
      expect(await api.sendMessage(chatId, "in it", { message_thread_id: thread })).toMatchObject({
        message_thread_id: thread,
        is_topic_message: true,
      });
      await api.editForumTopic(chatId, thread, { name: "Task 1 ✅" });
      await api.closeForumTopic(chatId, thread);
      expect(await reason(api.sendMessage(chatId, "a", { message_thread_id: thread }))).toBe(
        "Bad Request: TOPIC_CLOSED",
      );
      await api.reopenForumTopic(chatId, thread);
      await api.deleteForumTopic(chatId, thread);
      expect(await reason(api.sendMessage(chatId, "a", { message_thread_id: thread }))).toBe(
        "Bad Request: message thread not found",
      );
    }
    expect(await reason(api.sendMessage(chat.id, "a", { message_thread_id: 1 }))).toBe(
      "Bad Request: message thread not found",
    );
    await api.sendChatAction(chat.id, "typing", { message_thread_id: 1 });
    const group = emulator.people.createsGroup({ title: "Plain", memberIds: [YOU] });
    expect(await reason(api.createForumTopic(group.chat.id, "a"))).toBe("Bad Request: the chat is not a forum");
  });
});
