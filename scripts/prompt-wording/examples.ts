import { readFileSync } from "node:fs";
import type { Surface } from "../../src/core/policy/scan/finding.ts";
import { layersOf } from "../../src/core/policy/scan/layers.ts";
import { type Features, createFeatureReader } from "../../src/core/policy/scan/wording/features.ts";
import { readMeanings } from "../../src/core/policy/scan/wording/reader.ts";
import { passagesOf, type Span, windowsOf } from "../../src/core/policy/scan/wording/spans.ts";

/** A text of the lists under test/attack; `list` is `prompts` for those that have none. */
export type Row = {
  readonly id: string;
  readonly label: "attack" | "benign";
  readonly tier: string;
  readonly list: string;
  readonly surface: Surface;
  readonly text: string;
};
const LISTS = ["prompts", "fresh-prompts", "wide-prompts", "ordinary-texts"];
/** Never trained with: they show what is caught of what nobody trained for. */
const HELD_OUT: readonly string[] = ["g", "l", "m", "u"];
/** Encoded attacks would teach only their encoding. */
const TIERS = ["lexical", "embedded", "multilingual", "reworded", "semantic"];

export function readRows(): readonly Row[] {
  return LISTS.flatMap((name) =>
    readFileSync(new URL(`../../test/attack/${name}.jsonl`, import.meta.url), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => ({ list: name, ...(JSON.parse(line) as Omit<Row, "list">) })),
  );
}
/** All but what is held out, also where it stands in another list. */
export function teaching(rows: readonly Row[]): readonly Row[] {
  const heldOut = new Set(rows.filter(({ list }) => HELD_OUT.includes(list)).map(({ text }) => text));
  return rows.filter(({ list, text }) => !HELD_OUT.includes(list) && !heldOut.has(text));
}
const read = createFeatureReader();
export type Prepared = {
  readonly row: Row;
  readonly windows: readonly Features[];
  readonly passages: readonly Features[];
};
/** The rows that teach anything, each with its features. */
export function prepare(rows: readonly Row[]): readonly Prepared[] {
  return rows
    .filter(({ label, tier }) => label === "benign" || TIERS.includes(tier))
    .map((row) => ({ row, ...featuresOf(row) }))
    .filter(({ windows }) => windows.length > 0);
}
function featuresOf({ text: whole, surface }: Row): Omit<Prepared, "row"> {
  const prose = layersOf(whole)[0]?.sentences ?? "";
  const textOf = ({ from, to }: Span) => prose.slice(from, to);
  return {
    windows: windowsOf(prose).map((span) => {
      const text = textOf(span);
      return read.window({ text, meant: readMeanings(text), surface });
    }),
    passages: passagesOf(prose).map((span) => read.passage({ text: textOf(span), surface })),
  };
}
