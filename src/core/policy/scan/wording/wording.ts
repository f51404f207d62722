import { knownWords } from "../decode-whole.ts";
import type { Surface } from "../finding.ts";
import { BITS, conceptHash, conceptPairHash, createFeatureReader, wordHashes, wordsOf } from "./features.ts";
import { bucketOf } from "./hash.ts";
import type { Model } from "./model.ts";
import { type Meant, readMeanings } from "./reader.ts";
import { passagesOf, type Span, windowsOf } from "./spans.ts";
import { logitOf, type Weights } from "./weights.ts";

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

/** Where words stand apart one alone is no order: a name, a key, an encoding; but for who writes other marks for blanks. */
const ONE_WORD = /^[^\p{L}\p{N}]*[\p{L}\p{N}][^\s\u0600-\uffff]*\s*$/u;
const SENTENCE = 3;

/** How each sentence of a text reads, and each with the next, in order. */
export function readWordings(prose: string, { surface, model }: Reading): readonly Wording[] {
  const { together } = model;
  return readLogits(prose, { surface, model }).map(({ window, passage, span: { from, to }, inside }) => {
    const text = prose.slice(from, to);
    const excess = together.window * window + together.passage * passage + together.bias;
    return {
      excess: ONE_WORD.test(text) && knownWords(text) < SENTENCE ? -Infinity : excess,
      at: from,
      length: to - from,
      words: () => heaviestWords({ text, inside, from }, model.windows),
    };
  });
}
/** Kept, since its memory would take longer to get than a short text to read. */
const read = createFeatureReader();
/** A window: how it reads by itself, and how the passages it stands in do, by the one that reads most like an order. */
type Logits = {
  readonly window: number;
  readonly passage: number;
  readonly span: Span;
  readonly inside: readonly Meant[];
};
export function readLogits(
  prose: string,
  { surface, model }: { readonly surface: Surface; readonly model: Omit<Model, "together"> },
): readonly Logits[] {
  const meant = readMeanings(prose);
  const passages = passagesOf(prose).map(({ from, to }) => ({
    from,
    to,
    logit: logitOf(model.passages, read.passage({ text: prose.slice(from, to), surface })),
  }));
  let [begun, first] = [0, 0];
  return windowsOf(prose).map((span) => {
    while ((meant[begun]?.at ?? Infinity) < span.from) begun += 1;
    while ((passages[first]?.to ?? Infinity) <= span.from) first += 1;
    const inside = meantWithin(meant, { begun, span });
    const window = logitOf(
      model.windows,
      read.window({ text: prose.slice(span.from, span.to), meant: inside, surface }),
    );
    return { window, passage: mostAround(passages, { first, span }), span, inside };
  });
}
type Passage = Span & { readonly logit: number };
/** Of the passages that hold the whole window; of a pair of sentences that none holds, those that hold a part. */
function mostAround(
  passages: readonly Passage[],
  { first, span }: { readonly first: number; readonly span: Span },
): number {
  let [whole, part] = [-Infinity, -Infinity];
  for (let at = first; (passages[at]?.from ?? Infinity) < span.to; at += 1) {
    const { from, to, logit } = passages[at] as Passage;
    part = Math.max(part, logit);
    if (from <= span.from && to >= span.to) whole = Math.max(whole, logit);
  }
  return whole === -Infinity ? part : whole;
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

const SHORT = 16;
/**
 * Of many sentences one may read like an order by chance: the logarithm of how many times more there are than in a short text. Those that
 * say the same are one, since who wants an order overlooked could write any number of them.
 */
export function lengthOf(windows: readonly string[]): number {
  const distinct = new Set(windows.map((text) => text.toLowerCase().replaceAll(/[^\p{L}]+/gu, " ")));
  return Math.log(Math.max(1, distinct.size / SHORT));
}
/** The window that reads most like an order; null of an empty text. */
export function mostLikeAnOrder(wordings: readonly Wording[]): Wording | null {
  return wordings.reduce<Wording | null>((most, one) => (most === null || one.excess > most.excess ? one : most), null);
}

const MOST_WORDS = 4;
type Place = { readonly text: string; readonly inside: readonly Meant[]; readonly from: number };
/** The words that weighed most, each by its letters and by what it means together with the others; each once. */
function heaviestWords({ text, inside, from }: Place, { weights }: Weights): readonly Word[] {
  const weightOf = (hash: number) => weights[bucketOf(hash, BITS)] ?? 0;
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
