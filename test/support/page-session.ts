import type { Message, Update } from "@grammyjs/types";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { openEmulator, type Emulator, type EmulatorOptions } from "../../src/emulator/emulator.ts";

const token = "4242:local";
const pageKey = "page-key-of-a-test";
export const personId = 1001;

/** The bot's side of the conversation, over HTTP like any bot's. */
type Bot = {
  call<Result>(method: string, fields?: object): Promise<Result>;
  say(text: string, more?: object): Promise<Message>;
  /** The next update that has the field; those before it are passed over. Waits until there is one. */
  next<Name extends keyof Update>(name: Name): Promise<NonNullable<Update[Name]>>;
};
/** A person at the page, and the bot they talk to. Closing it closes the emulator and the browser's window. */
export interface PageSession extends AsyncDisposable {
  readonly emulator: Emulator;
  readonly bot: Bot;
  readonly page: Page;
  readonly input: Locator;
  /** Errors that the page's own code threw, and what its content policy forbade. */
  readonly complaints: readonly string[];
}

export function openTestEmulator(more: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  return openEmulator({ token, pageKey, ...more });
}

export async function openPageSession(
  browser: Browser,
  options: { readonly emulator?: Emulator; readonly window?: BrowserContextOptions } = {},
): Promise<PageSession> {
  const emulator = options.emulator ?? (await openTestEmulator());
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options.window });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) complaints.push(message.text());
  });
  const input = page.getByRole("combobox", { name: "Message" });
  await page.goto(emulator.pageUrl);
  await input.waitFor();
  return {
    emulator,
    bot: createBot(emulator.apiRoot),
    page,
    input,
    complaints,
    async [Symbol.asyncDispose]() {
      await context.close();
      await emulator[Symbol.asyncDispose]();
    },
  };
}

function createBot(apiRoot: string): Bot {
  let offset = 0;
  const waiting: Update[] = [];
  async function call<Result>(method: string, fields: object = {}): Promise<Result> {
    const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(fields),
    });
    const answer = (await response.json()) as { ok: boolean; result: Result; description?: string };
    if (!answer.ok) throw new Error(`${method}: ${answer.description ?? "no reason given"}`);
    return answer.result;
  }
  return {
    call,
    say: (text, more = {}) => call("sendMessage", { chat_id: personId, text, ...more }),
    async next(name) {
      for (;;) {
        const update = waiting.shift();
        if (update === undefined) {
          const fields = {
            offset,
            timeout: 20,
            allowed_updates: [
              "message",
              "edited_message",
              "callback_query",
              "message_reaction",
              "stopped_message_generation",
            ],
          };
          waiting.push(...(await call<Update[]>("getUpdates", fields)));
          offset = (waiting.at(-1)?.update_id ?? offset - 1) + 1;
          continue;
        }
        const found = update[name];
        if (found !== undefined) return found;
      }
    },
  };
}
