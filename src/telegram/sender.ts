import type { Api } from "grammy";
import type { Emit } from "../core/events.ts";
import type { Messenger, Outgoing } from "../core/ports/messenger.ts";
import type { OutboxRow, OutboxStore, RichWish } from "../core/ports/store.ts";
import { plainText } from "../lib/blocks-text.ts";
import type { Clock } from "../lib/time.ts";
import { createDrafts } from "./drafts.ts";
import { createMarks } from "./marks.ts";
import type { Locale } from "./localise.ts";
import { cutText } from "./redact.ts";
import type { Redactor } from "../lib/redact.ts";
import { backoffMs, isRefusal } from "./refusals.ts";
import type { Prepared } from "./prepare.ts";
import { createShow, type Show } from "./show.ts";

/** One writer a chat, and the messenger that feeds them. Closing it lets requests under way end, for five seconds at most. */
export interface Sender extends AsyncDisposable {
  readonly messenger: Messenger;
  /** Takes up what was put and not delivered before the last end. */
  start(): Promise<void>;
  /** Resolves when everything that is due has been delivered. */
  idle(): Promise<void>;
}
export type SenderDependencies = {
  readonly outbox: OutboxStore;
  readonly api: Api;
  readonly clock: Clock;
  readonly random: () => number;
  readonly emit: Emit;
  readonly redact: Redactor;
  readonly rich?: (chatId: number) => RichWish;
  readonly locale?: (chatId: number) => Locale;
};
/** Telegram allows about one message a second in a private chat and twenty a minute in a group. */
const EDIT_EVERY_MS = { private: 1000, group: 3000 };
const CLOSE_GRACE_MS = 5000;
/** Deliveries of one chat at the same time: an edit, which waits for the disk, need not be waited for by the message after it. */
const MOST_UNDER_WAY = 64;
/** Edits remembered for their pace; older ones are long past it. */
const EDITS_KEPT = 1000;
/** Attempts after which trouble is told to the log, once a row. */
const TOLD_AFTER = 2;
// Bot API: 0-200 characters in the answer to a callback query.
const MAX_TOAST = 200;

/** A row that is to be written. `isNewest`: nothing of it was ever shown, and nobody but its writer will change it. */
type Due = { readonly row: OutboxRow; readonly isNewest: boolean };
type Writer = {
  readonly chatId: number;
  /** What is to be written, in the order in which the keys came. */
  readonly keys: Map<string, Due>;
  /** Deliveries that have begun, by key; they never reject. */
  readonly underWay: Map<string, Promise<void>>;
  awake: () => void;
  done: Promise<void>;
};

export function createSender(deps: SenderDependencies): Sender {
  const { outbox, api, clock, redact } = deps;
  const closing = new AbortController();
  const cutting = new AbortController();
  const writers = new Map<number, Writer>();
  const pace = createPace(clock);
  const show = createShow({ ...deps, signal: cutting.signal });
  const marks = createMarks(api);
  const drafts = createDrafts(deps, closing.signal);

  function due(row: OutboxRow, isNewest = false): void {
    const { chatId } = row.message.chat;
    const writer = writers.get(chatId);
    if (writer !== undefined) {
      writer.keys.set(row.key, { row, isNewest });
      writer.awake();
      return;
    }
    const fresh: Writer = {
      chatId,
      keys: new Map([[row.key, { row, isNewest }]]),
      underWay: new Map(),
      awake: () => undefined,
      done: Promise.resolve(),
    };
    writers.set(chatId, fresh);
    fresh.done = write(fresh);
  }
  function isBusy({ key, chat }: Outgoing): boolean {
    const writer = writers.get(chat.chatId);
    return writer !== undefined && (writer.keys.has(key) || writer.underWay.has(key));
  }
  /** Delivers one row after another until none is left. A row put again meanwhile is delivered again, at its newest. */
  async function write(writer: Writer): Promise<void> {
    await Promise.resolve();
    while (!closing.signal.aborted) {
      const next = pick(writer);
      if (next === null && writer.underWay.size === 0) break;
      if (next === null || writer.underWay.size >= MOST_UNDER_WAY) {
        await change(writer);
        continue;
      }
      if (next.waitMs > 0) {
        await nap(writer, next.waitMs);
        continue;
      }
      await begin(writer, next.due);
    }
    if (writer.underWay.size > 0) await Promise.all(writer.underWay.values());
    // In the same turn as the look at an empty list: a row put later finds no writer and makes its own.
    writers.delete(writer.chatId);
  }
  /**
   * Resolves when the row's messages stand in the chat, so that the next one may follow; what they are to say is written on meanwhile.
   */
  async function begin({ keys, underWay }: Writer, due: Due): Promise<void> {
    const { key } = due.row;
    keys.delete(key);
    const placed = Promise.withResolvers<void>();
    const work = deliver(deps, { show, pace, closing: closing.signal, onPlaced: placed.resolve }, due);
    const over = work.finally(() => {
      underWay.delete(key);
      placed.resolve();
    });
    underWay.set(key, over);
    await placed.promise;
  }
  /** The first row that may be written now, or how long until one may. */
  function pick({ keys, underWay }: Writer): { due: Due; waitMs: number } | null {
    let soonest: { due: Due; waitMs: number } | null = null;
    for (const due of keys.values()) {
      if (underWay.has(due.row.key)) continue;
      const waitMs = pace.waitMs(due.row);
      if (waitMs === 0) return { due, waitMs };
      if (soonest === null || waitMs < soonest.waitMs) soonest = { due, waitMs };
    }
    return soonest;
  }
  /** Resolves when a delivery ends or another row is due. */
  async function change(writer: Writer): Promise<void> {
    const woken = Promise.withResolvers<void>();
    writer.awake = woken.resolve;
    await Promise.race([...writer.underWay.values(), woken.promise]);
    writer.awake = () => undefined;
  }
  async function nap(writer: Writer, ms: number): Promise<void> {
    const woken = new AbortController();
    writer.awake = () => woken.abort();
    await clock.sleep(ms, AbortSignal.any([woken.signal, closing.signal]));
    writer.awake = () => undefined;
  }
  let starting: Promise<void> | null = null;
  let takingUp: "not begun" | "under way" | "over" = "not begun";
  async function takeUp(): Promise<void> {
    takingUp = "under way";
    try {
      for (const row of await outbox.due()) due(row);
    } finally {
      takingUp = "over";
    }
  }
  async function allDone(): Promise<void> {
    await Promise.all([...writers.values()].map((writer) => writer.done));
  }
  const messenger: Messenger = {
    async put(message) {
      drafts.end(message.chat.chatId);
      const [before, wasBusy] = [takingUp, isBusy(message)];
      const row = await outbox.put(message, clock.now());
      // What is put during the start comes after what it takes up: an older message goes first.
      if (takingUp === "under way") await starting?.catch(() => undefined);
      // The start or somebody who said the same may have had it shown meanwhile.
      const isNewest = row.version === 1 && before === takingUp && !wasBusy && !isBusy(message);
      if (row.deliveredVersion < row.version && row.dead === null) due(row, isNewest);
    },
    async toast(callbackId, text, options) {
      // Bot API: a query answered late, or not from Telegram at all, is refused; the act it stood for is done either way.
      await api
        .answerCallbackQuery(callbackId, {
          text: cutText(redact(text), MAX_TOAST),
          show_alert: options?.alert ?? false,
        })
        .catch(() => undefined);
    },
    react: marks.set,
    typing: ({ chatId, threadId }) =>
      void api
        .sendChatAction(chatId, "typing", threadId === null ? {} : { message_thread_id: threadId })
        .catch(() => undefined),
    draft: drafts.show,
  };
  return {
    messenger,
    start() {
      starting ??= takeUp();
      return starting;
    },
    async idle() {
      while (writers.size > 0) await allDone();
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      const over = new AbortController();
      void clock.sleep(CLOSE_GRACE_MS, over.signal).then(() => cutting.abort());
      await allDone();
      over.abort();
    },
  };
}
/** When each message may be written again. The first content follows its anchor at once; only repeats are held back. */
type Pace = { waitMs(row: OutboxRow): number; note(key: string): void };
function createPace(clock: Clock): Pace {
  const last = new Map<string, number>();
  return {
    waitMs({ key, message: { chat } }) {
      const every = chat.chatId > 0 ? EDIT_EVERY_MS.private : EDIT_EVERY_MS.group;
      return Math.max(0, (last.get(key) ?? Number.NEGATIVE_INFINITY) + every - clock.now());
    },
    note(key) {
      last.delete(key);
      last.set(key, clock.now());
      const [oldest] = last.keys();
      if (last.size > EDITS_KEPT && oldest !== undefined) last.delete(oldest);
    },
  };
}
type Delivery = {
  readonly show: Show;
  readonly pace: Pace;
  readonly closing: AbortSignal;
  readonly onPlaced: () => void;
};

/** Tries until the row is delivered, refused for good, or the sender closes. Never throws. */
async function deliver(deps: SenderDependencies, delivery: Delivery, due: Due): Promise<void> {
  const { pace, closing } = delivery;
  const { key } = due.row;
  for (let attempt = 0; !closing.aborted; attempt += 1) {
    try {
      const row = due.isNewest && attempt === 0 ? due.row : await deps.outbox.get(key);
      if (row === null || row.dead !== null || row.deliveredVersion >= row.version) return;
      const outcome = await attemptShow(delivery, row);
      if (outcome.kind === "refused") {
        if (await hasMoved(deps, row)) continue;
        return await bury(deps, row, deps.redact(outcome.reason));
      }
      pace.note(key);
      await deps.outbox.receipt(key, { messageIds: outcome.ids, deliveredVersion: row.version, dead: null });
      // A card that lives is edited every second; what it says stands in other events.
      if (row.deliveredVersion === 0 || row.message.silent !== true) tellSent(deps, row);
      return;
    } catch (error) {
      if (attempt === TOLD_AFTER) tellTrouble(deps, error);
      await deps.clock.sleep(backoffMs(error, attempt, deps.random), closing);
    }
  }
}
type Attempt =
  | { readonly kind: "shown"; readonly ids: readonly number[] }
  | { readonly kind: "refused"; readonly reason: string };
/** @throws what may pass: a broken network, a server in trouble or asking for patience, a full disk */
async function attemptShow({ show, onPlaced }: Delivery, row: OutboxRow): Promise<Attempt> {
  let prepared: Prepared;
  try {
    prepared = show.prepare(row);
  } catch (error) {
    // A mistake of ours, the same each time: it must not hold up what comes after it.
    return { kind: "refused", reason: `cannot be rendered: ${messageOf(error)}` };
  }
  try {
    return { kind: "shown", ids: await show.show(row, prepared, onPlaced) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { kind: "refused", reason: error.description };
  }
}
const MOST_SAID = 4000;
function tellSent({ emit, redact }: SenderDependencies, { key, message, version }: OutboxRow): void {
  const text = redact(plainText(message.blocks)).slice(0, MOST_SAID).toWellFormed();
  emit({ kind: "message.sent", key, chatId: message.chat.chatId, edits: version, text });
}
/** A group became a supergroup while the row was on its way. */
async function hasMoved({ outbox }: SenderDependencies, { key, message }: OutboxRow): Promise<boolean> {
  const now = await outbox.get(key);
  return now !== null && now.message.chat.chatId !== message.chat.chatId;
}
/** Gives the row up, unless it says something else by now: that is queued, and may go through. */
async function bury({ outbox, emit }: SenderDependencies, row: OutboxRow, reason: string): Promise<void> {
  const now = await outbox.get(row.key);
  if (now === null || now.version !== row.version) return;
  await outbox.receipt(row.key, { messageIds: now.messageIds, deliveredVersion: null, dead: reason });
  emit({ kind: "message.refused", key: row.key, chatId: row.message.chat.chatId, reason });
}
function tellTrouble({ emit, redact }: SenderDependencies, error: unknown): void {
  const detail = redact(messageOf(error));
  emit({ kind: "fault", doing: "delivering a message", code: "telegram.unreachable", detail });
}
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
