import { InputFile } from "grammy";
import { describe, expect, test } from "vitest";
import { createHandClock } from "./hand-clock.ts";
import { YOU, NOON, open, connect, refusal, reason, until, says } from "../../test/support/bot-emulator.ts";

describe("messages", () => {
  test("have Telegram's lengths, counted after the marks are gone", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    expect(await reason(api.sendMessage(YOU, "a".repeat(4097)))).toBe("Bad Request: message is too long");
    expect(await reason(api.sendMessage(YOU, " \n "))).toBe("Bad Request: text must be non-empty");
    const { message_id: id } = await api.sendMessage(YOU, `<b>${"a".repeat(4096)}</b>`, { parse_mode: "HTML" });
    expect(await reason(api.editMessageText(YOU, id, "b".repeat(4097)))).toBe("Bad Request: MESSAGE_TOO_LONG");
    expect(
      await reason(api.sendDocument(YOU, new InputFile(Buffer.from("x"), "x"), { caption: "c".repeat(1025) })),
    ).toBe("Bad Request: message caption is too long");
    expect(await reason(api.sendMessage(999, "a"))).toBe("Bad Request: chat not found");
    expect(await reason(api.sendMessage(YOU, "a", { reply_parameters: { message_id: 99 } }))).toBe(
      "Bad Request: message to be replied not found",
    );
    await api.sendMessage(YOU, "b", { reply_parameters: { message_id: 99, allow_sending_without_reply: true } });
    emulator.people.setsBotStatus(YOU, YOU, "kicked");
    expect(await refusal(api.sendMessage(YOU, "a"))).toMatchObject({
      error_code: 403,
      description: "Forbidden: bot was blocked by the user",
    });
  });

  test("have buttons within Telegram's shapes", async () => {
    const { api } = connect(await open());
    const send = (data: string): Promise<unknown> =>
      api.sendMessage(YOU, "a", { reply_markup: { inline_keyboard: [[{ text: "x", callback_data: data }]] } });
    await send("é".repeat(32));
    expect(await reason(send("é".repeat(33)))).toBe("Bad Request: BUTTON_DATA_INVALID");
    expect(await reason(send(""))).toBe("Bad Request: BUTTON_DATA_INVALID");
    expect(
      await reason(
        api.sendMessage(YOU, "a", { reply_markup: { inline_keyboard: [[{ text: "x", url: "not an address" }]] } }),
      ),
    ).toContain("Wrong HTTP URL");
    const wide = { inline_keyboard: [Array.from({ length: 9 }, () => ({ text: "x", callback_data: "x" }))] };
    expect(await reason(api.sendMessage(YOU, "a", { reply_markup: wide }))).toBe("Bad Request: BUTTON_ROW_TOO_LONG");
  });

  test("can be edited only if there, the bot's own, and changed", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    const keyboard = { inline_keyboard: [[{ text: "x", callback_data: "y" }]] };
    const { message_id: id } = await api.sendMessage(YOU, "<b>a</b>", { parse_mode: "HTML", reply_markup: keyboard });
    const same =
      "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
    expect(
      await reason(
        api.editMessageText(YOU, id, "**a**".replaceAll("**", "*"), {
          parse_mode: "MarkdownV2",
          reply_markup: keyboard,
        }),
      ),
    ).toBe(same);
    expect(await reason(api.editMessageText(YOU, 77, "a"))).toBe("Bad Request: message to edit not found");
    expect(await reason(api.editMessageText(YOU, says(emulator, "mine").message_id, "a"))).toBe(
      "Bad Request: message can't be edited",
    );
    expect(await reason(api.editMessageCaption(YOU, id, { caption: "a" }))).toBe(
      "Bad Request: there is no caption in the message to edit",
    );
    expect(await api.editMessageText(YOU, id, "a", { parse_mode: "HTML" })).not.toHaveProperty("reply_markup");
    const withFile = await api.editMessageMedia(YOU, id, {
      type: "document",
      media: new InputFile(Buffer.from("log"), "a.log"),
      caption: "see",
    });
    expect(withFile).toMatchObject({ message_id: id, document: { file_name: "a.log" }, caption: "see" });
    expect(withFile).not.toHaveProperty("text");
    const keyed = await api.sendMessage(YOU, "a", { reply_markup: { keyboard: [["x"]] } });
    expect(keyed).not.toHaveProperty("local_keyboard");
    expect(await reason(api.editMessageText(YOU, keyed.message_id, "b"))).toBe("Bad Request: message can't be edited");
  });

  test("are deleted, copied, forwarded and pinned", async () => {
    const clock = createHandClock(NOON);
    const emulator = await open({ clock });
    const { api } = connect(emulator);
    const { message_id: id } = await api.sendMessage(YOU, "one");
    const copy = await api.copyMessage(YOU, YOU, id);
    const forward = await api.forwardMessage(YOU, YOU, id);
    expect(forward).toMatchObject({ text: "one", forward_origin: { type: "user", sender_user: { id: 42 } } });
    await api.pinChatMessage(YOU, id);
    expect((await api.getChat(YOU)).pinned_message?.message_id).toBe(id);
    await api.deleteMessage(YOU, id);
    expect(await api.getChat(YOU)).not.toHaveProperty("pinned_message");
    expect(await reason(api.deleteMessage(YOU, id))).toBe("Bad Request: message to delete not found");
    await api.deleteMessages(YOU, [id, copy.message_id]);
    expect(emulator.messages(YOU).map(({ message_id }) => message_id)).toEqual([forward.message_id]);
    clock.advance(49 * 60 * 60 * 1000);
    expect(await reason(api.deleteMessage(YOU, forward.message_id))).toBe(
      "Bad Request: message can't be deleted for everyone",
    );
  });

  test("a press can be answered once, within 15 seconds, in at most 200 characters", async () => {
    const clock = createHandClock(NOON);
    const emulator = await open({ clock });
    const { api } = connect(emulator);
    const { message_id: messageId } = await api.sendMessage(YOU, "a", {
      reply_markup: { inline_keyboard: [[{ text: "x", callback_data: "y" }]] },
    });
    const press = (): string => emulator.people.presses({ chatId: YOU, userId: YOU, messageId, data: "y" });
    const old = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    const first = press();
    expect(await reason(api.answerCallbackQuery(first, { text: "a".repeat(201) }))).toBe(
      "Bad Request: MESSAGE_TOO_LONG",
    );
    await api.answerCallbackQuery(first);
    expect(await reason(api.answerCallbackQuery(first))).toBe(old);
    const late = press();
    clock.advance(15_001);
    expect(await reason(api.answerCallbackQuery(late))).toBe(old);
    expect(() => emulator.people.presses({ chatId: YOU, userId: YOU, messageId, data: "z" })).toThrow(
      "that button is not there any more",
    );
  });
});

describe("drafts", () => {
  test("are shown for 30 seconds, grow under one id, and end when a message takes their place", async () => {
    const clock = createHandClock(NOON);
    const emulator = await open({ clock });
    const { api } = connect(emulator);
    const events = emulator.events();
    await api.sendMessageDraft(YOU, 7, "Hel");
    await api.sendMessageDraft(YOU, 7, "Hello", { can_stop: true });
    expect(await until(events, "draft")).toMatchObject({ draftId: 7, message: { text: "Hel" }, canStop: false });
    expect(await until(events, "draft")).toMatchObject({ message: { text: "Hello" }, canStop: true });
    clock.advance(29_999);
    await api.sendMessage(YOU, "Hello!");
    expect((await events.next()).value).toMatchObject({ type: "draft-ended", draftId: 7 });
    await api.sendMessageDraft(YOU, 8, "");
    clock.advance(30_000);
    expect(await until(events, "draft-ended")).toMatchObject({ draftId: 8 });
    expect(emulator.messages(YOU)).toHaveLength(1);
    expect(await reason(api.sendMessageDraft(YOU, 0, "a"))).toContain("non-zero");
  });

  test("the person's Stop ends the display and tells the bot which draft", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    await api.sendMessageDraft(YOU, 9, "Working", { can_stop: true });
    const events = emulator.events();
    emulator.people.stopsDraft({ chatId: YOU, draftId: 9 });
    expect(await until(events, "draft-ended")).toMatchObject({ draftId: 9 });
    const [update] = await api.getUpdates();
    expect(update?.stopped_message_generation).toMatchObject({ draft_id: 9, chat: { id: YOU } });
    expect(() => emulator.people.stopsDraft({ chatId: YOU, draftId: 9 })).toThrow("nothing to stop");
  });
});

describe("rich messages", () => {
  test("come in three notations and out as blocks", async () => {
    const { api } = connect(await open());
    const markdown = await api.sendRichMessage(YOU, {
      markdown: "# T\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\nsee https://a.dev",
    });
    expect(markdown.rich_message.blocks.map(({ type }) => type)).toEqual(["heading", "table", "paragraph"]);
    expect(markdown.rich_message.blocks[2]).toMatchObject({ text: ["see ", { type: "url", url: "https://a.dev" }] });
    const html = await api.sendRichMessage(YOU, { html: "<h2>T</h2><blockquote expandable>log</blockquote>" });
    expect(html.rich_message.blocks).toEqual([
      { type: "heading", text: "T", size: 2 },
      { type: "expandable_blockquote", text: "log" },
    ]);
    const blocks = await api.sendRichMessage(YOU, {
      blocks: [{ type: "list", items: [{ blocks: [{ type: "paragraph", text: "x" }] }] }],
    });
    expect(blocks.rich_message.blocks).toEqual([
      { type: "list", items: [{ label: "•", blocks: [{ type: "paragraph", text: "x" }] }] },
    ]);
    expect(await api.editMessageText(YOU, blocks.message_id, "plain now")).toMatchObject({ text: "plain now" });
  });

  test("have limits", async () => {
    const { api } = connect(await open());
    const paragraph = { type: "paragraph" as const, text: "x" };
    expect(await reason(api.sendRichMessage(YOU, { blocks: [{ type: "paragraph", text: "x".repeat(32_769) }] }))).toBe(
      "Bad Request: RICH_MESSAGE_TOO_LONG",
    );
    expect(await reason(api.sendRichMessage(YOU, { blocks: Array.from({ length: 501 }, () => paragraph) }))).toContain(
      "BLOCKS_TOO_MUCH",
    );
    const row = Array.from({ length: 21 }, () => ({ text: "c", align: "left" as const, valign: "top" as const }));
    expect(await reason(api.sendRichMessage(YOU, { blocks: [{ type: "table", cells: [row] }] }))).toContain(
      "COLUMNS_TOO_MUCH",
    );
    expect(await reason(api.sendRichMessage(YOU, { html: "a", markdown: "b" }))).toContain("exactly one");
    expect(await reason(api.sendRichMessage(YOU, { html: "<nope>a</nope>" }))).toContain(
      'Unsupported start tag "nope" at byte offset 0',
    );
    expect(await reason(api.sendRichMessage(YOU, { blocks: [{ type: "thinking", text: "…" }] }))).toContain(
      "only in message drafts",
    );
    await api.sendRichMessageDraft(YOU, 5, { blocks: [{ type: "thinking", text: "…" }] });
  });

  test("their buttons can be pressed", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    const { message_id: messageId } = await api.sendRichMessage(YOU, {
      html: '<tg-button-row><tg-button type="callback_data" data="in">Go</tg-button></tg-button-row>',
    });
    emulator.people.presses({ chatId: YOU, userId: YOU, messageId, data: "in" });
    expect((await api.getUpdates())[0]?.callback_query?.data).toBe("in");
  });
});
