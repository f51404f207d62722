/** The data of all callback buttons that a message shows: under it, and inside a rich message. */
import type { Message } from "@grammyjs/types";

export function buttonsOf(message: Message): string[] {
  const inline = message.reply_markup?.inline_keyboard.flat() ?? [];
  const under = inline.flatMap((button) => ("callback_data" in button ? [button.callback_data] : []));
  return [...under, ...dataInside(message.rich_message)];
}

function dataInside(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  const own = "callback_data" in part && typeof part.callback_data === "string" ? [part.callback_data] : [];
  return [...own, ...Object.values(part).flatMap(dataInside)];
}
