import type { Surface } from "./finding.ts";
import type { Family } from "./families/family.ts";
import { FAMILIES } from "./families/table.ts";
import { sentenceAround } from "./sentence.ts";
import { isNegated } from "./surroundings.ts";

export type Belongs = { readonly family: Family; readonly at: number; readonly length: number };
/** Of the first part of a family, in one text: the first many may be harmless and a later one not. */
const MAX_STARTS = 20;

/** The families to which sentences of a text belong; each at most once. */
export function readFamilies(prose: string, surface: Surface): readonly Belongs[] {
  return FAMILIES.filter(({ surfaces }) => surfaces?.includes(surface) ?? true).flatMap((family) => {
    const place = find(prose, family, surface);
    return place === null ? [] : [{ family, ...place }];
  });
}
function find(prose: string, family: Family, surface: Surface): { at: number; length: number } | null {
  const [first, ...others] = family.parts;
  if (first === undefined) return null;
  let starts = 0;
  for (const match of prose.matchAll(first)) {
    starts += 1;
    if (starts > MAX_STARTS) return null;
    const place = { prose, at: match.index, length: match[0].length, surface };
    if (family.negatable && isNegated(place)) continue;
    const sentence = sentenceAround(prose, place);
    if (family.unless?.test(sentence) === true) continue;
    if (others.every((part) => sentence.search(part) !== -1)) return { at: place.at, length: place.length };
  }
  return null;
}
