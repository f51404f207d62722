import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Surface } from "../../src/core/policy/scan/finding.ts";
import { layersOf } from "../../src/core/policy/scan/layers.ts";
import { UNTRUSTED } from "../../src/core/policy/scan/rule.ts";
import { type Features, createFeatureReader } from "../../src/core/policy/scan/wording/features.ts";
import { readMeanings } from "../../src/core/policy/scan/wording/reader.ts";
import { passagesOf, type Span, windowsOf } from "../../src/core/policy/scan/wording/spans.ts";
import { createChance } from "./chance.ts";

/** A text of the lists under test/attack, its file without `.jsonl`; `list` is that name for those that have none. */
export type Row = {
  readonly file: string;
  readonly id: string;
  readonly label: "attack" | "benign";
  readonly tier: string;
  readonly list: string;
  readonly surface: Surface;
  readonly text: string;
};
const FILES = ["prompts", "fresh-prompts", "wide-prompts", "ordinary-texts", "tool-outputs"];
/** Never trained with: they show what is caught of what nobody trained for. */
export const HELD_OUT: readonly string[] = [
  "g",
  "l",
  "m",
  "u",
  "aa",
  "ab",
  "ai",
  "aj",
  "plain-held",
  "outputs-held",
  "documents-held",
];
/** Encoded attacks would teach only their encoding. */
const TIERS = ["lexical", "embedded", "multilingual", "reworded", "semantic"];

export function readRows(): readonly Row[] {
  return FILES.flatMap((name) =>
    readFileSync(new URL(`../../test/attack/${name}.jsonl`, import.meta.url), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => ({ list: name, ...(JSON.parse(line) as Omit<Row, "list" | "file">), file: name })),
  );
}
/** What teaches: all but what is held out, also where it stands in another list. */
export function teaching(rows: readonly Row[]): readonly Row[] {
  const heldOut = new Set(rows.filter(({ list }) => HELD_OUT.includes(list)).map(({ text }) => text));
  return rows.filter(
    ({ label, list, tier, text }) =>
      !HELD_OUT.includes(list) && !heldOut.has(text) && (label === "benign" || TIERS.includes(tier)),
  );
}
const SAMPLED = 50;
/** The same for the same texts in the same order, as long as they are read alike. */
export function fingerprint(rows: readonly Row[]): string {
  const hash = createHash("sha256");
  for (const { label, surface, text } of rows) hash.update(JSON.stringify([label, surface, text]));
  for (const row of rows.filter((_, at) => at % SAMPLED === 0))
    for (const { buckets } of [...windowFeatures(row), ...passageFeatures(row)]) hash.update(buckets);
  return hash.digest("hex");
}

const read = createFeatureReader();
export function windowFeatures({ text: whole, surface }: Row): readonly Features[] {
  return eachSpan(whole, windowsOf).map((text) => read.window({ text, meant: readMeanings(text), surface }));
}
export function passageFeatures({ text: whole, surface }: Row): readonly Features[] {
  return eachSpan(whole, passagesOf).map((text) => read.passage({ text, surface }));
}
function eachSpan(whole: string, spansOf: (prose: string) => readonly Span[]): readonly string[] {
  const prose = layersOf(whole)[0]?.sentences ?? "";
  return spansOf(prose).map(({ from, to }) => prose.slice(from, to));
}

/** Longer texts have surroundings of their own. */
const SHORT = 600;
/** Who gives orders can lay them between the harmless sentences of others: `most` characters before and after, at most. */
export function surrounded(
  rows: readonly Row[],
  { harmless, most, seed }: { readonly harmless: readonly Row[]; readonly most: number; readonly seed: number },
): readonly Row[] {
  const chance = createChance(seed);
  const around = harmless.filter(isRead);
  const some = (): string => someText(around, { most: most * chance(), chance });
  return rows
    .filter(({ text }) => text.length <= SHORT)
    .map((row) => ({ ...row, text: `${some()}\n\n${row.text}\n\n${some()}` }));
}
/** What is an attack in one place is one in another that is trusted no more; the other place is each in turn. */
export function elsewhere(rows: readonly Row[]): readonly Row[] {
  return rows
    .filter(({ label, text }) => label === "attack" && text.length <= SHORT)
    .map((row, at) => ({ ...row, surface: UNTRUSTED[at % UNTRUSTED.length] ?? row.surface }));
}
/** What stands in files and on pages; what somebody says in a chat stands alone. */
export function isRead({ surface }: Row): boolean {
  return UNTRUSTED.includes(surface);
}
/** Harmless texts one after the other, `most` characters of them. */
export function someText(
  harmless: readonly Row[],
  { most, chance }: { readonly most: number; readonly chance: () => number },
): string {
  let text = "";
  while (text.length < most) text += `${harmless[Math.floor(chance() * harmless.length)]?.text ?? ""}\n\n`;
  return text.slice(0, most);
}
