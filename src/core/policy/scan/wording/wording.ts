import { featuresOf, pairOf, sentencesOf, type Span } from "./features.ts";
import { type Meant, readMeanings } from "./reader.ts";
import { BIAS, WEIGHTS } from "./weights.ts";

/** Where in the text it begins, and what it is. */
type Word = { readonly at: number; readonly text: string };
/** How much a sentence reads like an order to the agent, as a logit: 0 is as likely as not. */
export type Wording = {
  readonly logit: number;
  readonly at: number;
  readonly length: number;
  readonly words: () => readonly Word[];
};

const TABLE: ReadonlyMap<string, number> = new Map(
  WEIGHTS.trim()
    .split(/\s+/)
    .map((entry) => entry.split("=") as [string, string])
    .map(([feature, weight]) => [feature, Number(weight)]),
);

/** How each sentence of a text reads, in order. */
export function readWordings(prose: string): readonly Wording[] {
  const meant = readMeanings(prose);
  let next = 0;
  return sentencesOf(prose).map((span) => {
    const inside: Meant[] = [];
    for (let one = meant[next]; one !== undefined && one.at < span.to; one = meant[next]) {
      if (one.at >= span.from) inside.push(one);
      next += 1;
    }
    // Without a word of the lexicon a sentence can be no order that the weights know.
    const logit = inside.length === 0 ? BIAS : logitOf(inside, { prose, span });
    return { logit, at: span.from, length: span.to - span.from, words: () => heaviestWords(inside, prose) };
  });
}

/** The sentence that reads most like an order; null of an empty text. */
export function mostLikeAnOrder(wordings: readonly Wording[]): Wording | null {
  return wordings.reduce<Wording | null>((most, one) => (most === null || one.logit > most.logit ? one : most), null);
}
/** The logit of one sentence, from the words of the lexicon inside it. */
function logitOf(inside: readonly Meant[], place: { readonly prose: string; readonly span: Span }): number {
  return featuresOf(inside, place).reduce((sum, feature) => sum + (TABLE.get(feature) ?? 0), BIAS);
}

const MOST_WORDS = 4;
/** The words that weighed most, each with all that its concept brings together with the others; whole words, each once. */
function heaviestWords(inside: readonly Meant[], prose: string): readonly Word[] {
  const concepts = [...new Set(inside.map(({ concept }) => concept))];
  const weightOf = (one: Meant) =>
    (TABLE.get(one.concept) ?? 0) +
    concepts.reduce(
      (sum, other) => (other === one.concept ? sum : sum + (TABLE.get(pairOf(one.concept, other)) ?? 0)),
      0,
    );
  const words = [...inside]
    .filter((one) => weightOf(one) > 0)
    .sort((a, b) => weightOf(b) - weightOf(a) || b.length - a.length)
    .map(({ at, length }) => ({ at, text: wholeWord(prose, { at, length }) }));
  return words.filter(({ at }, place) => words.findIndex((other) => other.at === at) === place).slice(0, MOST_WORDS);
}
function wholeWord(prose: string, { at, length }: Pick<Meant, "at" | "length">): string {
  const rest = /^[\p{L}\p{M}]{0,20}/u.exec(prose.slice(at + length))?.[0] ?? "";
  return (prose.slice(at, at + length) + rest).trim();
}
