import { type Incoming, wordsOf } from "../../incoming.ts";
import type { ChatDependencies } from "./dependencies.ts";

type Said = { readonly incoming: Incoming; readonly text: string };

/** What a person wrote in the message that a row was made of, or with its files; null for anything else. Of an album any part has the words. */
export async function wordsOfRow(
  deps: Pick<ChatDependencies, "inbox" | "attachments">,
  rowId: number,
): Promise<Said | null> {
  const incoming = (await deps.inbox.get(rowId))?.incoming;
  if (incoming === undefined) return null;
  if (incoming.kind !== "file" || incoming.album === null) return saidWith(incoming);
  for (const part of await deps.attachments.ofAlbum(incoming.chat.chatId, incoming.album)) {
    const other = (await deps.inbox.get(part.rowId))?.incoming;
    const said = other === undefined ? null : saidWith(other);
    if (said !== null) return said;
  }
  return null;
}
function saidWith(incoming: Incoming): Said | null {
  if (incoming.kind === "text") return { incoming, text: incoming.text };
  if (incoming.kind !== "file" || incoming.file.forwarded || incoming.said?.kind !== "text") return null;
  return { incoming, text: incoming.said.text };
}
/** What a person said or pressed, in words. */
export function saidIn(incoming: Incoming): string {
  switch (incoming.kind) {
    case "text":
      return incoming.text;
    case "command":
      return `/${incoming.name} ${incoming.rest}`.trim();
    case "press":
      return `pressed ${incoming.label === undefined ? incoming.data : `“${incoming.label}”`}`;
    case "forwarded":
      return `(forwarded) ${incoming.text}`;
    case "voice":
      return `(voice, ${incoming.seconds} s)`;
    case "edited":
      return `(edited) ${incoming.text}`;
    case "reaction":
      return incoming.emoji.join(" ");
    case "membership":
      return incoming.member ? "brought the bot into the chat" : "put the bot out of the chat";
    case "file":
      return `(file ${incoming.file.name}) ${incoming.said === null ? "" : wordsOf(incoming.said)}`.trim();
    case "draft-stopped":
    case "unsupported":
      return "";
  }
}
