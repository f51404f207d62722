import { BITS, type Features } from "../../src/core/policy/scan/wording/features.ts";
import { logitOf } from "../../src/core/policy/scan/wording/weights.ts";
import { createChance, shuffle } from "./chance.ts";

/** An attack is one of its pieces, nobody says which; a harmless piece is one by itself. */
export type Examples = { readonly attacks: readonly (readonly Features[])[]; readonly harmless: readonly Features[] };
export type Trained = { readonly bias: number; readonly weights: Float32Array };

/** More of them learn the lists by heart. */
const EPOCHS = 6;
const RATE = 0.3;
const SHRINK = 1e-5;
const FIRST_BIAS = -1;
const FIRST_SQUARE = 1e-4;
/** The order of the examples alone moves what is caught by some points, so the mean of some orders is taken. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The same examples give the same weights. */
export function trainWeights({ attacks, harmless }: Examples): Trained {
  const scales = scalesOf([...attacks.flat(), ...harmless]);
  const examples: readonly Example[] = [
    ...attacks.map((pieces) => ({ pieces: pieces.map((piece) => scaled(piece, scales)), is: 1 as const })),
    ...harmless.map((piece) => ({ pieces: [scaled(piece, scales)], is: 0 as const })),
  ];
  const trained = SEEDS.map((seed) => trainOnce(examples, seed));
  const mean = (of: (one: Trained) => number) => trained.reduce((sum, one) => sum + of(one), 0) / trained.length;
  return {
    bias: mean(({ bias }) => bias),
    weights: scales.map((scale, at) => scale * mean(({ weights }) => weights[at] ?? 0)),
  };
}
/** How much what stands in few pieces counts against what stands in many. */
const SCALE = 1 / 3;
/** What stands in one piece alone says nothing of others. */
const LEAST_PIECES = 2;
/** The logarithm of how rare each bucket is. Nothing of it is needed afterwards: it goes into the weights. */
function scalesOf(pieces: readonly Features[]): Float32Array {
  const counts = new Float32Array(1 << BITS);
  for (const { buckets } of pieces) for (const bucket of new Set(buckets)) counts[bucket] = (counts[bucket] ?? 0) + 1;
  return counts.map((count) => (count < LEAST_PIECES ? 0 : SCALE * (1 + Math.log((1 + pieces.length) / (1 + count)))));
}
function scaled({ buckets, values }: Features, scales: Float32Array): Features {
  return { buckets, values: values.map((value, at) => value * (scales[buckets[at] ?? 0] ?? 0)) };
}

type Example = { readonly pieces: readonly Features[]; readonly is: 0 | 1 };
type State = { bias: number; readonly step: 1; readonly weights: Float32Array };
/** The sum of the squares of all slopes so far. */
type Squares = { bias: number; readonly weights: Float32Array };
/**
 * A logistic regression by stochastic gradients with a rate for each weight.
 * @see Duchi, Hazan, Singer 2011, Adaptive Subgradient Methods, JMLR 12
 */
function trainOnce(all: readonly Example[], seed: number): Trained {
  const examples = [...all];
  const state: State = { bias: FIRST_BIAS, step: 1, weights: new Float32Array(1 << BITS) };
  const squares: Squares = { bias: FIRST_SQUARE, weights: new Float32Array(1 << BITS).fill(FIRST_SQUARE) };
  const chance = createChance(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(examples, chance);
    for (const example of examples) learn(state, squares, example);
  }
  return state;
}
/** The piece of an attack that reads most like one stands for it: what surrounds it may be harmless. */
function learn(state: State, squares: Squares, { pieces, is }: Example): void {
  const logits = pieces.map((piece) => logitOf(state, piece));
  const most = Math.max(...logits);
  const { buckets, values } = pieces[logits.indexOf(most)] as Features;
  const error = 1 / (1 + Math.exp(-most)) - is;
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
