/** Words of English that say nothing of what a text is about. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  "a about after all also am an and any are as at be because been before being between both but by can could did do does doing done each for from get had has have how i if in into is it its just let make me more most my no not now of on once one only or other our out over please should so some such than that the their them then there these they this those to too under up us use used very was we were what when where which while who why will with would you your".split(
    " ",
  ),
);
const MOST_ASKED = 24;
/** FTS5 takes longer with each word: the rarest eight find what there is to find. */
const MOST_SOUGHT = 8;

/** The words of a question that could find something, each once, in their order; at most 24. */
export function contentWords(text: string): readonly string[] {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !STOP_WORDS.has(word) && word.length <= 60);
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, MOST_ASKED);
}
/** The eight rarest of those that stand anywhere. @param frequencies of each word, in how many memories it stands */
export function rarest(words: readonly string[], frequencies: readonly number[]): readonly string[] {
  return words
    .map((word, at) => ({ word, count: frequencies[at] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => a.count - b.count)
    .slice(0, MOST_SOUGHT)
    .map(({ word }) => word);
}
/** Equal for texts that differ only in case, spaces and punctuation. */
export function plainText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{S}]+/gu, " ")
    .trim();
}
