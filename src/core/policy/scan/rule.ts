import type { FindingClass, Severity, Surface } from "./finding.ts";

/** A pattern that is looked for in each layer of a text. */
export type Rule = {
  readonly id: string;
  readonly class: FindingClass;
  readonly severity: Severity;
  /** For people: what the writer of such words is after. */
  readonly why: string;
  readonly pattern: RegExp;
  /** `lines` sees line breaks and comment leaders; the usual `prose` does not. */
  readonly form: "prose" | "lines";
  /** Words that turn it round ("never print …") make it harmless. */
  readonly negatable: boolean;
  /** Said in so many words, it is an attack whatever stands around it; any other rule counts half where nothing reads like an order. */
  readonly certain: boolean;
  /** Missing: on every surface. */
  readonly surfaces?: readonly Surface[];
};
type Extras = Partial<Pick<Rule, "form" | "negatable" | "certain" | "surfaces">> & {
  /** With case, for what is written in capitals. */
  readonly exact?: boolean;
};

/**
 * The rules of one class. Each row: name, severity, why, pattern.
 * Patterns are compiled once, without regard to case; every repetition in them is bounded, so that time stays linear.
 */
export function rulesOf(
  kind: FindingClass,
  rows: readonly (readonly [name: string, severity: Severity, why: string, pattern: string, extras?: Extras])[],
): readonly Rule[] {
  return rows.map(([name, severity, why, pattern, { exact = false, ...extras } = {}]) => ({
    id: `${kind}.${name}`,
    class: kind,
    severity,
    why,
    pattern: new RegExp(pattern, exact ? "g" : "gi"),
    form: "prose",
    negatable: false,
    certain: false,
    ...extras,
  }));
}

/** Texts of strangers, where words to the agent have no business. */
export const UNTRUSTED: readonly Surface[] = [
  "ticket",
  "repository",
  "tool-result",
  "web",
  "mcp-description",
  "memory",
];
