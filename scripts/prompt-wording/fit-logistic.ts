/** A text: what is known of each of its windows, of which the one that reads most like an attack stands for it. */
export type Point = {
  readonly isAttack: boolean;
  readonly candidates: readonly (readonly number[])[];
  readonly weight: number;
};
export type Fitted = { readonly slopes: readonly number[]; readonly bias: number };

const ROUNDS = 5;
const STEPS = 4000;
const RATE = 0.02;
/** A logistic regression by plain gradients, the window that stands for a text chosen anew in each round. */
export function fitLogistic(all: readonly Point[]): Fitted {
  const points = all.filter(({ candidates }) => candidates.length > 0);
  let fitted: Fitted = { slopes: [1, 1, 0, 0], bias: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const chosen = points.map(({ candidates, ...rest }) => ({ ...rest, known: mostLikely(candidates, fitted) }));
    for (let step = 0; step < STEPS; step += 1) fitted = descend(fitted, chosen);
  }
  return fitted;
}
type Chosen = Omit<Point, "candidates"> & { readonly known: readonly number[] };
function descend({ slopes, bias }: Fitted, chosen: readonly Chosen[]): Fitted {
  const gradient = slopes.map(() => 0);
  let [ofBias, weights] = [0, 0];
  for (const { known, isAttack, weight } of chosen) {
    const error = weight * (1 / (1 + Math.exp(-logit(known, { slopes, bias }))) - (isAttack ? 1 : 0));
    known.forEach((value, at) => (gradient[at] = (gradient[at] ?? 0) + error * value));
    ofBias += error;
    weights += weight;
  }
  const step = (of: number) => (RATE * of) / weights;
  return { slopes: slopes.map((slope, at) => slope - step(gradient[at] ?? 0)), bias: bias - step(ofBias) };
}
function logit(known: readonly number[], { slopes, bias }: Fitted): number {
  return known.reduce((sum, value, at) => sum + value * (slopes[at] ?? 0), bias);
}
function mostLikely(candidates: readonly (readonly number[])[], fitted: Fitted): readonly number[] {
  return candidates.reduce((most, one) => (logit(one, fitted) > logit(most, fitted) ? one : most));
}
