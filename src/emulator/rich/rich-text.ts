/** Formatted text inside rich messages. */
import type { RichText } from "@grammyjs/types";
import { badRequest } from "../failure.ts";
import { detectEntities } from "../text/detect.ts";
import { checkedLink } from "../text/span.ts";

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
  if (!WITH_TEXT.has(type) || !("text" in text)) throw badRequest(`can't parse RichText: type "${type}" is unknown`);
  return { ...text, text: cleanRichText(text.text) } as RichText;
}

export function joined(parts: readonly RichText[]): RichText {
  const list: RichText[] = [];
  for (const part of parts.flatMap((one) => one)) {
    const last = list.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") list[list.length - 1] = last + part;
    else list.push(part);
  }
  const [only] = list;
  return list.length === 0 ? "" : list.length === 1 && only !== undefined ? only : list;
}

/** Inside these nothing is looked for: code, and what is a link already. */
const CLOSED = new Set([
  "pre", "code", "url", "email_address", "phone_number", "bank_card_number", "mention", "hashtag", "cashtag", "bot_command", "text_mention",
  "anchor_link", "reference_link", "button", "buttons", "date_time", "mathematical_expression",
]); // prettier-ignore
const CARRIERS = new Set(["text", "credit", "caption", "summary", "blocks", "items", "cells"]);

/** Makes links, mentions, commands and the like of plain text, in all blocks. */
export function detectInside<T>(part: T): T {
  return visit(part, false) as T;
}

function visit(part: unknown, isText: boolean): unknown {
  if (typeof part === "string") return isText ? joined(detected(part)) : part;
  if (Array.isArray(part)) {
    const list = part.map((one) => visit(one, isText));
    return isText ? joined(list as RichText[]) : list;
  }
  if (typeof part !== "object" || part === null) return part;
  if ("type" in part && CLOSED.has(String(part.type))) return part;
  // A caption is text in a table and an object elsewhere; both hold text.
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      CARRIERS.has(key) ? visit(value, !["blocks", "items", "cells"].includes(key)) : value,
    ]),
  );
}

function detected(text: string): RichText[] {
  const parts: RichText[] = [];
  let from = 0;
  for (const { type, offset, length } of detectEntities(text)) {
    const value = text.slice(offset, offset + length);
    const node = toNode(type, value);
    if (node === undefined) continue;
    parts.push(text.slice(from, offset), node);
    from = offset + length;
  }
  return [...parts, text.slice(from)];
}

function toNode(type: string, text: string): RichText | undefined {
  switch (type) {
    case "url":
      return { type, text, url: checkedLink(text) ?? text };
    case "email":
      return { type: "email_address", text, email_address: text };
    case "mention":
      return { type, text, username: text.slice(1) };
    case "hashtag":
      return { type, text, hashtag: text.slice(1) };
    case "cashtag":
      return { type, text, cashtag: text.slice(1) };
    case "bot_command":
      return { type, text, bot_command: text };
    default:
      return undefined;
  }
}

/** A link to `#name` is a reference's link when that reference is in the message, else an anchor's. */
export function resolveReferences<T>(part: T, names: ReadonlySet<string> = referenceNames(part)): T {
  if (Array.isArray(part)) return part.map((one: unknown) => resolveReferences(one, names)) as T;
  if (typeof part !== "object" || part === null || names.size === 0) return part;
  const next = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, resolveReferences(value as unknown, names)]),
  );
  if (next["type"] !== "anchor_link" || !names.has(String(next["anchor_name"]))) return next as T;
  return { type: "reference_link", text: next["text"], reference_name: next["anchor_name"] } as T;
}

function referenceNames(part: unknown): Set<string> {
  if (typeof part !== "object" || part === null) return new Set();
  const own = "type" in part && part.type === "reference" && "name" in part ? [String(part.name)] : [];
  return new Set([...own, ...Object.values(part).flatMap((value) => [...referenceNames(value)])]);
}
