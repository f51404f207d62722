import type { FindingClass, Severity, Surface } from "../finding.ts";

/**
 * A kind of attack by what a sentence must hold to be one: intent, object, target, each a list of words, in any order. Whoever rewords an
 * order keeps what it is about, so this catches what a phrase does not.
 */
export type Family = {
  readonly id: string;
  readonly class: FindingClass;
  readonly severity: Severity;
  /** For people: what the writer of such words is after. */
  readonly why: string;
  /** The rarest first: only where it stands are the others looked for. Each must stand in the sentence. */
  readonly parts: readonly RegExp[];
  /** A sentence that holds this is none. */
  readonly unless?: RegExp;
  /** Words that turn the first part round ("never reveal …") make it harmless. */
  readonly negatable: boolean;
  /** Missing: on every surface. */
  readonly surfaces?: readonly Surface[];
};
type Extras = Pick<Partial<Family>, "surfaces" | "negatable"> & { readonly unless?: string };

/** Each row: name, severity, why, parts. Compiled once, without regard to case; every repetition in a part is bounded. */
export function familiesOf(
  kind: FindingClass,
  rows: readonly (readonly [
    name: string,
    severity: Severity,
    why: string,
    parts: readonly string[],
    extras?: Extras,
  ])[],
): readonly Family[] {
  return rows.map(([name, severity, why, parts, { unless, negatable = false, surfaces } = {}]) => ({
    id: `${kind}.~${name}`,
    class: kind,
    severity,
    why,
    parts: parts.map((part) => new RegExp(part, "gi")),
    negatable,
    ...(unless === undefined ? {} : { unless: new RegExp(unless, "i") }),
    ...(surfaces === undefined ? {} : { surfaces }),
  }));
}
