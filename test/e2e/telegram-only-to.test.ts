import { Api } from "grammy";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Outgoing } from "../../src/core/ports/messenger.ts";
import { openEmulator, type Emulator } from "../../src/emulator/emulator.ts";
import { paragraph } from "../../src/lib/blocks.ts";
import { createRedactor } from "../../src/lib/redact.ts";
import { LEAVING_SHAPES } from "../../src/lib/secret-shapes.ts";
import { createSender } from "../../src/telegram/sender.ts";
import { createJumpingClock } from "../support/jumping-clock.ts";
import { createMemoryOutbox } from "../support/memory-outbox.ts";

const TOKEN = "1000000001:abcdefghijklmnopqrstuvwxyz012345678";
const [ADA, GRACE, LINUS] = [1001, 1002, 1003];
let emulator: Emulator;
let group: number;
beforeAll(async () => {
  const people = [
    { id: ADA, firstName: "Ada" },
    { id: GRACE, firstName: "Grace" },
    { id: LINUS, firstName: "Linus" },
  ];
  emulator = await openEmulator({ token: TOKEN, pageKey: "k", users: people });
  emulator.faults.rateLimits = false;
  group = emulator.people.createsGroup({ title: "Team", memberIds: [ADA, GRACE] }).chat.id;
});
afterAll(async () => emulator[Symbol.asyncDispose]());

function sender() {
  const outbox = createMemoryOutbox();
  const api = new Api(TOKEN, { apiRoot: emulator.apiRoot, timeoutSeconds: 10 });
  const parts = { outbox, api, clock: createJumpingClock(), random: () => 0.5, emit: () => undefined };
  return { ...createSender({ ...parts, redact: createRedactor([TOKEN], LEAVING_SHAPES) }), outbox };
}
function says(key: string, text: string, onlyTo: number, more: Partial<Outgoing> = {}): Outgoing {
  return { key, chat: { chatId: group, threadId: null }, onlyTo, anchor: key, blocks: [paragraph(text)], ...more };
}
/** What a person sees in the group that others do not, each message as it reads last. */
async function seenAlone(userId: number): Promise<string[]> {
  const end = `the end ${crypto.randomUUID()}`;
  emulator.people.says({ chatId: group, userId: ADA, text: end });
  const shown = new Map<number, string>();
  for await (const event of emulator.events(0)) {
    if (event.type === "message" && event.message.text === end) break;
    if (event.type !== "ephemeral" || event.userId !== userId) continue;
    const { ephemeral_message_id: id = 0, text, caption } = event.message;
    shown.set(id, text ?? caption ?? "(gone)");
  }
  return [...shown.values()];
}
const spoken = (chatId: number) =>
  emulator
    .messages(chatId)
    .filter(({ from }) => from?.is_bot === true)
    .map(({ text }) => text ?? "");

test("in a group only its person sees it, its edits and its file, and nobody else", async () => {
  await using s = sender();
  await s.messenger.put(says("q", "the secret plan", ADA, { keyboard: [[{ text: "Yes", data: "v1:x:1:y" }]] }));
  await s.messenger.put(says("f", "all of it", ADA, { file: { name: "all.txt", content: "secret" } }));
  await s.idle();
  await s.messenger.put(says("q", "decided", ADA));
  await s.idle();
  expect(await seenAlone(ADA)).toEqual(["decided", "all of it"]);
  expect(await seenAlone(GRACE)).toEqual([]);
  expect(spoken(group)).toEqual([]);
  expect((await s.outbox.get("q"))?.messageIds.every((id) => id < 0)).toBe(true);
});

test("what is too long for one message comes in several, and shrinks again", async () => {
  await using s = sender();
  await s.messenger.put(says("long", "word ".repeat(2000), GRACE));
  await s.idle();
  expect((await seenAlone(GRACE)).join(" ").match(/word/g)).toHaveLength(2000);
  await s.messenger.put(says("long", "short", GRACE));
  await s.idle();
  expect((await seenAlone(GRACE)).filter((text) => text !== "(gone)")).toEqual(["short"]);
});

test("who is not there to see it is asked in their private chat, and the answer is edited in there", async () => {
  await using s = sender();
  emulator.people.says({ chatId: LINUS, userId: LINUS, text: "/start" });
  await s.messenger.put(says("away", "for Linus alone", LINUS));
  await s.idle();
  expect(spoken(LINUS)).toEqual(["for Linus alone"]);
  await s.messenger.put(says("away", "decided", LINUS));
  await s.idle();
  expect(spoken(LINUS)).toEqual(["decided"]);
  expect(spoken(group)).toEqual([]);
});

test("where neither goes it stands in the group and says that it does", async () => {
  await using s = sender();
  const stranger = 4242;
  await s.messenger.put(says("nowhere", "for somebody far away", stranger));
  await s.idle();
  await s.messenger.put(says("nowhere", "decided", stranger));
  await s.idle();
  expect(spoken(group)).toEqual([expect.stringMatching(/meant for one person[^]*decided/)]);
});
