import type { MessageEntity } from "@grammyjs/types";
import { graphemesOf } from "./graphemes.ts";

/** A message's text with its formatting as ranges, in UTF-16 units, as the Bot API wants it. */
export type Part = { readonly text: string; readonly entities: readonly MessageEntity[] };
/** `breaks`: where a block ends, the best places to cut. */
export type Whole = Part & { readonly breaks: readonly number[] };
/** Bot API: entities beyond the hundredth are ignored. */
const MAX_ENTITIES = 100;

/**
 * Cuts a text into parts of at most `max` UTF-16 units and a hundred entities: between blocks, else lines, else words, else characters as
 * people see them. The parts joined are the whole; only white space that would have been a part of its own is left out, since Telegram
 * shows no message without a visible character.
 */
export function cutParts({ text, entities, breaks }: Whole, max: number): Part[] {
  const parts: Part[] = [];
  let start = 0;
  while (start < text.length) {
    const limit = Math.min(start + max, entityLimit(entities, start));
    const end = wholeMoment(entities, start, cutAt(text, start, limit, breaks));
    const part = cutOut(text, entities, start, end);
    if (!isBlank(part.text)) parts.push(part);
    start = end;
  }
  return parts.length === 0 ? [{ text: "", entities: [] }] : parts;
}
/** True for what Telegram calls empty: white space, format characters, letters without a shape. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);
}
/** The offset up to which at most a hundred entities lie. */
function entityLimit(entities: readonly MessageEntity[], start: number): number {
  const beyond = entities.filter((entity) => entity.offset + entity.length > start)[MAX_ENTITIES];
  return beyond === undefined || beyond.offset <= start ? Number.POSITIVE_INFINITY : beyond.offset;
}
/** Half a moment would be shown as a whole one, twice: it goes to the next part unless it alone fills this one. */
function wholeMoment(entities: readonly MessageEntity[], start: number, end: number): number {
  const torn = entities.find(
    ({ type, offset, length }) => type === "date_time" && offset < end && offset + length > end,
  );
  return torn === undefined || torn.offset <= start ? end : torn.offset;
}
function cutAt(text: string, start: number, limit: number, breaks: readonly number[]): number {
  if (limit >= text.length) return text.length;
  const earliest = start + Math.floor((limit - start) / 3);
  const block = breaks.findLast((at) => at > earliest && at <= limit);
  if (block !== undefined && isBorder(text, start, block)) return block;
  const line = text.lastIndexOf("\n", limit - 1) + 1;
  if (line > earliest) return line;
  const word = text.lastIndexOf(" ", limit - 1) + 1;
  if (word > earliest && isBorder(text, start, word)) return word;
  return graphemeBefore(text, start, limit);
}
/** Longer ones exist (a letter can bear any number of marks), and are looked for when none as short is found. */
const USUAL_GRAPHEME = 200;
function isBorder(text: string, start: number, at: number): boolean {
  return graphemeBefore(text, start, at) === at;
}
/** The last border between two characters at or before `limit`; where one character is longer than a part, `limit` itself, whole code points at least. */
function graphemeBefore(text: string, start: number, limit: number): number {
  const near = nearStart(text, start, limit);
  return borderFrom(text, near, start, limit) ?? borderFrom(text, start, start, limit) ?? wholeCodePoint(text, limit);
}
function borderFrom(text: string, from: number, start: number, limit: number): number | null {
  let border: number | null = null;
  for (const { index } of graphemesOf(text.slice(from, limit + USUAL_GRAPHEME))) {
    const at = from + index;
    // The beginning of a slice is a border of the slice only.
    if (at > limit) break;
    if (at > start && (index > 0 || from === start)) border = at;
  }
  return border;
}
/** A place a little before `limit` to begin looking. Flags are pairs of letters that only their first one tells apart, so it is not within flags. */
function nearStart(text: string, start: number, limit: number): number {
  let from = Math.max(start, limit - USUAL_GRAPHEME);
  while (from > start && isFlagLetter(text, from)) from -= 1;
  return from;
}
function isFlagLetter(text: string, at: number): boolean {
  return /\uD83C[\uDDE6-\uDDFF]/.test(text.slice(at - 1, at + 2));
}
function wholeCodePoint(text: string, at: number): number {
  const isHalf = /[\uD800-\uDBFF]/.test(text[at - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[at] ?? "");
  return isHalf ? at - 1 : at;
}
function cutOut(text: string, entities: readonly MessageEntity[], start: number, end: number): Part {
  const inside = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start);
    const to = Math.min(entity.offset + entity.length, end);
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
  });
  return { text: text.slice(start, end), entities: inside.slice(0, MAX_ENTITIES) };
}
