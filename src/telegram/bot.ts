import { Api, GrammyError, HttpError } from "grammy";
import type { Update, UserFromGetMe } from "@grammyjs/types";
import type { Emit } from "../core/events.ts";
import { Fault } from "../core/fault.ts";
import type { Incoming, Person } from "../core/incoming.ts";
import type { CommandSpec } from "../core/ports/commands.ts";
import type { Clock } from "../lib/time.ts";
import { parseIncoming } from "./parse-incoming.ts";
import type { Redactor } from "../lib/redact.ts";

/** The way in: authorise, parse, hand over. */
export interface Bot extends AsyncDisposable {
  readonly username: string;
  /** Ends when it is closed, or rejects with Fault telegram.unauthorized when the token is refused for good. */
  readonly polling: Promise<void>;
  /** Takes updates that came another way; resolves when they are kept. */
  take(updates: readonly Update[]): Promise<void>;
}
export type BotDependencies = {
  readonly api: Api;
  readonly desk: { receive(...incomings: readonly Incoming[]): Promise<void> };
  readonly people: {
    mayTalk(userId: number, chatId: number): Promise<boolean>;
    enter(person: Person, chatId: number, code: string): Promise<{ readonly kind: string; readonly role?: string }>;
    refuseOnce(userId: number): Promise<boolean>;
  };
  readonly chats: {
    /** A group became a supergroup, whose id is another: all that is kept of it is the new one's. */
    move(fromChatId: number, toChatId: number): Promise<void>;
  };
  readonly commands: readonly CommandSpec[];
  readonly clock: Clock;
  readonly emit: Emit;
  readonly redact: Redactor;
  /** Where Telegram brings updates, instead of being asked for them. */
  readonly webhook?: { readonly url: string; readonly secret: string };
};
// Reactions and `stopped_message_generation` are not sent unless they are asked for.
const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "message_reaction",
  "my_chat_member",
  "stopped_message_generation",
] as const;
const POLL_SECONDS = 30;
const STALL_GRACE_MS = 30_000;
const FIRST_BACKOFF_MS = 500;
const MOST_BACKOFF_MS = 30_000;

/**
 * Connects and begins to poll, or tells Telegram where to bring updates. An update is confirmed only after it is kept: what could not be stored is delivered again.
 * @throws Fault telegram.unauthorized, telegram.unreachable
 */
export async function openBot(deps: BotDependencies): Promise<Bot> {
  const closing = new AbortController();
  const me = await connect(deps, closing.signal);
  void announceCommands(deps);
  const { webhook } = deps;
  const polling = webhook === undefined ? poll(deps, me, closing.signal) : hook(deps, webhook, closing.signal);
  polling.catch(() => undefined); // Whoever waits for `polling` is told; nobody waiting is no crash.
  return {
    username: me.username,
    polling,
    take: (updates) => take(deps, me, updates),
    async [Symbol.asyncDispose]() {
      closing.abort();
      await polling.catch(() => undefined);
    },
  };
}
async function connect({ api, redact }: BotDependencies, signal: AbortSignal): Promise<UserFromGetMe> {
  try {
    return await api.getMe(asGrammySignal(signal));
  } catch (error) {
    if (isTokenRefusal(error)) throw new Fault("telegram.unauthorized", { reason: error.description });
    throw new Fault("telegram.unreachable", { reason: redact(messageOf(error)) });
  }
}
async function announceCommands({ api, commands, emit, redact }: BotDependencies): Promise<void> {
  try {
    await api.setMyCommands(commands.map(({ name, summary }) => ({ command: name, description: summary })));
  } catch (error) {
    emit({
      kind: "fault",
      doing: "registering the command menu",
      code: "telegram.commands",
      detail: redact(messageOf(error)),
    });
  }
}
async function take(deps: BotDependencies, me: UserFromGetMe, updates: readonly Update[]): Promise<void> {
  const admitted: Incoming[] = [];
  for (const update of updates) {
    const { chat, migrate_to_chat_id: movedTo } = update.message ?? {};
    if (chat !== undefined && movedTo !== undefined) await deps.chats.move(chat.id, movedTo);
    const incoming = await admit(deps, me, update);
    if (incoming !== null) admitted.push(incoming);
  }
  if (admitted.length > 0) await deps.desk.receive(...admitted);
}
/** Says where updates are to be brought, until Telegram has taken it. It stays set at the end: what comes meanwhile waits there. */
async function hook(
  deps: BotDependencies,
  { url, secret }: NonNullable<BotDependencies["webhook"]>,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      // One at a time, so that they come in order.
      await deps.api.setWebhook(url, {
        secret_token: secret,
        allowed_updates: [...ALLOWED_UPDATES],
        max_connections: 1,
      });
      break;
    } catch (error) {
      if (isTokenRefusal(error)) throw new Fault("telegram.unauthorized", { reason: error.description });
      deps.emit({
        kind: "fault",
        doing: "setting the webhook",
        code: codeOf(error),
        detail: deps.redact(messageOf(error)),
      });
      await deps.clock.sleep(waitAfter(error, failures), signal);
    }
  }
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
async function poll(deps: BotDependencies, me: UserFromGetMe, signal: AbortSignal): Promise<void> {
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const updates = await fetchUpdates(deps, offset, signal);
      await take(deps, me, updates);
      offset = Math.max(offset, ...updates.map((update) => update.update_id + 1));
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (isTokenRefusal(error)) throw new Fault("telegram.unauthorized", { reason: error.description });
      deps.emit({
        kind: "fault",
        doing: "polling for updates",
        code: codeOf(error),
        detail: deps.redact(messageOf(error)),
      });
      // A webhook that was set before keeps polls out; the updates that wait there come by polling now.
      if (error instanceof GrammyError && /webhook is active/i.test(error.description))
        await deps.api.deleteWebhook().catch(() => undefined);
      await deps.clock.sleep(waitAfter(error, failures), signal);
      failures += 1;
    }
  }
}
/** A connection that has died without a word answers no poll: after half a minute more than it may take it is given up. */
async function fetchUpdates({ api, clock }: BotDependencies, offset: number, signal: AbortSignal): Promise<Update[]> {
  const answered = new AbortController();
  const stalled = new AbortController();
  void clock
    .sleep(POLL_SECONDS * 1000 + STALL_GRACE_MS, AbortSignal.any([answered.signal, signal]))
    .then(() => stalled.abort());
  try {
    return await api.getUpdates(
      { offset, timeout: POLL_SECONDS, allowed_updates: [...ALLOWED_UPDATES] },
      asGrammySignal(AbortSignal.any([signal, stalled.signal])),
    );
  } finally {
    answered.abort();
  }
}
/** What is for us, from somebody who may talk; a stranger is seen to. */
async function admit(deps: BotDependencies, me: UserFromGetMe, update: Update): Promise<Incoming | null> {
  const incoming = parse(deps, me, update);
  if (incoming === null || (await deps.people.mayTalk(incoming.from.userId, incoming.chat.chatId))) return incoming;
  await greetStranger(deps, incoming);
  return null;
}
/** An update that we cannot read is as unreadable the next time: it is told of and left, lest it hold up all others. */
function parse(deps: BotDependencies, me: UserFromGetMe, update: Update): Incoming | null {
  try {
    return parseIncoming(update, me, deps.clock.now());
  } catch (error) {
    const detail = deps.redact(`update ${update.update_id}: ${messageOf(error)}`);
    deps.emit({ kind: "fault", doing: "reading an update", code: "telegram.unreadable", detail });
    return null;
  }
}
/** A stranger is refused once and then met with silence; a private message that is the pairing code lets in. */
async function greetStranger({ api, people, emit }: BotDependencies, incoming: Incoming): Promise<void> {
  const { chatId } = incoming.chat;
  const code = codeIn(incoming);
  if (code !== null) {
    const { kind, role } = await people.enter(incoming.from, chatId, code);
    if (kind === "entered") {
      bestEffort(
        api.sendMessage(
          chatId,
          `Paired: you are ${role === "owner" ? "the owner" : `a ${role ?? "member"}`}. /start shows what can be done now.`,
        ),
      );
      return;
    }
  }
  if (incoming.kind === "press") return bestEffort(api.answerCallbackQuery(incoming.callbackId));
  if (incoming.chatKind !== "private" || !(await people.refuseOnce(incoming.from.userId))) return;
  emit({ kind: "stranger.refused", userId: incoming.from.userId, chatId });
  bestEffort(
    api.sendMessage(
      chatId,
      "This is a private bot. If it is yours, send the pairing code that its terminal shows; if you were invited, send your code.",
    ),
  );
}
/** What a stranger says in private may be a code; so may what a link gave to /start. */
function codeIn(incoming: Incoming): string | null {
  if (incoming.chatKind !== "private") return null;
  if (incoming.kind === "text") return incoming.text;
  return incoming.kind === "command" && incoming.name === "start" && incoming.rest !== "" ? incoming.rest : null;
}
/** Not waited for: a slow answer to a stranger must not hold up those who may talk. */
function bestEffort(call: Promise<unknown>): void {
  void call.catch(() => undefined);
}
function waitAfter(error: unknown, failures: number): number {
  if (error instanceof GrammyError && error.parameters.retry_after !== undefined)
    return error.parameters.retry_after * 1000;
  return Math.min(MOST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** failures);
}
/** Bot API: a token that is unknown is answered with 401, one that has not the form of a token with 404. */
function isTokenRefusal(error: unknown): error is GrammyError {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
}
function codeOf(error: unknown): string {
  if (error instanceof Fault) return error.code;
  if (error instanceof GrammyError && error.error_code === 409) return "telegram.conflict";
  return error instanceof GrammyError || error instanceof HttpError ? "telegram.unreachable" : "update.not-kept";
}
function messageOf(error: unknown): string {
  if (error instanceof HttpError) return `${error.message} ${error.error instanceof Error ? error.error.message : ""}`;
  return error instanceof Error ? error.message : String(error);
}
/** grammY's type of a signal is that of an older polyfill; at run time it takes Node's own. */
function asGrammySignal(signal: AbortSignal): Parameters<Api["getMe"]>[0] {
  return signal as Parameters<Api["getMe"]>[0];
}
