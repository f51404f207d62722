/** The old "Markdown" style: no nesting, four marks. */
import type { MessageEntity } from "@grammyjs/types";
import { MarkupError, byteOffset, isSpace, linkEntity } from "./span.ts";
import type { FormattedText } from "./span.ts";

export function parseLegacyMarkdown(source: string): FormattedText {
  const entities: MessageEntity[] = [];
  let text = "";
  for (let i = 0; i < source.length;) {
    const character = source[i] ?? "";
    if (character === "\\" && "_*`[".includes(source[i + 1] ?? " ")) {
      text += source[i + 1];
      i += 2;
    } else if (!"_*`[".includes(character)) {
      text += character;
      i += 1;
    } else {
      const piece = readPiece(source, i);
      const offset = text.length;
      text += piece.text;
      const entity = piece.text === "" ? undefined : toEntity(character, piece, offset);
      if (entity !== undefined) entities.push(entity);
      i = piece.end;
    }
  }
  return { text, entities };
}

type Piece = { text: string; language: string; pre: boolean; url: string | undefined; end: number };

function readPiece(source: string, begin: number): Piece {
  const pre = source.startsWith("```", begin);
  const { language, from } = pre ? readLanguage(source, begin + 3) : { language: "", from: begin + 1 };
  const closer = pre ? "```" : source[begin] === "[" ? "]" : (source[begin] ?? "");
  const to = source.indexOf(closer, from);
  if (to < 0) {
    throw new MarkupError(`Can't find end of the entity starting at byte offset ${byteOffset(source, begin)}`);
  }
  const end = to + closer.length;
  const text = source.slice(from, to);
  if (source[begin] !== "[" || source[end] !== "(")
    return { text, language, pre, url: source[begin] === "[" ? text : undefined, end };
  const close = source.indexOf(")", end);
  const urlEnd = close < 0 ? source.length : close;
  return { text, language, pre, url: source.slice(end + 1, urlEnd), end: Math.min(source.length, urlEnd + 1) };
}

function readLanguage(source: string, from: number): { language: string; from: number } {
  let end = from;
  while (end < source.length && !isSpace(source[end]) && source[end] !== "`") end += 1;
  const named = end > from && end < source.length && source[end] !== "`";
  const after = named ? end : from;
  return { language: named ? source.slice(from, end) : "", from: source[after] === "\n" ? after + 1 : after };
}

function toEntity(mark: string, { text, language, pre, url }: Piece, offset: number): MessageEntity | undefined {
  const at = { offset, length: text.length };
  if (mark === "*") return { type: "bold", ...at };
  if (mark === "_") return { type: "italic", ...at };
  if (mark === "[") return linkEntity(url ?? "", offset, text.length);
  if (!pre) return { type: "code", ...at };
  return language === "" ? { type: "pre", ...at } : { type: "pre", ...at, language };
}
