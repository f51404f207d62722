import type { ActivityFilter, ActivityLog, ActivityRow } from "../ports/activity.ts";
import { findField, valuesOf } from "./fields.ts";
import { weigherOf } from "./match.ts";

/** What was asked for: words, and what single fields must hold. */
export type Sought = {
  readonly words: string;
  /** Whether all fields hold what they must; null: none was named. */
  readonly matches: ((row: ActivityRow) => boolean) | null;
};
/** A phrase in quotes, or a field with what it must hold. */
const TERM = /"[^"]*"?|(?<!\S)([a-z][\w.]*)([:<>])("[^"]*"|[^\s"]+)(?!\S)/gi;
/** The same, where nothing need stand behind the field. */
const MEANT = /"[^"]*"?|(?<!\S)([a-z][\w.]*)([:<>])("[^"]*"|[^\s"]*)(?!\S)/gi;
const NUMBER = /^-?\d{1,12}(\.\d{1,6})?$/;

/**
 * Takes `field:text`, `field>number` and `field<number` out of what was typed; a value with blanks stands in quotes. What names no field
 * stays a word, and so does what begins with a quote.
 */
export function readSought(typed: string): Sought {
  const filters: ((row: ActivityRow) => boolean)[] = [];
  const words = typed.replaceAll(TERM, (whole, name?: string, sign = ":", given = "") => {
    const read = name === undefined ? null : readFilter(name, sign, given.replaceAll('"', ""));
    if (read === null) return whole;
    filters.push(read);
    return "";
  });
  return {
    words: words.replaceAll(/\s+/g, " ").trim(),
    matches: filters.length === 0 ? null : (row) => filters.every((filter) => filter(row)),
  };
}
/** Why what was typed is most likely meant as a field and can be none; null when there is nothing of that. */
export function soughtProblem(typed: string): string | null {
  for (const [, name = "", sign = ":", given = ""] of typed.matchAll(MEANT)) {
    if (findField(name) === null || readFilter(name, sign, given.replaceAll('"', "")) !== null) continue;
    return sign === ":" ? `${name}: wants what it must hold behind it.` : `${name}${sign} wants a number behind it.`;
  }
  return null;
}
function readFilter(name: string, sign: string, text: string): ((row: ActivityRow) => boolean) | null {
  const field = findField(name);
  const kind = sign === ">" ? "above" : sign === "<" ? "below" : "contains";
  if (field === null || text === "" || (kind !== "contains" && !NUMBER.test(text))) return null;
  const weigh = weigherOf({ kind, text });
  return (row) => weigh(valuesOf(row, field)) !== null;
}
const BATCH = 500;
/** Rows that one look goes through at most; the next one goes on there. */
export const MOST_LOOKED = 20_000;
/** Newest first. `older`: where to go on; null when there is nothing older. */
export async function findRows(
  activity: Pick<ActivityLog, "read" | "search">,
  { words, matches }: Sought,
  { before, limit, ...filter }: ActivityFilter & { readonly before: number | null; readonly limit: number },
): Promise<{ readonly rows: readonly ActivityRow[]; readonly older: number | null }> {
  const found: ActivityRow[] = [];
  let from = before;
  for (let looked = 0; looked < MOST_LOOKED; looked += BATCH) {
    const options = { ...filter, limit: BATCH, ...(from === null ? {} : { before: from }) };
    const batch =
      words === "" ? (await activity.read(options)).toReversed() : (await activity.search(words, options)).rows;
    for (const row of batch) {
      if (matches !== null && !matches(row)) continue;
      if (found.length === limit) return { rows: found, older: found.at(-1)?.id ?? null };
      found.push(row);
    }
    from = batch.at(-1)?.id ?? null;
    if (batch.length < BATCH || from === null) return { rows: found, older: null };
  }
  return { rows: found, older: from };
}
