import { type StoredLetters, storeLetterWeights } from "../../src/core/policy/scan/wording/letters.ts";
import { type StoredMeanings, storeMeaningWeights } from "../../src/core/policy/scan/wording/meanings.ts";
import { examplesOf, type Prepared } from "./examples.ts";
import { trainLetters } from "./train-letters.ts";
import { trainMeanings } from "./train-meanings.ts";

/** Both weights as they are stored. */
export function train(prepared: readonly Prepared[]): { letters: StoredLetters; meanings: StoredMeanings } {
  return {
    letters: storeLetterWeights(trainLetters(examplesOf(prepared))),
    meanings: storeMeaningWeights(trainMeanings(prepared.map(({ row }) => row))),
  };
}
