import type { Part } from "./cut-parts.ts";

/** Bot API: 1-4096 characters. */
const MAX_TEXT = 4096;
/**
 * A part without formatting, for a chat or server that refuses it: its words, each link followed by its target. Never longer than a message may be:
 * then the targets are left out.
 */
export function renderPlain({ text, entities }: Part): string {
  let plain = "";
  let done = 0;
  for (const entity of [...entities].sort((a, b) => a.offset + a.length - b.offset - b.length)) {
    const end = entity.offset + entity.length;
    if (entity.type !== "text_link" || text.slice(entity.offset, end) === entity.url) continue;
    plain += `${text.slice(done, end)} (${entity.url})`;
    done = end;
  }
  plain += text.slice(done);
  return plain.length <= MAX_TEXT ? plain : text;
}
