import type { Update } from "@grammyjs/types";
import { createServer } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import type { EmulatorClock } from "./clock.ts";
import { createHandClock } from "./hand-clock.ts";
import { YOU, NOON, open, connect, refusal, reason, until, raw, says } from "../../test/support/bot-emulator.ts";

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
