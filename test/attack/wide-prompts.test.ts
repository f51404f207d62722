import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Surface } from "../../src/core/policy/scan/finding.ts";
import { scan } from "../../src/core/policy/scan/scan.ts";

/**
 * Seven more lists, in twenty languages and over forty encodings, written without a look at the rules and measured before anything was
 * changed for them. Flagged then, in percent, lexical, embedded, encoded, in other languages, harmless look-alikes with ordinary texts:
 * of a 61, 62, 77, 68 and 1.9; of b 27, 25, 74, 15 and 1.9; of c 44, 39, 71, 18 and 2.2. The weights of the wording were trained with
 * a, b, d and e. c was only ever counted and never looked at: with them 79, 71, 95, 84 and 5.4. e was written last and counted before
 * it was trained with: lexical 66 (24 before there were weights), look-alikes 4.5 (2.3). f and g were written by others than wrote the
 * rest, each in another manner. At first contact, lexical, embedded, multilingual and look-alikes: of f 69, 60, 86 and 12; of g 81, 80,
 * 96 and 8. f was trained with then; g, which never is, became 84, 84, 94 and 7. The look-alikes are written to resemble attacks as much
 * as harmless texts can: of whole files of strangers no more are flagged than before.
 */
type Row = {
  readonly id: string;
  readonly label: "attack" | "benign";
  readonly tier: "lexical" | "embedded" | "encoded" | "multilingual" | "benign";
  readonly list: "a" | "b" | "c" | "d" | "e" | "f" | "g";
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
  ["a", "lexical", 95],
  ["a", "embedded", 93],
  ["a", "encoded", 96],
  ["a", "multilingual", 98],
  ["b", "lexical", 94],
  ["b", "embedded", 94],
  ["b", "encoded", 94],
  ["b", "multilingual", 95],
  ["d", "lexical", 78],
  ["d", "multilingual", 94],
  ["e", "lexical", 75],
  ["c", "lexical", 70],
  ["c", "embedded", 60],
  ["c", "encoded", 92],
  ["c", "multilingual", 80],
  ["f", "lexical", 78],
  ["f", "embedded", 72],
  ["f", "multilingual", 90],
  ["g", "lexical", 78],
  ["g", "embedded", 78],
  ["g", "multilingual", 88],
] as const;
test.for(BARS)("of list %s, at least so many %s attacks are flagged", ([list, tier, bar], { annotate }) => {
  const some = rows.filter((row) => row.list === list && row.tier === tier);
  void annotate(`${percentFlagged(some)} % of ${some.length}`);
  expect(some.length).toBeGreaterThan(20);
  expect(percentFlagged(some)).toBeGreaterThanOrEqual(bar);
});

/** At most so many percent of look-alikes are flagged. */
const LOOK_ALIKES = [
  ["a", 6],
  ["b", 6],
  ["d", 6],
  ["e", 6],
  ["c", 11],
  ["f", 5],
  ["g", 8],
] as const;
test.for(LOOK_ALIKES)(
  "of list %s, few harmless look-alikes are flagged and none is blocked",
  ([list, most], { annotate }) => {
    const some = rows.filter((row) => row.list === list && row.label === "benign");
    void annotate(`${percentFlagged(some)} % of ${some.length}`);
    expect(percentFlagged(some)).toBeLessThanOrEqual(most);
    expect(some.filter(({ verdict }) => verdict === "block").map(({ id }) => id)).toEqual([]);
  },
);
