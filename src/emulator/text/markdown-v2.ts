/** MarkdownV2, read the way Telegram's own server does (td, MessageEntity.cpp, parse_markdown_v2): same checks, same texts. */
import type { MessageEntity } from "@grammyjs/types";
import { MarkupError, byPosition, byteOffset, customEmojiId, isSpace, linkEntity, linkedTime } from "./span.ts";
import type { FormattedText } from "./span.ts";

type Kind =
  | "Bold"
  | "Italic"
  | "Underline"
  | "Strikethrough"
  | "Spoiler"
  | "Code"
  | "Pre"
  | "PreCode"
  | "TextUrl"
  | "CustomEmoji";
type Open = { readonly kind: Kind; readonly language: string; readonly sourceAt: number; readonly offset: number };
type Reader = {
  readonly source: string;
  at: number;
  text: string;
  readonly open: Open[];
  readonly entities: MessageEntity[];
  quoteFrom: number | undefined;
};

const SIMPLE = {
  Bold: "bold",
  Italic: "italic",
  Underline: "underline",
  Strikethrough: "strikethrough",
  Spoiler: "spoiler",
  Code: "code",
} as const;
const RESERVED = "_*[]()~`>#+-=|{}.!";
/** How many characters close it, beyond the first. */
const CLOSERS: Readonly<Record<Kind, string>> = {
  Bold: "*",
  Italic: "_",
  Underline: "__",
  Strikethrough: "~",
  Spoiler: "||",
  Code: "`",
  Pre: "```",
  PreCode: "```",
  TextUrl: "]",
  CustomEmoji: "]",
};

export function parseMarkdownV2(source: string): FormattedText {
  const reader: Reader = { source, at: 0, text: "", open: [], entities: [], quoteFrom: undefined };
  while (reader.at < source.length) step(reader);
  if (reader.quoteFrom !== undefined) endQuote(reader);
  const unclosed = reader.open.at(-1);
  if (unclosed !== undefined) throw unclosedError(reader, unclosed);
  return { text: reader.text, entities: reader.entities.sort(byPosition) };
}

function unclosedError({ source }: Reader, { kind, sourceAt }: Open): MarkupError {
  return new MarkupError(`Can't find end of ${kind} entity at byte offset ${byteOffset(source, sourceAt)}`);
}

function step(reader: Reader): void {
  const { source, at, open } = reader;
  const character = source[at] ?? "";
  const next = source.charCodeAt(at + 1);
  if (character === "\\" && next > 0 && next <= 126) {
    reader.text += source[at + 1];
    reader.at += 2;
    return;
  }
  const inner = open.at(-1);
  const inCode = inner?.kind === "Code" || inner?.kind === "Pre" || inner?.kind === "PreCode";
  if (!inCode && atLineStart(reader) && character === ">") {
    reader.quoteFrom ??= reader.text.length;
    reader.at += 1;
    return;
  }
  if (character === "\n" && !inCode) {
    newline(reader);
    return;
  }
  if (!(inCode ? "`" : RESERVED).includes(character)) {
    reader.text += character;
    reader.at += 1;
    return;
  }
  if (inner !== undefined && closes(reader, inner)) endEntity(reader, inner);
  else if (endsExpandable(reader)) reader.at += 2;
  else beginEntity(reader, character);
}

function atLineStart({ source, at, text }: Reader): boolean {
  return at === 0 || (source[at - 1] === "\n" && text.endsWith("\n")) || (source.startsWith("**>", at - 2) && at === 2);
}

function newline(reader: Reader): void {
  if (reader.quoteFrom !== undefined && reader.source[reader.at + 1] !== ">") endQuote(reader);
  reader.text += "\n";
  reader.at += 1;
}

/** `||` at the end of a quotation's last line, with no spoiler open, makes the quotation expandable. */
function endsExpandable({ source, at, quoteFrom, open }: Reader): boolean {
  if (quoteFrom === undefined || open.length > 0 || !source.startsWith("||", at)) return false;
  const after = source[at + 2];
  return after === undefined || (after === "\n" && source[at + 3] !== ">");
}

function endQuote(reader: Reader): void {
  const offset = reader.quoteFrom ?? 0;
  const unclosed = reader.open.at(-1);
  if (unclosed !== undefined) throw unclosedError(reader, unclosed);
  const length = reader.text.length - offset;
  const expandable = reader.source.slice(0, reader.at).endsWith("||") && !reader.text.endsWith("||");
  const spoilerEndsHere = reader.entities.some(
    (entity) => entity.type === "spoiler" && entity.offset + entity.length === offset + length,
  );
  const type = expandable && !spoilerEndsHere ? "expandable_blockquote" : "blockquote";
  if (length > 0) reader.entities.push({ type, offset, length });
  reader.quoteFrom = undefined;
}

function closes({ source, at }: Reader, { kind }: Open): boolean {
  if (kind === "Italic") return source[at] === "_" && source[at + 1] !== "_";
  return source.startsWith(CLOSERS[kind], at);
}

function beginEntity(reader: Reader, character: string): void {
  const { source, at } = reader;
  const begin = (kind: Kind, width: number, language = ""): void => {
    reader.open.push({ kind, language, sourceAt: at, offset: reader.text.length });
    reader.at += width;
  };
  if (character === "_") return source[at + 1] === "_" ? begin("Underline", 2) : begin("Italic", 1);
  if (character === "*") return begin("Bold", 1);
  if (character === "~") return begin("Strikethrough", 1);
  if (character === "[") return begin("TextUrl", 1);
  if (character === "|" && source[at + 1] === "|") return begin("Spoiler", 2);
  if (character === "!" && source[at + 1] === "[") return begin("CustomEmoji", 2);
  if (character === "`") return source.startsWith("```", at) ? beginPre(reader) : begin("Code", 1);
  throw new MarkupError(`Character '${character}' is reserved and must be escaped with the preceding '\\'`);
}

function beginPre(reader: Reader): void {
  const { source, at } = reader;
  let end = at + 3;
  while (end < source.length && !isSpace(source[end]) && source[end] !== "`") end += 1;
  const named = end > at + 3 && end < source.length && source[end] !== "`";
  const language = named ? source.slice(at + 3, end) : "";
  reader.open.push({ kind: named ? "PreCode" : "Pre", language, sourceAt: at, offset: reader.text.length });
  reader.at = named ? end : at + 3;
  // one line break after the opening belongs to the markup
  if (source.startsWith("\r\n", reader.at)) reader.at += 2;
  else if (source[reader.at] === "\n" || source[reader.at] === "\r") reader.at += 1;
}

function endEntity(reader: Reader, inner: Open): void {
  reader.open.pop();
  reader.at += CLOSERS[inner.kind].length;
  const { offset } = inner;
  const length = reader.text.length - offset;
  if (inner.kind === "TextUrl" || inner.kind === "CustomEmoji") {
    const entity = readTarget(reader, inner, length);
    if (entity !== undefined && length > 0) reader.entities.push(entity);
  } else if (length > 0) {
    if (inner.kind === "Pre") reader.entities.push({ type: "pre", offset, length });
    else if (inner.kind === "PreCode") reader.entities.push({ type: "pre", offset, length, language: inner.language });
    else reader.entities.push({ type: SIMPLE[inner.kind], offset, length });
  }
}

function readTarget(reader: Reader, { kind, offset }: Open, length: number): MessageEntity | undefined {
  if (reader.source[reader.at] !== "(") {
    if (kind === "CustomEmoji") throw new MarkupError("Custom emoji entity must contain a tg://emoji URL");
    return linkEntity(reader.text.slice(offset), offset, length);
  }
  const url = readUrl(reader);
  if (kind === "TextUrl") return linkEntity(url, offset, length);
  const id = customEmojiId(url);
  if (id !== undefined) return { type: "custom_emoji", offset, length, custom_emoji_id: id };
  if (linkedTime(url) !== undefined) return linkEntity(url, offset, length);
  throw new MarkupError("Custom emoji URL must have an emoji identifier");
}

function readUrl(reader: Reader): string {
  const { source } = reader;
  const begin = reader.at + 1;
  let url = "";
  let i = begin;
  while (i < source.length && source[i] !== ")") {
    const next = source.charCodeAt(i + 1);
    if (source[i] === "\\" && next > 0 && next <= 126) i += 1;
    url += source[i];
    i += 1;
  }
  if (i >= source.length) throw new MarkupError(`Can't find end of a URL at byte offset ${byteOffset(source, begin)}`);
  reader.at = i + 1;
  return url;
}
