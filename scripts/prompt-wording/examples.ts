import { readFileSync } from "node:fs";
import type { Surface } from "../../src/core/policy/scan/finding.ts";
import { layersOf } from "../../src/core/policy/scan/layers.ts";
import { type Features, createFeatureReader } from "../../src/core/policy/scan/wording/features.ts";
import { readMeanings } from "../../src/core/policy/scan/wording/reader.ts";
import { windowsOf } from "../../src/core/policy/scan/wording/spans.ts";
import type { Examples } from "./train-letters.ts";

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
const HELD_OUT: readonly string[] = [..."glmnopqrstuvwxyz"];
/** Encoded attacks would teach only their encoding. */
const TIERS = ["lexical", "embedded", "multilingual", "reworded", "semantic"];
/** Who quotes an attack is harmless by what stands around it, which the scanner sees and the weights do not. */
const QUOTING =
  /injection|jailbreak|attack|scanner|malicious|expect\(|assert|["'`“«][^"'`”»]{0,40}\b(?:ignor|disregard|forget|reveal|overrid)/i;

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
const readFeatures = createFeatureReader();
function featuresOfText({ text, surface }: Pick<Row, "text" | "surface">): readonly Features[] {
  const prose = layersOf(text)[0]?.sentences ?? "";
  return windowsOf(prose).map(({ from, to }) => {
    const window = prose.slice(from, to);
    return readFeatures({ text: window, meant: readMeanings(window), surface });
  });
}
export type Prepared = { readonly row: Row; readonly windows: readonly Features[] };
/** The rows that teach anything, each with its features. */
export function prepare(rows: readonly Row[]): readonly Prepared[] {
  return rows
    .filter(({ label, tier, text }) => (label === "attack" ? TIERS.includes(tier) : !QUOTING.test(text)))
    .map((row) => ({ row, windows: featuresOfText(row) }))
    .filter(({ windows }) => windows.length > 0);
}
export function examplesOf(prepared: readonly Prepared[]): Examples {
  const of = (wanted: Row["label"]) => prepared.filter(({ row }) => row.label === wanted).map(({ windows }) => windows);
  return { attacks: of("attack"), harmless: of("benign").flat() };
}
