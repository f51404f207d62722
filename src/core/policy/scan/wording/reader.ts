import { foldLetters } from "../characters.ts";
import { ASIAN_AND_SEMITIC } from "./asian-semitic.ts";
import { type Concept, CONCEPTS, type Lexicon } from "./concept.ts";
import { ENGLISH } from "./english.ts";
import { GERMANIC } from "./germanic.ts";
import { ROMANCE } from "./romance.ts";
import { SLAVIC_AND_TURKIC } from "./slavic-turkic.ts";

/** A word of the lexicon where it stands in a text. */
export type Meant = { readonly concept: Concept; readonly at: number; readonly length: number };

/** A letter further into the words of the lexicon; `*` stands for the rest of a word. */
type Node = { readonly next: Map<string, Node>; readonly ends: Concept[]; readonly open: Concept[] };
const ANY = "*";
/** Scripts without blanks between words, or with articles joined to them: a word begins anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}]/u;
const LETTER = /[\p{L}\p{M}\p{N}_]/u;
/** Nearly every sign of most texts is one of these, and asking an expression about each would take most of the time. */
const PLAIN = 0x80;
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= PLAIN) return LETTER.test(text.charAt(at));
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95;
}
/** Before the Arabic letters every script puts blanks between its words. */
const FIRST_UNSPACED = 0x600;
function isUnspaced(text: string, at: number): boolean {
  return text.charCodeAt(at) >= FIRST_UNSPACED && UNSPACED.test(text.charAt(at));
}
/** Most letters that a `*` skips. */
const REST = 24;

let built: Node | undefined;
/** Built at the first reading: most processes that load this never scan. */
function lexicon(): Node {
  built ??= build([ENGLISH, ...GERMANIC, ...ROMANCE, ...SLAVIC_AND_TURKIC, ...ASIAN_AND_SEMITIC]);
  return built;
}
function build(lexicons: readonly Lexicon[]): Node {
  const root = node();
  for (const each of lexicons)
    for (const concept of CONCEPTS)
      for (const entry of (each[concept] ?? "").split("|")) if (entry !== "") insert(root, fold(entry), concept);
  return root;
}
function node(): Node {
  return { next: new Map(), ends: [], open: [] };
}
function fold(text: string): string {
  return foldLetters(text).toLowerCase();
}
function insert(root: Node, entry: string, concept: Concept): void {
  const free = entry.endsWith(ANY) || UNSPACED.test(entry.slice(0, 1));
  let at = root;
  for (const letter of free && entry.endsWith(ANY) ? entry.slice(0, -1) : entry) {
    const next = at.next.get(letter) ?? node();
    at.next.set(letter, next);
    at = next;
  }
  const into = free ? at.open : at.ends;
  if (!into.includes(concept)) into.push(concept);
}

/** Every word of the lexicon in a text, in the order in which they begin. Time is linear: entries are short. */
export function readMeanings(prose: string): readonly Meant[] {
  const text = prose.toLowerCase();
  // Some letters change their length when they are made small; positions would no longer fit.
  const folded = text.length === prose.length ? text : prose;
  const found: Meant[] = [];
  for (let at = 0; at < folded.length; at += 1)
    if (begins(folded, at)) walk(lexicon(), { text: folded, start: at, at }, found);
  return found;
}
function begins(text: string, at: number): boolean {
  const letter = text[at] ?? "";
  if (letter === " " || letter === "\n") return false;
  if (at === 0 || !isLetter(text, at - 1) || !isLetter(text, at)) return true;
  return isUnspaced(text, at) || isUnspaced(text, at - 1);
}
type Place = { readonly text: string; readonly start: number; readonly at: number };
function walk(from: Node, { text, start, at: first }: Place, found: Meant[]): void {
  let here = from;
  for (let at = first; ; at += 1) {
    const letter = text[at];
    const ended = !isLetter(text, at) || !isLetter(text, at - 1) || isUnspaced(text, at);
    for (const concept of here.open) found.push({ concept, at: start, length: at - start });
    if (ended) for (const concept of here.ends) found.push({ concept, at: start, length: at - start });
    const skipped = here.next.get(ANY);
    if (skipped !== undefined) walk(skipped, { text, start, at: endOfWord(text, at) }, found);
    const next = letter === undefined ? undefined : here.next.get(letter);
    if (next === undefined) return;
    here = next;
  }
}
function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < REST && isLetter(text, at)) at += 1;
  return at;
}
