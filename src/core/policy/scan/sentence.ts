/** Characters either side of a match that still are near it. */
const REACH = 110;
const ENDS = /[.!?](?=\s|$)|[。！？।\n]/g;

/** The sentence in which something stands, at most 110 characters of it either side. */
export function sentenceAround(
  prose: string,
  { at, length }: { readonly at: number; readonly length: number },
  reach = REACH,
): string {
  const before = prose.slice(Math.max(0, at - reach), at);
  const after = prose.slice(at + length, at + length + reach);
  const begins = [...before.matchAll(ENDS)].at(-1);
  const ends = after.search(ENDS);
  return (
    before.slice(begins === undefined ? 0 : begins.index + 1) +
    prose.slice(at, at + length) +
    after.slice(0, ends === -1 ? undefined : ends)
  );
}
