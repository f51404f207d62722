import { Api } from "grammy";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Event } from "../../src/core/events.ts";
import { Fault } from "../../src/core/fault.ts";
import type { Incoming } from "../../src/core/incoming.ts";
import { openEmulator, type Emulator } from "../../src/emulator/emulator.ts";
import { openBot, type BotDependencies } from "../../src/telegram/bot.ts";
import { createRedactor } from "../../src/lib/redact.ts";
import { LEAVING_SHAPES } from "../../src/lib/secret-shapes.ts";
import { createJumpingClock } from "../support/jumping-clock.ts";

const TOKEN = "1000000001:abcdefghijklmnopqrstuvwxyz012345678";
const ADA = 1001;
const STRANGER = 1002;
let emulator: Emulator;
beforeEach(async () => {
  const users = [
    { id: ADA, firstName: "Ada" },
    { id: STRANGER, firstName: "Eve" },
  ];
  emulator = await openEmulator({ token: TOKEN, pageKey: "k", users });
});
afterEach(async () => emulator[Symbol.asyncDispose]());

function deps(given: Partial<BotDependencies> = {}) {
  const kept: Incoming[] = [];
  const events: Event[] = [];
  const refused = new Set<number>();
  const moves: [number, number][] = [];
  const clock = createJumpingClock();
  const made: BotDependencies = {
    api: new Api(TOKEN, { apiRoot: emulator.apiRoot }),
    desk: { receive: async (...incomings) => void kept.push(...incomings) },
    people: {
      mayTalk: async (userId) => userId === ADA,
      enter: async (_person, _chatId, code) =>
        code === "482913" ? { kind: "entered", role: "owner" } : { kind: "wrong" },
      refuseOnce: async (userId) => !refused.has(userId) && refused.add(userId).has(userId),
    },
    chats: { move: async (...moved) => void moves.push(moved) },
    commands: [{ name: "plan", summary: "Make a plan", usage: "<goal>", examples: ["/plan x"], role: "member" }],
    // Long polls are bounded by a wait that must not jump.
    clock: { ...clock, sleep: (ms, signal) => (ms >= 60_000 ? new Promise(() => undefined) : clock.sleep(ms, signal)) },
    emit: (event) => void events.push(event),
    redact: createRedactor([TOKEN], LEAVING_SHAPES),
    ...given,
  };
  return { made, kept, events, moves };
}
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
function says(text: string, userId = ADA): void {
  emulator.people.says({ chatId: userId, userId, text });
}
function botTexts(chatId: number): (string | undefined)[] {
  return emulator
    .messages(chatId)
    .filter((message) => message.from?.is_bot === true)
    .map((message) => message.text);
}

test("an update that could not be kept comes again, in order, and is confirmed only then", async () => {
  const kept: string[] = [];
  let full = 3;
  const { made, events } = deps({
    desk: {
      async receive(...incomings) {
        const texts = incomings.flatMap((incoming) => (incoming.kind === "text" ? [incoming.text] : []));
        if (texts.includes("two") && full-- > 0) throw new Fault("store.full", { path: "/db" });
        kept.push(...texts);
      },
    },
  });
  await using _ = await openBot(made);
  for (const text of ["one", "two", "three"]) says(text);
  await until(() => kept.length >= 3);
  expect(kept).toEqual(["one", "two", "three"]);
  expect(events.filter((event) => event.kind === "fault")).toHaveLength(3);
  expect(events[0]).toMatchObject({ code: "store.full" });
});
test("updates come through broken polls and server trouble", async () => {
  const { made, kept, events } = deps();
  for (const kind of ["before", "after"] as const) emulator.faults.next("getUpdates", { kind: "break", when: kind });
  emulator.faults.next("getUpdates", { kind: "server-error", code: 502 });
  emulator.faults.next("getUpdates", { kind: "malformed" });
  await using _ = await openBot(made);
  says("hello");
  await until(() => kept.length > 0);
  expect(kept).toMatchObject([{ kind: "text", text: "hello" }]);
  expect(JSON.stringify(events)).not.toContain(TOKEN);
});
test("a stranger is refused once, then met with silence, and reaches nobody", async () => {
  const { made, kept, events } = deps();
  await using _ = await openBot(made);
  for (const text of ["hi", "/start", "hello?"]) says(text, STRANGER);
  says("marker");
  await until(() => kept.length > 0 && botTexts(STRANGER).length > 0);
  expect(kept).toMatchObject([{ from: { userId: ADA } }]);
  expect(botTexts(STRANGER)).toHaveLength(1);
  expect(events).toMatchObject([{ kind: "stranger.refused", userId: STRANGER }]);
});
test("a stranger's press reaches nobody, in a group where another may talk as well", async () => {
  const { made, kept } = deps();
  const group = emulator.people.createsGroup({ title: "Team", memberIds: [ADA, STRANGER] }).chat.id;
  const message = await made.api.sendMessage(group, "may I?", {
    reply_markup: { inline_keyboard: [[{ text: "Yes", callback_data: "v1:a" }]] },
  });
  await using _ = await openBot(made);
  const press = { chatId: group, messageId: message.message_id, data: "v1:a" };
  emulator.people.presses({ ...press, userId: STRANGER });
  emulator.people.presses({ ...press, userId: ADA });
  const pressed = () => kept.filter(({ kind }) => kind !== "membership");
  await until(() => pressed().length > 0);
  expect(pressed()).toMatchObject([{ kind: "press", from: { userId: ADA } }]);
});
test("the pairing code lets in, and its message reaches nobody", async () => {
  const { made, kept } = deps();
  await using _ = await openBot(made);
  says("482913", STRANGER);
  await until(() => botTexts(STRANGER).length > 0);
  expect(botTexts(STRANGER)[0]).toMatch(/^Paired/);
  expect(kept).toEqual([]);
});
test("a refused token ends it with a fault that does not tell the token", async () => {
  const wrong = "1000000001:ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ";
  const { made } = deps({ api: new Api(wrong, { apiRoot: emulator.apiRoot }) });
  const error: unknown = await openBot(made).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "telegram.unauthorized" });
  expect(String(error)).not.toContain(wrong);
});
test("a menu that is refused is an event, not an end", async () => {
  emulator.faults.next("setMyCommands", { kind: "server-error", code: 500 });
  const { made, kept, events } = deps();
  await using _ = await openBot(made);
  says("hello");
  await until(() => kept.length > 0 && events.length > 0);
  expect(events).toMatchObject([{ kind: "fault", code: "telegram.commands" }]);
});
test("another poller is told of and waited for", async () => {
  const api = new Api(TOKEN, { apiRoot: emulator.apiRoot });
  let conflicts = 2;
  api.config.use(async (prev, method, payload, signal) =>
    method === "getUpdates" && conflicts-- > 0
      ? { ok: false, error_code: 409, description: "Conflict: terminated by other getUpdates request" }
      : prev(method, payload, signal),
  );
  const { made, kept, events } = deps({ api });
  await using _ = await openBot(made);
  says("hello");
  await until(() => kept.length > 0);
  expect(events.map((event) => event.kind === "fault" && event.code)).toEqual([
    "telegram.conflict",
    "telegram.conflict",
  ]);
});
test("a group that became another has everything of it moved before what is said there is kept", async () => {
  const { made, kept, moves } = deps();
  await using bot = await openBot(made);
  const group = { id: -77, type: "group" as const, title: "Team" };
  const ada = { id: ADA, is_bot: false, first_name: "Ada" };
  const date = 1_700_000_000;
  await bot.take([
    { update_id: 1, message: { message_id: 5, date, chat: group, from: ada, migrate_to_chat_id: -1_000_000_000_077 } },
    {
      update_id: 2,
      message: {
        message_id: 1,
        date,
        chat: { ...group, id: -1_000_000_000_077, type: "supergroup" },
        from: ada,
        text: "/plan",
      },
    },
  ] as Parameters<typeof bot.take>[0]);
  expect(moves).toEqual([[-77, -1_000_000_000_077]]);
  expect(kept).toMatchObject([{ chat: { chatId: -1_000_000_000_077 }, kind: "command" }]);
});
