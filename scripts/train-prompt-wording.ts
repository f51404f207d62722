import { execFileSync } from "node:child_process";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { layersOf } from "../src/core/policy/scan/layers.ts";
import type { Concept } from "../src/core/policy/scan/wording/concept.ts";
import { type Feature, featuresOf, pairOf, sentencesOf } from "../src/core/policy/scan/wording/features.ts";
import { readMeanings } from "../src/core/policy/scan/wording/reader.ts";
import { PROTOTYPES } from "./prompt-wording-prototypes.ts";

/**
 * Trains the weights of the prompt scanner's wording finding: a logistic regression over the concepts of a sentence.
 * Learns from the lists given as arguments (JSON lines with `label`, `tier`, `text`), or from the project's own; harmless
 * sentences come also from the project's documents and commits and from the documents of the installed packages.
 * Writes src/core/policy/scan/wording/weights.ts. The same input gives the same weights.
 */
type Row = {
  readonly label: "attack" | "benign";
  readonly tier: string;
  readonly set?: string;
  readonly list?: string;
  readonly text: string;
};
type Sentence = readonly Feature[];

const ROOT = new URL("..", import.meta.url).pathname;
const OWN_LISTS = ["prompts", "fresh-prompts", "wide-prompts"].map((name) => `${ROOT}test/attack/${name}.jsonl`);
const OUT = `${ROOT}src/core/policy/scan/wording/weights.ts`;
/** Encoded attacks would teach only their encoding. */
const TIERS = ["lexical", "embedded", "multilingual", "reworded", "semantic"];
/** Who quotes an attack is harmless by what stands around it, which the scanner sees and the weights do not. */
const QUOTING =
  /injection|jailbreak|attack|scanner|malicious|expect\(|assert|["'`“«][^"'`”»]{0,40}\b(?:ignor|disregard|forget|reveal|overrid)/i;
const HELD_OUT_LISTS: readonly (string | undefined)[] = ["c", "g"];
const EPOCHS = 25;
const RATE = 0.05;
/** An attack counts for so many harmless sentences, of which there are many more. */
const ATTACK_WEIGHT = 2;
const COPIES_OF_PROTOTYPES = 2;
/** Sentences written to look like attacks teach more than those of manuals. */
const COPIES_OF_LOOK_ALIKES = 4;
const SHRINK = { concept: 0.003, pair: 0.01, word: 0.01 } as const;
/** A word seen less often, or that weighs less, is left out of the table. */
const WORD_COUNT = 4;
const WORD_WEIGHT = 0.08;
const DOCUMENT_CHARACTERS = 20_000;

function sentences(text: string): readonly Sentence[] {
  const prose = layersOf(text)[0]?.sentences ?? "";
  const meant = readMeanings(prose);
  return sentencesOf(prose)
    .map((span) =>
      featuresOf(
        meant.filter(({ at }) => at >= span.from && at < span.to),
        { prose, span },
      ),
    )
    .filter((features) => features.length > 0);
}
function readRows(path: string): readonly Row[] {
  return readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
}
function prototype(concepts: readonly Concept[]): Sentence {
  return [...concepts, ...concepts.flatMap((one, at) => concepts.slice(at + 1).map((other) => pairOf(one, other)))];
}
function git(...args: readonly string[]): string {
  return execFileSync("git", ["-C", ROOT, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
}
function harmlessDocuments(): readonly string[] {
  const own = git("ls-files", "*.md")
    .trim()
    .split("\n")
    .filter((path) => !/SECURITY|personas\//.test(path))
    .map((path) => ROOT + path);
  const packages = globSync("node_modules/**/*.md", { cwd: ROOT })
    .toSorted()
    .map((path) => ROOT + path);
  return [
    ...own.map((path) => readFileSync(path, "utf8")),
    ...packages.map((path) => readFileSync(path, "utf8").slice(0, DOCUMENT_CHARACTERS)),
    ...git("log", "--format=%B%x00", "-n", "1500").split("\0"),
  ];
}

/** Numerical Recipes' linear congruence: the order is mixed, and the same at each run. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
type Example = { readonly features: Sentence; readonly is: 0 | 1 };
function shuffle(all: Example[], chance: () => number): void {
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [all[at], all[other]] = [all[other] as Example, all[at] as Example];
  }
}

function train(attacks: readonly (readonly Sentence[])[], harmless: readonly Sentence[]) {
  const weights = new Map<Feature, number>();
  let bias = -2;
  const logit = (features: Sentence) => features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), bias);
  const chance = createChance(7);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const rate = RATE / (1 + epoch * 0.3);
    // The sentence of an attack that reads most like one stands for it: what surrounds it may be harmless.
    const chosen = attacks.map((each) => each.reduce((best, one) => (logit(one) > logit(best) ? one : best)));
    const examples: Example[] = [
      ...chosen.map((features) => ({ features, is: 1 as const })),
      ...harmless.map((features) => ({ features, is: 0 as const })),
    ];
    shuffle(examples, chance);
    for (const { features, is } of examples) {
      const error = (1 / (1 + Math.exp(-logit(features))) - is) * (is === 1 ? ATTACK_WEIGHT : 1);
      bias -= rate * error;
      for (const feature of features) {
        const weight = weights.get(feature) ?? 0;
        const shrink = SHRINK[kindOf(feature)];
        weights.set(feature, weight - rate * (error + shrink * weight));
      }
    }
  }
  return { bias, weights };
}

function kindOf(feature: Feature): keyof typeof SHRINK {
  if (feature.startsWith("'")) return "word";
  return feature.includes("+") ? "pair" : "concept";
}
/** Words that stand in too few sentences say nothing about the next one. */
function withoutRare(all: readonly Sentence[]): (sentence: Sentence) => Sentence {
  const counts = new Map<Feature, number>();
  for (const feature of all.flat()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return (sentence) =>
    sentence.filter((feature) => kindOf(feature) !== "word" || (counts.get(feature) ?? 0) >= WORD_COUNT);
}

const paths = process.argv.slice(2);
const rows = (paths.length > 0 ? paths : OWN_LISTS)
  .flatMap(readRows)
  // Two lists stay unknown, to show what is caught of what nobody trained for.
  .filter(({ list }) => !HELD_OUT_LISTS.includes(list));
const attacks = [
  ...rows.filter(({ label, tier }) => label === "attack" && TIERS.includes(tier)).map(({ text }) => sentences(text)),
  ...PROTOTYPES.flatMap((concepts) => Array.from({ length: COPIES_OF_PROTOTYPES }, () => [prototype(concepts)])),
].filter((each) => each.length > 0);
const lookAlikes = rows
  .filter(({ label }) => label === "benign")
  .filter(({ text }) => !QUOTING.test(text))
  .flatMap(({ text }) => sentences(text));
const harmless = [
  ...Array.from({ length: COPIES_OF_LOOK_ALIKES }, () => lookAlikes).flat(),
  ...harmlessDocuments()
    .flatMap(sentences)
    // Code is cut into very many: only what says something of an order teaches what is none.
    .filter((features) => features.filter((feature) => kindOf(feature) === "concept").length > 2),
];
const keep = withoutRare([...attacks.flat(), ...harmless]);
const { bias, weights } = train(
  attacks.map((each) => each.map(keep)),
  harmless.map(keep),
);
const entries = [...weights]
  .filter(([feature, weight]) => Math.abs(weight) >= (kindOf(feature) === "word" ? WORD_WEIGHT : 0.02))
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([feature, weight]) => `${feature}=${weight.toFixed(2)}`);
const lines = entries.join(" ").match(/.{1,150}(?: |$)/g) ?? [];
writeFileSync(
  OUT,
  `// Written by scripts/train-prompt-wording.ts from ${attacks.length} attacks and ${harmless.length} harmless sentences.\n` +
    `export const BIAS = ${bias.toFixed(2)};\n/** \`concept=weight\`, \`one+other=weight\` for two in a sentence, \`^concept=weight\` for what begins it. */\n` +
    `export const WEIGHTS = \`\n${lines.map((line) => line.trimEnd()).join("\n")}\n\`;\n`,
);
console.log(`${attacks.length} attacks, ${harmless.length} harmless sentences, ${entries.length} weights`);
