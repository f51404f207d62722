import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { LocalMessage } from "../../src/emulator/client-api.ts";

const packageFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const PERSON = 1001;

/** The program as a process of its own, which can be killed and begun again on the same folder. */
export type Program = {
  readonly base: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  end(): Promise<void>;
  tail(): string;
  call(path: string, body?: unknown): Promise<unknown>;
  messages(): Promise<readonly LocalMessage[]>;
};

/** @param home where its config.toml is */
export function createProgram(home: string, port: number): Program {
  const base = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let output = "";
  async function call(path: string, body?: unknown): Promise<unknown> {
    const { pageKey } = JSON.parse(readFileSync(join(home, "local-chat.json"), "utf8")) as { pageKey: string };
    const authorization = `Bearer ${pageKey}`;
    const json = { authorization, "content-type": "application/json" };
    const response = await fetch(
      `${base}${path}`,
      body === undefined
        ? { headers: { authorization } }
        : body instanceof FormData
          ? { method: "POST", headers: { authorization }, body }
          : { method: "POST", headers: json, body: JSON.stringify(body) },
    );
    return response.json();
  }
  function gone(signal: NodeJS.Signals): Promise<void> {
    const dying = child;
    child = null;
    if (dying === null || dying.exitCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      dying.once("exit", () => resolve());
      dying.kill(signal);
    });
  }
  return {
    base,
    call,
    tail: () => output.slice(-3000),
    async start() {
      const started = spawn(
        process.execPath,
        [join(packageFolder, "src/main.js"), "--home", home, "up", "--port", String(port)],
        { stdio: ["ignore", "pipe", "pipe"] },
      );
      child = started;
      for (const stream of [started.stdout, started.stderr])
        stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
      await poll(async () => {
        if (started.exitCode !== null) throw new Error(`the program ended by itself: ${output.slice(-2000)}`);
        return call("/local/state").then(
          () => output.includes("Sparks is up"),
          () => false,
        );
      }, "the program to be up");
      output = output.replaceAll("Sparks is up", "it was up");
    },
    kill: () => gone("SIGKILL"),
    end: () => gone("SIGTERM"),
    async messages() {
      const answer = (await call(`/local/messages?chat=${PERSON}&limit=100`)) as { messages: readonly LocalMessage[] };
      return answer.messages;
    },
  };
}
/** Presses the newest button of that label. @returns false when there is none */
export async function pressNewest(program: Program, label: string): Promise<boolean> {
  for (const message of (await program.messages()).toReversed())
    for (const button of message.reply_markup?.inline_keyboard.flat() ?? []) {
      if (button.text !== label || !("callback_data" in button)) continue;
      const [messageId, data] = [message.message_id, button.callback_data];
      await program.call("/local/presses", { chatId: PERSON, userId: PERSON, messageId, data });
      return true;
    }
  return false;
}
export async function shows(program: Program, pattern: RegExp): Promise<boolean> {
  return (await program.messages()).some((message) => pattern.test(wordsOf(message)));
}
export function wordsOf(message: LocalMessage): string {
  const rich = (message as { rich_message?: unknown }).rich_message;
  return (
    message.text ??
    (message.caption === undefined ? (rich === undefined ? "" : `${JSON.stringify(rich)}\n`) : `${message.caption}\n`)
  );
}
async function poll(done: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
