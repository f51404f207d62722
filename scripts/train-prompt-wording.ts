import { writeFileSync } from "node:fs";
import { readLetterWeights } from "../src/core/policy/scan/wording/letters.ts";
import { readMeaningWeights } from "../src/core/policy/scan/wording/meanings.ts";
import { prepare, readRows, teaching } from "./prompt-wording/examples.ts";
import { measure } from "./prompt-wording/measure.ts";
import { train } from "./prompt-wording/train.ts";

/**
 * Trains the weights of the prompt scanner's wording finding from the lists under test/attack, but those held out, and writes
 * them beside their readers in src/core/policy/scan/wording. The same lists give the same weights.
 * With `--measure` writes nothing, but trains once without each of those lists and says what is flagged of it then.
 */
const OUT = new URL("../src/core/policy/scan/wording/", import.meta.url);
function write(name: string, stored: object): void {
  writeFileSync(new URL(name, OUT), `${JSON.stringify(stored, null, 2)}\n`);
}

const rows = readRows();
if (process.argv.includes("--measure"))
  measure(teaching(rows), prepare(teaching(rows)), (some) => {
    const { letters, meanings } = train(some);
    return { letters: readLetterWeights(letters), meanings: readMeaningWeights(meanings) };
  });
else {
  const { letters, meanings } = train(prepare(teaching(rows)));
  write("letters.json", letters);
  write("meanings.json", meanings);
}
