/** Telegram's HTML style, read the way its own server does (td, MessageEntity.cpp, parse_html): same order of checks, same texts. */
import type { MessageEntity } from "@grammyjs/types";
import { MarkupError, byPosition, byteOffset, customEmojiId, dateTime, isSpace, linkEntity } from "./span.ts";
import type { FormattedText } from "./span.ts";
import { own } from "../../lib/own.ts";

const SIMPLE: Readonly<Record<string, "bold" | "italic" | "underline" | "strikethrough" | "spoiler">> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  "tg-spoiler": "spoiler",
  span: "spoiler",
};
const SUPPORTED = new Set([...Object.keys(SIMPLE), "a", "code", "pre", "blockquote", "tg-emoji", "tg-time"]);

type OpenTag = { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly offset: number };
/** A code entity that may still be joined with the pre around it. */
type Draft = MessageEntity & { codeLanguage?: string };

export function parseHtml(source: string): FormattedText {
  const open: OpenTag[] = [];
  const entities: Draft[] = [];
  let text = "";
  for (let i = 0; i < source.length;) {
    const character = source[i];
    if (character === "&") {
      const decoded = decodeHtmlEntity(source, i);
      if (decoded !== undefined) {
        text += decoded.character;
        i = decoded.end;
        continue;
      }
    }
    if (character !== "<") {
      text += character;
      i += 1;
    } else if (source[i + 1] === "/") {
      const tag = open.at(-1);
      i = readEndTag(source, i, tag);
      open.pop();
      if (tag !== undefined && text.length > tag.offset) addEntity(entities, tag, text);
    } else {
      const start = readStartTag(source, i);
      open.push({ name: start.name, attributes: start.attributes, offset: text.length });
      i = start.end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) throw new MarkupError(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  return { text, entities: entities.map(withoutNote).sort(byPosition) };
}

function withoutNote(draft: Draft): MessageEntity {
  const { codeLanguage: _, ...entity } = draft;
  return entity;
}

function readEndTag(source: string, begin: number, tag: OpenTag | undefined): number {
  const at = byteOffset(source, begin);
  if (tag === undefined) throw new MarkupError(`Unexpected end tag at byte offset ${at}`);
  let i = begin + 2;
  while (i < source.length && !isSpace(source[i]) && source[i] !== ">") i += 1;
  const found = source.slice(begin + 2, i).toLowerCase();
  while (isSpace(source[i])) i += 1;
  if (source[i] !== ">") throw new MarkupError(`Unclosed end tag at byte offset ${at}`);
  if (found !== "" && found !== tag.name) {
    throw new MarkupError(`Unmatched end tag at byte offset ${at}, expected "</${tag.name}>", found "</${found}>"`);
  }
  return i + 1;
}

function readStartTag(source: string, begin: number): { name: string; attributes: Map<string, string>; end: number } {
  const at = byteOffset(source, begin);
  let i = begin + 1;
  while (i < source.length && !isSpace(source[i]) && source[i] !== ">") i += 1;
  if (i >= source.length) throw new MarkupError(`Unclosed start tag at byte offset ${at}`);
  const name = source.slice(begin + 1, i).toLowerCase();
  if (!SUPPORTED.has(name)) throw new MarkupError(`Unsupported start tag "${name}" at byte offset ${at}`);
  const attributes = new Map<string, string>();
  for (;;) {
    while (isSpace(source[i])) i += 1;
    if (source[i] === ">") break;
    const attribute = readAttribute(source, i, { name, at });
    attributes.set(attribute.name, attribute.value);
    i = attribute.end;
  }
  if (name === "span" && attributes.get("class") !== "tg-spoiler") {
    throw new MarkupError(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`);
  }
  return { name, attributes, end: i + 1 };
}

function readAttribute(
  source: string,
  begin: number,
  tag: { name: string; at: number },
): { name: string; value: string; end: number } {
  const unclosed = (): MarkupError => new MarkupError(`Unclosed start tag "${tag.name}" at byte offset ${tag.at}`);
  let i = begin;
  while (i < source.length && !isSpace(source[i]) && !"=>/\"'".includes(source[i] ?? "")) i += 1;
  const name = source.slice(begin, i).toLowerCase();
  if (name === "") {
    if (i >= source.length) throw unclosed();
    throw new MarkupError(`Empty attribute name in the tag "${tag.name}" at byte offset ${tag.at}`);
  }
  while (isSpace(source[i])) i += 1;
  if (i >= source.length) throw unclosed();
  if (source[i] !== "=") return { name, value: "", end: i };
  i += 1;
  while (isSpace(source[i])) i += 1;
  if (i >= source.length) throw unclosed();
  const quote = source[i];
  const read = quote === '"' || quote === "'" ? readQuoted(source, i + 1, quote) : readToken(source, i);
  if (read.end >= source.length) throw unclosed();
  return { name, ...read };
}

function readToken(source: string, begin: number): { value: string; end: number } {
  let i = begin;
  while (/[A-Za-z0-9.-]/.test(source[i] ?? "")) i += 1;
  if (i < source.length && !isSpace(source[i]) && source[i] !== ">") {
    throw new MarkupError(`Unexpected end of name token at byte offset ${byteOffset(source, begin)}`);
  }
  return { value: source.slice(begin, i).toLowerCase(), end: i };
}

function readQuoted(source: string, begin: number, quote: string): { value: string; end: number } {
  let value = "";
  let i = begin;
  while (i < source.length && source[i] !== quote) {
    const decoded = source[i] === "&" ? decodeHtmlEntity(source, i) : undefined;
    value += decoded?.character ?? source[i];
    i = decoded?.end ?? i + 1;
  }
  return { value, end: i < source.length ? i + 1 : i };
}

/** Only these four have names; everything else must be a number. */
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

function decodeHtmlEntity(source: string, begin: number): { character: string; end: number } | undefined {
  const match = /^&(?:#(\d{1,8})|#x([0-9a-f]{1,8})|([a-z]+))(;?)/i.exec(source.slice(begin, begin + 24));
  if (match === null) return undefined;
  const [whole, decimal, hex, name, semicolon] = match;
  if (name !== undefined) {
    const character = own(NAMED, name);
    return character === undefined ? undefined : { character, end: begin + name.length + 1 + (semicolon ?? "").length };
  }
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  if (code === 0 || code >= 0x110000 || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return { character: String.fromCodePoint(code), end: begin + whole.length };
}

function addEntity(entities: Draft[], tag: OpenTag, text: string): void {
  const { name, attributes, offset } = tag;
  const length = text.length - offset;
  const simple = SIMPLE[name];
  if (simple !== undefined) entities.push({ type: simple, offset, length });
  else if (name === "a") addLink(entities, attributes.get("href") ?? text.slice(offset), { offset, length });
  else if (name === "blockquote") {
    entities.push({ type: attributes.has("expandable") ? "expandable_blockquote" : "blockquote", offset, length });
  } else if (name === "tg-emoji") {
    const id = attributes.get("emoji-id") ?? "";
    if (!/^\d+$/.test(id)) throw new MarkupError("Invalid custom emoji identifier specified");
    entities.push({ type: "custom_emoji", offset, length, custom_emoji_id: id });
  } else if (name === "tg-time") addTime(entities, attributes, { offset, length });
  else addCode(entities, tag, length);
}

function addLink(entities: Draft[], url: string, { offset, length }: { offset: number; length: number }): void {
  const emoji = customEmojiId(url);
  if (emoji !== undefined) entities.push({ type: "custom_emoji", offset, length, custom_emoji_id: emoji });
  else {
    const entity = linkEntity(url, offset, length);
    if (entity !== undefined) entities.push(entity);
  }
}

function addTime(
  entities: Draft[],
  attributes: ReadonlyMap<string, string>,
  at: { offset: number; length: number },
): void {
  const time = dateTime(attributes.get("unix") ?? "", attributes.get("format") ?? "");
  if (time === undefined) throw new MarkupError("Invalid date-time entity specified");
  entities.push({ type: "date_time", ...at, unix_time: time.unix, date_time_format: time.format });
}

/** `<pre><code class="language-x">` becomes one pre with a language, whichever of the two is outside. */
function addCode(entities: Draft[], { name, attributes, offset }: OpenTag, length: number): void {
  const last = entities.at(-1);
  const same = last !== undefined && last.offset === offset && last.length === length;
  const className = attributes.get("class") ?? "";
  const language = className.startsWith("language-") ? className.slice(9) : "";
  if (name === "pre") {
    if (same && last.type === "code" && last.codeLanguage !== undefined) {
      entities[entities.length - 1] = { type: "pre", offset, length, language: last.codeLanguage };
    } else entities.push({ type: "pre", offset, length });
  } else if (same && last.type === "pre" && language !== "") {
    entities[entities.length - 1] = { type: "pre", offset, length, language };
  } else entities.push({ type: "code", offset, length, ...(language === "" ? {} : { codeLanguage: language }) });
}
