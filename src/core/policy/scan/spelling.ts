/** The words that rules look for and that people misspell on purpose. */
const KNOWN = [
  "ignore",
  "disregard",
  "forget",
  "previous",
  "instruction",
  "instructions",
  "guidelines",
  "system",
  "prompt",
  "reveal",
  "without",
  "approval",
  "permission",
  "confirmation",
  "secrets",
  "password",
  "passwords",
  "credentials",
  "assistant",
  "restrictions",
  "unrestricted",
  "developer",
  "environment",
  "variables",
  "configuration",
] as const;
const KNOWN_WORDS = new Set<string>(KNOWN);
const BY_FIRST = Map.groupBy(KNOWN, (word) => word.slice(0, 1));

/**
 * The text with words set right that are one slip, or the order of their inner letters, away from a word the rules know.
 * @returns null when that are fewer than two: one slip is a typing error, not a disguise
 */
export function setRight(text: string): string | null {
  const fixed = new Set<string>();
  const right = text.replaceAll(/\b[a-z]{5,15}\b/gi, (word) => {
    const known = knownFor(word.toLowerCase());
    if (known !== null) fixed.add(known);
    return known ?? word;
  });
  return fixed.size >= 2 ? right : null;
}
function knownFor(word: string): string | null {
  if (KNOWN_WORDS.has(word)) return null;
  const candidates = BY_FIRST.get(word.slice(0, 1)) ?? [];
  return candidates.find((known) => known !== `${word}s` && `${known}s` !== word && near(word, known)) ?? null;
}
function near(word: string, known: string): boolean {
  if (Math.abs(word.length - known.length) > 1) return false;
  return sameLetters(word, known) || oneSlip(word, known);
}
function sameLetters(word: string, known: string): boolean {
  return word.length === known.length && word.at(-1) === known.at(-1) && sorted(word) === sorted(known);
}
function sorted(word: string): string {
  return [...word].toSorted().join("");
}
/** One letter left out, put in or changed. */
function oneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at + (short.length === long.length ? 1 : 0)) === long.slice(at + 1);
}
