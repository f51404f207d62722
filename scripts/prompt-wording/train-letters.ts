import { BITS, type Features } from "../../src/core/policy/scan/wording/features.ts";
import { type LetterWeights, logitOf } from "../../src/core/policy/scan/wording/letters.ts";
import { createChance, shuffle } from "./chance.ts";

/** An attack is one of its windows, nobody says which; a harmless window is one by itself. */
export type Examples = { readonly attacks: readonly (readonly Features[])[]; readonly harmless: readonly Features[] };

const EPOCHS = 12;
const RATE = 0.3;
const SHRINK = 1e-5;
const FIRST_BIAS = -1;
const FIRST_SQUARE = 1e-4;

type Example = { readonly windows: readonly Features[]; readonly is: 0 | 1 };
/** The order of the examples alone moves what is caught by some points, so the mean of some orders is taken. */
const SEEDS = [1, 2, 3, 4] as const;
/** The mean of some trainings. The same examples give the same weights. */
export function trainLetters(examples: Examples): LetterWeights {
  const trained = SEEDS.map((seed) => trainOnce(examples, seed));
  const mean = (of: (one: LetterWeights) => number) => trained.reduce((sum, one) => sum + of(one), 0) / trained.length;
  return {
    bias: mean(({ bias }) => bias),
    weights: Float32Array.from({ length: 1 << BITS }, (_, at) => mean(({ weights }) => weights[at] ?? 0)),
  };
}
/**
 * A logistic regression by stochastic gradients with a rate for each weight.
 * @see Duchi, Hazan, Singer 2011, Adaptive Subgradient Methods, JMLR 12
 */
function trainOnce({ attacks, harmless }: Examples, seed: number): LetterWeights {
  const examples: Example[] = [
    ...attacks.map((windows) => ({ windows, is: 1 as const })),
    ...harmless.map((window) => ({ windows: [window], is: 0 as const })),
  ];
  const state = { bias: FIRST_BIAS, weights: new Float32Array(1 << BITS) };
  const squares = { bias: FIRST_SQUARE, weights: new Float32Array(1 << BITS).fill(FIRST_SQUARE) };
  const chance = createChance(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(examples, chance);
    for (const example of examples) learn(state, squares, example);
  }
  return state;
}
type State = { bias: number; readonly weights: Float32Array };
/** The window of an attack that reads most like one stands for it: what surrounds it may be harmless. */
function learn(state: State, squares: State, { windows, is }: Example): void {
  const logits = windows.map((window) => logitOf(state, window));
  const logit = Math.max(...logits);
  const { buckets, values } = windows[logits.indexOf(logit)] as Features;
  const error = 1 / (1 + Math.exp(-logit)) - is;
  squares.bias += error * error;
  state.bias -= (RATE * error) / Math.sqrt(squares.bias);
  for (let at = 0; at < buckets.length; at += 1) {
    const bucket = buckets[at] ?? 0;
    const weight = state.weights[bucket] ?? 0;
    const slope = error * (values[at] ?? 0) + SHRINK * weight;
    const square = (squares.weights[bucket] ?? 0) + slope * slope;
    squares.weights[bucket] = square;
    state.weights[bucket] = weight - (RATE * slope) / Math.sqrt(square);
  }
}
