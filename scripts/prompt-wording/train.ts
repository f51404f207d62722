import type { Features } from "../../src/core/policy/scan/wording/features.ts";
import { type StoredWeights, storeWeights } from "../../src/core/policy/scan/wording/weights.ts";
import { elsewhere, passageFeatures, type Row, surrounded, windowFeatures } from "./examples.ts";
import { trainWeights } from "./train-weights.ts";

/** Characters of harmless text before and after an attack that is taught between some. */
export const AROUND = 400;
const SEED = 5;
/** Both weights as they are stored. */
export function train(some: readonly Row[]): { windows: StoredWeights; passages: StoredWeights } {
  const harmless = some.filter(({ label }) => label === "benign");
  const rows = [...some, ...elsewhere(some)];
  const between = surrounded(some, { harmless, most: AROUND, seed: SEED });
  return { windows: trainWith(rows, windowFeatures), passages: trainWith([...rows, ...between], passageFeatures) };
}
function trainWith(rows: readonly Row[], featuresOf: (row: Row) => readonly Features[]): StoredWeights {
  const of = (wanted: Row["label"]) =>
    rows
      .filter(({ label }) => label === wanted)
      .map(featuresOf)
      .filter((pieces) => pieces.length > 0);
  return storeWeights(trainWeights({ attacks: of("attack"), harmless: of("benign").flat() }));
}
