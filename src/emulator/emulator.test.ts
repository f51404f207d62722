import { Bot, GrammyError, InputFile } from "grammy";
import type { Message, Update } from "@grammyjs/types";
import { createServer } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import type { LocalEvent } from "./client-api.ts";
import type { EmulatorClock } from "./clock.ts";
import { openEmulator } from "./emulator.ts";
import type { Emulator, EmulatorOptions } from "./emulator.ts";
import { createHandClock } from "./hand-clock.ts";

const TOKEN = "42:local";
const YOU = 1001;
const NOON = Date.UTC(2026, 0, 1, 12);

async function open(options: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  const emulator = await openEmulator({ token: TOKEN, pageKey: "key", ...options });
  onTestFinished(() => emulator[Symbol.asyncDispose]());
  return emulator;
}
function connect({ apiRoot }: Emulator, token = TOKEN): Bot {
  return new Bot(token, { client: { apiRoot } });
}
async function refusal(call: Promise<unknown>): Promise<GrammyError> {
  const cause = await call.then(
    () => new Error("it was accepted"),
    (reason: unknown) => reason,
  );
  if (!(cause instanceof GrammyError)) throw cause;
  return cause;
}
async function reason(call: Promise<unknown>): Promise<string> {
  return (await refusal(call)).description;
}
type EventOf<T extends LocalEvent["type"]> = LocalEvent extends infer E
  ? E extends { type: infer U }
    ? T extends U
      ? E
      : never
    : never
  : never;
async function until<T extends LocalEvent["type"]>(
  events: AsyncIterableIterator<LocalEvent>,
  type: T,
  fits: (event: EventOf<T>) => boolean = () => true,
): Promise<EventOf<T>> {
  for (;;) {
    const { value, done } = await events.next();
    if (done === true) throw new Error(`No event "${type}" came.`);
    const event = value as EventOf<T>;
    if (event.type === type && fits(event)) return event;
  }
}
const raw = async (
  emulator: Emulator,
  method: string,
  init?: RequestInit,
): Promise<{ ok: boolean; error_code?: number; description?: string; result?: unknown }> =>
  (await (await fetch(`${emulator.apiRoot}/bot${TOKEN}/${method}`, init)).json()) as { ok: boolean };
const says = (emulator: Emulator, text: string): Message => emulator.people.says({ chatId: YOU, userId: YOU, text });

describe("a bot on long polling", () => {
  test("answers a command, edits its answer when its button is pressed, and answers the press", async () => {
    const emulator = await open();
    const bot = connect(emulator);
    bot.command("start", (ctx) =>
      ctx.reply("<b>Hi</b>", {
        parse_mode: "HTML",
        reply_markup: { inline_keyboard: [[{ text: "Go", callback_data: "go", style: "success" }]] },
      }),
    );
    bot.callbackQuery("go", async (ctx) => {
      await ctx.answerCallbackQuery({ text: "done", show_alert: true });
      await ctx.editMessageText("Gone");
    });
    const events = emulator.events();
    const running = bot.start();
    says(emulator, "/start");
    const { message } = await until(events, "message", (event) => event.message.from?.is_bot === true);
    expect(message).toMatchObject({ text: "Hi", entities: [{ type: "bold", offset: 0, length: 2 }] });
    const callbackId = emulator.people.presses({ chatId: YOU, userId: YOU, messageId: message.message_id, data: "go" });
    expect(await until(events, "callback-answered")).toMatchObject({ callbackId, text: "done", showAlert: true });
    expect((await until(events, "edited")).message).toMatchObject({ text: "Gone", message_id: message.message_id });
    expect(emulator.messages(YOU).map(({ text }) => text)).toEqual(["/start", "Gone"]);
    await bot.stop();
    await running;
  });

  test("a second poller ends the first with 409, and so does a webhook", async () => {
    const clock = createHandClock(NOON);
    const waits = Promise.withResolvers<void>();
    const after: EmulatorClock["after"] = (ms, fn) => {
      waits.resolve();
      return clock.after(ms, fn);
    };
    const emulator = await open({ clock: { now: () => clock.now(), after } });
    const api = connect(emulator).api;
    const first = refusal(api.getUpdates({ timeout: 30 }));
    await waits.promise;
    const second = api.getUpdates({ timeout: 30 });
    const { error_code: code, description } = await first;
    expect([code, description]).toEqual([
      409,
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    ]);
    says(emulator, "x");
    expect(await second).toHaveLength(1);
    await api.setWebhook("http://127.0.0.1:9/hook");
    expect((await refusal(api.getUpdates())).error_code).toBe(409);
  });

  test("offset confirms, a negative one keeps the last, limit cuts, kinds are remembered, a day is the longest wait", async () => {
    const clock = createHandClock(NOON);
    const emulator = await open({ clock });
    const api = connect(emulator).api;
    for (const text of ["a", "b", "c", "d"]) says(emulator, text);
    const texts = (updates: Update[]): unknown[] => updates.map(({ message }) => message?.text);
    const all = await api.getUpdates();
    expect(texts(all)).toEqual(["a", "b", "c", "d"]);
    expect(texts(await api.getUpdates({ limit: 2 }))).toEqual(["a", "b"]);
    expect(texts(await api.getUpdates({ offset: (all[0]?.update_id ?? 0) + 1 }))).toEqual(["b", "c", "d"]);
    expect(texts(await api.getUpdates({ offset: -1 }))).toEqual(["d"]);
    expect(texts(await api.getUpdates())).toEqual(["d"]);
    await api.getUpdates({ allowed_updates: ["callback_query"] });
    says(emulator, "unseen");
    await api.getUpdates({ allowed_updates: [] });
    says(emulator, "seen");
    expect(texts(await api.getUpdates())).toEqual(["d", "seen"]);
    clock.advance(24 * 60 * 60 * 1000 + 1);
    expect(await api.getUpdates()).toEqual([]);
  });

  test("reactions come only to those who ask for them", async () => {
    const emulator = await open();
    const api = connect(emulator).api;
    const { message_id: messageId } = await api.sendMessage(YOU, "rate me");
    emulator.people.reacts({ chatId: YOU, userId: YOU, messageId, emoji: "👎" });
    expect(await api.getUpdates({ allowed_updates: ["message_reaction"] })).toEqual([]);
    emulator.people.reacts({ chatId: YOU, userId: YOU, messageId, emoji: "👍" });
    const [update] = await api.getUpdates();
    expect(update?.message_reaction).toMatchObject({
      old_reaction: [{ emoji: "👎" }],
      new_reaction: [{ emoji: "👍" }],
      user: { id: YOU },
    });
    await api.setMessageReaction(YOU, messageId, [{ type: "emoji", emoji: "🔥" }]);
    expect(emulator.messages(YOU)[0]?.local_reactions).toHaveLength(2);
    expect(await reason(api.setMessageReaction(YOU, messageId, [{ type: "emoji", emoji: "🧀" as "🔥" }]))).toBe(
      "Bad Request: REACTION_INVALID",
    );
  });
});

describe("webhooks", () => {
  test("bring the update with the secret, again after a failure, and run the method in the answer", async () => {
    const clock = createHandClock(NOON);
    const emulator = await open({ clock });
    const api = connect(emulator).api;
    const taken: { headers: IncomingHttpHeaders; update: Update }[] = [];
    const statuses = [500, 200];
    const waiting: (() => void)[] = [];
    const hook = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        taken.push({ headers: request.headers, update: JSON.parse(body) as Update });
        response.writeHead(statuses.shift() ?? 200, { "content-type": "application/json" });
        response.end(JSON.stringify({ method: "sendMessage", chat_id: YOU, text: "from the hook" }));
        waiting.shift()?.();
      });
    });
    await new Promise<void>((resolve) => void hook.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void hook.close());
    const { port } = hook.address() as { port: number };
    says(emulator, "dropped");
    await api.setWebhook(`http://127.0.0.1:${port}/x`, {
      secret_token: "s3cret",
      drop_pending_updates: true,
      max_connections: 1,
    });
    const events = emulator.events();
    says(emulator, "hello");
    await expect.poll(async () => (await api.getWebhookInfo()).last_error_message).toContain("500");
    expect(await api.getWebhookInfo()).toMatchObject({ pending_update_count: 1, max_connections: 1 });
    clock.advance(1_000);
    expect((await until(events, "message", ({ message }) => message.text === "from the hook")).message.from?.id).toBe(
      42,
    );
    await expect.poll(async () => (await api.getWebhookInfo()).pending_update_count).toBe(0);
    expect(taken.map(({ update }) => update.message?.text)).toEqual(["hello", "hello"]);
    expect(taken[0]?.headers["x-telegram-bot-api-secret-token"]).toBe("s3cret");
    await api.deleteWebhook();
    expect(await api.getUpdates()).toEqual([]);
  });

  test("are refused with a wrong address or secret", async () => {
    const api = connect(await open()).api;
    expect(await reason(api.setWebhook("nonsense"))).toContain("bad webhook");
    expect(await reason(api.setWebhook("http://127.0.0.1:9/", { secret_token: "no spaces" }))).toContain(
      "unallowed characters",
    );
  });
});

describe("requests", () => {
  test("a wrong token is 401, an unknown method 404, and the four ways to send parameters are one", async () => {
    const emulator = await open();
    expect(await refusal(connect(emulator, "42:other").api.getMe())).toMatchObject({
      error_code: 401,
      description: "Unauthorized",
    });
    expect(await raw(emulator, "sendNothing")).toEqual({ ok: false, error_code: 404, description: "Not Found" });
    expect((await raw(emulator, `sendMessage?chat_id=${YOU}&text=query`)).ok).toBe(true);
    expect(
      (
        await raw(emulator, "sendmessage", {
          method: "POST",
          body: new URLSearchParams({ chat_id: `${YOU}`, text: "form" }),
        })
      ).ok,
    ).toBe(true);
    const form = new FormData();
    form.set("chat_id", `${YOU}`);
    form.set("text", "multipart");
    form.set("entities", JSON.stringify([{ type: "bold", offset: 0, length: 5 }]));
    expect((await raw(emulator, "sendMessage", { method: "POST", body: form })).ok).toBe(true);
    const body = JSON.stringify({ chat_id: YOU, text: "json" });
    expect(
      (await raw(emulator, "sendMessage", { method: "POST", body, headers: { "content-type": "application/json" } }))
        .ok,
    ).toBe(true);
    expect(emulator.messages(YOU).map(({ text }) => text)).toEqual(["query", "form", "multipart", "json"]);
  });

  test("a misspelt, missing or wrongly typed parameter is refused and noted", async () => {
    const emulator = await open();
    expect((await raw(emulator, `sendMessage?chat_id=${YOU}&text=a&parse_mod=HTML`)).description).toContain(
      "parse_mod",
    );
    expect(emulator.requests.at(-1)).toMatchObject({
      method: "sendMessage",
      unknownParameters: ["parse_mod"],
      outcome: { kind: "error", code: 400 },
    });
    expect((await raw(emulator, "sendMessage?text=a")).description).toBe("Bad Request: chat_id is empty");
    expect((await raw(emulator, `sendMessage?chat_id=${YOU}`)).description).toBe("Bad Request: message text is empty");
    expect((await raw(emulator, `editMessageText?chat_id=${YOU}&message_id=x&text=a`)).description).toContain(
      "message_id",
    );
    expect((await raw(emulator, `sendMessage?chat_id=${YOU}&text=a&reply_markup={`)).description).toBe(
      "Bad Request: can't parse reply keyboard markup JSON object",
    );
    expect((await raw(emulator, `sendMessage?chat_id=${YOU}&text=a&reply_markup=[]`)).description).toBe(
      "Bad Request: object expected as reply markup",
    );
    const lenient = await open({ strict: false });
    expect((await raw(lenient, `sendMessage?chat_id=${YOU}&text=a&parse_mod=HTML`)).ok).toBe(true);
    expect(lenient.requests.at(-1)?.unknownParameters).toEqual(["parse_mod"]);
  });
});

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

describe("files", () => {
  test("go up and come down; 20 MB is the most that comes down, 50 MB that goes up", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    const { document } = await api.sendDocument(YOU, new InputFile(Buffer.from("déjà"), "nötes.txt"), { caption: "c" });
    expect(document).toMatchObject({ file_name: "nötes.txt", mime_type: "text/plain", file_size: 6 });
    const { file_path: path } = await api.getFile(document.file_id);
    const url = `${emulator.apiRoot}/file/bot${TOKEN}/${path}`;
    expect(await (await fetch(url)).text()).toBe("déjà");
    expect((await fetch(url.replace(TOKEN, "42:other"))).status).toBe(401);
    expect((await api.sendDocument(YOU, document.file_id)).document.file_unique_id).toBe(document.file_unique_id);
    const large = emulator.people.sendsFile({
      chatId: YOU,
      userId: YOU,
      name: "big.bin",
      bytes: new Uint8Array(20 * 1024 * 1024 + 1),
    });
    expect(await reason(api.getFile(large.document?.file_id ?? ""))).toBe("Bad Request: file is too big");
    expect(await reason(api.sendDocument(YOU, new InputFile(new Uint8Array(), "e")))).toBe(
      "Bad Request: file must be non-empty",
    );
    expect(
      (await refusal(api.sendDocument(YOU, new InputFile(new Uint8Array(50 * 1024 * 1024 + 1), "b")))).error_code,
    ).toBe(413);
    expect(
      await reason(api.sendPhoto(YOU, new InputFile(Buffer.from("no picture, but long enough to look"), "p.png"))),
    ).toBe("Bad Request: IMAGE_PROCESS_FAILED");
    expect(await reason(api.sendDocument(YOU, "nothing"))).toBe(
      "Bad Request: wrong file identifier/HTTP URL specified",
    );
  });

  test("make an album of one kind", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    const item = (text: string) => ({
      type: "document" as const,
      media: new InputFile(Buffer.from(text), `${text}.txt`),
    });
    const album = await api.sendMediaGroup(YOU, [item("a"), item("b")]);
    expect(new Set(album.map((one: Message) => one.media_group_id)).size).toBe(1);
    expect(await reason(api.sendMediaGroup(YOU, [item("a")]))).toBe(
      "Bad Request: message group must include 2-10 items",
    );
    expect(emulator.messages(YOU)).toHaveLength(2);
  });
});

describe("albums of people", () => {
  test("come part by part under one id, in kinds that apps put together, ten at most, from one person", async () => {
    const emulator = await open();
    const part = (name: string, album: string, kind: "document" | "audio" | "sticker" = "document") =>
      emulator.people.sendsFile({ chatId: YOU, userId: YOU, name, bytes: Buffer.from(name), kind, album });
    const { api } = connect(emulator);
    part("a.txt", "77");
    part("b.txt", "77");
    const updates = await api.getUpdates({ limit: 10 });
    expect(updates.map(({ message }) => [message?.media_group_id, message?.document?.file_name])).toEqual([
      ["77", "a.txt"],
      ["77", "b.txt"],
    ]);
    expect(() => part("c.mp3", "77", "audio")).toThrow(/albums of their own/);
    expect(() => part("d.webp", "78", "sticker")).toThrow(/cannot be part of an album/);
    expect(() => part("e.txt", "an album")).toThrow(/1 to 18 digits/);
    for (let count = 2; count < 10; count += 1) part("more.txt", "77");
    expect(() => part("eleventh.txt", "77")).toThrow(/at most 10 parts/);
  });
  test("downloads break as they are ordered to, half of the bytes gone", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    const sent = emulator.people.sendsFile({ chatId: YOU, userId: YOU, name: "a.txt", bytes: Buffer.alloc(5000, 65) });
    const { file_path: path } = await api.getFile(sent.document?.file_id ?? "");
    const download = async () => (await fetch(`${emulator.apiRoot}/file/bot${TOKEN}/${path}`)).arrayBuffer();
    emulator.faults.next("download", { kind: "break", when: "after" });
    await expect(download()).rejects.toThrow();
    expect((await download()).byteLength).toBe(5000);
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

test("commands have scopes and languages, and rules for their names", async () => {
  const { api } = connect(await open());
  const list = [{ command: "start", description: "Begin" }];
  await api.setMyCommands(list);
  await api.setMyCommands([{ command: "los", description: "Los" }], {
    language_code: "de",
    scope: { type: "chat", chat_id: YOU },
  });
  expect(await api.getMyCommands()).toEqual(list);
  expect(await api.getMyCommands({ language_code: "de", scope: { type: "chat", chat_id: YOU } })).toEqual([
    { command: "los", description: "Los" },
  ]);
  expect(await api.getMyCommands({ language_code: "de" })).toEqual([]);
  await api.deleteMyCommands();
  expect(await api.getMyCommands()).toEqual([]);
  expect(await reason(api.setMyCommands([{ command: "Start", description: "x" }]))).toBe(
    "Bad Request: BOT_COMMAND_INVALID",
  );
  expect(await reason(api.setMyCommands([{ command: "a", description: "x".repeat(257) }]))).toBe(
    "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
  );
  expect(
    await reason(api.setMyCommands(Array.from({ length: 101 }, (_, i) => ({ command: `c${i}`, description: "x" })))),
  ).toBe("Bad Request: BOT_COMMANDS_TOO_MUCH");
  await api.setMyDescription("What it does");
  expect(await api.getMyDescription()).toEqual({ description: "What it does" });
});

describe("faults", () => {
  test("each strikes once, where it says", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    const { faults } = emulator;
    faults.next("sendMessage", { kind: "too-many-requests", retryAfter: 7 });
    expect(await refusal(api.sendMessage(YOU, "a"))).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
    faults.next("sendMessage", { kind: "server-error", code: 500 });
    expect((await refusal(api.sendMessage(YOU, "b"))).error_code).toBe(500);
    const lost = [
      { kind: "break", when: "before" },
      { kind: "server-error", code: 502 },
    ] as const;
    for (const fault of lost) {
      faults.next("sendMessage", fault);
      await expect(api.sendMessage(YOU, "c")).rejects.toThrow("Network request");
    }
    expect(emulator.messages(YOU)).toEqual([]);
    const done = [{ kind: "break", when: "after" }, { kind: "malformed" }, { kind: "duplicate-answer" }] as const;
    for (const fault of done) {
      faults.next("sendMessage", fault);
      await expect(api.sendMessage(YOU, "d")).rejects.toThrow("Network request");
    }
    expect(emulator.messages(YOU)).toHaveLength(3);
    says(emulator, "twice");
    faults.next("getUpdates", { kind: "duplicate-update" });
    const updates = await api.getUpdates();
    expect(updates.map(({ update_id }) => update_id)).toEqual([updates[0]?.update_id, updates[0]?.update_id]);
    expect(faults.pending).toBe(0);
  });

  test("a delay waits by the clock", async () => {
    const clock = createHandClock(NOON);
    const emulator = await open({ clock });
    emulator.faults.next("getMe", { kind: "delay", ms: 5_000 });
    let answered = false;
    const call = connect(emulator)
      .api.getMe()
      .then(() => (answered = true));
    await connect(emulator).api.getMyName();
    expect(answered).toBe(false);
    clock.advance(5_000);
    await call;
  });

  test("chance is the same for the same seed", async () => {
    const run = async (seed: number): Promise<string[]> => {
      const emulator = await open();
      emulator.faults.random(seed, { "break-after": 0.2, "too-many-requests": 0.2, malformed: 0.1 }, "sendMessage");
      const { api } = connect(emulator);
      const outcomes: string[] = [];
      for (let i = 0; i < 25; i++)
        outcomes.push(
          await api.sendMessage(YOU, `m${i}`).then(
            () => "ok",
            (cause: unknown) => String(cause).slice(0, 60),
          ),
        );
      return outcomes;
    };
    const first = await run(1);
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
    expect(new Set(first).size).toBeGreaterThan(2);
  });
});
