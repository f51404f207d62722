import { featuresOf, pairOf, sentencesOf, type Span } from "./features.ts";
import { type Meant, readMeanings } from "./reader.ts";
import { BIAS, WEIGHTS } from "./weights.ts";

/** How much a sentence reads like an order to the agent, as a logit: 0 is as likely as not. */
export type Wording = { readonly logit: number; readonly at: number; readonly length: number; readonly words: readonly string[] };

const TABLE: ReadonlyMap<string, number> = new Map(
  WEIGHTS.trim()
    .split(/\s+/)
    .map((entry) => entry.split("=") as [string, string])
    .map(([feature, weight]) => [feature, Number(weight)]),
);

/** The sentence of a text that reads most like an order to an agent; null when no word of any says anything. */
export function readWording(prose: string): Wording | null {
  const meant = readMeanings(prose);
  let most: { readonly logit: number; readonly span: Span; readonly inside: readonly Meant[] } | null = null;
  let next = 0;
  for (const span of sentencesOf(prose)) {
    while ((meant[next]?.at ?? span.from) < span.from) next += 1;
    const inside: Meant[] = [];
    for (; (meant[next]?.at ?? span.to) < span.to; next += 1) inside.push(meant[next] as Meant);
    if (inside.length === 0) continue;
    const logit = logitOf(inside, { prose, span });
    if (most === null || logit > most.logit) most = { logit, span, inside };
  }
  if (most === null) return null;
  const { logit, span, inside } = most;
  return { logit, at: span.from, length: span.to - span.from, words: heaviestWords(inside, prose) };
}
/** The logit of one sentence, from the words of the lexicon inside it. */
export function logitOf(inside: readonly Meant[], place: { readonly prose: string; readonly span: Span }): number {
  return featuresOf(inside, place).reduce((sum, feature) => sum + (TABLE.get(feature) ?? 0), BIAS);
}

const MOST_WORDS = 4;
/** The words that weighed most, each with all that its concept brings together with the others. */
function heaviestWords(inside: readonly Meant[], prose: string): readonly string[] {
  const concepts = [...new Set(inside.map(({ concept }) => concept))];
  const weightOf = (one: Meant) =>
    (TABLE.get(one.concept) ?? 0) +
    concepts.reduce((sum, other) => (other === one.concept ? sum : sum + (TABLE.get(pairOf(one.concept, other)) ?? 0)), 0);
  const words = [...inside]
    .sort((a, b) => weightOf(b) - weightOf(a))
    .filter((one) => weightOf(one) > 0)
    .map(({ at, length }) => prose.slice(at, at + length).trim());
  return [...new Set(words)].slice(0, MOST_WORDS);
}
