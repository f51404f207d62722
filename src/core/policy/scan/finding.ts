/** Where a text comes from; the less its writer is trusted, the more a finding in it weighs. */
export const SURFACES = ["chat", "ticket", "repository", "tool-result", "web", "mcp-description", "memory"] as const;
export type Surface = (typeof SURFACES)[number];

export type FindingClass =
  | "override"
  | "impersonation"
  | "extraction"
  | "exfiltration"
  | "secrets"
  | "coercion"
  | "jailbreak"
  | "embedded"
  | "memory"
  | "trigger"
  | "mcp"
  | "obfuscation"
  | "wording";
export type Severity = "low" | "medium" | "high" | "critical";

export type Finding = {
  readonly rule: string;
  readonly class: FindingClass;
  readonly severity: Severity;
  /** What it adds to the score: the severity's weight, changed by surface, layer and surroundings; two decimals. */
  readonly weight: number;
  /** At most 120 characters of the text as the rule saw it. */
  readonly excerpt: string;
  readonly why: string;
  /** The form of the text in which it stood: `plain`, or how it was hidden (`base64`, `look-alike letters`, …). */
  readonly layer: string;
};
export type Verdict = "pass" | "flag" | "block";
export type ScanResult = { readonly verdict: Verdict; readonly score: number; readonly findings: readonly Finding[] };
