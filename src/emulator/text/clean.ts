/** How Telegram tidies a text before it counts or shows it, keeping entities where they belong. */
import type { MessageEntity } from "@grammyjs/types";
import { byPosition } from "./span.ts";
import type { FormattedText } from "./span.ts";
import { detectEntities, overlaps } from "./detect.ts";

const MOST_ENTITIES = 100;
type Range = { readonly offset: number; readonly length: number };
type Splittable = "bold" | "italic" | "underline" | "strikethrough" | "spoiler";
const SPLITTABLE: readonly Splittable[] = ["bold", "italic", "underline", "strikethrough", "spoiler"];
const isSplittable = (entity: MessageEntity): boolean => SPLITTABLE.some((type) => type === entity.type);
const isCode = (entity: MessageEntity): boolean => entity.type === "code" || entity.type === "pre";
const isQuote = (entity: MessageEntity): boolean =>
  entity.type === "blockquote" || entity.type === "expandable_blockquote";
const end = (range: Range): number => range.offset + range.length;

/** Removes control characters and outer white space, repairs nesting, adds what is found in the plain text; 100 entities at most. */
export function cleanFormatted({ text, entities }: FormattedText, detect: boolean): FormattedText {
  const visible = trim(withoutControls({ text, entities }));
  const nested = nest(visible.entities);
  const found = detect ? detectEntities(visible.text).filter((one) => mayStand(one, nested)) : [];
  const all = [...nested, ...found].sort(byPosition).slice(0, MOST_ENTITIES);
  return { text: visible.text, entities: all };
}

/** A found entity must not touch code, links or a mark's edge. */
function mayStand(found: MessageEntity, given: readonly MessageEntity[]): boolean {
  return given.every(
    (entity) =>
      !overlaps(found, entity) ||
      isQuote(entity) ||
      (isSplittable(entity) && entity.offset <= found.offset && end(found) <= end(entity)),
  );
}

function withoutControls({ text, entities }: FormattedText): FormattedText {
  const positions: number[] = [];
  let clean = "";
  for (let i = 0; i < text.length; i++) {
    positions.push(clean.length);
    clean += cleanCharacter(text, i);
  }
  positions.push(clean.length);
  const at = (index: number): number => positions[Math.min(index, text.length)] ?? clean.length;
  return { text: clean, entities: moved(entities, (entity) => ({ from: at(entity.offset), to: at(end(entity)) })) };
}

/** td, utf8.cpp, clean_input_string: \r and direction marks go, other control characters become spaces. */
function cleanCharacter(text: string, index: number): string {
  const code = text.charCodeAt(index);
  if (code === 13 || (code >= 0x2028 && code <= 0x202e) || code === 0x333 || code === 0x33f || code === 0x30a)
    return "";
  return code < 32 && code !== 10 ? " " : (text[index] ?? "");
}

function trim({ text, entities }: FormattedText): FormattedText {
  const firstEntity = Math.min(text.length, ...entities.map((entity) => entity.offset));
  let from = 0;
  while (from < firstEntity && isBlank(text[from])) from += 1;
  let to = text.length;
  while (to > from && isBlank(text[to - 1])) to -= 1;
  const clamp = (index: number): number => Math.min(Math.max(index, from), to) - from;
  return {
    text: text.slice(from, to),
    entities: moved(entities, (entity) => ({ from: clamp(entity.offset), to: clamp(end(entity)) })),
  };
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\n";
}

function moved(
  entities: readonly MessageEntity[],
  to: (entity: MessageEntity) => { from: number; to: number },
): MessageEntity[] {
  return entities.flatMap((entity) => {
    const place = to(entity);
    return place.to > place.from ? [{ ...entity, offset: place.from, length: place.to - place.from }] : [];
  });
}

/** Code holds nothing else, a quotation no quotation, and marks that cross are cut so that they nest. */
function nest(entities: readonly MessageEntity[]): MessageEntity[] {
  const solid: MessageEntity[] = [];
  const wanted = entities.filter((entity) => !isSplittable(entity)).sort(byPosition);
  for (const entity of [...wanted.filter(isCode), ...wanted.filter(isQuote), ...wanted]) {
    if (!solid.includes(entity) && solid.every((other) => canCoexist(entity, other))) solid.push(entity);
  }
  const codes = solid.filter(isCode);
  const marks: MessageEntity[] = [];
  for (const type of SPLITTABLE) {
    let runs = merge(entities.filter((entity) => entity.type === type));
    for (const code of codes) runs = runs.flatMap((run) => subtract(run, code));
    for (const other of [...solid, ...marks]) runs = runs.flatMap((run) => cut(run, other));
    for (const { offset, length } of runs) marks.push({ type, offset, length });
  }
  return [...solid, ...marks].sort(byPosition);
}

function canCoexist(a: MessageEntity, b: MessageEntity): boolean {
  if (!overlaps(a, b)) return true;
  if (isQuote(a) !== isQuote(b)) {
    const [quote, other] = isQuote(a) ? [a, b] : [b, a];
    return quote.offset <= other.offset && end(other) <= end(quote);
  }
  return false;
}

function merge(entities: readonly MessageEntity[]): Range[] {
  const runs: Range[] = [];
  for (const { offset, length } of [...entities].sort(byPosition)) {
    const last = runs.at(-1);
    if (last !== undefined && offset <= end(last)) {
      runs[runs.length - 1] = { offset: last.offset, length: Math.max(end(last), offset + length) - last.offset };
    } else runs.push({ offset, length });
  }
  return runs;
}

function subtract(run: Range, hole: Range): Range[] {
  if (!overlaps(run, hole)) return [run];
  return [
    { offset: run.offset, length: hole.offset - run.offset },
    { offset: end(hole), length: end(run) - end(hole) },
  ].filter(({ length }) => length > 0);
}

/** Cuts a run at the edge of another when neither holds the other. */
function cut(run: Range, other: Range): Range[] {
  const inside = other.offset <= run.offset && end(run) <= end(other);
  const outside = run.offset <= other.offset && end(other) <= end(run);
  if (!overlaps(run, other) || inside || outside) return [run];
  const at = run.offset < other.offset ? other.offset : end(other);
  return [
    { offset: run.offset, length: at - run.offset },
    { offset: at, length: end(run) - at },
  ];
}
