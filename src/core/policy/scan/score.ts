import type { Finding, FindingClass, Severity, Surface, Verdict } from "./finding.ts";

const SEVERITY: Readonly<Record<Severity, number>> = { low: 1, medium: 2, high: 4, critical: 6 };
/** The less the writer is trusted. */
const SURFACE: Readonly<Record<Surface, number>> = {
  chat: 1,
  ticket: 1.1,
  repository: 1.1,
  memory: 1.25,
  "tool-result": 1.2,
  web: 1.25,
  "mcp-description": 1.35,
};
const DEPTH = { open: 1, rejoined: 1, odd: 1, hidden: 1.5 } as const;
type Depth = keyof typeof DEPTH;

export type Weighing = { readonly surface: Surface; readonly depth: Depth; readonly discount: number };
export function weigh(severity: Severity, { surface, depth, discount }: Weighing): number {
  return Math.round(SEVERITY[severity] * SURFACE[surface] * DEPTH[depth] * discount * 100) / 100;
}

/** Of further findings of the same class; the heaviest counts in full. */
const FURTHER = 0.5;
export function total(findings: readonly Pick<Finding, "class" | "weight">[]): number {
  const heaviest = new Map<FindingClass, number>();
  for (const { class: kind, weight } of findings) heaviest.set(kind, Math.max(heaviest.get(kind) ?? 0, weight));
  const all = findings.reduce((sum, { weight }) => sum + weight, 0);
  const full = [...heaviest.values()].reduce((sum, weight) => sum + weight, 0);
  return Math.round((full + (all - full) * FURTHER) * 100) / 100;
}

export type Thresholds = { readonly flag: number; readonly block: number };
export function verdictOf(score: number, { flag, block }: Thresholds): Verdict {
  if (score >= block) return "block";
  return score >= flag ? "flag" : "pass";
}
