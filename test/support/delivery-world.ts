import { Api, HttpError } from "grammy";
import type { Event } from "../../src/core/events.ts";
import type { Outgoing } from "../../src/core/ports/messenger.ts";
import type { OutboxStore } from "../../src/core/ports/store.ts";
import { paragraph } from "../../src/lib/blocks.ts";
import { instant, type Clock } from "../../src/lib/time.ts";
import { createSender, type Sender } from "../../src/telegram/sender.ts";
import { createMemoryOutbox } from "./memory-outbox.ts";

/** What one run ended with; `problems` is empty when every promise was kept. */
export type RunEnd = {
  readonly problems: readonly string[];
  readonly kills: number;
  readonly faults: number;
  /** Sends of which nobody could know whether they arrived. */
  readonly ambiguous: number;
  /** Anchors that stand in a chat without being anybody's. */
  readonly orphans: number;
};
const CHATS = [7, -1009] as const;
const FAULTS = ["drop-request", "drop-response", "duplicate", "429", "500", "slow"] as const;

/**
 * One life of messages in a world whose time, network and deaths are all drawn from `seed`: the real sender on a durable
 * outbox, a chat that answers as the Bot API does, any request or response lost, late, doubled or refused, and the process killed before or
 * after any of its calls. Then the faults stop, and what people see is looked at.
 */
export async function runDelivery(seed: number, outbox: OutboxStore = createMemoryOutbox()): Promise<RunEnd> {
  const roll = createRoll(seed);
  const time = createTime();
  const chat = createChat();
  const faults = { left: 3 + roll(12), rate: 5 + roll(60), made: 0, ambiguous: 0, kills: 0 };
  let life = open();
  let rising: Promise<void> | null = null;

  const plan = Array.from({ length: 2 + roll(5) }, (_, index) => index);
  const versions = new Map<string, string>();
  const order = new Map<number, string[]>();
  for (const index of plan) {
    const [chatId, edits] = [CHATS[roll(2)] ?? 7, roll(3)];
    const key = `k${index}`;
    order.set(chatId, [...(order.get(chatId) ?? []), key]);
    for (let edit = 0; edit <= edits; edit += 1) {
      const message = messageOf(key, chatId, edit, roll);
      versions.set(key, textOf(message));
      // Some is said by two at once, as after a start.
      await Promise.all(Array.from({ length: 1 + (roll(6) === 0 ? 1 : 0) }, async () => put(message)));
      for (let step = roll(6); step > 0; step -= 1) await time.step();
    }
  }
  faults.rate = 0;
  for (let step = 0; step < 5000 && (await busy()); step += 1) await time.step();
  return {
    problems: [...(await judge()), ...chat.problems],
    kills: faults.kills,
    faults: faults.made,
    ambiguous: faults.ambiguous,
    orphans: chat.messages.length - (await partsOf()),
  };

  /** Said by whoever has something to say: begun again after a death, as the inbox does. */
  async function put(message: Outgoing): Promise<void> {
    for (;;) {
      const ended = await Promise.race([
        life.sender.messenger.put(message).then(() => "put" as const),
        life.died.then(() => "died" as const),
        time.untilStuck(),
      ]);
      if (ended === "put") return;
      if (life.dead) await rise();
    }
  }
  async function busy(): Promise<boolean> {
    if (life.dead) await rise();
    return (await outbox.due()).length > 0;
  }
  /**
   * The next life, a second later: what was on its way when the process died has arrived by then. (A request that arrives later than what
   * the next life says would undo it; the Bot API gives no means against that.)
   */
  function rise(): Promise<void> {
    rising ??= begin().finally(() => {
      rising = null;
    });
    return rising;
  }
  async function begin(): Promise<void> {
    const until = time.now() + 1000;
    while (time.now() < until && time.waiting()) await time.step();
    life = open();
  }
  function open(): Life {
    const died = Promise.withResolvers<void>();
    const own: Own = { dead: false, unanswered: 0 };
    const kill = () => {
      own.dead = true;
      faults.kills += 1;
      // What arrived and whose answer is still on its way: nobody will hear it.
      faults.ambiguous += own.unanswered;
      died.resolve();
    };
    // Of a dead process nothing comes back: what it waited for never ends.
    const alive = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      if (!own.dead && faults.rate > 0 && roll(90) === 0) kill();
      if (own.dead) return new Promise(() => undefined);
      const result = await work();
      if (!own.dead && faults.rate > 0 && roll(90) === 0) kill();
      return own.dead ? new Promise(() => undefined) : result;
    };
    const clock: Clock = { now: time.now, sleep: (ms, signal) => alive(() => time.sleep(ms, signal)) };
    const store: OutboxStore = {
      put: (...given) => alive(() => outbox.put(...given)),
      settled: () => alive(() => outbox.settled()),
      due: () => alive(() => outbox.due()),
      get: (key) => alive(() => outbox.get(key)),
      receipt: (...given) => alive(() => outbox.receipt(...given)),
      byMessage: (...given) => alive(() => outbox.byMessage(...given)),
    };
    const api = new Api("1:token");
    api.config.use((_, method, payload) => alive(() => request(method, payload as Payload, own)) as never);
    const events: Event[] = [];
    const sender = createSender({
      outbox: store,
      api,
      clock,
      random: () => roll(1000) / 1000,
      emit: (event) => void events.push(event),
      redact: (text) => text,
      rich: () => "off",
    });
    void sender.start();
    return {
      sender,
      died: died.promise,
      kill,
      get dead() {
        return own.dead;
      },
    };
  }
  /** One call over a network that is not to be trusted. */
  async function request(method: string, payload: Payload, own: Own): Promise<unknown> {
    const fault = faults.left > 0 && roll(100) < faults.rate ? FAULTS[roll(FAULTS.length)] : undefined;
    if (fault !== undefined) {
      faults.left -= 1;
      faults.made += 1;
    }
    await time.sleep(1 + roll(40));
    if (fault === "429")
      return {
        ok: false,
        error_code: 429,
        description: "Too Many Requests: retry after 1",
        parameters: { retry_after: 1 },
      };
    if (fault === "500") return { ok: false, error_code: 500, description: "Internal Server Error" };
    if (fault === "drop-request") throw new HttpError("Network request failed!", new Error("reset"));
    const answer = chat.serve(method, payload);
    const isSend = method === "sendMessage";
    if (isSend && own.dead) faults.ambiguous += 1;
    if (isSend) own.unanswered += 1;
    // The same request delivered again by a proxy that retried: only what may be repeated is.
    if (fault === "duplicate" && !isSend) chat.serve(method, payload);
    if (fault === "slow") await time.sleep(20_000);
    if (isSend) own.unanswered -= 1;
    if (fault === "drop-response") {
      if (isSend && !own.dead) faults.ambiguous += 1;
      throw new HttpError("Network request failed!", new Error("reset"));
    }
    return answer;
  }
  async function partsOf(): Promise<number> {
    const rows = await Promise.all([...versions.keys()].map((key) => outbox.get(key)));
    return rows.reduce((sum, row) => sum + (row?.messageIds.length ?? 0), 0);
  }
  async function judge(): Promise<readonly string[]> {
    const problems: string[] = [];
    if ((await outbox.due()).length > 0) problems.push("not all was delivered in the end");
    const firstIds = new Map<string, number>();
    let parts = 0;
    for (const [key, text] of versions) {
      const ids = (await outbox.get(key))?.messageIds ?? [];
      const shown = ids.map((id) => chat.messages.find((message) => message.id === id)?.text ?? "");
      firstIds.set(key, ids[0] ?? 0);
      parts += ids.length;
      if (shown.join("") !== text) problems.push(`${key}: shows "${shown.join("|")}" instead of "${text}"`);
      if (ids.some((id, index) => id < (ids[index - 1] ?? 0))) problems.push(`${key}: parts out of order`);
      for (const part of shown) {
        const seen = chat.messages.filter((message) => message.text === part).length;
        if (seen !== 1) problems.push(`${key}: "${part}" is visible ${seen} times`);
      }
    }
    for (const [chatId, keys] of order) {
      const ids = keys.map((key) => firstIds.get(key) ?? 0);
      if (ids.some((id, index) => id < (ids[index - 1] ?? 0)))
        problems.push(`chat ${chatId} shows its messages out of order: ${ids.join(", ")}`);
    }
    const orphans = chat.messages.length - parts;
    if (orphans > faults.ambiguous + faults.kills)
      problems.push(`${orphans} anchors stand about, of ${faults.ambiguous} doubtful sends`);
    return problems;
  }
}
type Life = { readonly sender: Sender; readonly died: Promise<void>; readonly dead: boolean; kill(): void };
/** What the world knows of one process. `unanswered`: its sends that arrived and whose answer has not come back. */
type Own = { dead: boolean; unanswered: number };
type Payload = { readonly chat_id: number; readonly message_id: number; readonly text: string };

/** Some are one line whose anchor says it all, some are long, some have buttons. */
function messageOf(key: string, chatId: number, edit: number, roll: (below: number) => number): Outgoing {
  const words = roll(6) === 0 ? 1200 : roll(3) === 0 ? 60 : 0;
  const more = Array.from({ length: words }, (_, index) => ` ${key}${edit}w${index}`).join("");
  const text = `${key} says ${edit}${more}.`;
  return {
    key,
    chat: { chatId, threadId: null },
    anchor: roll(2) === 0 ? text : `${key} has something to say`,
    blocks: [paragraph(text)],
    ...(roll(3) === 0 ? { keyboard: [[{ text: "Yes", data: `v1:task:${edit}:stop` }]] } : {}),
  };
}
function textOf({ blocks }: Outgoing): string {
  const [block] = blocks;
  if (block?.kind !== "paragraph") return "";
  return block.inline.map((inline) => (typeof inline === "string" ? inline : "")).join("");
}

/** Answers as the Bot API does, as far as the sender asks. */
function createChat() {
  const messages: { id: number; chatId: number; text: string; markup: string }[] = [];
  const problems: string[] = [];
  let last = 100;
  const refuse = (description: string) => ({ ok: false, error_code: 400, description: `Bad Request: ${description}` });
  return {
    messages,
    problems,
    serve(method: string, payload: Payload & { readonly reply_markup?: unknown }): unknown {
      const { chat_id: chatId, text } = payload;
      const markup = JSON.stringify(payload.reply_markup ?? null);
      if (method === "sendMessage") {
        if (text.trim() === "" || text.length > 4096) problems.push(`a text of ${text.length} characters was sent`);
        last += 1;
        messages.push({ id: last, chatId, text, markup });
        return { ok: true, result: { message_id: last, date: 0, chat: { id: chatId, type: "private" } } };
      }
      const message = messages.find((each) => each.id === payload.message_id && each.chatId === chatId);
      if (method === "editMessageText") {
        if (message === undefined) return refuse("message to edit not found");
        if (message.text === text && message.markup === markup)
          return refuse("message is not modified: specified new message content and reply markup are exactly the same");
        Object.assign(message, { text, markup });
        return { ok: true, result: true };
      }
      if (method === "deleteMessage") {
        if (message === undefined) return refuse("message to delete not found");
        messages.splice(messages.indexOf(message), 1);
        return { ok: true, result: true };
      }
      problems.push(`nobody expected ${method}`);
      return refuse("unknown method");
    },
  };
}
/** Time that moves only when nothing else can happen. */
function createTime() {
  let now = 1_700_000_000_000;
  let count = 0;
  const timers: { at: number; order: number; wake: () => void }[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => instant(now),
    waiting: () => timers.length > 0,
    sleep(ms: number, signal?: AbortSignal): Promise<void> {
      if (signal?.aborted === true) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = { at: now + Math.max(0, ms), order: (count += 1), wake: resolve };
        timers.push(timer);
        signal?.addEventListener(
          "abort",
          () => {
            const index = timers.indexOf(timer);
            if (index >= 0) timers.splice(index, 1);
            resolve();
          },
          { once: true },
        );
      });
    },
    /** Lets all that can happen happen, then moves on to the next moment at which something does. */
    async step(): Promise<void> {
      await settle();
      timers.sort((a, b) => a.at - b.at || a.order - b.order);
      const next = timers.shift();
      if (next === undefined) return;
      now = Math.max(now, next.at);
      next.wake();
      await settle();
    },
    /** Resolves when all that could happen by itself has. */
    async untilStuck(): Promise<"stuck"> {
      await settle();
      await settle();
      return "stuck";
    },
  };
}
/** Mulberry32: whole numbers from 0 up to `below`, the same for the same seed. */
function createRoll(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
