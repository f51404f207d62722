import { writeFileSync } from "node:fs";
import { readLetterWeights, storeLetterWeights } from "../src/core/policy/scan/wording/letters.ts";
import { readMeaningWeights, storeMeaningWeights } from "../src/core/policy/scan/wording/meanings.ts";
import { examplesOf, HELD_OUT, prepare, type Prepared, readRows } from "./prompt-wording/examples.ts";
import { measure } from "./prompt-wording/measure.ts";
import { trainLetters } from "./prompt-wording/train-letters.ts";
import { trainMeanings } from "./prompt-wording/train-meanings.ts";

/**
 * Trains the weights of the prompt scanner's wording finding from the lists under test/attack, but those held out, and writes
 * them beside their readers in src/core/policy/scan/wording. The same lists give the same weights.
 * With `--measure` writes nothing, but trains once without each list and says what is flagged of it then.
 */
const OUT = new URL("../src/core/policy/scan/wording/", import.meta.url);
function train(prepared: readonly Prepared[]) {
  return {
    letters: storeLetterWeights(trainLetters(examplesOf(prepared))),
    meanings: storeMeaningWeights(trainMeanings(prepared.map(({ row }) => row))),
  };
}
function write(name: string, stored: object): void {
  writeFileSync(new URL(name, OUT), `${JSON.stringify(stored, null, 2)}\n`);
}

const rows = readRows();
const prepared = prepare(rows);
if (process.argv.includes("--measure"))
  measure(rows, prepared, (some) => {
    const { letters, meanings } = train(some);
    return { letters: readLetterWeights(letters), meanings: readMeaningWeights(meanings) };
  });
else {
  const { letters, meanings } = train(prepared.filter(({ row }) => !HELD_OUT.includes(row.list)));
  write("letters.json", letters);
  write("meanings.json", meanings);
}
