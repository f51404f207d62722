import type { LocalEvent, LocalMessage } from "../client-api.ts";
import { sentenceOf } from "./api.ts";
import type { App } from "./app.ts";

type Answer = Extract<LocalEvent, { type: "callback-answered" }>;
type Waiting = { callbackId: string | undefined; readonly timer: ReturnType<typeof setTimeout> };

/** A bot that never answers must not leave a button turning for ever. */
const patienceMs = 15_000;

/** The button presses of this page that wait for the bot's answerCallbackQuery. */
export function createPresses(app: App, changed: () => void, show: (answer: Answer) => void) {
  const waiting = new Map<string, Waiting>();
  /** Answers that came before the request that asked for them returned. */
  const early = new Map<string, Answer>();
  const keyOf = (message: LocalMessage, data: string): string =>
    JSON.stringify([message.chat.id, message.message_id, message.ephemeral_message_id, data]);

  function end(key: string, answer?: Answer): void {
    clearTimeout(waiting.get(key)?.timer);
    waiting.delete(key);
    changed();
    if (answer !== undefined) show(answer);
  }
  async function press(message: LocalMessage, data: string): Promise<void> {
    const key = keyOf(message, data);
    clearTimeout(waiting.get(key)?.timer);
    const mine: Waiting = { callbackId: undefined, timer: setTimeout(() => end(key), patienceMs) };
    waiting.set(key, mine);
    changed();
    try {
      const { userId } = app.selection;
      const { callbackId } = await app.api.press({
        chatId: message.chat.id,
        userId,
        messageId: message.message_id,
        ...(message.ephemeral_message_id === undefined ? {} : { ephemeralId: message.ephemeral_message_id }),
        data,
      });
      mine.callbackId = callbackId;
      const answer = early.get(callbackId);
      if (early.delete(callbackId)) end(key, answer);
    } catch (problem) {
      end(key);
      app.notify(sentenceOf(problem), "error");
    }
  }
  function answered(answer: Answer): void {
    const found = [...waiting].find(([, one]) => one.callbackId === answer.callbackId);
    if (found !== undefined) return end(found[0], answer);
    // Another tab's press, or ours whose request has not returned yet.
    if ([...waiting.values()].some(({ callbackId }) => callbackId === undefined)) early.set(answer.callbackId, answer);
  }
  return { press, answered, isWaiting: (message: LocalMessage, data: string) => waiting.has(keyOf(message, data)) };
}
