import type { Outgoing } from "../core/ports/messenger.ts";

/** Removes what must not leave: the shape of bot tokens and the secrets that are known. */
export type Redact = (text: string, keepLength?: boolean) => string;
// In a Bot API address a token follows the letters "bot" directly, so a word boundary must not be asked for.
const BOT_TOKEN = /(?<!\d)\d{6,12}:[A-Za-z0-9_-]{30,}/g;

/** @param secrets values of at least 8 characters; `keepLength` replaces each with as many units, so that entity offsets stay right */
export function createRedact(secrets: readonly string[]): Redact {
  const known = secrets.filter((secret) => secret.length >= 8).sort((a, b) => b.length - a.length);
  return (text, keepLength = false) => {
    const hidden = (found: string) => (keepLength ? "•".repeat(found.length) : "[secret]");
    const without = known.reduce((rest, secret) => rest.replaceAll(secret, () => hidden(secret)), text);
    return without.replaceAll(BOT_TOKEN, hidden);
  };
}
/** The same message with every text in it redacted: words, links, button labels, the file. What a button answers is kept. */
export function redactOutgoing(message: Outgoing, redact: Redact): Outgoing {
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
function redactTree<Tree>(tree: Tree, redact: Redact): Tree;
function redactTree(tree: unknown, redact: Redact): unknown {
  if (typeof tree === "string") return redact(tree);
  if (Array.isArray(tree)) return tree.map((item: unknown) => redactTree(item, redact));
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, key === "kind" ? value : redactTree<unknown>(value, redact)]),
  );
}
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** The start of `text` in at most `most` UTF-16 units, whole graphemes only, with "…" where it was cut. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, most * 2))) {
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
  for (const { index } of graphemes.segment(near)) if (index >= from) return `…${near.slice(index)}`;
  return "…";
}
