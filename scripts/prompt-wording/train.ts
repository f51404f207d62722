import { type StoredWeights, storeWeights } from "../../src/core/policy/scan/wording/weights.ts";
import type { Prepared } from "./examples.ts";
import { type Examples, trainWeights } from "./train-weights.ts";

/** Both weights as they are stored. */
export function train(prepared: readonly Prepared[]): { windows: StoredWeights; passages: StoredWeights } {
  const stored = (part: "windows" | "passages") => storeWeights(trainWeights(examplesOf(prepared, part)));
  return { windows: stored("windows"), passages: stored("passages") };
}
function examplesOf(prepared: readonly Prepared[], part: "windows" | "passages"): Examples {
  const of = (wanted: Prepared["row"]["label"]) =>
    prepared.filter(({ row }) => row.label === wanted).map((each) => each[part]);
  return { attacks: of("attack"), harmless: of("benign").flat() };
}
