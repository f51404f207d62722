import { GrammyError, InputFile, type Api } from "grammy";
import type { InlineKeyboardMarkup } from "@grammyjs/types";
import type { Emit } from "../core/events.ts";
import type { Messenger, Outgoing } from "../core/ports/messenger.ts";
import type { OutboxRow, OutboxStore } from "../core/ports/store.ts";
import type { Clock } from "../lib/time.ts";
import { createDrafts } from "./drafts.ts";
import { MAX_CAPTION, renderEntities, type Part } from "./render-entities.ts";
import { gainsFromRich, renderRich } from "./render-rich.ts";
import { cutToast, type Redact } from "./redact.ts";

/** One writer a chat, and the messenger that feeds them. */
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
  readonly redact: Redact;
};
/** Telegram allows about one message a second in a private chat and twenty a minute in a group. */
const EDIT_EVERY_MS = { private: 1000, group: 3000 };
const FIRST_BACKOFF_MS = 500;
const MOST_BACKOFF_MS = 30_000;

type Writer = {
  readonly chatId: number;
  readonly keys: Map<string, OutboxRow>;
  awake: () => void;
  done: Promise<void>;
};

export function createSender(deps: SenderDependencies): Sender {
  const { outbox, api, clock, emit } = deps;
  const closing = new AbortController();
  const writers = new Map<number, Writer>();
  const plainChats = new Set<number>();
  /** When each message was last written, the newest last; kept beyond its writer, which ends when nothing is due. */
  const lastEdit = new Map<string, number>();
  const drafts = createDrafts(deps, closing.signal);

  function due(row: OutboxRow): void {
    const chatId = row.message.chat.chatId;
    let writer = writers.get(chatId);
    if (writer === undefined) {
      writer = { chatId, keys: new Map(), awake: () => undefined, done: Promise.resolve() };
      writers.set(chatId, writer);
      writer.keys.set(row.message.key, row);
      writer.done = write(writer).finally(() => writers.delete(chatId));
      return;
    }
    writer.keys.set(row.message.key, row);
    writer.awake();
  }
  /** Delivers one row after another until none is left. A row put again meanwhile is delivered again, at its newest. */
  async function write(writer: Writer): Promise<void> {
    await Promise.resolve();
    while (!closing.signal.aborted) {
      const next = pick(writer);
      if (next === null) return;
      if (next.waitMs > 0) {
        await nap(writer, next.waitMs);
        continue;
      }
      writer.keys.delete(next.row.message.key);
      await deliver(writer, next.row);
    }
  }
  /** The first row that may be written now, or how long until one may. */
  function pick({ chatId, keys }: Writer): { row: OutboxRow; waitMs: number } | null {
    const every = chatId > 0 ? EDIT_EVERY_MS.private : EDIT_EVERY_MS.group;
    let soonest: { row: OutboxRow; waitMs: number } | null = null;
    for (const row of keys.values()) {
      const last = lastEdit.get(row.message.key);
      const waitMs = last === undefined ? 0 : Math.max(0, last + every - clock.now());
      if (waitMs === 0) return { row, waitMs };
      if (soonest === null || waitMs < soonest.waitMs) soonest = { row, waitMs };
    }
    return soonest;
  }
  function noteEdit(key: string): void {
    lastEdit.delete(key);
    lastEdit.set(key, clock.now());
    const [oldest] = lastEdit.keys();
    if (lastEdit.size > 1000 && oldest !== undefined) lastEdit.delete(oldest);
  }
  async function nap(writer: Writer, ms: number): Promise<void> {
    const woken = new AbortController();
    writer.awake = () => woken.abort();
    await clock.sleep(ms, AbortSignal.any([woken.signal, closing.signal]));
    writer.awake = () => undefined;
  }
  async function deliver(writer: Writer, stale: OutboxRow): Promise<void> {
    for (let attempt = 0; !closing.signal.aborted; attempt += 1) {
      try {
        const row = (await outbox.get(stale.message.key)) ?? stale;
        if (row.dead !== null || row.deliveredVersion >= row.version) return;
        await show(row);
        noteEdit(row.message.key);
        await outbox.receipt(row.message.key, { ...(await latest(row)), deliveredVersion: row.version, dead: null });
        if (row.deliveredVersion === 0)
          emit({ kind: "message.sent", key: row.message.key, chatId: writer.chatId, edits: row.version });
        return;
      } catch (error) {
        if (closing.signal.aborted) return;
        const wait = waitAfter(error, attempt);
        if (wait === null) return bury(writer, stale, error);
        await clock.sleep(wait, closing.signal);
      }
    }
  }
  async function latest(row: OutboxRow): Promise<{ messageIds: readonly number[] }> {
    return { messageIds: (await outbox.get(row.message.key))?.messageIds ?? row.messageIds };
  }
  /** Null: trying again would not help. */
  function waitAfter(error: unknown, attempt: number): number | null {
    if (error instanceof GrammyError) {
      if (error.error_code === 429) return (error.parameters.retry_after ?? 1) * 1000;
      if (error.error_code < 500) return null;
    }
    const most = Math.min(MOST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt);
    return most / 2 + (deps.random() * most) / 2;
  }
  async function bury(writer: Writer, row: OutboxRow, error: unknown): Promise<void> {
    const reason = deps.redact(error instanceof Error ? error.message : String(error));
    emit({ kind: "message.refused", key: row.message.key, chatId: writer.chatId, reason });
    await outbox.receipt(row.message.key, { ...(await latest(row)), deliveredVersion: null, dead: reason });
  }

  // --- one row
  async function show(row: OutboxRow): Promise<void> {
    const { message } = row;
    if (message.file !== undefined) return showFile(row, message, message.file);
    const rich =
      message.chat.chatId > 0 && !plainChats.has(message.chat.chatId) && gainsFromRich(message.blocks)
        ? renderRich(message.blocks)
        : null;
    const parts = renderEntities(message.blocks).map((part) => ({
      ...part,
      text: deps.redact(part.text, part.entities.length > 0),
    }));
    const ids = [...row.messageIds];
    const count = rich === null ? parts.length : 1;
    for (let index = 0; index < count; index += 1) {
      const part = parts[index] ?? { text: "", entities: [] };
      const keyboard = index === count - 1 ? message.keyboard : undefined;
      const anchored = ids[index] === undefined;
      ids[index] ??= await sendAnchor(message, index, isBare(part, message, keyboard, count) ? part.text : null);
      if (anchored) await outbox.receipt(message.key, { messageIds: ids, deliveredVersion: null, dead: null });
      if (anchored && rich === null && isBare(part, message, keyboard, count)) continue;
      ids[index] = await editOrSendAnew(message, ids[index] ?? 0, async (id) => {
        if (
          rich !== null &&
          index === 0 &&
          (await tried(
            () => api.editMessageText(message.chat.chatId, id, rich, { ...markup(keyboard) }),
            () => plainChats.add(message.chat.chatId),
          ))
        )
          return;
        await editText(message.chat.chatId, id, part, keyboard);
      });
      await outbox.receipt(message.key, { messageIds: ids, deliveredVersion: null, dead: null });
    }
    if (rich !== null && plainChats.has(message.chat.chatId) && parts.length > 1)
      return show({ ...row, messageIds: ids });
    await removeSurplus(message, ids, count);
  }
  /** A text that is one short line without form or buttons needs no edit: the anchor says it all. */
  function isBare(part: Part, message: Outgoing, keyboard: Outgoing["keyboard"], count: number): boolean {
    return count === 1 && keyboard === undefined && part.entities.length === 0 && part.text === message.anchor;
  }
  async function sendAnchor(message: Outgoing, index: number, whole: string | null): Promise<number> {
    const text = whole ?? (index === 0 ? anchorText(message.anchor) : "…");
    const sent = await api.sendMessage(message.chat.chatId, deps.redact(text), {
      ...(message.chat.threadId === null ? {} : { message_thread_id: message.chat.threadId }),
      ...(message.silent === true || index > 0 ? { disable_notification: true } : {}),
      ...(message.replyTo === undefined
        ? {}
        : { reply_parameters: { message_id: message.replyTo, allow_sending_without_reply: true } }),
      link_preview_options: { is_disabled: true },
    });
    return sent.message_id;
  }
  async function editText(chatId: number, id: number, part: Part, keyboard: Outgoing["keyboard"]): Promise<void> {
    const text = part.text.trim() === "" ? "…" : part.text;
    const options = { ...markup(keyboard), link_preview_options: { is_disabled: true } };
    try {
      await api.editMessageText(chatId, id, text, { ...options, entities: [...part.entities] });
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400 || !/entit|parse/i.test(error.description))
        throw error;
      await api.editMessageText(chatId, id, text, options);
    }
  }
  async function showFile(row: OutboxRow, message: Outgoing, file: { name: string; content: string }): Promise<void> {
    const ids = [...row.messageIds];
    if (ids[0] === undefined) {
      ids[0] = await sendAnchor(message, 0, null);
      await outbox.receipt(message.key, { messageIds: ids, deliveredVersion: null, dead: null });
    }
    const [caption = { text: "", entities: [] }] = renderEntities(message.blocks, MAX_CAPTION);
    const media = {
      type: "document" as const,
      media: new InputFile(new TextEncoder().encode(deps.redact(file.content)), file.name),
      caption: deps.redact(caption.text, true),
      caption_entities: [...caption.entities],
    };
    ids[0] = await editOrSendAnew(message, ids[0], async (id) => {
      await api.editMessageMedia(message.chat.chatId, id, media, markup(message.keyboard));
    });
    await outbox.receipt(message.key, { messageIds: ids, deliveredVersion: null, dead: null });
  }
  /** Edits; a message that shows that already is fine; one the person deleted is sent anew, once. */
  async function editOrSendAnew(message: Outgoing, id: number, edit: (id: number) => Promise<void>): Promise<number> {
    try {
      await edit(id);
      return id;
    } catch (error) {
      if (isNotModified(error)) return id;
      if (!(error instanceof GrammyError) || !/message to edit not found|MESSAGE_ID_INVALID/i.test(error.description))
        throw error;
    }
    const fresh = await sendAnchor(message, 0, null);
    await edit(fresh).catch((error: unknown) => {
      if (!isNotModified(error)) throw error;
    });
    return fresh;
  }
  async function removeSurplus(message: Outgoing, ids: readonly number[], count: number): Promise<void> {
    if (ids.length <= count) return;
    for (const id of ids.slice(count))
      await tried(
        () => api.deleteMessage(message.chat.chatId, id),
        () => undefined,
      );
    await outbox.receipt(message.key, { messageIds: ids.slice(0, count), deliveredVersion: null, dead: null });
  }
  /** Does what the server may refuse for good; a refusal is answered with false. */
  async function tried(act: () => Promise<unknown>, refused: () => void): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (isNotModified(error)) return true;
      if (
        !(error instanceof GrammyError) ||
        error.error_code === 429 ||
        error.error_code >= 500 ||
        /not found/i.test(error.description)
      )
        throw error;
      refused();
      return false;
    }
  }
  const messenger: Messenger = {
    async put(message) {
      drafts.end(message.chat.chatId);
      const row = await outbox.put(message, clock.now());
      if (row.deliveredVersion < row.version && row.dead === null) due(row);
    },
    async toast(callbackId, text, options) {
      // Bot API: a query answered late, or not from Telegram at all, is refused; the act it stood for is done either way.
      await api
        .answerCallbackQuery(callbackId, { text: cutToast(deps.redact(text)), show_alert: options?.alert ?? false })
        .catch(() => undefined);
    },
    typing: ({ chatId, threadId }) =>
      void api
        .sendChatAction(chatId, "typing", threadId === null ? {} : { message_thread_id: threadId })
        .catch(() => undefined),
    draft: drafts.show,
  };
  return {
    messenger,
    async start() {
      for (const row of await outbox.due()) due(row);
    },
    async idle() {
      while (writers.size > 0) await Promise.allSettled([...writers.values()].map((writer) => writer.done));
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await Promise.allSettled([...writers.values()].map((writer) => writer.done));
    },
  };
}
function anchorText(anchor: string): string {
  const line = anchor.replaceAll(/\s+/g, " ").trim();
  return line === "" ? "…" : line.slice(0, 200);
}
function isNotModified(error: unknown): boolean {
  return error instanceof GrammyError && /message is not modified/i.test(error.description);
}
function markup(keyboard: Outgoing["keyboard"]): { reply_markup?: InlineKeyboardMarkup } {
  if (keyboard === undefined) return {};
  return {
    reply_markup: {
      inline_keyboard: keyboard.map((row) =>
        row.map((button) => ({
          text: button.text,
          callback_data: button.data,
          ...(button.style === undefined ? {} : { style: button.style }),
        })),
      ),
    },
  };
}
