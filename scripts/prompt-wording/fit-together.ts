import type { Surface } from "../../src/core/policy/scan/finding.ts";
import { layersOf } from "../../src/core/policy/scan/layers.ts";
import { scan } from "../../src/core/policy/scan/scan.ts";
import type { Model, Together } from "../../src/core/policy/scan/wording/model.ts";
import { readWeights } from "../../src/core/policy/scan/wording/weights.ts";
import { lengthOf, readLogits } from "../../src/core/policy/scan/wording/wording.ts";
import { createChance } from "./chance.ts";
import { isRead, type Row, someText, surrounded } from "./examples.ts";
import { fitLogistic, type Point } from "./fit-logistic.ts";
import { AROUND, train } from "./train.ts";

/** Lists by four hands that the weights are not taught with for this once. */
const LISTS: readonly string[] = ["o", "q", "s", "w"];
/** Of ordinary texts each fifth: long harmless files are made of them, and what attacks are hidden in. */
const ORDINARY: readonly string[] = ["ordinary", "plain", "outputs", "documents"];
const FIFTH = 5;
const FAR_AROUND = 3000;
const LENGTHS = [1500, 4000, 12_000];
const LONG_TEXTS = 600;
/** A long file counts as several: there are more of them than lists have. */
const LONG_WEIGHT = 3;
const AROUND_WEIGHT = 0.5;
const FAR_WEIGHT = 0.25;
/** What is missed costs more than what is asked about for nothing: an order is what is at least 35 percent likely one. */
const KEENNESS = 0.6;

/** How the readings go together: fitted on what weights trained for this alone have not seen. */
export function fitTogether(rows: readonly Row[]): Together {
  const left = rows.filter(({ list }, at) => LISTS.includes(list) || (ORDINARY.includes(list) && at % FIFTH === 0));
  const { windows, passages } = train(rows.filter((row) => !left.includes(row)));
  const model = { windows: readWeights(windows), passages: readWeights(passages) };
  const points = examples(left).map(({ row, weight }) => ({ ...read(row, model), weight }));
  const { slopes, bias } = fitLogistic(points);
  const rounded = (value: number | undefined) => Number((value ?? 0).toFixed(3));
  return {
    window: rounded(slopes[0]),
    passage: rounded(slopes[1]),
    length: rounded(slopes[2]),
    rules: Math.max(0, rounded(slopes[3])),
    bias: rounded(bias + KEENNESS),
  };
}
type Weighted = { readonly row: Row; readonly weight: number };
function examples(left: readonly Row[]): readonly Weighted[] {
  const judged = left.filter(({ list }) => LISTS.includes(list));
  const harmless = left.filter((row) => !LISTS.includes(row.list) && isRead(row));
  const attacks = judged.filter(({ label }) => label === "attack");
  const weighing = (some: readonly Row[], weight: number) => some.map((row) => ({ row, weight }));
  return [
    ...weighing(judged, 1),
    ...weighing(surrounded(attacks, { harmless, most: AROUND, seed: 1 }), AROUND_WEIGHT),
    ...weighing(surrounded(attacks, { harmless, most: FAR_AROUND, seed: 2 }), FAR_WEIGHT),
    ...weighing(longTexts(harmless), LONG_WEIGHT),
  ];
}
const SURFACES: readonly Surface[] = ["tool-result", "repository", "web"];
function longTexts(harmless: readonly Row[]): readonly Row[] {
  const chance = createChance(3);
  return Array.from({ length: LONG_TEXTS }, (_, at) => ({
    file: "long",
    id: `long-${at}`,
    label: "benign",
    tier: "long",
    list: "long",
    surface: SURFACES[Math.floor(at / LENGTHS.length) % SURFACES.length] ?? "web",
    text: someText(harmless, { most: LENGTHS[at % LENGTHS.length] ?? 0, chance }),
  }));
}

const NOTHING: Together = { window: 0, passage: 0, length: 0, rules: 0, bias: 0 };
const HEAVIEST = 12;
function read(row: Row, model: Omit<Model, "together">): Omit<Point, "weight"> {
  const prose = layersOf(row.text)[0]?.sentences ?? "";
  const logits = readLogits(prose, { surface: row.surface, model });
  const rules = scan(row, undefined, { ...model, together: NOTHING })
    .findings.filter(({ rule }) => rule !== "wording.order")
    .reduce((most, { weight }) => Math.max(most, weight), 0);
  const rest = [lengthOf(logits.map(({ span: { from, to } }) => prose.slice(from, to))), Math.min(rules, HEAVIEST)];
  return {
    isAttack: row.label === "attack",
    candidates: logits.map(({ window, passage }) => [window, passage, ...rest]),
  };
}
