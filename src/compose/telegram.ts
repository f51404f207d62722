import { Api } from "grammy";
import type { Config } from "../config/config.ts";
import type { World } from "./world.ts";
import type { Emit } from "../core/events.ts";
import { Fault } from "../core/fault.ts";
import type { Messenger } from "../core/ports/messenger.ts";
import type { MessageFiles, Transcriber } from "../core/ports/speech.ts";
import type { Redactor } from "../lib/redact.ts";
import type { Clock } from "../lib/time.ts";
import { createTranscriber, NO_TRANSCRIBER } from "../speech/transcriber.ts";
import type { Bot } from "../telegram/bot.ts";
import { type Connection, createConnection } from "../telegram/connection.ts";
import { createPlainCalls } from "../telegram/plain-calls.ts";
import { createPost } from "../telegram/post.ts";
import { createMessageFiles } from "../telegram/message-files.ts";
import { createSender, type Sender } from "../telegram/sender.ts";
import { createWire } from "../telegram/wire.ts";

const MIB = 1024 ** 2;
/** Of one call of the Bot API, a poll of half a minute among them. */
const TIMEOUT_MS = 60_000;

type OpenSender = Sender & {
  readonly connection: Connection;
  readonly api: Api;
  readonly redact: Redactor;
};
export function openSender(
  { chat, clock, random }: World,
  {
    outbox,
    proxy,
    redact,
    ...wishes
  }: Pick<Parameters<typeof createSender>[0], "outbox" | "rich" | "locale" | "redact"> & {
    readonly proxy: string | undefined;
  },
  emit: Emit,
): OpenSender | null {
  if (chat === null) return null;
  // The local chat is on this machine: no proxy stands in between.
  const through = chat.local === null ? (proxy ?? null) : null;
  const connection = createConnection(chat.apiRoot, through);
  const [token, post] = [chat.token.reveal(), createPost(connection)];
  const plain = through === null ? createWire(chat.apiRoot) : post;
  const api = new Api(token, { apiRoot: chat.apiRoot, timeoutSeconds: TIMEOUT_MS / 1000, fetch: post });
  api.config.use(createPlainCalls({ apiRoot: chat.apiRoot, token, timeoutMs: TIMEOUT_MS }, plain));
  return {
    connection,
    ...createSender({ outbox, api, clock, random, emit, redact, ...wishes }),
    api,
    redact,
  };
}
/** Without a chat what is said is kept, and delivered by the next daemon. */
export function mute(outbox: Parameters<typeof createSender>[0]["outbox"], clock: Clock): Messenger {
  return {
    async put(message) {
      await outbox.put(message, clock.now());
    },
    toast: () => Promise.resolve(),
    react: () => undefined,
    typing: () => undefined,
    draft: () => undefined,
  };
}
export function openFiles({ chat, clock, random }: World, sender: OpenSender | null): MessageFiles {
  if (chat !== null && sender !== null)
    return createMessageFiles({ ...sender, apiRoot: chat.apiRoot, token: chat.token, clock, random });
  return { load: () => Promise.reject(new Fault("file.unavailable", { reason: "there is no chat" })) };
}
export function openTranscriber({ speech }: Config, { secrets }: World): Transcriber {
  const { url, model, language, apiKeyVariable, maxSeconds, maxMib, timeoutSeconds } = speech;
  if (url === undefined) return NO_TRANSCRIBER;
  return createTranscriber({
    url,
    model,
    language,
    apiKey: secrets.get(apiKeyVariable),
    limits: { seconds: maxSeconds, bytes: maxMib * MIB },
    timeoutMs: timeoutSeconds * 1000,
  });
}
/** The local chat is on this machine and needs none. */
export function webhookOf({ telegram }: Config, { chat, newId }: World): { url: string; secret: string } | null {
  if (telegram.mode !== "webhook" || telegram.webhookUrl === undefined || chat?.local !== null) return null;
  return { url: telegram.webhookUrl, secret: `${newId()}${newId()}` };
}
export async function openHook({ telegram }: Config, { url, secret }: { url: string; secret: string }, bot: Bot) {
  // With polling it is never needed.
  const { openTelegramWebhook } = await import("../http/telegram-webhook.ts");
  return openTelegramWebhook({
    host: telegram.webhookHost,
    port: telegram.webhookPort,
    path: new URL(url).pathname,
    secret,
    // Its form is Telegram's, whose secret came with it; what cannot be read in it is told and left, as with polling.
    onUpdate: (update) => bot.take([update as Parameters<Bot["take"]>[0][number]]),
  });
}
