/**
 * A Telegram Bot API 10.3 server on loopback. It serves the local chat when there is no real bot, and stands in for Telegram in
 * tests; in both it is as strict as the real one.
 */
import type { UserFromGetMe } from "@grammyjs/types";
import { once } from "node:events";
import { join } from "node:path";
import { createBotApi } from "./bot-api.ts";
import type { BotApi } from "./bot-api.ts";
import type { LocalEvent, LocalMessage } from "./client-api.ts";
import { createRealClock } from "./clock.ts";
import type { EmulatorClock } from "./clock.ts";
import type { Context } from "./context.ts";
import { createDrafts, type DraftView } from "./drafts.ts";
import { createFaults } from "./faults.ts";
import type { FaultPlan } from "./faults.ts";
import { createFeed } from "./feed.ts";
import { createFileBytes } from "./files.ts";
import { openJournal } from "./journal.ts";
import { createLocalApi } from "./local-api.ts";
import { createMethods } from "./methods/table.ts";
import { addUser, createPeople } from "./people.ts";
import type { NewUser, People } from "./people.ts";
import { createRateLimiter } from "./rate.ts";
import { createRecorder } from "./recorder.ts";
import type { RecordedRequest } from "./recorder.ts";
import { createHttpServer, portOf } from "./server.ts";
import { createState } from "./state.ts";
import { createStore } from "./store.ts";
import type { Store } from "./store.ts";
import { createUpdateQueue } from "./updates.ts";
import { createWebhookSender } from "./webhook.ts";

export type EmulatorOptions = {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The one token that is let in: digits, a colon, letters. The digits are the bot's id. */
  readonly token: string;
  readonly pageKey: string;
  /** Keeps chats, files and unconfirmed updates over restarts; without it they live in memory. */
  readonly stateFolder?: string;
  readonly clock?: EmulatorClock;
  /** Each has a private chat with the bot. One, number 1001, "You", when left out. */
  readonly users?: readonly NewUser[];
  /** Where `index.html` lies; `page/` beside this file when left out. */
  readonly pageFolder?: string;
  /** False: unknown parameters are noted in `requests` but not refused. */
  readonly strict?: boolean;
  readonly botName?: string;
};
/** Closing it ends all connections and keeps the state as it was answered. */
export interface Emulator extends AsyncDisposable {
  /** Without a slash at the end, as grammY's `client.apiRoot` wants it. */
  readonly apiRoot: string;
  /** The page's address with its key: for the terminal of the person who started it, and nobody else. */
  readonly pageUrl: string;
  readonly faults: FaultPlan;
  readonly people: People;
  /** What the chat shows now, oldest first. */
  messages(chatId: number): readonly LocalMessage[];
  /** What is being written in the chat now. */
  drafts(chatId: number): readonly DraftView[];
  /** Events after `after`, or from this call on; ends when the emulator closes or `after` is no longer kept. */
  events(after?: number): AsyncIterableIterator<LocalEvent>;
  /** The newest 100,000 requests, oldest first. */
  readonly requests: readonly RecordedRequest[];
  onRequest(listener: (request: RecordedRequest) => void): () => void;
}

const EVENTS_KEPT = 10_000;
const REQUESTS_KEPT = 100_000;
const EVENTS_PER_RUN = 1_000_000_000;
const DEFAULT_USERS: readonly NewUser[] = [{ id: 1001, firstName: "You" }];

/** @throws Error when the port is taken or the state folder cannot be read */
export async function openEmulator(options: EmulatorOptions): Promise<Emulator> {
  const clock = options.clock ?? createRealClock();
  const { stateFolder } = options;
  const opened = stateFolder === undefined ? { state: createState(), journal: undefined } : openJournal(stateFolder);
  const store = createStore(opened.state, opened.journal, createFeed(opened.state.run * EVENTS_PER_RUN, EVENTS_KEPT));
  store.commit([{ t: "run", run: opened.state.run + 1 }]);
  const faults = createFaults();
  const context: Context = {
    bot: describeBot(options),
    clock,
    store,
    bytes: createFileBytes(stateFolder === undefined ? undefined : join(stateFolder, "files")),
    updates: createUpdateQueue(store, clock),
    drafts: createDrafts(store, clock),
    rates: createRateLimiter(),
    faults,
  };
  addMissingUsers(context, options.users ?? DEFAULT_USERS);
  const recorder = createRecorder(REQUESTS_KEPT);
  let botApi: BotApi | undefined;
  const webhook = createWebhookSender({
    store,
    updates: context.updates,
    clock,
    runAnswer: async (method, fields) => botApi?.call(method, fields),
  });
  botApi = createBotApi({
    context,
    faults,
    run: createMethods(() => webhook.info()),
    recorder,
    strict: options.strict ?? true,
  });
  const people = createPeople(context);
  const pageFolder = options.pageFolder ?? join(import.meta.dirname, "page");
  const server = createHttpServer({
    context,
    botApi,
    localApi: createLocalApi(context, people),
    faults,
    token: options.token,
    pageKey: options.pageKey,
    pageFolder,
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const apiRoot = `http://127.0.0.1:${portOf(server)}`;
  return {
    apiRoot,
    pageUrl: `${apiRoot}/?key=${encodeURIComponent(options.pageKey)}`,
    faults,
    people,
    messages: (chatId) => [...(store.state.chats.get(chatId)?.messages.values() ?? [])],
    drafts: (chatId) => context.drafts.visible(chatId),
    events: (after) => store.feed.follow(after ?? store.feed.seq),
    requests: recorder.requests,
    onRequest: (listener) => recorder.onRequest(listener),
    async [Symbol.asyncDispose]() {
      await webhook[Symbol.asyncDispose]();
      context.drafts.close();
      store.feed.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      opened.journal?.[Symbol.dispose]();
    },
  };
}

function describeBot({ token, botName = "Sparks" }: EmulatorOptions): UserFromGetMe {
  const id = Number(/^(\d{1,15}):[A-Za-z0-9_-]{1,64}$/.exec(token)?.[1] ?? 0);
  if (id === 0) throw new Error('A bot token is digits, a colon and up to 64 letters, such as "1:local".');
  return {
    id,
    is_bot: true,
    first_name: botName,
    username: `${botName.toLowerCase().replace(/[^a-z0-9]/g, "")}_bot`,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: true,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}

function addMissingUsers(context: Context, users: readonly NewUser[]): void {
  const { store }: { store: Store } = context;
  for (const user of users) if (!store.state.users.has(user.id)) addUser(context, user);
}
