/** What Telegram finds in plain text by itself: mentions, hashtags, cashtags, commands, e-mail addresses and links. */
import type { MessageEntity } from "@grammyjs/types";

type Found = "mention" | "hashtag" | "cashtag" | "bot_command" | "url" | "email";
const TOP_LEVEL =
  "com|org|net|io|dev|me|de|uk|ru|info|app|ai|co|eu|us|gov|edu|xyz|tech|cloud|sh|rs|to|tv|fr|nl|ch|at|it|es|pl|in|jp|cn|br|ca|au";
/** Earlier rules win where two overlap. */
const RULES: readonly (readonly [Found, RegExp])[] = [
  ["email", /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9](?:[a-z0-9-]*\.)+[a-z]{2,24}(?![\w@])/giu],
  ["url", /(?<![\w@./-])(?:https?|ftp|tg|ton):\/\/[^\s<>"«»“”‘’]+/giu],
  [
    "url",
    new RegExp(
      `(?<![\\w@./:-])(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\\.)+(?:${TOP_LEVEL})(?![\\w@-])(?:[/?#][^\\s<>"«»“”‘’]*)?`,
      "giu",
    ),
  ],
  ["bot_command", /(?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,64}(?:@[a-z][a-z0-9_]{2,31})?(?![\p{L}\p{N}_/<>])/giu],
  ["mention", /(?<![\p{L}\p{N}_@])@[a-z][a-z0-9_]{2,31}(?![\p{L}\p{N}_@])/giu],
  ["hashtag", /(?<![\p{L}\p{N}_&#])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_\u200c]{1,256}(?![\p{L}\p{N}_#])/gu],
  ["cashtag", /(?<![\p{L}\p{N}_$])\$(?:1INCH|[A-Z]{1,8})(?![\p{L}\p{N}_$])/gu],
];

export function detectEntities(text: string): MessageEntity[] {
  const found: MessageEntity[] = [];
  for (const [type, rule] of RULES) {
    for (const match of text.matchAll(rule)) {
      const value = type === "url" ? withoutTail(match[0]) : match[0];
      const entity = { type, offset: match.index, length: value.length };
      if (value !== "" && !found.some((other) => overlaps(other, entity))) found.push(entity);
    }
  }
  return found.sort((a, b) => a.offset - b.offset);
}

/** A link does not take the full stop of its sentence with it, nor a bracket that opened before it. */
function withoutTail(url: string): string {
  let end = url.length;
  for (;;) {
    const last = url[end - 1] ?? "";
    const unbalanced = last === ")" && count(url.slice(0, end), "(") < count(url.slice(0, end), ")");
    if (!".,:;!?'".includes(last) && !unbalanced) return url.slice(0, end);
    if (last === "") return "";
    end -= 1;
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

export function overlaps(a: { offset: number; length: number }, b: { offset: number; length: number }): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
