import { paragraph } from "../../../lib/blocks.ts";
import { formatSpan } from "../../../lib/span.ts";
import { MINUTE_MS, SECOND_MS, type Clock } from "../../../lib/time.ts";
import type { Emit } from "../../events.ts";
import type { Messenger } from "../../ports/messenger.ts";
import type { Model } from "../../ports/model.ts";
import { closeOpen } from "../desk/close-open.ts";
import { closeBrief } from "./view-brief.ts";
import { writeButtonData } from "../desk/button-data.ts";
import { touchedAt, type Conversations, type Open } from "./conversation.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { repeat } from "../../../lib/repeat.ts";

export type ExpiryDependencies = {
  readonly conversations: Conversations;
  readonly messenger: Messenger;
  readonly model: Pick<Model, "about">;
  readonly clock: Clock;
  readonly emit: Emit;
  /** Read anew each time. */
  readonly expiryMs: () => number;
};
const EVERY_MS = 5 * SECOND_MS;
/** Before the end, where there is that much time. */
const REMINDER_MS = 3 * MINUTE_MS;

/**
 * Says it when a question that is open expires, at the time and not at the next message, and reminds of it before. Both once: the
 * messages are named after the question and when it was last touched.
 */
export function startExpiry(deps: ExpiryDependencies): AsyncDisposable {
  return repeat(() => lookOnce(deps), {
    everyMs: EVERY_MS,
    clock: deps.clock,
    failed: (error) =>
      deps.emit({ kind: "fault", doing: "looking for what expires", code: "expiry", detail: String(error) }),
  });
}
async function lookOnce(deps: ExpiryDependencies): Promise<void> {
  const expiryMs = deps.expiryMs();
  for (const { chatId, userId, open } of await deps.conversations.allOpen()) {
    const left = touchedAt(open) + expiryMs - deps.clock.now();
    if (left <= 0) await expire(deps, { chatId, userId, open });
    else if (left <= REMINDER_MS && expiryMs >= 2 * REMINDER_MS) await remind(deps, { chatId, open });
  }
}
async function remind(
  { messenger }: ExpiryDependencies,
  { chatId, open }: { chatId: number; open: Open },
): Promise<void> {
  await messenger.put({
    key: `open:${chatId}:${touchedAt(open)}:reminder`,
    chat: { chatId, threadId: threadOf(open) },
    anchor: "⏳ A question waits",
    blocks: [paragraph(`⏳ ${whatIs(open)} waits for you, and ends in ${formatSpan(REMINDER_MS)}.`)],
    keyboard: [
      [
        {
          text: "Keep it open",
          data: writeButtonData({ kind: "reopen", id: touchedAt(open), action: "keep" }),
          style: "success",
        },
      ],
    ],
  });
}
async function expire(
  deps: ExpiryDependencies,
  { chatId, userId, open }: { chatId: number; userId: number; open: Open },
): Promise<void> {
  const { conversations, messenger } = deps;
  const chat = { chatId, threadId: threadOf(open) };
  const again = { text: "Start again", style: "success" as const };
  if (open.kind === "brief") {
    const data = writeButtonData({ kind: "reopen", id: open.brief.rowId, action: "again" });
    await closeBrief(deps, chat, open.brief, "⌛ Nobody answered in time, so it ended. Nothing was started.", [
      [{ ...again, data }],
    ]);
  } else await closeOpen(deps, chat, open, "⌛ Nobody answered in time. Nothing was started.");
  await messenger.put({
    key: `open:${chatId}:${touchedAt(open)}:expired`,
    chat,
    anchor: "⌛ A question has expired",
    blocks: [paragraph(`⌛ ${whatIs(open)} has expired. Nothing was started; say it again when you want it.`)],
  });
  const now = (await conversations.get(chatId, userId)).open;
  if (now !== null && now.kind === open.kind && touchedAt(now) === touchedAt(open))
    await conversations.open(chatId, userId, null);
}
function threadOf(open: Open): number | null {
  return open.kind === "brief" ? open.threadId : null;
}
/** What people call it. */
export function whatIs(open: Open): string {
  switch (open.kind) {
    case "brief":
      return "The interview about what is wanted";
    case "interview":
      return "The question about your goal";
    case "transcript":
      return "What waited for your word";
    case "editing":
      return `The change of the plan of task ${open.taskId}`;
    case "denying":
      return "The question why you said no";
    case "answering":
      return "The answer to a task's question";
    case "choosing-repository":
      return "The question which repository is meant";
  }
}
/** Counts the time from now on; false when it is not that question any more. */
export async function keepOpen(deps: ChatDependencies, turn: Turn, touched: number): Promise<boolean> {
  const { chat, from } = turn.incoming;
  const { open } = await deps.conversations.get(chat.chatId, from.userId);
  if (open === null || touchedAt(open) !== touched) return false;
  const now = deps.clock.now();
  const kept: Open =
    open.kind === "brief"
      ? { ...open, brief: { ...open.brief, touchedAt: now } }
      : open.kind === "interview"
        ? { ...open, interview: { ...open.interview, touchedAt: now } }
        : { ...open, at: now };
  await deps.conversations.open(chat.chatId, from.userId, kept);
  await deps.messenger.put({
    key: `open:${chat.chatId}:${touched}:reminder`,
    chat,
    anchor: "⏳ A question waits",
    blocks: [paragraph(`⏳ ${whatIs(open)} stays open for ${formatSpan(deps.questionExpiryMs())} more.`)],
  });
  return true;
}
