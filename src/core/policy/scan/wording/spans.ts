/** From where to where something stands; the end is not part of it. */
export type Span = { readonly from: number; readonly to: number };

const ENDS = /[.!?;](?=[\s"'”)\]]|$)|[。！？।؟\n\t]/g;
/** Code and tables have no sentences: they are read in pieces of this many characters. */
const LONGEST = 400;
/** The sentences of a text that say anything, in order. */
export function sentencesOf(prose: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { index } of [...prose.matchAll(ENDS), { index: prose.length }]) {
    for (let at = from; at <= index && at < prose.length; at += LONGEST) {
      const span = { from: at, to: Math.min(index + 1, at + LONGEST, prose.length) };
      if (SAYING.test(prose.slice(span.from, span.to))) spans.push(span);
    }
    from = index + 1;
  }
  return spans;
}
const SAYING = /[\p{L}\p{N}]/u;

/** Two sentences with more characters than this are not read as one. */
const LONGEST_PAIR = 500;
/** What is judged as one: each sentence, and each with the next, since an order may take two. */
export function windowsOf(prose: string): readonly Span[] {
  const sentences = sentencesOf(prose);
  return sentences.flatMap((one, at) => {
    const next = sentences[at + 1];
    if (next === undefined || next.to - one.from > LONGEST_PAIR) return [one];
    return [one, { from: one.from, to: next.to }];
  });
}

/** Sentences that are kept together when passages are cut, in characters; a passage is two of these. */
const LONGEST_HALF = 300;
/**
 * What stands together: passages of two halves, each overlapping the next by one, so that whatever is shorter than a half is in one of
 * them with what stands around it. Longer than two halves only where a sentence is, or where signs that say nothing stand between.
 */
export function passagesOf(prose: string): readonly Span[] {
  const halves: Span[] = [];
  for (const { from, to } of sentencesOf(prose)) {
    const last = halves.at(-1);
    if (last !== undefined && to - last.from <= LONGEST_HALF) halves[halves.length - 1] = { from: last.from, to };
    else halves.push({ from, to });
  }
  if (halves.length < 2) return halves;
  return halves.slice(1).map(({ to }, at) => ({ from: halves[at]?.from ?? 0, to }));
}
