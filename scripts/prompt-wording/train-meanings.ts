import { layersOf } from "../../src/core/policy/scan/layers.ts";
import type { Concept } from "../../src/core/policy/scan/wording/concept.ts";
import { type Meaning, meaningsOf, type MeaningWeights, pairOf } from "../../src/core/policy/scan/wording/meanings.ts";
import { readMeanings } from "../../src/core/policy/scan/wording/reader.ts";
import { sentencesOf } from "../../src/core/policy/scan/wording/spans.ts";
import { createChance, shuffle } from "./chance.ts";
import type { Row } from "./examples.ts";
import { PROTOTYPES } from "./prototypes.ts";

type Sentence = readonly Meaning[];
const EPOCHS = 25;
const FIRST_BIAS = -2;
const RATE = 0.05;
const SLOWING = 0.3;
/** An attack counts for so many harmless sentences, of which there are many more. */
const ATTACK_WEIGHT = 2;
const COPIES_OF_PROTOTYPES = 2;
/** Sentences written to look like attacks teach more than those of documents. */
const COPIES_OF_LOOK_ALIKES = 4;
const ORDINARY = "ordinary";
const SHRINK = { concept: 0.003, pair: 0.01, word: 0.01 } as const;
/** A word seen less often, or that weighs less, is left out. */
const WORD_COUNT = 4;
const WORD_WEIGHT = 0.08;
const WEIGHT = 0.02;

function sentences(text: string): readonly Sentence[] {
  const prose = layersOf(text)[0]?.sentences ?? "";
  return sentencesOf(prose)
    .map(({ from, to }) => prose.slice(from, to))
    .map((sentence) => meaningsOf(readMeanings(sentence), sentence))
    .filter((meanings) => meanings.some((meaning) => kindOf(meaning) === "concept"));
}
function prototype(concepts: readonly Concept[]): Sentence {
  return [...concepts, ...concepts.flatMap((one, at) => concepts.slice(at + 1).map((other) => pairOf(one, other)))];
}
function kindOf(meaning: Meaning): keyof typeof SHRINK {
  if (meaning.startsWith("'")) return "word";
  return meaning.includes("+") ? "pair" : "concept";
}
/** Words that stand in too few sentences say nothing about the next one. */
function withoutRare(all: readonly Sentence[]): (sentence: Sentence) => Sentence {
  const counts = new Map<Meaning, number>();
  for (const meaning of all.flat()) counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
  return (sentence) =>
    sentence.filter((meaning) => kindOf(meaning) !== "word" || (counts.get(meaning) ?? 0) >= WORD_COUNT);
}

/** A logistic regression over what the sentences of the rows are about. The same rows give the same weights. */
export function trainMeanings(rows: readonly Row[]): MeaningWeights {
  const attacks = [
    ...rows.filter(({ label }) => label === "attack").map(({ text }) => sentences(text)),
    ...PROTOTYPES.flatMap((concepts) => Array.from({ length: COPIES_OF_PROTOTYPES }, () => [prototype(concepts)])),
  ].filter((each) => each.length > 0);
  const harmless = rows
    .filter(({ label }) => label === "benign")
    .flatMap(({ text, tier }) =>
      Array.from({ length: tier === ORDINARY ? 1 : COPIES_OF_LOOK_ALIKES }, () => sentences(text)).flat(),
    );
  const keep = withoutRare([...attacks.flat(), ...harmless]);
  return learn(
    attacks.map((each) => each.map(keep)),
    harmless.map(keep),
  );
}
type State = { bias: number; readonly weights: Map<Meaning, number> };
function learn(attacks: readonly (readonly Sentence[])[], harmless: readonly Sentence[]): MeaningWeights {
  const state: State = { bias: FIRST_BIAS, weights: new Map() };
  const chance = createChance(7);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    // The sentence of an attack that reads most like one stands for it: what surrounds it may be harmless.
    const chosen = attacks.map((each) =>
      each.reduce((best, one) => (logit(state, one) > logit(state, best) ? one : best)),
    );
    const examples = [
      ...chosen.map((meanings) => ({ meanings, is: 1 as const })),
      ...harmless.map((meanings) => ({ meanings, is: 0 as const })),
    ];
    shuffle(examples, chance);
    for (const { meanings, is } of examples) step(state, { meanings, is, rate: RATE / (1 + epoch * SLOWING) });
  }
  const telling = [...state.weights].filter(
    ([meaning, weight]) => Math.abs(weight) >= (kindOf(meaning) === "word" ? WORD_WEIGHT : WEIGHT),
  );
  return { bias: state.bias, weights: new Map(telling) };
}
function logit({ bias, weights }: State, meanings: Sentence): number {
  return meanings.reduce((sum, meaning) => sum + (weights.get(meaning) ?? 0), bias);
}
type Step = { readonly meanings: Sentence; readonly is: 0 | 1; readonly rate: number };
function step(state: State, { meanings, is, rate }: Step): void {
  const error = (1 / (1 + Math.exp(-logit(state, meanings))) - is) * (is === 1 ? ATTACK_WEIGHT : 1);
  state.bias -= rate * error;
  for (const meaning of meanings) {
    const weight = state.weights.get(meaning) ?? 0;
    state.weights.set(meaning, weight - rate * (error + SHRINK[kindOf(meaning)] * weight));
  }
}
