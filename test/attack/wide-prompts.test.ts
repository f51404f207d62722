import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Surface } from "../../src/core/policy/scan/finding.ts";
import { scan } from "../../src/core/policy/scan/scan.ts";

/**
 * Twenty-six more lists, in over thirty languages and over forty encodings, written without a look at the rules and measured before
 * anything was changed for them. Flagged then, in percent, lexical, embedded, encoded, in other languages, harmless look-alikes with
 * ordinary texts: of a 61, 62, 77, 68 and 1.9; of b 27, 25, 74, 15 and 1.9; of c 44, 39, 71, 18 and 2.2. From d on others wrote, each in
 * another manner; lexical, embedded, in other languages and look-alikes: of f 69, 60, 86 and 12; of g 81, 80, 96 and 8; of h 71, 66, 76
 * and 7; of i 70, 57, 63 and 13; of j 69, 66, 79 and 10; of k, which words its orders as oddly as it can, 42, 59, 46 and 16; of l 74, 68,
 * 74 and 10; of m 66, 73, 81 and 12.
 * The weights are trained with all but g, l and m, which nobody looks at: these show what is caught of what nobody trained for. Of the
 * others that is told by training without the one list: `node scripts/train-prompt-wording.ts --measure`. Then c is 86, 79, 98, 72 and 6;
 * f 89, 83, –, 97 and 9; h 83, 88, –, 81 and 7; i 88, 83, –, 82 and 13; j 86, 84, –, 91 and 12; k 47, 62, –, 52 and 14. c was held out
 * as well until the letters came, with 82, 76, 95, 80 and 10. g, l and m, which never teach, are: 91, 92, –, 94 and 4; 89, 81, –,
 * 84 and 8; 91, 84, –, 89 and 12.
 * n to z have not taught anything yet either: most of v to z are look-alikes.
 * The look-alikes are written to resemble attacks as much as harmless texts can.
 */
type Row = {
  readonly id: string;
  readonly label: "attack" | "benign";
  readonly tier: "lexical" | "embedded" | "encoded" | "multilingual" | "benign";
  readonly list: string;
  readonly surface: Surface;
  readonly text: string;
};
const rows = readFileSync(new URL("wide-prompts.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Row)
  .map((row) => ({ ...row, verdict: scan(row).verdict }));
type Judged = (typeof rows)[number];
function percentFlagged(some: readonly Judged[]): number {
  return Math.round((1000 * some.filter(({ verdict }) => verdict !== "pass").length) / some.length) / 10;
}

/** Percent of each tier of each list that is flagged at least: what was measured, less a point or two. */
const BARS = [
  ["a", "lexical", 97],
  ["a", "embedded", 96],
  ["a", "encoded", 97],
  ["a", "multilingual", 98],
  ["b", "lexical", 98],
  ["b", "embedded", 97],
  ["b", "encoded", 94],
  ["b", "multilingual", 98],
  ["c", "lexical", 97],
  ["c", "embedded", 87],
  ["c", "encoded", 95],
  ["c", "multilingual", 98],
  ["d", "lexical", 96],
  ["d", "multilingual", 98],
  ["e", "lexical", 96],
  ["f", "lexical", 97],
  ["f", "embedded", 90],
  ["f", "multilingual", 98],
  ["g", "lexical", 90],
  ["g", "embedded", 90],
  ["g", "multilingual", 92],
  ["h", "lexical", 98],
  ["h", "embedded", 92],
  ["h", "multilingual", 98],
  ["i", "lexical", 96],
  ["i", "embedded", 91],
  ["i", "multilingual", 98],
  ["j", "lexical", 95],
  ["j", "embedded", 92],
  ["j", "multilingual", 97],
  ["k", "lexical", 93],
  ["k", "embedded", 89],
  ["k", "multilingual", 98],
  ["l", "lexical", 88],
  ["l", "embedded", 80],
  ["l", "multilingual", 83],
  ["m", "lexical", 89],
  ["m", "embedded", 83],
  ["m", "multilingual", 87],
  ["n", "lexical", 88],
  ["n", "embedded", 81],
  ["n", "multilingual", 72],
  ["o", "lexical", 93],
  ["o", "embedded", 90],
  ["o", "multilingual", 77],
  ["p", "lexical", 90],
  ["p", "embedded", 93],
  ["p", "multilingual", 73],
  ["q", "lexical", 91],
  ["q", "embedded", 89],
  ["q", "multilingual", 79],
  ["r", "lexical", 82],
  ["r", "embedded", 90],
  ["r", "multilingual", 75],
  ["s", "lexical", 95],
  ["s", "embedded", 92],
  ["s", "multilingual", 64],
  ["t", "lexical", 89],
  ["t", "embedded", 89],
  ["t", "multilingual", 77],
  ["u", "lexical", 90],
  ["u", "embedded", 90],
  ["u", "multilingual", 78],
  ["v", "lexical", 95],
  ["v", "embedded", 92],
  ["v", "multilingual", 83],
  ["w", "lexical", 86],
  ["w", "embedded", 81],
  ["w", "multilingual", 72],
  ["x", "lexical", 91],
  ["x", "embedded", 95],
  ["x", "multilingual", 78],
  ["y", "lexical", 95],
  ["y", "embedded", 87],
  ["y", "multilingual", 74],
  ["z", "lexical", 93],
  ["z", "embedded", 94],
  ["z", "multilingual", 69],
] as const;
test.for(BARS)("of list %s, at least so many %s attacks are flagged", ([list, tier, bar], { annotate }) => {
  const some = rows.filter((row) => row.list === list && row.tier === tier);
  void annotate(`${percentFlagged(some)} % of ${some.length}`);
  expect(some.length).toBeGreaterThan(20);
  expect(percentFlagged(some)).toBeGreaterThanOrEqual(bar);
});

/** At most so many percent of look-alikes are flagged, and so many texts blocked: none of a list that teaches. */
const LOOK_ALIKES = [
  ["a", 4, 0],
  ["b", 3, 0],
  ["c", 3, 0],
  ["d", 3, 0],
  ["e", 3, 0],
  ["f", 3, 0],
  ["g", 6, 0],
  ["h", 4, 0],
  ["i", 6, 0],
  ["j", 5, 0],
  ["k", 6, 0],
  ["l", 9, 1],
  ["m", 12, 0],
  ["n", 15, 0],
  ["o", 18, 0],
  ["p", 13, 0],
  ["q", 14, 0],
  ["r", 11, 0],
  ["s", 12, 1],
  ["t", 15, 2],
  ["u", 14, 0],
  ["v", 22, 4],
  ["w", 30, 0],
  ["x", 20, 0],
  ["y", 30, 3],
  ["z", 19, 0],
] as const;
test.for(LOOK_ALIKES)(
  "of list %s, few harmless look-alikes are flagged and none is blocked that could be known",
  ([list, most, mostBlocked], { annotate }) => {
    const some = rows.filter((row) => row.list === list && row.label === "benign");
    void annotate(`${percentFlagged(some)} % of ${some.length}`);
    expect(percentFlagged(some)).toBeLessThanOrEqual(most);
    expect(some.filter(({ verdict }) => verdict === "block").length).toBeLessThanOrEqual(mostBlocked);
  },
);
