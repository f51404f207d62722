import { hash } from "node:crypto";
import { canonicalJson } from "../../lib/canonical-json.ts";
import type { Instant } from "../../lib/time.ts";
import type { Event } from "../events.ts";
import type { ActivityAbout, ActivityRow } from "../ports/activity.ts";

/** Before the first row. */
export const FIRST_HASH = "0".repeat(64);

export type Entry = {
  readonly id: number;
  readonly at: Instant;
  readonly event: Event;
  readonly summary: string;
  readonly about: ActivityAbout;
};
/** SHA-256, hex, of the hash before and the row as canonical JSON. */
export function hashOf(before: string, { id, at, event, summary, about }: Entry): string {
  return hash("sha256", before + canonicalJson({ id, at, event, summary, about }));
}
export type ChainEnd = { readonly id: number; readonly hash: string };
export type Broken = { readonly id: number; readonly what: string };

/**
 * Follows the chain from `from` over rows in their order.
 * @returns the end, or the first row that is not what was written
 */
export function followChain(from: ChainEnd, rows: readonly ActivityRow[]): ChainEnd | Broken {
  let end = from;
  for (const row of rows) {
    if (row.id !== end.id + 1)
      return { id: end.id + 1, what: row.id > end.id ? "is missing" : "stands in the wrong place" };
    if (hashOf(end.hash, row) !== row.hash) return { id: row.id, what: "was changed" };
    end = row;
  }
  return end;
}
