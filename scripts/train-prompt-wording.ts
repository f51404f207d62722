import { writeFileSync } from "node:fs";
import { fitTogether } from "./prompt-wording/fit-together.ts";
import { fingerprint, readRows, teaching } from "./prompt-wording/examples.ts";
import { train } from "./prompt-wording/train.ts";

/**
 * Trains the weights of the prompt scanner's wording finding from the lists under test/attack, but those held out, and writes
 * them beside their readers in src/core/policy/scan/wording. The same lists give the same weights. Takes some minutes.
 * With `--together` it finds how the readings go together instead, from lists that it then leaves out.
 */
const OUT = new URL("../src/core/policy/scan/wording/", import.meta.url);
function write(name: string, stored: object): void {
  writeFileSync(new URL(name, OUT), `${JSON.stringify(stored, null, 2)}\n`);
}

const rows = teaching(readRows());
const taughtBy = fingerprint(rows);
if (process.argv.includes("--together")) write("together.json", { taughtBy, ...fitTogether(rows) });
else {
  const { windows, passages } = train(rows);
  write("windows.json", { taughtBy, ...windows });
  write("passages.json", { taughtBy, ...passages });
}
