import { SURFACES, type Surface } from "../finding.ts";
import { type Concept, CONCEPTS } from "./concept.ts";
import { bucketOf, EMPTY, goOn, hashOf } from "./hash.ts";
import type { Meant } from "./reader.ts";

/** Weights are told apart by so many bits of a feature's hash; two features may share one. */
export const BITS = 17;
/** What the weights know of a window: buckets, each once, and how much each counts. */
export type Features = { readonly buckets: Int32Array; readonly values: Float32Array };
type Window = { readonly text: string; readonly meant: readonly Meant[]; readonly surface: Surface };

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
const LONGEST = 5;
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

/** The words and marks of a text, small, with each digit as 0: which number it is says nothing. */
export function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().replaceAll(/\d/g, "0").match(WORD) ?? []).map((word) =>
    word.length > LONGEST_WORD && word.charCodeAt(0) < FIRST_UNSPACED ? word.slice(0, LONGEST_WORD) : word,
  );
}
/** Gives the hashes of a word and of the runs of 2 to 5 letters in it and at its edges. */
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

/** Reads what the weights know of windows, one after the other. */
export type FeatureReader = (window: Window) => Features;
export function createFeatureReader(): FeatureReader {
  // Which bucket the window of this number has: many times faster than a set, and hashes are most of what a scan does.
  const seenIn = new Int32Array(1 << BITS);
  let window = 0;
  function distinct(words: readonly string[]): number[] {
    const found: number[] = [];
    window += 1;
    function add(hash: number): void {
      const bucket = bucketOf(hash, BITS);
      if (seenIn[bucket] === window) return;
      seenIn[bucket] = window;
      found.push(bucket);
    }
    for (const word of new Set(words)) eachWordHash(word, add);
    for (const hash of neighbourHashes(words)) add(hash);
    return found;
  }
  return ({ text, meant, surface }) => {
    const words = wordsOf(text);
    const letters = distinct(words);
    const rest = restOf({ text, meant, surface }, words);
    const buckets = new Int32Array(letters.length + rest.length);
    const values = new Float32Array(letters.length + rest.length);
    buckets.set(letters);
    values.fill(letters.length === 0 ? 0 : 1 / Math.sqrt(letters.length), 0, letters.length);
    rest.forEach(({ hash, value }, at) => {
      buckets[letters.length + at] = bucketOf(hash, BITS);
      values[letters.length + at] = value;
    });
    return { buckets, values };
  };
}
function neighbourHashes(words: readonly string[]): readonly number[] {
  return words.slice(1).map((word, at) => hashOf(word, goOn(hashOf(words[at] ?? "", SORTS.neighbours), 32)));
}

type Weighted = { readonly hash: number; readonly value: number };
function restOf({ meant, surface, text }: Window, words: readonly string[]): readonly Weighted[] {
  const concepts = [...new Set(meant.map(({ concept }) => concept))];
  const hashes = [...new Set(words)].map((word) => ({ word, hash: hashOf(word) }));
  const begins = text.search(/\S/);
  const first = new Set(meant.filter(({ at }) => at - begins < OPENING).map(({ concept }) => concept));
  const found: Weighted[] = [{ hash: goOn(SORTS.surface, SURFACES.indexOf(surface)), value: VALUES.surface }];
  // What a person may say in a chat is an attack in the words of a page.
  const there = SURFACES.indexOf(surface);
  const [conceptThere, wordThere] = [goOn(SORTS.conceptThere, there), goOn(SORTS.wordThere, there)];
  for (const one of concepts) found.push({ hash: goOn(conceptThere, numberOf(one)), value: VALUES.conceptThere });
  for (const { hash } of hashes) found.push({ hash: goOn(wordThere, hash), value: VALUES.wordThere });
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
