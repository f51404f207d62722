/** A text as forms are looked for in it: some units left out or decoded, each with its place in the text. */
export type View = {
  readonly units: Uint16Array;
  /** Of `units`, how many count. */
  length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
};
/** Units that may stand between the parts of a value that was split: blanks, invisible ones, quotes, and what joins strings in programs. */
const BETWEEN = /[\s\p{Cc}\p{Cf}\p{Mn}"'`“”‘’«»+,&()[\]{}<>|*\\;.$]/u;
/** U+E0000–U+E007F, invisible tags, begin with this surrogate. */
const TAG_SURROGATE = 0xdb_40;
let between: Uint8Array | null = null;

function isBetween(unit: number): boolean {
  between ??= Uint8Array.from({ length: 65_536 }, (_, unit) =>
    unit === TAG_SURROGATE || BETWEEN.test(String.fromCharCode(unit)) ? 1 : 0,
  );
  return between[unit] === 1;
}
/** A value without what is left out of texts. */
export function squeeze(value: string): Uint16Array {
  const { units, length } = squeezedView(value);
  return units.slice(0, length);
}
/** Without blanks, invisible units, quotes and what joins strings. */
export function squeezedView(text: string, room?: View): View {
  const view = emptied(text, room);
  const { units, starts, ends } = view;
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isBetween(unit)) {
      if (unit === TAG_SURROGATE) at += 1;
      continue;
    }
    units[length] = unit;
    starts[length] = at;
    ends[length] = at + 1;
    length += 1;
  }
  view.length = length;
  return view;
}
/** A number before a line, or a file's name with one, as tools write that show files. */
const LINE_HEAD = /[ \t]*(?:[^\s:]{1,256}:)?[0-9]{1,9}(?:[\t:|.)]| +)/uy;
const HAS_LINE_HEADS = /\n[ \t]*(?:[^\s:]{1,256}:)?[0-9]{1,9}(?:[\t:|.)]| )/u;
/** What colours text in a terminal, after the escape that it begins with. */
const COLOUR = /\[[0-9;:?]{0,32}[A-Za-z]/uy;

/** A text and its lines without the numbers before them; null when no line has one. */
export function lineView(text: string, room?: View): View | null {
  return HAS_LINE_HEADS.test(text) ? digitView(text, room, true) : null;
}
/** A value as it stands in a view of letters and digits. */
export function squeezeToDigits(value: string): Uint16Array {
  const { units, length } = digitView(value);
  return units.slice(0, length);
}
/** ASCII's letters, made small, and digits; `0x`, colours and all else between them left out. */
export function digitView(text: string, room?: View, withoutHeads = false): View {
  const view = emptied(text, room);
  const { units, starts, ends } = view;
  let length = 0;
  for (let at = withoutHeads ? lengthAt(LINE_HEAD, text, 0) : 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a && withoutHeads) at += lengthAt(LINE_HEAD, text, at + 1);
    else if (unit === 0x1b) at += lengthAt(COLOUR, text, at + 1);
    const small = unit | 0x20;
    const isDigit = unit >= 0x30 && unit <= 0x39;
    if (!isDigit && (small < 0x61 || small > 0x7a)) continue;
    if (unit === 0x30 && (text.charCodeAt(at + 1) | 0x20) === 0x78) {
      at += 1;
      continue;
    }
    units[length] = isDigit ? unit : small;
    starts[length] = at;
    ends[length] = at + 1;
    length += 1;
  }
  view.length = length;
  return view;
}
/**
 * With `%41`, `\u0041`, `\x41`, `\101`, `\n` and `&#65;` read as what they stand for; null when there is none of them in the text.
 * @param onlyDigits as in a view of letters and digits
 */
export function decodedView(text: string, room?: View, onlyDigits = false): View | null {
  // Another backslash is left out of the other view as well.
  if (!/%[0-9a-f]{2}|\\(?:[uxnrtbf]|[0-3][0-7]{2})|&[#a-z]/iu.test(text)) return null;
  const view = emptied(text, room);
  for (let at = 0; at < text.length;) {
    const { value, length } = escapeAt(text, at) ?? { value: text[at] ?? "", length: 1 };
    for (let index = 0; index < value.length; index += 1) {
      const unit = value.charCodeAt(index);
      if (onlyDigits) addDigit(view, unit, { start: at, end: at + length });
      else if (!isBetween(unit)) add(view, unit, { start: at, end: at + length });
    }
    at += length;
  }
  return view;
}
function addDigit(view: View, unit: number, place: Place): void {
  const small = unit | 0x20;
  const isLetter = small >= 0x61 && small <= 0x7a;
  if (!isLetter && (unit < 0x30 || unit > 0x39)) return;
  if (small === 0x78 && view.units[view.length - 1] === 0x30 && view.length > 0) view.length -= 1;
  else add(view, isLetter ? small : unit, place);
}
/** Room for a text of so many units, which may be used again. */
export function createView(most: number): View {
  return { units: new Uint16Array(most), length: 0, starts: new Int32Array(most), ends: new Int32Array(most) };
}
function emptied(text: string, room: View | undefined): View {
  if (room === undefined || room.units.length < text.length) return createView(text.length);
  room.length = 0;
  return room;
}
type Place = { readonly start: number; readonly end: number };
function add(view: View, unit: number, { start, end }: Place): void {
  view.units[view.length] = unit;
  view.starts[view.length] = start;
  view.ends[view.length] = end;
  view.length += 1;
}
type Escape = { readonly value: string; readonly length: number };
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
// What was escaped is escaped again by what quotes it: a run of backslashes, `&amp;quot;` and `%2541` are read through.
const BACKSLASH = /\\{1,64}(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([0-3][0-7]{2})|([^]))/iuy;
const ENTITY = /&(?:amp;){0,8}(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/iuy;
const PERCENT = /(?:%(?:25){0,8}[0-9a-f]{2}){1,4}/iuy;

function escapeAt(text: string, at: number): Escape | null {
  const unit = text.charCodeAt(at);
  if (unit === 0x25) return percentAt(text, at);
  if (unit === 0x5c) return backslashAt(text, at);
  if (unit === 0x26) return entityAt(text, at);
  return null;
}
/** One character, of one to four bytes of UTF-8. */
function percentAt(text: string, at: number): Escape | null {
  const found = match(PERCENT, text, at)?.[0];
  if (found === undefined) return null;
  const bytes = found.split("%").slice(1);
  const first = Number.parseInt(bytes[0]?.slice(-2) ?? "", 16);
  const taken = bytes.slice(0, first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);
  try {
    const value = decodeURIComponent(taken.map((byte) => `%${byte.slice(-2)}`).join(""));
    return { value, length: taken.join("%").length + 1 };
  } catch {
    return null;
  }
}
const CONTROLS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
function backslashAt(text: string, at: number): Escape | null {
  const found = match(BACKSLASH, text, at);
  if (found === null) return null;
  const [whole, braced, four, two, octal, letter = ""] = found;
  if (octal !== undefined) return { value: fromCodePoint(Number.parseInt(octal, 8)), length: whole.length };
  const digits = braced ?? four ?? two;
  const value = digits === undefined ? (CONTROLS[letter] ?? letter) : fromCodePoint(Number.parseInt(digits, 16));
  return { value, length: whole.length };
}
function entityAt(text: string, at: number): Escape | null {
  const found = match(ENTITY, text, at);
  if (found === null) return null;
  const [whole, hex, decimal, name = ""] = found;
  if (hex !== undefined) return { value: fromCodePoint(Number.parseInt(hex, 16)), length: whole.length };
  if (decimal !== undefined) return { value: fromCodePoint(Number(decimal)), length: whole.length };
  const value = NAMED[name.toLowerCase()];
  return value === undefined ? null : { value, length: whole.length };
}
function lengthAt(pattern: RegExp, text: string, at: number): number {
  return match(pattern, text, at)?.[0].length ?? 0;
}
function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
function fromCodePoint(point: number): string {
  return point <= 0x10_ff_ff ? String.fromCodePoint(point) : "";
}
