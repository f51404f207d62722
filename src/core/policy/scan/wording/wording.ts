import type { Surface } from "../finding.ts";
import { BITS, conceptHash, conceptPairHash, createFeatureReader, wordHashes, wordsOf } from "./features.ts";
import { bucketOf } from "./hash.ts";
import { type LetterWeights, logitOf } from "./letters.ts";
import { logitOfMeaning } from "./meanings.ts";
import type { Model } from "./model.ts";
import { type Meant, readMeanings } from "./reader.ts";
import { type Span, windowsOf } from "./spans.ts";

/** Where in the text it begins, and what it is. */
type Word = { readonly at: number; readonly text: string };
/** A sentence, or two, and how far it is past where it is taken for an order to the agent: in logits, negative short of it. */
export type Wording = {
  readonly excess: number;
  readonly at: number;
  readonly length: number;
  readonly words: () => readonly Word[];
};
export type Reading = { readonly surface: Surface; readonly model: Model };

/** From these logits on a window is an order: by its letters and words, or by what it means. */
const BY_LETTERS = 0.5;
/** The meanings know English less well than the letters do, and some other languages better. */
const BY_MEANING = 2;
const BY_FOREIGN_MEANING = 1.3;
const FOREIGN = /[\u0080-\u1fff\u2c00-\uffff]/;

/** How each sentence of a text reads, and each with the next, in order. */
export function readWordings(prose: string, { surface, model }: Reading): readonly Wording[] {
  const meant = readMeanings(prose);
  const readFeatures = createFeatureReader();
  let begun = 0;
  return windowsOf(prose).map((span) => {
    while ((meant[begun]?.at ?? Infinity) < span.from) begun += 1;
    const { from, to } = span;
    const inside = meantWithin(meant, { begun, span });
    const text = prose.slice(from, to);
    const byLetters = logitOf(model.letters, readFeatures({ text, meant: inside, surface })) - BY_LETTERS;
    const excess = span.joined ? byLetters : Math.max(byLetters, byMeaning(inside, { text, model }));
    return { excess, at: from, length: to - from, words: () => heaviestWords({ text, inside, from }, model.letters) };
  });
}
function byMeaning(
  inside: readonly Meant[],
  { text, model }: { readonly text: string; readonly model: Model },
): number {
  return logitOfMeaning(model.meanings, inside, text) - (FOREIGN.test(text) ? BY_FOREIGN_MEANING : BY_MEANING);
}
/** The words of the lexicon in a window, their places counted from its beginning. */
function meantWithin(
  meant: readonly Meant[],
  { begun, span }: { readonly begun: number; readonly span: Span },
): readonly Meant[] {
  const inside: Meant[] = [];
  for (let at = begun; (meant[at]?.at ?? Infinity) < span.to; at += 1) {
    const one = meant[at] as Meant;
    inside.push({ ...one, at: one.at - span.from });
  }
  return inside;
}

/** The window that reads most like an order; null of an empty text. */
export function mostLikeAnOrder(wordings: readonly Wording[]): Wording | null {
  return wordings.reduce<Wording | null>((most, one) => (most === null || one.excess > most.excess ? one : most), null);
}

const MOST_WORDS = 4;
type Place = { readonly text: string; readonly inside: readonly Meant[]; readonly from: number };
/** The words that weighed most, each by its letters and by what it means together with the others; each once. */
function heaviestWords({ text, inside, from }: Place, letters: LetterWeights): readonly Word[] {
  const weightOf = (hash: number) => letters.weights[bucketOf(hash, BITS)] ?? 0;
  const weighed = [...lexiconWords({ text, inside, from }, weightOf), ...plainWords(text, weightOf)]
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || b.text.length - a.text.length);
  return weighed
    .filter(({ text: word }, at) => weighed.findIndex((other) => overlap(other.text, word)) === at)
    .slice(0, MOST_WORDS)
    .map(({ at, text: word }) => ({ at: from + at, text: word }));
}
function overlap(one: string, other: string): boolean {
  return one.toLowerCase().includes(other.toLowerCase()) || other.toLowerCase().includes(one.toLowerCase());
}
type Weighed = Word & { readonly weight: number };
type WeightOf = (hash: number) => number;
function lexiconWords({ text, inside }: Place, weightOf: WeightOf): readonly Weighed[] {
  const concepts = [...new Set(inside.map(({ concept }) => concept))];
  const weights = new Map(
    concepts.map((one) => [
      one,
      concepts.reduce(
        (sum, other) => (other === one ? sum : sum + weightOf(conceptPairHash(one, other)) / 2),
        weightOf(conceptHash(one)),
      ),
    ]),
  );
  return inside.map(({ concept, at, length }) => ({
    at,
    text: wholeWord(text, { at, length }),
    weight: weights.get(concept) ?? 0,
  }));
}
function wholeWord(text: string, { at, length }: Pick<Meant, "at" | "length">): string {
  const rest = /^[\p{L}\p{M}]{0,20}/u.exec(text.slice(at + length))?.[0] ?? "";
  return (text.slice(at, at + length) + rest).trim();
}
/** Of a script without blanks a word is a whole clause: there the lexicon's words must do. */
const LONGEST_WORD = 24;
function plainWords(text: string, weightOf: WeightOf): readonly Weighed[] {
  return [...text.matchAll(/[\p{L}\p{M}]{3,}/gu)]
    .filter(([word]) => word.length <= LONGEST_WORD)
    .map(({ 0: word, index }) => {
      const hashes = wordsOf(word).flatMap(wordHashes);
      const sum = hashes.reduce((all, hash) => all + weightOf(hash), 0);
      return { at: index, text: word, weight: sum / Math.sqrt(Math.max(1, hashes.length)) };
    });
}
