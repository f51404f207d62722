import { countHiding, countMixedWords, isDisguised } from "./characters.ts";
import type { Finding, ScanResult, Surface } from "./finding.ts";
import { readFamilies } from "./families.ts";
import { readLanguages, type Said } from "./language-rules.ts";
import { IDENTIFIERS, type Layer, layersOf, windowOf } from "./layers.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./rules.ts";
import { type Thresholds, total, verdictOf, weigh } from "./score.ts";
import { discount, isNegated } from "./surroundings.ts";
import { type Model, ownModel } from "./wording/model.ts";
import { lengthOf, mostLikeAnOrder, readWordings, type Wording } from "./wording/wording.ts";

export type ScanOptions = Thresholds;
const ENOUGH = 4;
/** One strong sign flags; it takes several, or one in hiding and another, to call a text an attack outright. */
const SCAN_DEFAULTS: ScanOptions = { flag: ENOUGH, block: 10 };
const MAX_FINDINGS = 16;
const EXCERPT = 120;
/** Of one rule in one layer: the first few matches may be harmless and a later one not. */
const MAX_MATCHES = 6;

/**
 * Looks in a text for instructions to the agent that its writer has no right to give.
 * A pure judgement about words: it misses attacks that use none of the known ones, so it may only make things stricter.
 * @returns findings by weight, the heaviest first, each rule once
 */
export function scan(
  { text, surface }: { readonly text: string; readonly surface: Surface },
  options: ScanOptions = SCAN_DEFAULTS,
  model: Model = ownModel(),
): ScanResult {
  const disguised = isDisguised(windowOf(text));
  const found = [
    ...layersOf(text).flatMap((layer) => scanLayer({ layer, surface, disguised }, model)),
    ...scanHiding(text, surface),
  ];
  const findings = [...found]
    .sort((a, b) => b.weight - a.weight)
    .filter(({ rule }, at, all) => all.findIndex((other) => other.rule === rule) === at);
  const score = total(findings);
  return { verdict: verdictOf(score, options), score, findings: findings.slice(0, MAX_FINDINGS) };
}

/**
 * `excess`: of what reads most like an order in the layer, over what a text of its length may have by chance.
 * `byRules`: how much nearer to an order each unit of weight brings that rules found.
 */
type Read = {
  readonly layer: Layer;
  readonly surface: Surface;
  readonly disguised: boolean;
  readonly wording: Wording | null;
  readonly byRules: number;
  readonly excess: number;
};
/** The wording confirms what rules found or stands in for them: it adds only what they left open. */
function scanLayer(given: Pick<Read, "layer" | "surface" | "disguised">, model: Model): readonly Finding[] {
  const { layer, surface } = given;
  const wordings = layer.name === IDENTIFIERS ? [] : readWordings(layer.sentences, { surface, model });
  const wording = mostLikeAnOrder(wordings);
  const windows = wordings.map(({ at, length }) => layer.sentences.slice(at, at + length));
  const read = {
    ...given,
    wording,
    byRules: model.together.rules,
    excess: (wording?.excess ?? -Infinity) + model.together.length * lengthOf(windows),
  };
  const found = [...scanRules(read), ...scanFamilies(read), ...scanLanguages(read)];
  const heaviest = found.reduce((most, { weight }) => Math.max(most, weight), 0);
  return [...found, ...scanWording(read, heaviest)];
}

function scanRules(read: Read): readonly Finding[] {
  const { layer, surface } = read;
  const rules = layer.name === IDENTIFIERS ? IDENTIFIER_RULES : RULES;
  return rules
    .filter(({ surfaces }) => surfaces?.includes(surface) ?? true)
    .flatMap((rule) => {
      const found = heaviestMatch(rule, read);
      return found === null ? [] : [found];
    });
}

/** In code, names taken apart say all sorts of things: only what no name says by chance is looked for in them. */
const IDENTIFIER_RULES = RULES.filter(({ class: kind }) => ["override", "extraction", "jailbreak"].includes(kind));

function heaviestMatch(rule: Rule, read: Read): Finding | null {
  const { layer, surface } = read;
  const text = rule.form === "lines" ? layer.lines : layer.prose;
  let heaviest: Finding | null = null;
  let matches = 0;
  for (const match of text.matchAll(rule.pattern)) {
    matches += 1;
    if (matches > MAX_MATCHES) break;
    const place = { prose: text, at: match.index, length: match[0].length, surface };
    if (rule.negatable && isNegated(place)) continue;
    const weight = weigh(rule.severity, {
      surface,
      depth: layer.depth,
      discount: discount(place) * (rule.certain ? 1 : trust(read)),
    });
    if (heaviest !== null && heaviest.weight >= weight) continue;
    const { id, severity, why } = rule;
    heaviest = { rule: id, class: rule.class, severity, weight, excerpt: excerpt(match[0]), why, layer: layer.name };
  }
  return heaviest;
}

function scanFamilies(read: Read): readonly Finding[] {
  // Names taken apart stand next to each other by chance.
  if (read.layer.name === IDENTIFIERS) return [];
  return readFamilies(read.layer.prose, read.surface).map(({ family, at, length }) =>
    sentenceFinding(read, { ...family, at, length }),
  );
}
function scanLanguages(read: Read): readonly Finding[] {
  // In other letters the tricks are the same, but only English is spelt with digits and joined into identifiers.
  if (read.layer.depth === "odd" || read.layer.depth === "rejoined") return [];
  return readLanguages(read.layer.prose).map((said) => sentenceFinding(read, said));
}
function sentenceFinding(read: Read, { id, class: kind, severity, why, at, length }: Said): Finding {
  const { layer, surface } = read;
  const place = { prose: layer.prose, at, length, surface };
  const weight = weigh(severity, { surface, depth: layer.depth, discount: discount(place) * trust(read) });
  const shown = excerpt(layer.prose.slice(at, at + Math.max(length, EXCERPT)));
  return { rule: id, class: kind, severity, weight, excerpt: shown, why, layer: layer.name };
}

const QUOTED_IN_TALK = 0.5;
function scanWording({ layer, surface, wording, excess, byRules }: Read, known: number): readonly Finding[] {
  if (wording === null || excess + byRules * known < 0) return [];
  const words = wording.words();
  // Quotation marks and a test's line stand around the words that say it, not around the whole sentence.
  const at = words[0]?.at ?? wording.at;
  const place = { prose: layer.sentences, at, length: words[0]?.text.length ?? wording.length, surface };
  // Marks alone mean little here: a table's cells and a program's strings stand between them as well.
  const quoted = discount(place);
  const open = { surface, depth: layer.depth, discount: quoted < QUOTED_IN_TALK ? quoted : 1 } as const;
  const weight = Math.round((weigh("high", open) - known) * 100) / 100;
  if (weight <= 0) return [];
  const shown = excerpt(layer.sentences.slice(wording.at, wording.at + wording.length));
  const why = `reads like an order to the agent: ${words.map(({ text }) => text).join(", ")}`;
  return [
    { rule: "wording.order", class: "wording", severity: "high", weight, excerpt: shown, why, layer: layer.name },
  ];
}

/** What rules count for: half where the text would not read like an order with one of them either. */
const DOUBTED = 0.5;
function trust({ layer, disguised, excess, byRules }: Read): number {
  // Who hides a sentence means it.
  if (layer.depth === "odd" || layer.depth === "hidden" || disguised) return 1;
  return excess + byRules * ENOUGH < 0 ? DOUBTED : 1;
}
/** Hiding is a sign of its own, but a weak one: editors and word processors leave such characters behind as well. */
const MANY_HIDING = 12;
const MANY_MIXED = 3;
function scanHiding(text: string, surface: Surface): readonly Finding[] {
  const hiding = countHiding(text);
  const mixed = countMixedWords(text);
  const weight = weigh("medium", { surface, depth: "open", discount: 1 });
  const shared = { class: "obfuscation", severity: "medium", weight, layer: "plain" } as const;
  return [
    ...(hiding >= MANY_HIDING
      ? [
          {
            ...shared,
            rule: "obfuscation.invisible",
            excerpt: `${hiding} characters`,
            why: "holds text that nobody sees",
          },
        ]
      : []),
    ...(mixed >= MANY_MIXED
      ? [
          {
            ...shared,
            rule: "obfuscation.mixed-scripts",
            excerpt: `${mixed} words`,
            why: "mixes letters that look alike",
          },
        ]
      : []),
  ];
}

function excerpt(text: string): string {
  return text.trim().slice(0, EXCERPT).toWellFormed();
}
