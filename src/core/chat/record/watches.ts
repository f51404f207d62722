import { bold, bullets, code, paragraph, type Block } from "../../../lib/blocks.ts";
import { instant, SECOND_MS, type Clock } from "../../../lib/time.ts";
import { readSought } from "../../activity/filter.ts";
import { QUIET_KINDS, rowLine } from "../../activity/view.ts";
import type { Emit } from "../../events.ts";
import type { ChatRef } from "../../incoming.ts";
import type { ActivityLog, ActivityRow } from "../../ports/activity.ts";
import type { Messenger } from "../../ports/messenger.ts";
import type { Watch, WatchStore } from "../../ports/watches.ts";
import { writeButtonData } from "../desk/button-data.ts";
import { utcClock } from "../../../lib/utc-time.ts";

/** Live views of what happens, one a chat: one message that is edited, never one a row. */
export interface Watches extends AsyncDisposable {
  /** Goes on with those that a restart interrupted. */
  start(): Promise<void>;
  /** Begins one; another of the same chat ends. */
  begin(asked: { rowId: number; chat: ChatRef; spanMs: number; words: string }): Promise<void>;
  /** False when there was none. `rowId`: only that one. */
  stop(chatId: number, rowId?: number): Promise<boolean>;
}
export type WatchesDependencies = {
  readonly activity: ActivityLog;
  readonly store: WatchStore;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly emit: Emit;
};
/** The message holds so many rows; how many came before them is counted. */
const SHOWN = 15;
const EVERY_MS = 2 * SECOND_MS;
type Running = { watch: Watch; readonly stop: AbortController; readonly done: Promise<void>; ending: string };

export function createWatches(deps: WatchesDependencies): Watches {
  const running = new Map<number, Running>();
  const closing = new AbortController();
  function run(watch: Watch): void {
    const stop = new AbortController();
    const one: Running = { watch, stop, ending: "Its time is over.", done: Promise.resolve() };
    const done = follow(deps, one, AbortSignal.any([stop.signal, closing.signal]), closing.signal)
      .catch((error: unknown) => deps.emit({ kind: "fault", doing: "watching", code: "watch", detail: String(error) }))
      .finally(() => {
        if (running.get(watch.chat.chatId) === held) running.delete(watch.chat.chatId);
      });
    const held: Running = Object.assign(one, { done });
    running.set(watch.chat.chatId, held);
  }
  async function end(chatId: number, ending: string, rowId?: number): Promise<boolean> {
    const one = running.get(chatId);
    if (one === undefined || (rowId !== undefined && one.watch.rowId !== rowId)) return false;
    one.ending = ending;
    one.stop.abort();
    await one.done;
    return true;
  }
  return {
    async start() {
      for (const watch of await deps.store.list()) run(watch);
    },
    async begin({ rowId, chat, spanMs, words }) {
      if (running.get(chat.chatId)?.watch.rowId === rowId) return;
      await end(chat.chatId, "Another one took its place.");
      const after = (await deps.activity.read({ limit: 1 })).at(-1)?.id ?? 0;
      const watch = { rowId, chat, words, after, seen: 0, until: instant(deps.clock.now() + spanMs) };
      await deps.store.put(watch);
      run(watch);
    },
    stop: (chatId, rowId) => end(chatId, "Stopped.", rowId),
    async [Symbol.asyncDispose]() {
      closing.abort();
      await Promise.all([...running.values()].map((one) => one.done));
    },
  };
}

/** Shows what comes until its time is over or it is stopped. A close of the program leaves it to be gone on with. */
async function follow(deps: WatchesDependencies, one: Running, stop: AbortSignal, closing: AbortSignal): Promise<void> {
  const { clock, store, messenger } = deps;
  const shown: ActivityRow[] = [];
  const concerns = concernOf(one.watch);
  let fresh = true;
  using _ = deps.activity.subscribe(
    (row) => {
      const seen = concerns(row);
      one.watch = { ...one.watch, after: row.id, seen: one.watch.seen + (seen ? 1 : 0) };
      if (!seen) return;
      shown.push(row);
      if (shown.length > SHOWN) shown.shift();
      fresh = true;
    },
    { after: one.watch.after },
  );
  while (!stop.aborted && clock.now() < one.watch.until) {
    if (fresh) {
      fresh = false;
      await messenger.put(messageOf(one.watch, shown, null));
      await store.put(one.watch);
    }
    await clock.sleep(Math.min(EVERY_MS, Math.max(1, one.watch.until - clock.now())), stop);
  }
  if (closing.aborted) return await store.put(one.watch);
  await messenger.put(messageOf(one.watch, shown, one.ending));
  await store.remove(one.watch.chat.chatId, one.watch.rowId);
}
/** Rows of this chat that hold all the words, and what the named fields must; what only tells of the watching itself is left out. */
function concernOf({ chat, words: typed, rowId }: Watch): (row: ActivityRow) => boolean {
  const { words, matches } = readSought(typed);
  const wanted = words.toLowerCase().split(" ");
  return (row) => {
    const { event, about, summary } = row;
    if (about.chatId !== chat.chatId) return false;
    if (matches === null && QUIET_KINDS.includes(event.kind)) return false;
    if (event.kind === "update.received" && event.text.startsWith("/watch")) return false;
    if ("key" in event && (event.key === `watch:${rowId}` || event.key.startsWith("watch:"))) return false;
    if (matches !== null && !matches(row)) return false;
    const text = `${event.kind} ${summary}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
}
function messageOf(watch: Watch, shown: readonly ActivityRow[], ending: string | null) {
  const { rowId, chat, seen, words, until } = watch;
  const earlier = seen - shown.length;
  const blocks: Block[] = [
    paragraph(bold("👁 Watching"), words === "" ? "" : ` for “${words}”`, ending === null ? "" : `: ${ending}`),
    ...(earlier > 0
      ? [paragraph(`${earlier} earlier ones; `, code("/search"), " and ", code("/review"), " show them.")]
      : []),
    ...(shown.length === 0
      ? [paragraph("Nothing yet.")]
      : [bullets(...shown.map((row) => rowLine(row, { date: false })))]),
    ...(ending === null
      ? [paragraph("Until ", { kind: "time", at: until, text: utcClock(until), shows: "time" }, ".")]
      : [paragraph(`${seen} in all.`)]),
  ];
  const stop = {
    text: "Stop",
    data: writeButtonData({ kind: "watch", id: rowId, action: "stop" }),
    style: "danger" as const,
  };
  return {
    key: `watch:${rowId}`,
    chat,
    anchor: "👁 Watching",
    silent: true,
    blocks,
    ...(ending === null ? { keyboard: [[stop]] } : {}),
  };
}
