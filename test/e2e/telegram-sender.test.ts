import { Api } from "grammy";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Event } from "../../src/core/events.ts";
import type { Outgoing } from "../../src/core/ports/messenger.ts";
import type { OutboxStore } from "../../src/core/ports/store.ts";
import { openEmulator, type Emulator } from "../../src/emulator/emulator.ts";
import { bold, codeBlock, paragraph, type Block } from "../../src/lib/blocks.ts";
import { createRedactor } from "../../src/lib/redact.ts";
import { LEAVING_SHAPES } from "../../src/lib/secret-shapes.ts";
import { createSender, type SenderDependencies } from "../../src/telegram/sender.ts";
import { createHandClock } from "../support/hand-clock.ts";
import { createJumpingClock } from "../support/jumping-clock.ts";
import { createMemoryOutbox } from "../support/memory-outbox.ts";

const TOKEN = "1000000001:abcdefghijklmnopqrstuvwxyz012345678";
const SECRET = "hunter2-hunter2";
const ADA = 1001;
const BEN = 1002;
const LOSSY = ["break-after", "server-error-after", "malformed", "duplicate-answer"] as const;
let emulator: Emulator;
let group: number;
beforeAll(async () => {
  emulator = await openEmulator({
    token: TOKEN,
    pageKey: "k",
    users: [
      { id: ADA, firstName: "Ada" },
      { id: BEN, firstName: "Ben" },
    ],
  });
  group = emulator.people.createsGroup({ title: "Team", memberIds: [ADA, BEN] }).chat.id;
});
afterAll(async () => emulator[Symbol.asyncDispose]());
beforeEach(() => {
  emulator.faults.clear();
  emulator.faults.rateLimits = false;
});

type Setting = { outbox: OutboxStore; events: Event[] } & ReturnType<typeof createSender>;
function sender(given: Partial<SenderDependencies> = {}): Setting {
  const events: Event[] = [];
  const outbox = given.outbox ?? createMemoryOutbox();
  const made = createSender({
    outbox,
    api: new Api(TOKEN, { apiRoot: emulator.apiRoot, timeoutSeconds: 10 }),
    clock: createJumpingClock(),
    random: () => 0.5,
    emit: (event) => void events.push(event),
    redact: createRedactor([TOKEN, SECRET], LEAVING_SHAPES),
    ...given,
  });
  return { ...made, outbox, events };
}
function says(key: string, text: string | Block[], more: Partial<Outgoing> = {}): Outgoing {
  return {
    key,
    chat: { chatId: ADA, threadId: null },
    anchor: `anchor of ${key}`,
    blocks: typeof text === "string" ? [paragraph(text)] : text,
    ...more,
  };
}
function shown(chatId: number, after: number): { id: number; text: string }[] {
  return emulator
    .messages(chatId)
    .filter((message) => message.message_id > after && message.from?.is_bot === true)
    .map((message) => ({ id: message.message_id, text: message.text ?? message.caption ?? "" }));
}
function newest(chatId: number): number {
  return emulator.messages(chatId).at(-1)?.message_id ?? 0;
}
function texts(chatId: number, after: number): string[] {
  return shown(chatId, after).map(({ text }) => text);
}
function lossesSoFar(): number {
  return LOSSY.reduce((sum, kind) => sum + (emulator.faults.struck[kind] ?? 0), 0);
}
function requestsSince(from: number, method: string): number {
  return emulator.requests.slice(from).filter((request) => request.method === method).length;
}

test("under faults and a stop in the middle every final text is seen once and in order, and only anchors double", async () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const chats = [ADA, BEN, group];
    const before = new Map(chats.map((chatId) => [chatId, newest(chatId)]));
    const losses = lossesSoFar();
    emulator.faults.random(seed, {
      break: 0.08,
      "break-after": 0.08,
      "too-many-requests": 0.06,
      "server-error": 0.06,
      "server-error-after": 0.05,
      malformed: 0.04,
      "duplicate-answer": 0.04,
    });
    const outbox = createMemoryOutbox();
    const long = `${"wörd ".repeat(1100)}end ${seed}`;
    const first = sender({ outbox });
    for (const chatId of chats) {
      const chat = { chatId, threadId: null };
      await first.messenger.put(says(`${seed}:${chatId}:a`, `draft ${seed}`, { chat }));
      await first.messenger.put(says(`${seed}:${chatId}:b`, long, { chat }));
      await first.messenger.put(says(`${seed}:${chatId}:a`, `final a ${seed}`, { chat }));
      await first.messenger.put(says(`${seed}:${chatId}:c`, [paragraph(bold(`final c ${seed}`))], { chat }));
    }
    if (seed % 2 === 0) await first.idle();
    await first[Symbol.asyncDispose]();
    const second = sender({ outbox });
    await second.start();
    await second.idle();
    await second[Symbol.asyncDispose]();
    emulator.faults.clear();
    const doubled = lossesSoFar() - losses + chats.length; // The stop may cut one send a chat.
    let extra = 0;
    for (const chatId of chats) {
      const all = shown(chatId, before.get(chatId) ?? 0);
      const final = all.filter(({ text }) => !text.startsWith("anchor of") && text !== "…");
      expect(final.at(0)?.text, `seed ${seed}`).toBe(`final a ${seed}`);
      expect(final.at(-1)?.text, `seed ${seed}`).toBe(`final c ${seed}`);
      const middle = final.slice(1, -1).map(({ text }) => text);
      expect(middle.join(" ").replaceAll(/\s+/g, " "), `seed ${seed}`).toBe(long);
      extra += all.length - final.length;
    }
    expect(extra, `seed ${seed}`).toBeLessThanOrEqual(doubled);
    expect(await outbox.due()).toEqual([]);
  }
}, 110_000);

test("two texts at once are two messages, in their order", async () => {
  const after = newest(ADA);
  await using s = sender();
  await Promise.all([s.messenger.put(says("two:1", "first")), s.messenger.put(says("two:2", "second"))]);
  await s.idle();
  expect(texts(ADA, after)).toEqual(["first", "second"]);
});
test("a thousand messages arrive once each and in order", async () => {
  const after = newest(ADA);
  await using s = sender();
  const wanted = Array.from({ length: 1000 }, (_, index) => `message ${index}`);
  for (const text of wanted) await s.messenger.put(says(`many:${text}`, text, { anchor: text }));
  await s.idle();
  expect(texts(ADA, after)).toEqual(wanted);
});
test("an answer of 200 KB with quotes, tags, CJK and emoji stands whole in the chat, in order, under faults too", async () => {
  const lines = Array.from(
    { length: 2600 },
    (_, index) =>
      `${index}: she said "don't" & 'do', <b>a < b</b> &quot; 漢字かな 👩‍👩‍👧‍👦 e\u0301 ${"x".repeat(index % 50)}.`,
  );
  expect(Buffer.byteLength(lines.join("\n"))).toBeGreaterThan(200_000);
  const after = newest(ADA);
  emulator.faults.random(7, { break: 0.1, "too-many-requests": 0.1, "server-error": 0.1 });
  await using s = sender();
  await s.messenger.put(
    says(
      "whole:1",
      lines.map((line) => paragraph(line)),
    ),
  );
  await s.idle();
  const shownLines = texts(ADA, after).flatMap((text) => text.split("\n").filter((line) => line.trim() !== ""));
  expect(shownLines).toEqual(lines);
  expect(Object.keys(emulator.faults.struck).length).toBeGreaterThan(0);
});
test("a row put at the very moment its chat's writer ends is delivered", async () => {
  for (let turns = 0; turns < 20; turns += 1) {
    const after = newest(ADA);
    const second = Promise.withResolvers<void>();
    const late = async () => {
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      await s.messenger.put(says(`end:${turns}:b`, "two", { anchor: "two" }));
    };
    await using s = sender({
      emit: (event) => {
        if (event.kind === "message.sent" && event.key === `end:${turns}:a`) void late().then(second.resolve);
      },
    });
    await s.messenger.put(says(`end:${turns}:a`, "one", { anchor: "one" }));
    await second.promise;
    await s.idle();
    expect(texts(ADA, after), `${turns} turns later`).toEqual(["one", "two"]);
  }
});
test("an anchor is never the text itself: of a send made twice, only one can say it", async () => {
  const from = emulator.requests.length;
  const after = newest(ADA);
  await using s = sender();
  await s.messenger.put(says("bare", "Done.", { anchor: "Done." }));
  await s.idle();
  expect(emulator.requests.slice(from).map(({ payload }) => payload["text"])).toEqual(["Done. …", "Done."]);
  expect(texts(ADA, after)).toEqual(["Done."]);
});
test("edits in a burst become one, and the last version wins", async () => {
  const from = emulator.requests.length;
  const after = newest(ADA);
  const clock = createHandClock(1_000_000);
  await using s = sender({ clock });
  await s.messenger.put(says("burst", "version 0"));
  await s.idle();
  for (let version = 1; version <= 50; version += 1) await s.messenger.put(says("burst", `version ${version}`));
  await clock.untilSleeping(1000);
  expect(requestsSince(from, "editMessageText")).toBe(1);
  clock.advance(1000);
  await s.idle();
  expect(texts(ADA, after)).toEqual(["version 50"]);
  expect(requestsSince(from, "editMessageText")).toBe(2);
});
test("a chat that must wait does not hold up another", async () => {
  const after = newest(BEN);
  const clock = createHandClock(1_000_000);
  emulator.faults.next(({ payload }) => Number(payload["chat_id"]) === ADA, {
    kind: "too-many-requests",
    retryAfter: 77,
  });
  await using s = sender({ clock });
  await s.messenger.put(says("wait:a", "late"));
  await s.messenger.put(says("wait:b", "soon", { chat: { chatId: BEN, threadId: null } }));
  await clock.untilSleeping(77_000);
  while (!texts(BEN, after).includes("soon")) await new Promise((resolve) => setImmediate(resolve));
  clock.advance(77_000);
  await s.idle();
  expect((await s.outbox.get("wait:a"))?.deliveredVersion).toBe(1);
});
test("who blocked the bot costs one dead row with its reason, and new words are tried again", async () => {
  emulator.people.setsBotStatus(BEN, BEN, "kicked");
  await using s = sender();
  const chat = { chatId: BEN, threadId: null };
  await s.messenger.put(says("blocked", "hello", { chat }));
  await s.idle();
  expect((await s.outbox.get("blocked"))?.dead).toMatch(/blocked/i);
  expect(s.events).toMatchObject([{ kind: "message.refused", key: "blocked", chatId: BEN }]);
  emulator.people.setsBotStatus(BEN, BEN, "member");
  await s.messenger.put(says("blocked", "hello again", { chat }));
  await s.idle();
  expect(texts(BEN, 0)).toContain("hello again");
});
test("a text that was deleted is sent anew once, and faults on the way do not double it", async () => {
  await using s = sender();
  const after = newest(ADA);
  await s.messenger.put(says("gone", "one"));
  await s.idle();
  emulator.people.deletes({ chatId: ADA, userId: ADA, messageId: (await s.outbox.get("gone"))?.messageIds[0] ?? 0 });
  let edits = 0;
  emulator.faults.next(({ method }) => method === "editMessageText" && (edits += 1) === 2, {
    kind: "too-many-requests",
    retryAfter: 1,
  });
  await s.messenger.put(says("gone", "two"));
  await s.idle();
  expect(texts(ADA, after)).toEqual(["two"]);
});
test("a text that shrinks leaves no part behind, also when a part is gone already", async () => {
  await using s = sender();
  const after = newest(ADA);
  await s.messenger.put(says("shrink", [codeBlock("line\n".repeat(3000))]));
  await s.idle();
  const ids = (await s.outbox.get("shrink"))?.messageIds ?? [];
  expect(ids.length).toBeGreaterThan(2);
  emulator.people.deletes({ chatId: ADA, userId: ADA, messageId: ids.at(-1) ?? 0 });
  await s.messenger.put(says("shrink", "short"));
  await s.idle();
  expect(texts(ADA, after)).toEqual(["short"]);
  expect((await s.outbox.get("shrink"))?.dead).toBeNull();
});
test("a file takes the anchor's place, and a server that refuses that edit gets a document", async () => {
  await using s = sender();
  const after = newest(ADA);
  const file = { name: "a.txt", content: `key ${SECRET}` };
  await s.messenger.put(says("file:1", "the file", { file }));
  await s.idle();
  const refusing = new Api(TOKEN, { apiRoot: emulator.apiRoot });
  refusing.config.use(async (prev, method, payload, signal) =>
    method === "editMessageMedia"
      ? { ok: false, error_code: 400, description: "Bad Request: message can't be changed to media" }
      : prev(method, payload, signal),
  );
  await using other = sender({ api: refusing });
  await other.messenger.put(says("file:2", "the other file", { file }));
  await other.idle();
  const messages = emulator.messages(ADA).filter((message) => message.message_id > after);
  expect(messages.map(({ document, caption }) => [document?.file_name, caption])).toEqual([
    ["a.txt", "the file"],
    ["a.txt", "the other file"],
  ]);
});
test("entities that are refused become plain text", async () => {
  const after = newest(ADA);
  const refusing = new Api(TOKEN, { apiRoot: emulator.apiRoot });
  refusing.config.use(async (prev, method, payload, signal) =>
    method === "editMessageText" && "entities" in payload
      ? { ok: false, error_code: 400, description: "Bad Request: can't parse entities" }
      : prev(method, payload, signal),
  );
  await using other = sender({ api: refusing });
  await other.messenger.put(says("plain", [paragraph("a ", bold("b"))]));
  await other.idle();
  expect(texts(ADA, after)).toEqual(["a b"]);
});
test("a table is a rich message in a private chat, and text in a group or where rich is refused", async () => {
  const table: Block[] = [{ kind: "table", header: [["a"], ["b"]], rows: [[["1"], ["2"]]] }];
  await using s = sender();
  const after = newest(ADA);
  const afterGroup = newest(group);
  await s.messenger.put(says("table:1", table));
  await s.messenger.put(says("table:2", table, { chat: { chatId: group, threadId: null } }));
  await s.idle();
  expect(emulator.messages(ADA).find((message) => message.message_id > after)).toHaveProperty("rich_message");
  expect(texts(group, afterGroup)[0]).toContain("│");
  const refusing = new Api(TOKEN, { apiRoot: emulator.apiRoot });
  let asked = 0;
  refusing.config.use(async (prev, method, payload, signal) => {
    if (!("rich_message" in payload)) return prev(method, payload, signal);
    asked += 1;
    return { ok: false, error_code: 400, description: "Bad Request: rich messages are not supported" };
  });
  await using other = sender({ api: refusing });
  await other.messenger.put(says("table:3", table));
  await other.messenger.put(says("table:4", table));
  await other.idle();
  expect(texts(ADA, after).filter((text) => text.includes("│"))).toHaveLength(2);
  expect(asked).toBe(1);
});
test("no secret leaves by any way out, whole or across borders", async () => {
  const from = emulator.requests.length;
  await using s = sender();
  const address = `https://api.telegram.org/bot${TOKEN}/getFile`;
  const table: Block = { kind: "table", header: [[SECRET]], rows: [[[address]]] };
  await s.messenger.put(says("s:1", [table], { anchor: `anchor ${SECRET}` }));
  await s.messenger.put(says("s:2", [paragraph("hunter2", bold("-hunter2"))]));
  await s.messenger.put(says("s:3", [codeBlock(`${"x".repeat(4090)}${SECRET}`)]));
  await s.messenger.put(
    says("s:4", [paragraph({ kind: "link", url: `https://x.test/?key=${SECRET}`, children: ["link"] })], {
      keyboard: [[{ text: `press ${SECRET}`, data: "v1:x" }]],
    }),
  );
  await s.messenger.put(says("s:5", "file", { file: { name: `${SECRET}.txt`, content: address } }));
  await s.messenger.toast("1", SECRET);
  s.messenger.draft({ chatId: ADA, threadId: null }, 7, `thinking of ${SECRET}`);
  await s.idle();
  while (requestsSince(from, "sendMessageDraft") === 0) await new Promise((resolve) => setImmediate(resolve));
  const sent = JSON.stringify(emulator.requests.slice(from));
  expect(sent).not.toContain(SECRET);
  expect(sent).not.toContain("abcdefghijklmnopqrstuvwxyz012345678");
  const chat = JSON.stringify(emulator.messages(ADA));
  expect(chat).not.toContain("hunter2-");
  expect(chat).not.toContain("x".repeat(4090) + SECRET.slice(0, 6));
});
