import { knownWords } from "../decode-whole.ts";
import { SURFACES, type Surface } from "../finding.ts";
import { type Concept, CONCEPTS } from "./concept.ts";
import { bucketOf, EMPTY, goOn, hashOf } from "./hash.ts";
import type { Meant } from "./reader.ts";

/** Weights are told apart by so many bits of a feature's hash; two features may share one. */
export const BITS = 20;
/** What the weights know of a piece of text: buckets, and how much each counts; the squares of that add up to 1. */
export type Features = { readonly buckets: Int32Array; readonly values: Float32Array };
type Passage = { readonly text: string; readonly surface: Surface };
type Window = Passage & { readonly meant: readonly Meant[] };

/** How much a feature of each sort counts. Letters, words and neighbours share a length of 1, since there are many of them. */
const VALUES = { concept: 0.15, pair: 0.03, cross: 0.04, surface: 0.3, conceptThere: 0.1, wordThere: 0.15 } as const;
/** So that a sort's features share no weight with another's but by chance. */
const SORTS = {
  word: goOn(EMPTY, 1),
  neighbours: goOn(EMPTY, 2),
  pair: goOn(EMPTY, 3),
  concept: goOn(EMPTY, 4),
  first: goOn(EMPTY, 5),
  conceptThere: goOn(EMPTY, 8),
  wordThere: goOn(EMPTY, 9),
  cross: goOn(EMPTY, 6),
  surface: goOn(EMPTY, 7),
} as const;
const SHORTEST = 2;
const LONGEST = 4;
const WORD = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]+/gu;
/** Of a longer word that is written with blanks around it, the rest is no word's. */
const LONGEST_WORD = 30;
const FIRST_UNSPACED = 0x600;
/** Words of a window that are held against each other, and against what the lexicon knows. */
const PAIRED = 30;
const CROSSED = 40;
const SHORTEST_PAIRED = 3;
/** Characters from which a word still begins its window: an opening mark or a bullet may stand before it. */
const OPENING = 4;

/** Every page is full of addresses; where one leads says little, but for who writes a sentence into it. */
const ADDRESS = /\b[a-z][a-z0-9+.-]{1,10}:\/\/[^\s/?#)>\]"'`|]*([^\s)>\]"'`|]*)/g;
const SENTENCE = 3;
/** The words and marks of a text, small, with each digit as 0, since which number it is says nothing, and without addresses. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .replaceAll(ADDRESS, (_address, path: string) => (knownWords(path) >= SENTENCE ? ` ${path} ` : " "))
    .replaceAll(/\d/g, "0");
  return (plain.match(WORD) ?? []).map((word) =>
    word.length > LONGEST_WORD && word.charCodeAt(0) < FIRST_UNSPACED ? word.slice(0, LONGEST_WORD) : word,
  );
}
/** Gives the hashes of a word and of the runs of 2 to 4 letters in it and at its edges. */
function eachWordHash(word: string, give: (hash: number) => void): void {
  const edged = ` ${word} `;
  give(hashOf(word, SORTS.word));
  for (let from = 0; from < edged.length; from += 1) {
    let hash = EMPTY;
    const to = Math.min(edged.length, from + LONGEST);
    for (let at = from; at < to; at += 1) {
      hash = goOn(hash, edged.charCodeAt(at));
      if (at - from + 1 >= SHORTEST) give(hash);
    }
  }
}
export function wordHashes(word: string): readonly number[] {
  const hashes: number[] = [];
  eachWordHash(word, (hash) => hashes.push(hash));
  return hashes;
}
const NUMBERS = new Map<Concept, number>(CONCEPTS.map((concept, at) => [concept, at]));
const numberOf = (concept: Concept) => NUMBERS.get(concept) ?? 0;
export function conceptHash(concept: Concept): number {
  return goOn(SORTS.concept, numberOf(concept));
}
/** The same whichever comes first. */
export function conceptPairHash(one: Concept, other: Concept): number {
  const [a, b] = [numberOf(one), numberOf(other)];
  return goOn(goOn(SORTS.concept, Math.min(a, b)), 1000 + Math.max(a, b));
}

/** Reads what the weights know, of one piece of text after the other. */
export type FeatureReader = {
  /** Of a sentence or two: also what is meant there. */
  window(window: Window): Features;
  /** Of a passage: by its letters and words alone. */
  passage(passage: Passage): Features;
};
export function createFeatureReader(): FeatureReader {
  // Which bucket the piece of this number has: many times faster than a set, and hashes are most of what a scan does.
  let seenIn: Int32Array | undefined;
  let piece = 0;
  function distinct(words: readonly string[]): number[] {
    const found: number[] = [];
    const seen = (seenIn ??= new Int32Array(1 << BITS));
    piece = (piece + 1) | 0;
    function add(hash: number): void {
      const bucket = bucketOf(hash, BITS);
      if (seen[bucket] === piece) return;
      seen[bucket] = piece;
      found.push(bucket);
    }
    for (const word of new Set(words)) eachWordHash(word, add);
    eachNeighbourHash(words, add);
    return found;
  }
  return {
    window(window) {
      const words = wordsOf(window.text);
      return together(distinct(words), [...thereOf(window, words), ...meantThere(window, words)]);
    },
    passage(passage) {
      const words = wordsOf(passage.text);
      return together(distinct(words), thereOf(passage, words));
    },
  };
}
/** There are many letters: they count for as much as one feature of value 1. */
function together(letters: readonly number[], rest: readonly Weighted[]): Features {
  const buckets = new Int32Array(letters.length + rest.length);
  const values = new Float32Array(letters.length + rest.length);
  buckets.set(letters);
  values.fill(letters.length === 0 ? 0 : 1 / Math.sqrt(letters.length), 0, letters.length);
  let square = letters.length === 0 ? 0 : 1;
  rest.forEach(({ hash, value }, at) => {
    buckets[letters.length + at] = bucketOf(hash, BITS);
    values[letters.length + at] = value;
    square += value * value;
  });
  const length = Math.sqrt(square);
  return { buckets, values: values.map((value) => value / length) };
}
/** Two words, three, and two with one between them. */
function eachNeighbourHash(words: readonly string[], give: (hash: number) => void): void {
  words.forEach((word, at) => {
    const first = hashOf(word, SORTS.neighbours);
    const second = words[at + 1];
    const third = words[at + 2];
    if (second === undefined) return;
    const two = hashOf(second, goOn(first, BESIDE));
    give(two);
    if (third === undefined) return;
    give(hashOf(third, goOn(two, BESIDE)));
    give(hashOf(third, goOn(first, APART)));
  });
}
const BESIDE = 32;
const APART = 33;

type Weighted = { readonly hash: number; readonly value: number };
/** What a person may say in a chat is an attack in the words of a page. */
function thereOf({ surface }: Passage, words: readonly string[]): readonly Weighted[] {
  const there = SURFACES.indexOf(surface);
  const wordThere = goOn(SORTS.wordThere, there);
  return [
    { hash: goOn(SORTS.surface, there), value: VALUES.surface },
    ...[...new Set(words)].map((word) => ({ hash: goOn(wordThere, hashOf(word)), value: VALUES.wordThere })),
  ];
}
function meantThere({ meant, surface, text }: Window, words: readonly string[]): readonly Weighted[] {
  const concepts = [...new Set(meant.map(({ concept }) => concept))];
  const hashes = [...new Set(words)].map((word) => ({ word, hash: hashOf(word) }));
  const begins = text.search(/\S/);
  const first = new Set(meant.filter(({ at }) => at - begins < OPENING).map(({ concept }) => concept));
  const conceptThere = goOn(SORTS.conceptThere, SURFACES.indexOf(surface));
  const found: Weighted[] = concepts.map((one) => ({
    hash: goOn(conceptThere, numberOf(one)),
    value: VALUES.conceptThere,
  }));
  concepts.forEach((one, at) => {
    found.push({ hash: conceptHash(one), value: VALUES.concept });
    for (const other of concepts.slice(at + 1))
      found.push({ hash: conceptPairHash(one, other), value: VALUES.concept });
    const crossing = goOn(SORTS.cross, numberOf(one));
    for (const { hash } of hashes.slice(0, CROSSED)) found.push({ hash: goOn(crossing, hash), value: VALUES.cross });
  });
  for (const one of first) found.push({ hash: goOn(SORTS.first, numberOf(one)), value: VALUES.concept });
  const paired = hashes.filter(({ word }) => word.length >= SHORTEST_PAIRED).slice(0, PAIRED);
  paired.forEach((one, at) => {
    for (const other of paired.slice(at + 1)) found.push({ hash: pairHash(one.hash, other.hash), value: VALUES.pair });
  });
  return found;
}
function pairHash(one: number, other: number): number {
  return goOn(goOn(SORTS.pair, Math.min(one, other)), Math.max(one, other));
}
