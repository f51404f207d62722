import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { compose, type App } from "../../src/compose/compose.ts";
import { loadConfig } from "../../src/config/config.ts";
import { openEmulator, type Emulator } from "../../src/emulator/emulator.ts";
import type { LocalMessage } from "../../src/emulator/client-api.ts";
import { Secret } from "../../src/lib/secret.ts";
import type { Clock } from "../../src/lib/time.ts";
import { systemClock } from "../../src/lib/system-clock.ts";
import { createLog } from "../../src/observe/log.ts";
import { loadSecrets } from "../../src/secrets/secrets.ts";
import { lockHome } from "../../src/store/home-lock.ts";

export type StartOptions = {
  readonly sandbox?: "bubblewrap" | "docker";
  /** Address of a scripted model; the recording serves when there is none. */
  readonly modelUrl?: string;
  /** More lines of config.toml, each section once. */
  readonly config?: string;
  /** More lines of the section [sandbox]. */
  readonly sandboxSettings?: string;
  /** Where `samples/` and `personas/` are; those of the repository when absent. */
  readonly packageFolder?: string;
  /** Of Ada's client. */
  readonly language?: string;
  /** True: as on Telegram, where people must pair first. */
  readonly pairing?: boolean;
  /** The environment's secrets; two usual ones when absent. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** The machine's own when absent. */
  readonly clock?: Clock;
  /** True: logs/sparks.log is written, everything in it. */
  readonly logFile?: boolean;
};
/** The whole program against the Bot API emulator, with a person to play. */
export interface TestApp extends AsyncDisposable {
  readonly home: string;
  readonly emulator: Emulator;
  readonly announced: readonly string[];
  app(): App;
  says(text: string, userId?: number): Promise<void>;
  /** Presses the newest visible button of that label. */
  presses(label: string, userId?: number): Promise<void>;
  pressData(messageId: number, data: string, userId?: number): Promise<void>;
  /** Waits until a message of the bot in the owner's chat matches; the newest that does. */
  until(pattern: RegExp, what?: string): Promise<LocalMessage>;
  untilTrue(condition: () => boolean | Promise<boolean>, what: string): Promise<void>;
  /** What the bot shows in a chat now, oldest first, as text. */
  texts(chatId?: number): readonly string[];
  /** Ends the program as a stop does and begins it again on the same folder; `meanwhile` happens in between. */
  restart(meanwhile?: () => void): Promise<void>;
}
export const OWNER = 1001;
export const OTHER = 1002;
const packageFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const TOKEN = "1000000001:abcdefghijklmnopqrstuvwxyz012345678";
const USUAL_SECRETS = { MODEL_API_KEY: "test-key-of-a-model", ALERTS_WEBHOOK_SECRET: "a-secret-for-hooks" };
const DEADLINE_MS = 45_000;

export async function startApp(options: StartOptions = {}): Promise<TestApp> {
  const home = mkdtempSync(join(tmpdir(), "sparks-e2e-"));
  mkdirSync(join(home, "logs"));
  const emulator = await openEmulator({
    token: TOKEN,
    pageKey: "k",
    users: [
      { id: OWNER, firstName: "Ada", languageCode: options.language ?? "en" },
      { id: OTHER, firstName: "Ben" },
    ],
  });
  emulator.faults.rateLimits = false;
  writeFileSync(join(home, "config.toml"), configText(options));
  const announced: string[] = [];
  let running = await open(home, emulator, options, announced);
  const dump = () =>
    texts(emulator, OWNER)
      .map((text, index) => `--- ${index}\n${text}`)
      .join("\n");
  async function untilTrue(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
    const deadline = Date.now() + DEADLINE_MS;
    while (!(await condition())) {
      if (Date.now() > deadline) throw new Error(`waited in vain for ${what}; the chat shows:\n${dump()}`);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }
  return {
    home,
    emulator,
    announced,
    app: () => running.app,
    async says(text, userId = OWNER) {
      emulator.people.says({ chatId: userId, userId, text });
    },
    async presses(label, userId = OWNER) {
      await untilTrue(() => findButton(emulator, label) !== undefined, `a button ${label}`);
      const button = findButton(emulator, label);
      if (button !== undefined)
        emulator.people.presses({ chatId: OWNER, userId, messageId: button.messageId, data: button.data });
    },
    async pressData(messageId, data, userId = OWNER) {
      emulator.people.presses({ chatId: OWNER, userId, messageId, data });
    },
    async until(pattern, what) {
      const find = () => botMessages(emulator, OWNER).findLast((message) => pattern.test(textOf(message)));
      await untilTrue(() => find() !== undefined, what ?? String(pattern));
      const found = find();
      if (found === undefined) throw new Error("it was there a moment ago");
      return found;
    },
    untilTrue,
    texts: (chatId = OWNER) => texts(emulator, chatId),
    async restart(meanwhile) {
      await running[Symbol.asyncDispose]();
      meanwhile?.();
      running = await open(home, emulator, options, announced);
    },
    async [Symbol.asyncDispose]() {
      await running[Symbol.asyncDispose]();
      await emulator[Symbol.asyncDispose]();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
type Running = { readonly app: App } & AsyncDisposable;
async function open(home: string, emulator: Emulator, options: StartOptions, announced: string[]): Promise<Running> {
  await using stack = new AsyncDisposableStack();
  stack.use(await lockHome(home, process.pid));
  const secrets = loadSecrets(options.secrets ?? USUAL_SECRETS, "");
  const local = options.pairing === true ? null : { address: emulator.pageUrl, owner: { id: OWNER, name: "Ada" } };
  const app = stack.use(
    await compose(loadConfig(configText(options), "config.toml"), {
      version: "test",
      home,
      packageFolder: options.packageFolder ?? packageFolder,
      clock: options.clock ?? systemClock,
      random: Math.random,
      newId: () => crypto.randomUUID().replaceAll("-", ""),
      log:
        options.logFile === true
          ? createLog({
              level: "debug",
              file: join(home, "logs", "sparks.log"),
              terminal: { write: () => true },
              secrets: secrets.all(),
            })
          : pino({ level: process.env["SPARKS_TEST_LOG"] ?? "silent" }),
      announce: (line) => announced.push(line),
      secrets,
      environment: process.env,
      discoverModels: false,
      chat: { apiRoot: emulator.apiRoot, token: new Secret(TOKEN), local },
    }),
  );
  const owned = stack.move();
  return { app, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
function configText({ sandbox = "bubblewrap", sandboxSettings = "", modelUrl, config = "" }: StartOptions): string {
  const model =
    modelUrl === undefined
      ? "recorded_tokens_per_second = 0"
      : `provider = "compatible"\nname = "scripted"\nbase_url = "${modelUrl}"`;
  return `[sandbox]\nkind = "${sandbox}"\n${sandboxSettings}\n\n[model]\n${model}\n\n${config}\n`;
}
function botMessages(emulator: Emulator, chatId: number): readonly LocalMessage[] {
  return emulator.messages(chatId).filter((message) => message.from?.is_bot === true);
}
function texts(emulator: Emulator, chatId: number): readonly string[] {
  return botMessages(emulator, chatId).map(textOf);
}
/** Lets a person in by an invitation, as people do. */
export async function letIn(app: TestApp, userId: number, asked: string): Promise<void> {
  const codes = () => app.texts().filter((said) => /A code for one [^]*[2-9A-Z]{4}-[2-9A-Z]{4}/.test(said));
  const before = codes().length;
  await app.says(`/invite ${asked}`);
  await app.untilTrue(() => codes().length > before, "a new code");
  const text = codes().at(-1) ?? "";
  await app.says(/[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(text)?.[0].toLowerCase() ?? "none", userId);
  await app.untilTrue(() => app.texts(userId).some((said) => said.startsWith("Paired")), "the welcome");
}
export function textOf(message: LocalMessage): string {
  const rich = (message as { rich_message?: unknown }).rich_message;
  return message.text ?? message.caption ?? (rich === undefined ? "" : richText(rich));
}
/** The words of a rich message, whatever blocks hold them. */
function richText(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(richText).join("");
  if (typeof value !== "object" || value === null) return "";
  return Object.entries(value)
    .map(([key, inner]) =>
      ["type", "align", "valign", "language", "url", "label"].includes(key)
        ? ""
        : `${richText(inner)}${key === "blocks" || key === "cells" ? "\n" : ""}`,
    )
    .join(" ");
}
function findButton(emulator: Emulator, label: string): { messageId: number; data: string } | undefined {
  for (const message of botMessages(emulator, OWNER).toReversed()) {
    for (const button of message.reply_markup?.inline_keyboard.flat() ?? []) {
      if (button.text === label && "callback_data" in button)
        return { messageId: message.message_id, data: button.callback_data };
    }
  }
  return undefined;
}
/** The bytes of the document that the chat shows, as anybody could download them. */
export async function lastDocument(app: TestApp): Promise<string> {
  const document = app.emulator.messages(OWNER).findLast((message) => message.document !== undefined)?.document;
  const state = await fetch(`${app.emulator.apiRoot}/local/files/${document?.file_id ?? "none"}`, {
    headers: { authorization: "Bearer k" },
  });
  return state.text();
}
