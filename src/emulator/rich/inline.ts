/** Tags inside a line of rich HTML. */
import type { RichMessageButton, RichText } from "@grammyjs/types";
import { MarkupError, customEmojiId, dateTime, linkedTime, mentionedUserId } from "../text/span.ts";
import { joined } from "./rich-text.ts";
import { textOf } from "./tree.ts";
import type { Element, Node } from "./tree.ts";

const SIMPLE = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  mark: "marked",
  sub: "subscript",
  sup: "superscript",
  "tg-spoiler": "spoiler",
  code: "code",
} as const;

/** White space runs become one space, and none is left at the ends. */
export function toLine(nodes: readonly Node[]): RichText {
  return trimmed(joined(nodes.map((node) => toInline(node))));
}

/** Text as it stands, for pre-formatted blocks. */
export function toInline(node: Node, keepSpaces = false): RichText {
  if (typeof node === "string") return keepSpaces ? node : node.replaceAll(/[ \t\r\n]+/g, " ");
  const { tag, attributes, children } = node;
  const text = (): RichText => joined(children.map((child) => toInline(child, keepSpaces)));
  const simple = Object.hasOwn(SIMPLE, tag) ? SIMPLE[tag as keyof typeof SIMPLE] : undefined;
  if (simple !== undefined) return { type: simple, text: text() };
  switch (tag) {
    case "br":
      return "\n";
    case "a":
      return toLink(attributes, children, text());
    case "tg-math":
      return { type: "mathematical_expression", expression: textOf(children) };
    case "tg-reference":
      return { type: "reference", text: text(), name: attributes.get("name") ?? "" };
    case "tg-emoji":
      return {
        type: "custom_emoji",
        custom_emoji_id: attributes.get("emoji-id") ?? "",
        alternative_text: textOf(children),
      };
    case "tg-time":
      return toTime(dateTime(attributes.get("unix") ?? "", attributes.get("format") ?? ""), text());
    case "tg-button":
      return { type: "button", button: toButton(node) };
    case "img":
      return toImage(attributes);
    case "input":
      return "";
    default:
      throw new MarkupError(`Tag "${tag}" can't be used inside a text`);
  }
}

function toTime(time: ReturnType<typeof dateTime>, text: RichText): RichText {
  if (time === undefined) throw new MarkupError("Invalid date-time specified");
  return { type: "date_time", text, unix_time: time.unix, date_time_format: time.format };
}

function toImage(attributes: ReadonlyMap<string, string>): RichText {
  const source = attributes.get("src") ?? "";
  const alternative = attributes.get("alt") ?? "";
  const emoji = customEmojiId(source);
  if (emoji !== undefined) return { type: "custom_emoji", custom_emoji_id: emoji, alternative_text: alternative };
  if (source.startsWith("tg://time")) return toTime(linkedTime(source), alternative);
  throw new MarkupError("Media can be specified only as a separate block");
}

function toLink(attributes: ReadonlyMap<string, string>, children: readonly Node[], text: RichText): RichText {
  const name = attributes.get("name");
  const href = attributes.get("href");
  if (href === undefined) {
    if (name === undefined || children.length > 0) return text;
    return { type: "anchor", name };
  }
  if (href.startsWith("#")) return { type: "anchor_link", text, anchor_name: href.slice(1) };
  if (/^mailto:/i.test(href)) return { type: "email_address", text, email_address: href.slice(7) };
  if (/^tel:/i.test(href)) return { type: "phone_number", text, phone_number: href.slice(4) };
  const userId = mentionedUserId(href);
  if (userId !== undefined) return { type: "text_mention", text, user: { id: userId, is_bot: false, first_name: "" } };
  return { type: "url", text, url: href };
}

const INLINE_QUERIES = ["switch_inline_query", "switch_inline_query_current_chat"] as const;

export function toButton({ attributes, children }: Element): RichMessageButton {
  const style = attributes.get("style") as RichMessageButton["style"];
  const label = { text: toLine(children), ...(style === undefined ? {} : { style }) };
  const type = attributes.get("type") ?? "";
  const query = INLINE_QUERIES.find((one) => one === type);
  if (query !== undefined) return { ...label, [query]: attributes.get("query") ?? "" } as RichMessageButton;
  switch (type) {
    case "url":
      return { ...label, url: attributes.get("url") ?? "" };
    case "callback_data":
      return { ...label, callback_data: attributes.get("data") ?? "" };
    case "web_app":
      return { ...label, web_app: { url: attributes.get("url") ?? "" } };
    case "copy_text":
      return { ...label, copy_text: { text: attributes.get("text") ?? "" } };
    case "login_url":
      return { ...label, login_url: { url: attributes.get("url") ?? "" } };
    case "switch_inline_query_chosen_chat":
      return { ...label, switch_inline_query_chosen_chat: { query: attributes.get("query") ?? "" } };
    case "disabled":
      return { ...label, disabled: {} };
    default:
      throw new MarkupError(`Button type "${type}" is unknown`);
  }
}

function trimmed(text: RichText): RichText {
  return trimSide(trimSide(text, "start"), "end");
}

function trimSide(text: RichText, side: "start" | "end"): RichText {
  if (typeof text === "string") return side === "start" ? text.replace(/^[ \n]+/, "") : text.replace(/[ \n]+$/, "");
  if (Array.isArray(text)) {
    const index = side === "start" ? 0 : text.length - 1;
    return joined(text.map((part, at) => (at === index ? trimSide(part, side) : part)));
  }
  return "text" in text ? { ...text, text: trimSide(text.text, side) } : text;
}
