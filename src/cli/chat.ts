import type { Outgoing, Button } from "../core/ports/messenger.ts";
import type { Client } from "./client.ts";
import type { CliContext } from "./context.ts";
import { renderTerminal } from "./render.ts";
import { EXIT } from "./terminal.ts";

/**
 * The owner's conversation in the terminal. What is typed is said; `:1`, `:2`, … press the buttons shown last; live
 * messages are printed again when they change for good (their buttons change, or they come to rest).
 */
export async function chat(client: Client, context: CliContext): Promise<number> {
  const { terminal, signal } = context;
  const ended = new AbortController();
  const stop = AbortSignal.any([signal, ended.signal]);
  const screen = createScreen(context);
  const following = followMessages(client, screen, stop);
  if (terminal.interactive) terminal.write("Say what you want; :1 presses the first button shown, Ctrl-D leaves.\n");
  let said = 0;
  for await (const line of terminal.lines(stop)) {
    const press = /^:(\d+)$/.exec(line.trim())?.[1];
    if (press !== undefined) await pressButton(client, context, screen.button(Number(press)));
    else if (line.trim() !== "") {
      await client.call("POST", "/v1/chat/messages", { text: line });
      said += 1;
    }
  }
  // Piped input ends at once: what was asked is still answered.
  if (!terminal.interactive) await screen.quiet(said);
  ended.abort();
  await following;
  return EXIT.ok;
}
async function pressButton(client: Client, { terminal }: CliContext, button: Button | undefined): Promise<void> {
  if (button === undefined) return terminal.error("There is no such button now.");
  await client.call("POST", "/v1/chat/presses", { data: button.data });
}
async function followMessages(client: Client, screen: Screen, signal: AbortSignal): Promise<void> {
  try {
    for await (const line of client.lines("GET", "/v1/chat/messages", undefined, signal)) {
      if (line["message"] !== undefined) screen.show(line["message"] as Outgoing);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
type Screen = {
  show(message: Outgoing): void;
  button(number: number): Button | undefined;
  quiet(answers: number): Promise<void>;
};
const QUIET_MS = 2000;
const MOST_WAIT_MS = 120_000;

function createScreen({ terminal, json }: CliContext): Screen {
  let buttons: readonly Button[] = [];
  const shown = new Map<string, string>();
  let last = Date.now();
  return {
    show(message) {
      last = Date.now();
      if (json) return terminal.write(`${JSON.stringify(message)}\n`);
      const text = renderTerminal(message.blocks, terminal.interactive);
      const isLive = shown.has(message.key) && message.key.endsWith(":card");
      if (isLive) return terminal.live(text.split("\n").slice(0, 2).join(" · "));
      if (shown.get(message.key) === text) return;
      shown.set(message.key, text);
      terminal.live("");
      buttons = message.keyboard?.flat() ?? buttons;
      const row = (message.keyboard?.flat() ?? []).map((button, index) => `:${index + 1} ${button.text}`).join("   ");
      terminal.write(
        `\n${text}\n${message.file === undefined ? "" : `\n${message.file.content}\n`}${row === "" ? "" : `[ ${row} ]\n`}`,
      );
    },
    button: (number) => buttons[number - 1],
    /** Each line said has at least one answer; after the last of them it is still for a while. */
    async quiet(answers) {
      const until = Date.now() + MOST_WAIT_MS;
      while (Date.now() < until && (shown.size < answers || Date.now() - last < QUIET_MS))
        await new Promise((resolve) => setTimeout(resolve, 100));
    },
  };
}
