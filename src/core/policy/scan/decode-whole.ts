/** Words that stand in most English sentences: as many of them, read another way, are no chance. */
const COMMON = new Set(
  "the and you your for not with from this that all are now what into every them only have will without any its then out has".split(
    " ",
  ),
);
/** Words that an attack is made of: one of them beside a common one is no chance either. */
const TELLING = new Set(
  (
    "instruction instructions ignore disregard forget prompt assistant approve approval secret token password credentials " +
    "environment unrestricted restrictions rules guidelines system previous user print send reveal delete request"
  ).split(" "),
);
/** So much of a text is tried: whoever turns a text round turns all of it. */
const SAMPLE = 3000;
const WORDS = /[a-z]{2,}/g;

/** How many words an attack is likely to hold stand in the beginning of a text; what tells of one counts twice. */
export function knownWords(text: string): number {
  const words = text.slice(0, SAMPLE).toLowerCase().match(WORDS) ?? [];
  return words.reduce((sum, word) => sum + (TELLING.has(word) ? 2 : COMMON.has(word) ? 1 : 0), 0);
}
const LEAST = 2;
/** In a sentence such a word stands at least every so many characters of the sample. */
const SPARSE = 200;

type Reading = { readonly layer: string; readonly text: string };
/** The whole text read in other ways, where that makes words of what was none: rotated letters, turned round, doubled. */
export function decodeWhole(text: string): readonly Reading[] {
  const plain = knownWords(text);
  const readings: readonly Reading[] = [
    ...rotations(text),
    { layer: "reversed", text: [...text].toReversed().join("") },
    {
      layer: "reversed words",
      text: text.replaceAll(/[\p{L}\p{N}]{2,40}/gu, (word) => [...word].toReversed().join("")),
    },
    { layer: "doubled letters", text: text.replaceAll(/([a-z])\1/gi, "$1") },
  ];
  const better = readings.filter(
    (reading) =>
      knownWords(reading.text) >=
      Math.max(plain === 0 ? LEAST : LEAST + 1, 2 * plain, Math.min(SAMPLE, text.length) / SPARSE),
  );
  return [
    ...better,
    ...(text.length < LONGEST_TURNED && ORDER_HINT.test(text)
      ? [{ layer: "words in reverse", text: text.split(/\s+/).toReversed().join(" ") }]
      : []),
  ];
}
/** Nobody writes more than a paragraph word by word from its end. */
const LONGEST_TURNED = 1000;
const ORDER_HINT = /\b(?:right[- ]to[- ]left|backwards?|(?:in )?reverse(?:d)?(?: order)?|last word first)\b/i;

/** The one rotation that makes most words, if any does. */
function rotations(text: string): readonly Reading[] {
  const sample = text.slice(0, SAMPLE);
  if (!/[a-z]{3}/i.test(sample)) return [];
  const scores = Array.from({ length: 25 }, (_, at) => ({ by: at + 1, score: knownWords(rotate(sample, at + 1)) }));
  const best = scores.reduce((most, one) => (one.score > most.score ? one : most));
  return [{ layer: best.by === 13 ? "rot13" : "rotated letters", text: rotate(text, best.by) }];
}
function rotate(text: string, by: number): string {
  return text.replaceAll(/[a-z]/gi, (letter) => {
    const code = letter.charCodeAt(0);
    const base = code >= 97 ? 97 : 65;
    return String.fromCharCode(((code - base + by) % 26) + base);
  });
}
