import { type Concept, CONCEPTS } from "./concept.ts";
import type { Meant } from "./reader.ts";

/** From where to where a sentence stands; the end is not part of it. */
export type Span = { readonly from: number; readonly to: number };

const ENDS = /[.!?;](?=[\s"'”)\]]|$)|[。！？।؟\n\t]/g;
/** Code and tables have no sentences: they are read in pieces of this many characters. */
const LONGEST = 400;
/** The sentences of a text, in order. */
export function sentencesOf(prose: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { index } of [...prose.matchAll(ENDS), { index: prose.length }]) {
    for (let at = from; at <= index && at < prose.length; at += LONGEST)
      spans.push({ from: at, to: Math.min(index + 1, at + LONGEST, prose.length) });
    from = index + 1;
  }
  return spans;
}

/** A concept, two that meet in a sentence, a concept that a sentence begins with (`^`), or a word as it stands (`'`). */
export type Feature = string;
const NAMES = new Map(CONCEPTS.map((concept, at) => [concept, at]));
export function pairOf(a: Concept, b: Concept): Feature {
  return (NAMES.get(a) ?? 0) < (NAMES.get(b) ?? 0) ? `${a}+${b}` : `${b}+${a}`;
}
/** Characters from which a word still begins its sentence: an opening mark or a bullet may stand before it. */
const OPENING = 4;
const SHORT = 25;
const LONG = 200;

/** What the weights know of a sentence. */
export function featuresOf(
  meant: readonly Meant[],
  { prose, span }: { readonly prose: string; readonly span: Span },
): readonly Feature[] {
  const { from, to } = span;
  const concepts = [...new Set(meant.map(({ concept }) => concept))];
  const begins = from + Math.max(0, prose.slice(from, to).search(/\S/));
  const first = new Set(meant.filter(({ at }) => at - begins < OPENING).map(({ concept }) => concept));
  return [
    ...concepts,
    ...concepts.flatMap((one, at) => concepts.slice(at + 1).map((other) => pairOf(one, other))),
    ...[...first].map((concept) => `^${concept}`),
    ...(prose.slice(to - 1, to + 1).includes("?") ? ["?"] : []),
    ...(to - from < SHORT ? ["short"] : []),
    ...(to - from > LONG ? ["long"] : []),
    ...wordsOf(prose.slice(from, to)).map((word) => `'${word}`),
  ];
}

const WORD = /[\p{L}\p{M}]+|[:#<>{}?!]/gu;
/** Words as they stand say much about what a sentence is not: nobody orders an agent about in the words of a manual. */
function wordsOf(sentence: string): readonly string[] {
  return [...new Set(sentence.toLowerCase().match(WORD) ?? [])];
}
