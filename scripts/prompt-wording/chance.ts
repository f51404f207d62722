/** Numerical Recipes' linear congruence: the order is mixed, and the same at each run. */
export function createChance(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
/** In place. */
export function shuffle(all: unknown[], chance: () => number): void {
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [all[at], all[other]] = [all[other], all[at]];
  }
}
