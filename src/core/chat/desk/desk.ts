import { paragraph, code, type Block } from "../../../lib/blocks.ts";
import { headline } from "../../../lib/blocks-text.ts";
import type { Clock, Instant } from "../../../lib/time.ts";
import type { Emit } from "../../events.ts";
import { Fault } from "../../fault.ts";
import type { Incoming } from "../../incoming.ts";
import type { Button, Messenger } from "../../ports/messenger.ts";
import type { InboxRow, InboxStore } from "../../ports/store.ts";
import { answerTo } from "../interview/answer-to.ts";
import { eventOf } from "./failed-turn.ts";
import { createMailboxes } from "./mailbox.ts";
import { faultBlocks } from "../render-fault.ts";
import { readButtonData } from "./button-data.ts";
import { saidIn } from "./words.ts";

/** Where everything a person says or presses comes in. */
export interface Desk extends AsyncDisposable {
  /** Keeps what came, all or none, and returns; answers come through the messenger. Rejects only when it could not be kept. */
  receive(...incomings: readonly Incoming[]): Promise<void>;
  /** Takes up what was received and not finished before the last end. @returns how many */
  start(): Promise<number>;
  /** Resolves when nothing is being handled. */
  idle(): Promise<void>;
}
/** One received thing being handled. `signal` is aborted by /stop, by Stop on a draft, and at shutdown. */
export type Turn = {
  readonly row: InboxRow;
  readonly incoming: Incoming;
  readonly signal: AbortSignal;
  /** States the answer; a second call edits the first. `suffix` names a further message of the same turn. */
  reply(
    blocks: readonly Block[],
    options?: { keyboard?: readonly (readonly Button[])[]; suffix?: string; anchor?: string; silent?: boolean },
  ): Promise<void>;
};
export type DeskDependencies = {
  readonly inbox: InboxStore;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly emit: Emit;
  /** Handles a turn to its end; what it throws is told to the person. */
  readonly handle: (turn: Turn) => Promise<void>;
  /** Whether this person may end what is under way in the chat. */
  readonly mayStop: (incoming: Incoming) => Promise<boolean>;
};

export function createDesk({ inbox, messenger, clock, emit, handle, mayStop }: DeskDependencies): Desk {
  const mailboxes = createMailboxes();
  const running = new Map<
    number,
    { incoming: Incoming; abort: AbortController; done: Promise<void>; began: Instant }
  >();
  const finishing = new Set<Promise<void>>();
  let closed = false;

  function take(row: InboxRow): void {
    if (row.incoming.kind === "draft-stopped") stopTurn(row.incoming.draftId, row.incoming.chat.chatId);
    if (isStop(row.incoming)) void stopTurnsBefore(row);
    if (passesBy(row.incoming)) return void run(row);
    if (waitsLong(row.incoming) && "messageId" in row.incoming)
      messenger.react(row.incoming.chat.chatId, row.incoming.messageId, "seen");
    mailboxes.push(row.incoming.chat.chatId, () => run(row));
  }
  /** Behind work that takes its time a message is marked, so that nobody says it twice. */
  function waitsLong({ chat: { chatId } }: Incoming): boolean {
    const ahead = [...running.values()].find(({ incoming }) => incoming.chat.chatId === chatId && !passesBy(incoming));
    return ahead !== undefined && clock.now() - ahead.began > LONG_MS;
  }
  function received(row: InboxRow): void {
    const { source, sourceId, chat, from, kind } = row.incoming;
    emit({
      kind: "update.received",
      source,
      sourceId,
      chatId: chat.chatId,
      userId: from.userId,
      name: from.name,
      what: kind,
      text: saidIn(row.incoming).slice(0, MOST_SAID).toWellFormed(),
      ...(row.incoming.kind === "press" ? { button: row.incoming.data } : {}),
    });
    if (!closed) take(row);
  }
  function run(row: InboxRow): Promise<void> {
    if (closed) return Promise.resolve();
    const abort = new AbortController();
    const done = runTurn(row, abort.signal).finally(() => running.delete(row.id));
    running.set(row.id, { incoming: row.incoming, abort, done, began: clock.now() });
    return done;
  }
  async function runTurn(row: InboxRow, signal: AbortSignal): Promise<void> {
    const began = clock.now();
    const turn: Turn = { row, incoming: row.incoming, signal, reply: replyTo(row, messenger) };
    try {
      await handle(turn);
    } catch (error) {
      if (closed) return; // It stays in the inbox and is taken up at the next start.
      await tellFailure(turn, error);
    }
    if (closed && signal.aborted) return;
    finish(row, clock.now() - began);
  }
  /**
   * Not waited for, so that the chat's next message begins at once: writes are kept in the order in which they were asked for, so nothing
   * that the next one writes is kept without this.
   */
  function finish(row: InboxRow, ms: number): void {
    const done = inbox
      .done(row.id, clock.now())
      .catch((error: unknown) =>
        emit({ kind: "fault", doing: `ending update ${row.id}`, code: "store", detail: String(error) }),
      )
      .finally(() => finishing.delete(done));
    finishing.add(done);
    emit({
      kind: "update.handled",
      source: row.incoming.source,
      sourceId: row.incoming.sourceId,
      ms,
    });
  }
  async function tellFailure(turn: Turn, error: unknown): Promise<void> {
    const isFault = error instanceof Fault;
    emit(eventOf(turn, error));
    if (turn.signal.aborted) {
      await turn.reply([paragraph("⏹ Stopped.")]);
      return;
    }
    if (turn.incoming.kind === "press")
      await messenger.toast(turn.incoming.callbackId, "That did not work; see the chat.");
    await turn.reply(isFault ? faultBlocks(error) : bugBlocks(turn.row.id), {
      suffix: turn.incoming.kind === "press" ? "fault" : "reply",
    });
  }
  function stopTurn(rowId: number, chatId: number): void {
    const turn = running.get(rowId);
    if (turn?.incoming.chat.chatId === chatId) turn.abort.abort();
  }
  /** What came after the stop goes on. */
  async function stopTurnsBefore({ id, incoming }: InboxRow): Promise<void> {
    const may = await mayStop(incoming).catch((error: unknown) => {
      emit({ kind: "fault", doing: "looking who may stop", code: "store", detail: String(error) });
      return false;
    });
    if (!may) return;
    for (const [rowId, turn] of running)
      if (rowId < id && turn.incoming.chat.chatId === incoming.chat.chatId) turn.abort.abort();
  }
  return {
    async receive(...incomings) {
      for (const row of await inbox.add(...incomings)) if (row !== null) received(row);
      // Whoever brought it takes this for a receipt. Handling does not wait: whatever it keeps is never durable without this.
      await inbox.settled();
    },
    async start() {
      const rows = await inbox.pending();
      for (const row of rows) take(row);
      return rows.length;
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled([...running.values()].map((turn) => turn.done));
      await mailboxes.idle();
      await Promise.all(finishing);
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      for (const turn of running.values()) turn.abort.abort();
      await Promise.allSettled([...running.values()].map((turn) => turn.done));
      await Promise.all(finishing);
    },
  };
}
const LONG_MS = 2000;
const MOST_SAID = 4000;
/** A stop and a button never wait behind other work; a run of checks does not make the chat deaf. */
function passesBy(incoming: Incoming): boolean {
  return (
    (incoming.kind === "press" && !isStepOfInterview(incoming.data)) ||
    incoming.kind === "draft-stopped" ||
    (incoming.kind === "command" && (incoming.name === "stop" || incoming.name === "ci"))
  );
}
/** In turn with what is said: two presses at once, or a press and a word, are two steps and not one lost. */
function isStepOfInterview(data: string): boolean {
  return ["brief", "question", "repo", "reopen", "voice", "file"].includes(readButtonData(data)?.kind ?? "");
}
function isStop(incoming: Incoming): boolean {
  return incoming.kind === "command" && incoming.name === "stop" && incoming.rest === "";
}
function replyTo(row: InboxRow, messenger: Messenger): Turn["reply"] {
  return (blocks, { keyboard, suffix = "reply", anchor, silent } = {}) =>
    messenger.put({
      key: `update:${row.id}:${suffix}`,
      chat: row.incoming.chat,
      anchor: anchor ?? headline(blocks),
      blocks,
      ...answerTo(row.incoming),
      ...(keyboard === undefined ? {} : { keyboard }),
      ...(silent === undefined ? {} : { silent }),
    });
}
function bugBlocks(rowId: number): Block[] {
  return [
    paragraph(
      "⚠️ Something went wrong on my side; it is in the log as ",
      code(`update ${rowId}`),
      ". What was running goes on, and nothing you have was changed.",
    ),
    paragraph("Saying it again may help. If it does not, ", code("/health"), " shows what is not well."),
  ];
}
