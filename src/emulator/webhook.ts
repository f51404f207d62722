/** Brings updates to the bot's own address, several at a time, again and again until each is taken. */
import type { Update, WebhookInfo } from "@grammyjs/types";
import type { EmulatorClock } from "./clock.ts";
import type { Store } from "./store.ts";
import type { UpdateQueue } from "./updates.ts";
import type { WebhookRecord } from "./state.ts";

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
const ANSWER_TIMEOUT_MS = 60_000;

export interface WebhookSender extends AsyncDisposable {
  info(): WebhookInfo;
}
/** A webhook may answer with a request of its own: `{ "method": "sendMessage", … }`. Its result is not reported back. */
export type AnswerRunner = (method: string, fields: Readonly<Record<string, unknown>>) => Promise<void>;

export function createWebhookSender({
  store,
  updates,
  clock,
  runAnswer,
}: {
  store: Store;
  updates: UpdateQueue;
  clock: EmulatorClock;
  runAnswer: AnswerRunner;
}): WebhookSender {
  const { state } = store;
  const inFlight = new Map<number, Promise<void>>();
  const waiting = new Map<number, () => void>();
  const failures = new Map<number, number>();
  const abort = new AbortController();
  let lastError: { at: number; message: string } | undefined;

  const deliver = async (update: Update, webhook: WebhookRecord): Promise<void> => {
    const problem = await post(update, webhook, { signal: abort.signal, runAnswer });
    if (problem === undefined) {
      failures.delete(update.update_id);
      if (state.webhook === webhook) store.commit([{ t: "delivered", id: update.update_id }]);
      return;
    }
    if (abort.signal.aborted) return;
    lastError = { at: Math.floor(clock.now() / 1000), message: problem };
    const failed = failures.get(update.update_id) ?? 0;
    failures.set(update.update_id, failed + 1);
    const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failed, 10));
    const cancel = clock.after(delay, () => {
      waiting.delete(update.update_id);
      pump();
    });
    waiting.set(update.update_id, cancel);
  };
  const start = (update: Update, webhook: WebhookRecord): void => {
    const twice = updates.takeDuplicate();
    const bring = async (): Promise<void> => {
      await deliver(update, webhook);
      if (twice) await post(update, webhook, { signal: abort.signal, runAnswer });
    };
    const delivery = bring().finally(() => {
      inFlight.delete(update.update_id);
      pump();
    });
    inFlight.set(update.update_id, delivery);
  };
  const pump = (): void => {
    const { webhook } = state;
    if (webhook === null || abort.signal.aborted) return;
    for (const update of updates.pending()) {
      if (inFlight.size >= webhook.maxConnections) return;
      if (!inFlight.has(update.update_id) && !waiting.has(update.update_id)) start(update, webhook);
    }
  };
  store.onCommit((changes) => {
    if (changes.some(({ t }) => t === "webhook")) {
      for (const cancel of waiting.values()) cancel();
      waiting.clear();
      failures.clear();
      lastError = undefined;
    }
    if (changes.some(({ t }) => t === "update" || t === "webhook")) pump();
  });
  queueMicrotask(pump);
  return {
    info: () => ({
      url: state.webhook?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: updates.pending().length,
      ...(state.webhook === null ? {} : { max_connections: state.webhook.maxConnections, ip_address: "127.0.0.1" }),
      ...(lastError === undefined ? {} : { last_error_date: lastError.at, last_error_message: lastError.message }),
      ...(state.allowedUpdates === null
        ? {}
        : { allowed_updates: state.allowedUpdates as NonNullable<WebhookInfo["allowed_updates"]> }),
    }),
    async [Symbol.asyncDispose]() {
      abort.abort();
      for (const cancel of waiting.values()) cancel();
      await Promise.allSettled(inFlight.values());
    },
  };
}

/** @returns what went wrong, in the words of getWebhookInfo, or undefined when the update was taken */
async function post(
  update: Update,
  webhook: WebhookRecord,
  { signal, runAnswer }: { signal: AbortSignal; runAnswer: AnswerRunner },
): Promise<string | undefined> {
  try {
    const response = await fetch(webhook.url, {
      method: "POST",
      redirect: "manual",
      body: JSON.stringify(update),
      headers: {
        "content-type": "application/json",
        ...(webhook.secretToken === undefined ? {} : { "x-telegram-bot-api-secret-token": webhook.secretToken }),
      },
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
    });
    const body = await response.text();
    if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    await runAnswerIn(body, runAnswer);
    return undefined;
  } catch (cause) {
    return cause instanceof Error && cause.name === "TimeoutError" ? "Read timeout expired" : "Connection refused";
  }
}

async function runAnswerIn(body: string, runAnswer: AnswerRunner): Promise<void> {
  if (!body.trimStart().startsWith("{")) return;
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return; // whatever else a webhook says is of no interest
  }
  if (typeof answer !== "object" || answer === null || !("method" in answer) || typeof answer.method !== "string")
    return;
  const { method, ...fields } = answer;
  await runAnswer(method, fields);
}
