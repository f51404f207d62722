import { decodedView, digitView, squeezedView, type View } from "./redact-views.ts";
import { formsOf, type Form } from "./redact-forms.ts";
import { type SecretShape, shapeSpans, type Span } from "./secret-shapes.ts";

/**
 * Takes secrets out of text: as they are and in the forms that `formsOf` lists. The same text again comes back unchanged.
 * @param keepLength each is replaced by as many UTF-16 units, so that positions in the text stay right; else by `[secret]`
 */
export type Redactor = (text: string, keepLength?: boolean) => string;

const MASK = "[secret]";

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
  return (text, keepLength = false) => {
    const spans = [
      ...whole.flatMap((form) => placesOf(text, form)),
      ...(squeezed === null ? [] : find(squeezedView(text), squeezed, text)),
      ...(squeezed === null ? [] : find(decodedView(text), squeezed, text)),
      ...(digits === null ? [] : find(digitView(text), digits, text)),
      ...shapeSpans(text, shapes),
    ];
    return spans.length === 0 ? text : replaceSpans(text, merge(spans), keepLength);
  };
}
function placesOf(text: string, form: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length))
    spans.push({ start: at, end: at + form.length });
  return spans;
}
/** Forms by their first four units. */
type Index = { readonly heads: Uint8Array; readonly forms: ReadonlyMap<number, readonly Form[]> };

function createIndex(forms: readonly Form[]): Index | null {
  if (forms.length === 0) return null;
  const heads = new Uint8Array(65_536);
  const byHead = new Map<number, Form[]>();
  for (const form of forms) {
    const head = headAt(form.units, 0);
    heads[head] = 1;
    byHead.set(head, [...(byHead.get(head) ?? []), form]);
  }
  return { heads, forms: byHead };
}
function headAt(units: Uint16Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [units[at], units[at + 1], units[at + 2], units[at + 3]];
  return (a * 4099 + b * 257 + c * 31 + d) & 0xff_ff;
}
function find(view: View | null, { heads, forms }: Index, text: string): Span[] {
  const spans: Span[] = [];
  if (view === null) return spans;
  const { units, length, starts, ends } = view;
  for (let at = 0; at + 4 <= length; at += 1) {
    const a = units[at] ?? 0;
    const head = (a * 4099 + (units[at + 1] ?? 0) * 257 + (units[at + 2] ?? 0) * 31 + (units[at + 3] ?? 0)) & 0xff_ff;
    if (heads[head] === 0) continue;
    for (const form of forms.get(head) ?? []) {
      if (!standsAt(view, at, form.units)) continue;
      const span = { start: starts[at] ?? 0, end: ends[at + form.units.length - 1] ?? 0 };
      spans.push(form.encoded ? widen(text, span) : span);
    }
  }
  return spans;
}
function standsAt({ units, length }: View, at: number, form: Uint16Array): boolean {
  if (at + form.length > length) return false;
  for (let index = 0; index < form.length; index += 1) if (units[at + index] !== form[index]) return false;
  return true;
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
