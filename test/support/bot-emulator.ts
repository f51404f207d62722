import { Bot, GrammyError } from "grammy";
import type { Message } from "@grammyjs/types";
import { onTestFinished } from "vitest";
import type { LocalEvent } from "../../src/emulator/client-api.ts";
import { openEmulator } from "../../src/emulator/emulator.ts";
import type { Emulator, EmulatorOptions } from "../../src/emulator/emulator.ts";

export const TOKEN = "42:local";
export const YOU = 1001;
export const NOON = Date.UTC(2026, 0, 1, 12);

export async function open(options: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  const emulator = await openEmulator({ token: TOKEN, pageKey: "key", ...options });
  onTestFinished(() => emulator[Symbol.asyncDispose]());
  return emulator;
}
export function connect({ apiRoot }: Emulator, token = TOKEN): Bot {
  return new Bot(token, { client: { apiRoot } });
}
export async function refusal(call: Promise<unknown>): Promise<GrammyError> {
  const cause = await call.then(
    () => new Error("it was accepted"),
    (reason: unknown) => reason,
  );
  if (!(cause instanceof GrammyError)) throw cause;
  return cause;
}
export async function reason(call: Promise<unknown>): Promise<string> {
  return (await refusal(call)).description;
}
type EventOf<T extends LocalEvent["type"]> = LocalEvent extends infer E
  ? E extends { type: infer U }
    ? T extends U
      ? E
      : never
    : never
  : never;
export async function until<T extends LocalEvent["type"]>(
  events: AsyncIterableIterator<LocalEvent>,
  type: T,
  fits: (event: EventOf<T>) => boolean = () => true,
): Promise<EventOf<T>> {
  for (;;) {
    const { value, done } = await events.next();
    if (done === true) throw new Error(`No event "${type}" came.`);
    const event = value as EventOf<T>;
    if (event.type === type && fits(event)) return event;
  }
}
export const raw = async (
  emulator: Emulator,
  method: string,
  init?: RequestInit,
): Promise<{ ok: boolean; error_code?: number; description?: string; result?: unknown }> =>
  (await (await fetch(`${emulator.apiRoot}/bot${TOKEN}/${method}`, init)).json()) as { ok: boolean };
export const says = (emulator: Emulator, text: string): Message =>
  emulator.people.says({ chatId: YOU, userId: YOU, text });
