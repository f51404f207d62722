import type { Outgoing } from "../core/ports/messenger.ts";
import type { Redactor } from "../lib/redact.ts";
import { redactTree } from "../lib/redact-tree.ts";
import { graphemesOf } from "./graphemes.ts";

/** The same message with every text in it redacted: words, links, button labels, the file. What a button answers is kept. */
export function redactOutgoing(message: Outgoing, redact: Redactor): Outgoing {
  return {
    ...message,
    anchor: redact(message.anchor),
    blocks: redactTree(message.blocks, redact),
    ...(message.keyboard === undefined
      ? {}
      : {
          keyboard: message.keyboard.map((row) => row.map((button) => ({ ...button, text: redact(button.text) }))),
        }),
    ...(message.file === undefined
      ? {}
      : { file: { name: redact(message.file.name), content: redact(message.file.content) } }),
  };
}
/** The start of `text` in at most `most` UTF-16 units, whole graphemes only, with "…" where it was cut. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of graphemesOf(text.slice(0, most * 2))) {
    if (index + segment.length > most - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end)}…`;
}
/** The end of `text` in at most `most` UTF-16 units, whole graphemes only, with "…" where it was cut. */
export function tailOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const near = text.slice(-most * 2);
  const from = near.length - (most - 1);
  for (const { index } of graphemesOf(near)) if (index >= from) return `…${near.slice(index)}`;
  return "…";
}
