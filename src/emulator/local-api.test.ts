import { request } from "node:http";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bot } from "grammy";
import { describe, expect, onTestFinished, test } from "vitest";
import type { LocalEvent, LocalState } from "./client-api.ts";
import { openEmulator } from "./emulator.ts";
import type { Emulator } from "./emulator.ts";

const KEY = "page-key";
const YOU = 1001;
const BEARER = { authorization: `Bearer ${KEY}` };

async function open(pageFolder?: string): Promise<Emulator> {
  const emulator = await openEmulator({
    token: "42:local",
    pageKey: KEY,
    ...(pageFolder === undefined ? {} : { pageFolder }),
  });
  onTestFinished(() => emulator[Symbol.asyncDispose]());
  return emulator;
}
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
async function post(
  emulator: Emulator,
  path: string,
  body: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const init = {
    method: "POST",
    headers: { ...BEARER, "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  const response = await fetch(`${emulator.apiRoot}/local/${path}`, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
/** `fetch` does not let a caller choose Host. */
function statusOf(emulator: Emulator, path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${emulator.apiRoot}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end();
  });
}
/** The next `count` events of the stream, and the stream closed. */
async function readEvents(emulator: Emulator, query: string, count: number): Promise<LocalEvent[]> {
  const stop = new AbortController();
  const response = await fetch(`${emulator.apiRoot}/local/events${query}`, { headers: BEARER, signal: stop.signal });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const events: LocalEvent[] = [];
  let text = "";
  for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    events.splice(
      0,
      events.length,
      ...[...text.matchAll(/^data: (.*)\n\n/gm)].map(([, data]) => JSON.parse(data ?? "") as LocalEvent),
    );
    if (events.length >= count) break;
  }
  stop.abort();
  return events;
}

describe("the door", () => {
  test("opens with the key in the address, which becomes a cookie that scripts cannot read", async () => {
    const emulator = await open(folderWith({ "index.html": "<p>chat</p>", "main.ts": "const a: number = 1;" }));
    const locked = await fetch(emulator.apiRoot);
    expect([locked.status, await locked.text()]).toEqual([401, expect.stringContaining("printed in the terminal")]);
    const opened = await fetch(emulator.pageUrl, { redirect: "manual" });
    const cookie = opened.headers.get("set-cookie") ?? "";
    expect([opened.status, opened.headers.get("location")]).toEqual([303, "/"]);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    expect(cookie).not.toContain(KEY);
    const headers = { cookie: cookie.split(";")[0] ?? "" };
    const page = await fetch(emulator.apiRoot, { headers });
    expect(await page.text()).toBe("<p>chat</p>");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const script = await fetch(`${emulator.apiRoot}/page/main.ts`, { headers });
    expect(script.headers.get("content-type")).toContain("text/javascript");
    expect((await script.text()).replaceAll(/\s+/g, " ")).toBe("const a = 1;");
    expect((await fetch(`${emulator.apiRoot}/page/main.js`, { headers })).status).toBe(200);
    expect((await fetch(`${emulator.apiRoot}/main.ts`, { headers })).status).toBe(200); // as `main.ts` in the page at / asks for it
    expect((await fetch(`${emulator.apiRoot}/page/..%2Femulator.ts`, { headers })).status).toBe(404);
    expect((await fetch(`${emulator.apiRoot}/local/state`, { headers })).status).toBe(200);
    expect((await fetch(`${emulator.apiRoot}/?key=wrong`, { redirect: "manual" })).status).toBe(401);
  });

  test.each([
    ["a request without any key", {}, 401],
    ["an empty bearer", { authorization: "Bearer " }, 401],
    ["a wrong bearer", { authorization: "Bearer other" }, 401],
    ["the key as cookie", { cookie: `sparks_chat=${KEY}` }, 401],
    ["the key", BEARER, 200],
    ["a foreign origin", { ...BEARER, origin: "http://evil.example" }, 403],
    ["an opaque origin", { ...BEARER, origin: "null" }, 403],
    ["another port's origin", { ...BEARER, origin: "http://127.0.0.1:1" }, 403],
    ["a rebound name", { ...BEARER, host: "evil.example" }, 403],
    ["no port in the name", { ...BEARER, host: "127.0.0.1" }, 403],
  ])("%s", async (_, headers, status) => {
    expect(await statusOf(await open(), "/local/state", headers)).toBe(status);
  });

  test("the Bot API is closed to rebound names too", async () => {
    expect(await statusOf(await open(), "/bot42:local/getMe", { host: "evil.example" })).toBe(403);
  });
});

describe("a person", () => {
  test("writes, edits, presses, reacts, makes people and groups; mistakes are sentences", async () => {
    const emulator = await open();
    const { api } = new Bot("42:local", { client: { apiRoot: emulator.apiRoot } });
    const said = await post(emulator, "messages", { chatId: YOU, userId: YOU, text: "/start" });
    expect(said.body["message"]).toMatchObject({ text: "/start", entities: [{ type: "bot_command" }] });
    const edit = await post(emulator, "edits", { chatId: YOU, userId: YOU, messageId: 1, text: "later" });
    expect(edit.body["message"]).toMatchObject({ text: "later" });
    const { message_id: messageId } = await api.sendMessage(YOU, "a", {
      reply_markup: { inline_keyboard: [[{ text: "x", callback_data: "y" }]] },
    });
    expect(
      (await post(emulator, "presses", { chatId: YOU, userId: YOU, messageId, data: "y" })).body["callbackId"],
    ).toMatch(/^\d+$/);
    expect((await post(emulator, "reactions", { chatId: YOU, userId: YOU, messageId, emoji: "👍" })).body).toEqual({});
    const user = (await post(emulator, "users", { firstName: "Ann" })).body["user"];
    expect(user).toMatchObject({ id: 1002, first_name: "Ann" });
    const { body } = await post(emulator, "chats", { title: "Team", memberIds: [YOU, 1002] });
    expect(body["chat"]).toMatchObject({ memberIds: [YOU, 1002], chat: { type: "group" } });
    await api.sendMessageDraft(YOU, 3, "…", { can_stop: true });
    expect((await post(emulator, "draft-stops", { chatId: YOU, draftId: 3 })).status).toBe(200);
    const kinds = (await api.getUpdates()).map((update) => Object.keys(update)[1]);
    expect(kinds).toEqual([
      "message",
      "edited_message",
      "callback_query",
      "my_chat_member",
      "message",
      "stopped_message_generation",
    ]);
    expect(await post(emulator, "messages", { chatId: YOU, userId: YOU, text: "a".repeat(4097) })).toEqual({
      status: 400,
      body: { error: "The text is longer than 4096 characters; send it in parts." },
    });
    expect((await post(emulator, "messages", { chatId: 1002, userId: YOU, text: "a" })).body["error"]).toBe(
      "That person is not in this chat.",
    );
    expect((await post(emulator, "messages", { chatId: YOU, text: "a" })).status).toBe(400);
    expect((await post(emulator, "nothing", {})).status).toBe(404);
  });

  test("sends a file, which the bot and the page can fetch, as a download unless it is harmless to show", async () => {
    const emulator = await open();
    const form = new FormData();
    for (const [name, value] of Object.entries({ chatId: `${YOU}`, userId: `${YOU}`, caption: "see" }))
      form.set(name, value);
    form.set("file", new Blob(["<script>alert(1)</script>"], { type: "text/html" }), "a.html");
    const response = await fetch(`${emulator.apiRoot}/local/messages`, { method: "POST", headers: BEARER, body: form });
    const { message } = (await response.json()) as { message: { document: { file_id: string }; caption: string } };
    expect(message).toMatchObject({ caption: "see", document: { file_name: "a.html" } });
    const file = await fetch(`${emulator.apiRoot}/local/files/${message.document.file_id}`, { headers: BEARER });
    expect(file.headers.get("content-type")).toBe("application/octet-stream");
    expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''a.html");
    expect(await file.text()).toContain("<script>");
  });
});

describe("the page", () => {
  test("loads the state and older messages in pages", async () => {
    const emulator = await open();
    for (let i = 1; i <= 60; i++) emulator.people.says({ chatId: YOU, userId: YOU, text: `m${i}` });
    const state = (await (await fetch(`${emulator.apiRoot}/local/state`, { headers: BEARER })).json()) as LocalState;
    expect(state.messages[YOU]?.map(({ text }) => text).slice(0, 1)).toEqual(["m11"]);
    expect(state.chats[0]).toMatchObject({ lastMessageId: 60, memberIds: [YOU] });
    const older = await fetch(`${emulator.apiRoot}/local/messages?chat=${YOU}&before=11&limit=3`, { headers: BEARER });
    expect(((await older.json()) as { messages: { text: string }[] }).messages.map(({ text }) => text)).toEqual([
      "m8",
      "m9",
      "m10",
    ]);
  });

  test("follows events without gap or repeat over a lost connection, and is told when they are gone", async () => {
    const emulator = await open();
    const { seq } = (await (await fetch(`${emulator.apiRoot}/local/state`, { headers: BEARER })).json()) as LocalState;
    for (const text of ["a", "b", "c"]) emulator.people.says({ chatId: YOU, userId: YOU, text });
    const first = await readEvents(emulator, `?after=${seq}`, 2);
    const last = first[1]?.seq ?? 0;
    emulator.people.says({ chatId: YOU, userId: YOU, text: "d" });
    const rest = await readEvents(emulator, `?after=${last}`, 2);
    const texts = [...first.slice(0, 2), ...rest].map((event) =>
      event.type === "message" ? event.message.text : event.type,
    );
    expect(texts).toEqual(["a", "b", "c", "d"]);
    expect(await statusOf(emulator, "/local/events?after=999999", BEARER)).toBe(410);
    for (let i = 0; i < 10_001; i++)
      emulator.people.reacts({ chatId: YOU, userId: YOU, messageId: 1, emoji: i % 2 === 0 ? "👍" : null });
    expect(await statusOf(emulator, `/local/events?after=${seq}`, BEARER)).toBe(410);
  });
});
