import { encodedRuns } from "./redact-runs.ts";
import { createView, decodedView, digitView, lineView, squeezedView, type View } from "./redact-views.ts";
import { formsOf, isTelling, LEAST_LENGTH, type Form } from "./redact-forms.ts";
import { type SecretShape, shapeSpans, type Span } from "./secret-shapes.ts";

/**
 * Takes secrets out of text: as they are and in the forms that `formsOf` lists. The same text again comes back unchanged.
 * @param keepLength each is replaced by as many UTF-16 units, so that positions in the text stay right; else by `[secret]`
 */
export type Redactor = (text: string, keepLength?: boolean) => string;

/** What stands where a secret was. */
export const MASK = "[secret]";
const SHORT = 4096;
/** So many codings are taken off one by one: each further one takes as long again as the text does. */
const DEEPEST = 2;

/**
 * The time is linear in the length of the text, for given secrets: each place of it is looked up in a table of how forms begin.
 * @param secrets values; those of less than 8 characters are left, since they would take ordinary words out of every line
 * @param shapes what is taken out besides, known or not
 */
export function createRedactor(secrets: readonly string[], shapes: readonly SecretShape[] = []): Redactor {
  const forms = secrets.map(formsOf);
  const squeezed = createIndex(forms.flatMap(({ squeezed }) => squeezed));
  const digits = createIndex(forms.flatMap(({ digits }) => digits));
  const whole = [...new Set(forms.flatMap(({ whole }) => whole))];
  // Most texts are short, and there are many: making room for each would take longer than looking at it.
  const room = createView(SHORT);
  const spansIn = (text: string, deeper: number): Span[] => [
    ...whole.flatMap((form) => placesOf(text, form)),
    ...(squeezed === null ? [] : find(squeezedView(text, room), squeezed, text)),
    ...(squeezed === null ? [] : find(decodedView(text, room), squeezed, text)),
    ...(digits === null ? [] : find(digitView(text, room), digits, text)),
    ...(digits === null ? [] : find(lineView(text, room), digits, text)),
    ...(digits === null ? [] : find(decodedView(text, room, true), digits, text)),
    ...(deeper === 0 ? [] : encodedRuns(text).filter(({ decoded }) => spansIn(decoded, deeper - 1).length > 0)),
  ];
  return (text, keepLength = false) => {
    if (text.length < LEAST_LENGTH) return text;
    const spans = [...(forms.length === 0 ? [] : spansIn(text, DEEPEST)), ...shapeSpans(text, shapes)];
    return spans.length === 0 ? text : replaceSpans(text, merge(spans), keepLength);
  };
}
function placesOf(text: string, form: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length))
    spans.push({ start: at, end: at + form.length });
  return spans;
}
/** The places in forms at which a find may begin, by the four units that stand there. */
type Index = { readonly heads: Uint8Array; readonly places: ReadonlyMap<number, readonly Place[]> };
type Place = { readonly form: Form; readonly offset: number };
const HEADS = 1 << 18;

function createIndex(forms: readonly Form[]): Index | null {
  if (forms.length === 0) return null;
  const heads = new Uint8Array(HEADS);
  const places = new Map<number, Place[]>();
  for (const form of forms) {
    for (const offset of beginnings(form)) {
      const head = headAt(form.units, offset);
      heads[head] = 1;
      const known = places.get(head);
      if (known === undefined) places.set(head, [{ form, offset }]);
      else known.push({ form, offset });
    }
  }
  return { heads, places };
}
function beginnings({ units, least }: Form): number[] {
  const offsets = [0];
  for (let offset = 1; offset + least <= units.length; offset += 1)
    if (isTelling(units.subarray(offset, offset + least))) offsets.push(offset);
  return offsets;
}
function headAt(units: Uint16Array, at: number): number {
  return headOf(pairAt(units, at), pairAt(units, at + 2));
}
function pairAt(units: Uint16Array, at: number): number {
  return ((units[at] ?? 0) << 16) | (units[at + 1] ?? 0);
}
function headOf(first: number, second: number): number {
  // Two large odd numbers spread the units over the upper 18 bits.
  return (Math.imul(first, 0x9e_37_79_b1) ^ Math.imul(second, 0x85_eb_ca_77)) >>> 14;
}
function find(view: View | null, { heads, places }: Index, text: string): Span[] {
  const spans: Span[] = [];
  if (view === null) return spans;
  const { units, starts, ends } = view;
  for (let at = nextHead(view, heads, 0); at !== -1; at = nextHead(view, heads, at + 1)) {
    const found = longest(view, at, places.get(headAt(units, at)) ?? []);
    if (found === null) continue;
    const span = { start: starts[at] ?? 0, end: ends[at + found.length - 1] ?? 0 };
    spans.push(found.form.encoded ? widen(text, span) : span);
    // What begins within it and goes on after it still begins in its last units.
    at += found.length - found.form.least;
  }
  return spans;
}
/** The first place from `from` on at which a find may begin, or -1. Each unit is read once: nearly all of the time is spent here. */
function nextHead({ units, length }: View, heads: Uint8Array, from: number): number {
  let first = pairAt(units, from);
  let middle = pairAt(units, from + 1);
  for (let at = from; at + 4 <= length; at += 1) {
    const second = (middle << 16) | (units[at + 3] ?? 0);
    if (heads[headOf(first, second)] === 1) return at;
    first = middle;
    middle = second;
  }
  return -1;
}
type Found = { readonly form: Form; readonly length: number };

function longest(view: View, at: number, places: readonly Place[]): Found | null {
  let best: Found | null = null;
  for (const { form, offset } of places) {
    const length = agreement(view, at, form.units, offset);
    // At its beginning a piece counts only when nothing else could be it; the whole always does.
    const counts =
      length === form.units.length ||
      (length >= form.least && (offset > 0 || isTelling(form.units.subarray(0, length))));
    if (counts && length > (best?.length ?? 0)) best = { form, length };
  }
  return best;
}
/** How many units of the view from `at` on are those of the form from `offset` on. */
function agreement({ units, length }: View, at: number, form: Uint16Array, offset: number): number {
  let count = 0;
  while (offset + count < form.length && at + count < length && units[at + count] === form[offset + count]) count += 1;
  return count;
}
/** The letters of base64 at the edges of a value hold bits of it and of its neighbours. */
const EDGE = 3;
function widen(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from > 0 && start - from < EDGE && /[\w+/-]/u.test(text[from - 1] ?? "")) from -= 1;
  while (to < text.length && to - end < EDGE + 2 && /[\w+/=-]/u.test(text[to] ?? "")) to += 1;
  return { start: from, end: to };
}
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || span.start > last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
  }
  return merged;
}
function replaceSpans(text: string, spans: readonly Span[], keepLength: boolean): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(at, start), keepLength ? "•".repeat(end - start) : MASK);
    at = end;
  }
  return parts.join("") + text.slice(at);
}
