/** The generic engine of detection: tables of rules go in, what was found comes out, with its evidence. */
import type { Ecosystem, Evidence, Found } from "../pipeline.ts";
import { joinPath } from "../workspace.ts";

export type Dependency = {
  readonly name: string;
  /** As it stands in the manifest: a range or a version; null when none is given. */
  readonly version: string | null;
  readonly scope: "production" | "development";
  readonly at: Evidence;
};
/** What a project's manifests say, in one form for all ecosystems. */
export type Facts = {
  readonly dependencies: readonly Dependency[];
  /** Sections of manifests that configure a tool: `jest`, `tool.pytest`. */
  readonly keys: readonly { readonly key: string; readonly at: Evidence }[];
  readonly scripts: readonly { readonly name: string; readonly text: string; readonly at: Evidence }[];
  /** Versions of the language, the source that decides first. */
  readonly versions: readonly { readonly version: string; readonly at: Evidence }[];
  /** A package manager that the project names itself. */
  readonly managers: readonly { readonly name: string; readonly version: string | null; readonly at: Evidence }[];
};
export type ProjectView = {
  readonly root: string;
  /** The project's own files, relative to its root; those of projects inside it are left out. */
  readonly files: readonly string[];
  readonly facts: Facts;
};
type Signal = { readonly weight: number } & (
  | { readonly file: RegExp }
  | { readonly dependency: string; readonly scope?: Dependency["scope"] }
  | { readonly key: string }
  | { readonly script: RegExp }
);
export type RuleKind = "testRunner" | "linter" | "framework";
type Rule = {
  readonly name: string;
  readonly kind: RuleKind;
  readonly signals: readonly Signal[];
  /** Another rule of the table that, when found, makes this one a part of it: Next.js makes React no framework. */
  readonly partOf?: readonly string[];
};
type Language = { readonly name: string; readonly sources: RegExp };
export type EcosystemTable = {
  readonly ecosystem: Ecosystem;
  /** File names that make a folder a project of this ecosystem. */
  readonly manifests: readonly string[];
  /** The first is the one to assume when there are no sources at all. */
  readonly languages: readonly [Language, ...Language[]];
  readonly rules: readonly Rule[];
};

/** Below this a guess is not worth saying. */
const LEAST_CONFIDENCE = 0.4;

/** @returns what the table's rules of this kind find, the surest first */
export function applyRules(table: EcosystemTable, kind: RuleKind, view: ProjectView): Found[] {
  const found = table.rules
    .filter((rule) => rule.kind === kind)
    .map((rule) => ({ rule, found: applyRule(rule, view) }))
    .filter((each) => each.found !== null && each.found.confidence >= LEAST_CONFIDENCE);
  const names = new Set(found.map((each) => each.rule.name));
  return found
    .filter((each) => !(each.rule.partOf ?? []).some((name) => names.has(name)))
    .flatMap((each) => each.found ?? [])
    .sort((a, b) => b.confidence - a.confidence);
}

function applyRule(rule: Rule, view: ProjectView): Found | null {
  const evidence: Evidence[] = [];
  let doubt = 1;
  let version: string | null = null;
  for (const signal of rule.signals) {
    const seen = look(signal, view);
    if (seen === null) continue;
    evidence.push(seen.at);
    version ??= seen.version;
    doubt *= 1 - signal.weight;
  }
  return evidence.length === 0 ? null : { name: rule.name, version, confidence: round(1 - doubt), evidence };
}

function look(signal: Signal, view: ProjectView): { at: Evidence; version: string | null } | null {
  if ("file" in signal) {
    const file = view.files.find((path) => signal.file.test(path));
    if (file === undefined) return null;
    return { at: { file: joinPath(view.root, file), line: null, what: "the file is there" }, version: null };
  }
  if ("dependency" in signal) {
    const dependency = view.facts.dependencies.find(
      (each) => each.name === signal.dependency && (signal.scope ?? each.scope) === each.scope,
    );
    return dependency === undefined ? null : { at: dependency.at, version: dependency.version };
  }
  if ("key" in signal) {
    const section = view.facts.keys.find((each) => each.key === signal.key || each.key.startsWith(`${signal.key}.`));
    return section === undefined ? null : { at: section.at, version: null };
  }
  const script = view.facts.scripts.find((each) => signal.script.test(each.text));
  return script === undefined ? null : { at: script.at, version: null };
}

/** Two digits: more would pretend to know more. */
export function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
