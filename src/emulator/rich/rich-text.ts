/** Formatted text inside rich messages. */
import type { RichText } from "@grammyjs/types";
import { badRequest } from "../failure.ts";

type Node = Exclude<RichText, string | readonly unknown[]>;
const WITH_TEXT = new Set<Node["type"]>([
  "bold", "italic", "underline", "strikethrough", "spoiler", "date_time", "text_mention", "subscript", "superscript", "marked", "code", "url",
  "email_address", "phone_number", "bank_card_number", "mention", "hashtag", "cashtag", "bot_command", "anchor_link", "reference",
  "reference_link",
]); // prettier-ignore
const WITHOUT_TEXT = new Set<Node["type"]>(["custom_emoji", "mathematical_expression", "anchor", "button"]);

/** Checks the shape, joins neighbouring strings and drops empty ones. */
export function cleanRichText(text: unknown): RichText {
  if (typeof text === "string") {
    if (!text.isWellFormed()) throw badRequest("strings must be encoded in UTF-8");
    return text;
  }
  if (Array.isArray(text)) return joined(text.map(cleanRichText));
  if (typeof text !== "object" || text === null || !("type" in text))
    throw badRequest("can't parse RichText: expected a String, an Array or an Object");
  const { type } = text as { type: Node["type"] };
  if (WITHOUT_TEXT.has(type)) return text as RichText;
  if (!WITH_TEXT.has(type) || !("text" in text))
    throw badRequest(`can't parse RichText: type "${String(type)}" is unknown`);
  return { ...text, text: cleanRichText(text.text) } as RichText;
}

export function joined(parts: readonly RichText[]): RichText {
  const list: RichText[] = [];
  for (const part of parts.flat() as RichText[]) {
    const last = list.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") list[list.length - 1] = last + part;
    else list.push(part);
  }
  const [only] = list;
  return list.length === 0 ? "" : list.length === 1 && only !== undefined ? only : list;
}
