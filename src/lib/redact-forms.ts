import { squeeze, squeezeToDigits } from "./redact-views.ts";

/** One way in which a value may be written, as units of a view. */
export type Form = {
  readonly units: Uint16Array;
  /** As base64, whose edges hold bits of the value as well. */
  readonly encoded: boolean;
  /** Of a text that was cut, so many units from anywhere in the form are enough; its length when only the whole of it counts. */
  readonly least: number;
};
type Forms = {
  /** Looked for in the text as it is. */
  readonly whole: readonly string[];
  /** Looked for without what may stand between the parts of a value. */
  readonly squeezed: readonly Form[];
  /** Hexadecimal, and all but ordinary words, looked for among letters and digits alone, capital or small. */
  readonly digits: readonly Form[];
};
/** Shorter values would take ordinary words out of every line. */
export const LEAST_LENGTH = 8;
/** What is shown is often cut, and the cut may go through a value: so much of it is still a secret. */
const LEAST_PIECE = 12;
/** The same of encoded values, where it is fewer bytes. */
const LEAST_ENCODED_PIECE = 20;
/** A line of a value of several lines, such as a private key, is a secret of its own from here on. */
const LEAST_LINE = 16;
/** Of a longer value only the beginning is looked for, line by line all of it. */
const MOST_LENGTH = 4096;

/**
 * As it is, reversed, percent-encoded, escaped as in JSON, base64 and base64url at each of the three alignments, hexadecimal, and pieces of these;
 * base64 of base64 as a whole. All but the ordinary words also split by whatever is neither letter nor digit, and in capitals.
 */
export function formsOf(secret: string): Forms {
  const lines = secret.includes("\n") ? secret.split(/\r?\n/u).filter((line) => line.length >= LEAST_LINE) : [];
  const parts = [secret, ...lines.filter((line) => !line.startsWith("-----"))].map(formsOfOne);
  return {
    whole: parts.flatMap(({ whole }) => whole),
    squeezed: parts.flatMap(({ squeezed }) => squeezed),
    digits: parts.flatMap(({ digits }) => digits),
  };
}
function formsOfOne(given: string): Forms {
  const value = given.slice(0, MOST_LENGTH);
  if (value.length < LEAST_LENGTH) return { whole: [], squeezed: [], digits: [] };
  const splittable = isSplittable(value);
  const reversed = [...value].toReversed().join("");
  const written = [value, reversed].flatMap((text) => [text, JSON.stringify(text).slice(1, -1), uriOf(text)]);
  const bytes = new TextEncoder().encode(value);
  const encoded = [0, 1, 2].flatMap((offset) => base64At(bytes, offset));
  const twice = new Set(
    encoded.flatMap((text) => [0, 1, 2].flatMap((offset) => base64At(new TextEncoder().encode(text), offset))),
  );
  // A word or a path of which all know a piece has no pieces of its own.
  const pieces = splittable && !/:\/\/|^[~.]{0,2}\//u.test(value);
  return {
    // Without what may stand between, a form is found as it is as well.
    whole: splittable ? [] : written,
    squeezed: [
      ...(splittable ? [value, reversed].map((text) => form(text, pieces ? LEAST_PIECE : null)) : []),
      ...encoded.map((text) => ({ ...form(text, pieces ? LEAST_ENCODED_PIECE : null), encoded: true })),
      ...Array.from(twice, (text) => ({ ...form(text, null), encoded: true })),
    ].filter(({ units }) => units.length >= LEAST_LENGTH),
    digits: [
      form(hexOf(bytes), pieces ? LEAST_ENCODED_PIECE : null),
      ...(splittable ? bareForms([value, reversed], { piece: pieces ? LEAST_PIECE : null, encoded: false }) : []),
      ...bareForms(encoded, { piece: pieces ? LEAST_ENCODED_PIECE : null, encoded: true }),
    ],
  };
}
function form(text: string, piece: number | null): Form {
  const units = squeeze(text);
  return { units, encoded: false, least: Math.min(units.length, piece ?? units.length) };
}
/** Without all that is neither letter nor digit, so that it may be anything in the text; what is short could then be anything itself. */
function bareForms(
  texts: readonly string[],
  { piece, encoded }: { readonly piece: number | null; readonly encoded: boolean },
): Form[] {
  // Base64 and base64url differ in signs alone.
  const bare = new Map(texts.map((text) => [text.replaceAll(/[^a-z0-9]/giu, ""), squeezeToDigits(text)]));
  return [...bare.values()]
    .map((units): Form => ({ units, encoded, least: Math.min(units.length, piece ?? units.length) }))
    .filter(({ units }) => units.length >= (encoded ? LEAST_ENCODED_PIECE : LEAST_PIECE));
}
/** Whether a piece could be of nothing else: letters with digits, or many capitals among small letters. */
export function isTelling(units: Uint16Array): boolean {
  const text = String.fromCharCode(...units);
  return /[0-9]/u.test(text) ? /[a-z]/iu.test(text) : /[a-z]/u.test(text) && /(?:[A-Z].*){3}/u.test(text);
}
/** Words of a language stand beside each other in any text; letters with digits, or in both cases and long, do not. */
function isSplittable(value: string): boolean {
  const squeezed = String.fromCharCode(...squeeze(value));
  const hasSmall = /[a-z]/u.test(squeezed);
  const hasLarge = /[A-Z]/u.test(squeezed);
  if (squeezed.length < LEAST_LENGTH) return false;
  return /[0-9]/u.test(squeezed) ? hasSmall || hasLarge : hasSmall && hasLarge && squeezed.length >= 20;
}
function uriOf(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
/** What base64 writes for the bytes after `offset` unknown ones, without the letters that the neighbours decide as well. */
function base64At(bytes: Uint8Array, offset: number): string[] {
  const padded = [...Array.from<number>({ length: offset }).fill(0), ...bytes];
  const text = btoa(String.fromCharCode(...padded)).replace(/=+$/u, "");
  const first = [0, 2, 3][offset] ?? 0;
  const last = padded.length % 3 === 0 ? text.length : text.length - 1;
  const sure = text.slice(first, last);
  return [sure, sure.replaceAll("+", "-").replaceAll("/", "_")];
}
