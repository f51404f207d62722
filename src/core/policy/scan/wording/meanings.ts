import { type Concept, CONCEPTS } from "./concept.ts";
import type { Meant } from "./reader.ts";

/** A concept, two that meet in a sentence, a concept that a sentence begins with (`^`), or a word as it stands (`'`). */
export type Meaning = string;
const NAMES = new Map(CONCEPTS.map((concept, at) => [concept, at]));
export function pairOf(a: Concept, b: Concept): Meaning {
  return (NAMES.get(a) ?? 0) < (NAMES.get(b) ?? 0) ? `${a}+${b}` : `${b}+${a}`;
}
/** Characters from which a word still begins its sentence: an opening mark or a bullet may stand before it. */
const OPENING = 4;
const SHORT = 25;
const LONG = 200;

/** What a sentence is about, as its weights know it; the places of the words are counted from its beginning. */
export function meaningsOf(meant: readonly Meant[], sentence: string): readonly Meaning[] {
  const concepts = [...new Set(meant.map(({ concept }) => concept))];
  const begins = Math.max(0, sentence.search(/\S/));
  const first = new Set(meant.filter(({ at }) => at - begins < OPENING).map(({ concept }) => concept));
  return [
    ...concepts,
    ...concepts.flatMap((one, at) => concepts.slice(at + 1).map((other) => pairOf(one, other))),
    ...[...first].map((concept) => `^${concept}`),
    ...(sentence.endsWith("?") ? ["?"] : []),
    ...(sentence.length < SHORT ? ["short"] : []),
    ...(sentence.length > LONG ? ["long"] : []),
    ...wordsOf(sentence).map((word) => `'${word}`),
  ];
}
const WORD = /[\p{L}\p{M}]+|[:#<>{}?!]/gu;
/** Words as they stand say much about what a sentence is not: nobody orders an agent about in the words of a manual. */
function wordsOf(sentence: string): readonly string[] {
  return [...new Set(sentence.toLowerCase().match(WORD) ?? [])];
}

/** What each meaning adds to a sentence's logit. */
export type MeaningWeights = { readonly bias: number; readonly weights: ReadonlyMap<Meaning, number> };
/** As they lie in `meanings.json`: `meaning=weight`, apart by blanks. */
export type StoredMeanings = { readonly bias: number; readonly weights: string };

export function readMeaningWeights({ bias, weights }: StoredMeanings): MeaningWeights {
  const entries = weights.split(" ").map((entry) => entry.split("=") as [string, string]);
  return { bias, weights: new Map(entries.map(([meaning, weight]) => [meaning, Number(weight)])) };
}
export function storeMeaningWeights({ bias, weights }: MeaningWeights): StoredMeanings {
  const entries = [...weights].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    bias: Number(bias.toFixed(2)),
    weights: entries.map(([meaning, weight]) => `${meaning}=${weight.toFixed(2)}`).join(" "),
  };
}
/** How much a sentence is an order by what it is about, in whatever language, as a logit. */
export function logitOfMeaning({ bias, weights }: MeaningWeights, meant: readonly Meant[], sentence: string): number {
  // Without a word of the lexicon a sentence can be no order that the weights know.
  if (meant.length === 0) return bias;
  return meaningsOf(meant, sentence).reduce((sum, meaning) => sum + (weights.get(meaning) ?? 0), bias);
}
