import { bytesToText } from "./characters.ts";
import { decodeCodes } from "./decode-codes.ts";
import { decodeWhole } from "./decode-whole.ts";

/** What an encoding hid, and by which name it is told. */
export type Decoded = { readonly layer: string; readonly text: string };

const MAX_RUNS = 40;
/** All that can be decoded out of a text: runs of base64, hexadecimal, escapes, and the whole text turned round or rotated. */
export function decodeAll(text: string): readonly Decoded[] {
  return [...decodeRuns(text), ...decodeWhole(text)];
}

/** Runs only: cheap enough to be asked again about what came out of a run. */
export function decodeRuns(text: string): readonly Decoded[] {
  const found: readonly Decoded[] = [
    ...runs(text, BASE64, (run) => fromBase64(run)).map((text) => ({ layer: "base64", text })),
    ...runs(text, HEX, (run) => fromHex(run)).map((text) => ({ layer: "hex", text })),
    ...escaped(text, "escapes", ESCAPES, unescapeRuns),
    ...escaped(text, "percent", PERCENT, unpercent),
    ...decodeCodes(text),
  ];
  return found.filter(({ text }) => readable(text));
}

// Wrapped lines are one run; a path or a long name is one as well, and then decodes to nothing readable.
const BASE64 = /[A-Za-z0-9+/_-]{16,}(?:\r?\n[ \t]{0,8}[A-Za-z0-9+/_-]{4,})*={0,2}/g;
const HEX = /(?:[0-9a-fA-F]{2}[ :,]?){12,}/g;
const ESCAPES = /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|u\{[0-9a-fA-F]{1,6}\}|[0-7]{3})/g;
const PERCENT = /%[0-9a-fA-F]{2}/g;

function runs(text: string, pattern: RegExp, decode: (run: string) => string): string[] {
  return (text.match(pattern) ?? []).slice(0, MAX_RUNS).map(decode);
}
function escaped(text: string, layer: string, pattern: RegExp, decode: (text: string) => string): Decoded[] {
  if ((text.match(pattern)?.length ?? 0) < 3) return [];
  // Only the words that hold escapes: what stands around them, quotation marks too, is no more hidden than before.
  const words = text.split(/\s+/).filter((word) => word.search(pattern) !== -1);
  return [{ layer, text: decode(words.map((word) => word.replaceAll(MARKS_AROUND, "")).join(" ")) }];
}

const MARKS_AROUND = /^["'`]|["'`][,;)]{0,3}$/g;

function fromBase64(run: string): string {
  const letters = run.replaceAll(/\s|=/g, "").replaceAll("-", "+").replaceAll("_", "/");
  try {
    const bytes = atob(letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0)));
    return bytesToText([...bytes].map((byte) => byte.charCodeAt(0)));
  } catch {
    // Not base64 after all: there is nothing in it.
    return "";
  }
}
function fromHex(run: string): string {
  const digits = run.replaceAll(/[^0-9a-fA-F]/g, "");
  return bytesToText((digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
}
function unescapeRuns(text: string): string {
  return text.replaceAll(ESCAPES, (escape) => {
    const octal = /^\\[0-7]/.test(escape);
    const code = Number.parseInt(escape.replaceAll(/[\\xu{}]/g, ""), octal ? 8 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
function unpercent(text: string): string {
  return text.replaceAll(/(?:%[0-9a-fA-F]{2})+/g, (run) =>
    bytesToText((run.match(/[0-9a-fA-F]{2}/g) ?? []).map((pair) => Number.parseInt(pair, 16))),
  );
}

/** Text, not bytes: nearly all of it can be printed, and there are words in it. */
function readable(text: string): boolean {
  if (text.length < 8) return false;
  const odd = text.match(/[\p{Cc}\p{Co}\p{Cn}\uFFFD]/gu)?.filter((character) => !/\s/.test(character)).length ?? 0;
  return odd <= text.length * 0.05 && /\p{L}{3}|[0-9a-f]{24}/iu.test(text);
}
