import { italic, paragraph, type Block } from "../../../lib/blocks.ts";
import type { Incoming } from "../../incoming.ts";

const SAID: ReadonlySet<Incoming["kind"]> = new Set([
  "text",
  "command",
  "voice",
  "forwarded",
  "file",
  "edited",
  "unsupported",
]);
/** Among several people an answer says whom it is for: it stands under what they said. */
export function answerTo(incoming: Incoming): { readonly replyTo?: number } {
  const isPlain = incoming.chatKind !== "group" || !SAID.has(incoming.kind) || !("messageId" in incoming);
  return isPlain || incoming.messageId === 0 ? {} : { replyTo: incoming.messageId };
}
/** How words are said to what the bot asks, where that is not plain: in a group it hears only what is meant for it. */
export function answerHint({ chatKind }: Pick<Incoming, "chatKind">): string | null {
  return chatKind === "group" ? "In this group: your own words as an answer to this message." : null;
}
export function hintBlocks(place: Pick<Incoming, "chatKind">): readonly Block[] {
  const how = answerHint(place);
  return how === null ? [] : [paragraph(italic(how))];
}
