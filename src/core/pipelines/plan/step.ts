import { MINUTE_MS } from "../../../lib/time.ts";
import type { Ecosystem, Found, PipelineStep, ResultParser, StepKind } from "../pipeline.ts";
import { outPath } from "../workspace.ts";

export type PartialStep = {
  readonly name: string;
  readonly title: string;
  readonly kind: StepKind;
  readonly argv: readonly [string, ...string[]];
  readonly because: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly results?: PipelineStep["results"];
};
const TIMEOUT_MS: Readonly<Record<StepKind, number>> = {
  install: 10 * MINUTE_MS,
  lint: 5 * MINUTE_MS,
  typecheck: 5 * MINUTE_MS,
  build: 15 * MINUTE_MS,
  test: 20 * MINUTE_MS,
};
/** What makes tools behave as in any CI: no watching, no colours, no questions, no telling home. */
const CI_ENV = { CI: "true", NO_COLOR: "1", FORCE_COLOR: "0" } as const;

export function makeStep(ecosystem: Ecosystem, root: string, step: PartialStep): PipelineStep {
  return {
    id: stepId(ecosystem, root, step.name),
    title: root === "" ? step.title : `${step.title} in ${root}`,
    kind: step.kind,
    argv: step.argv,
    cwd: step.cwd ?? root,
    env: { ...CI_ENV, ...step.env },
    network: step.kind === "install" ? "registries" : "none",
    timeoutMs: TIMEOUT_MS[step.kind],
    results: step.results ?? null,
    because: step.because,
  };
}
export type MakeStep = (
  name: string,
  title: string,
  kind: StepKind,
  argv: PartialStep["argv"],
  rest?: Partial<PartialStep>,
) => PipelineStep;
/** Makes the steps of one project: installing gets `online`, all else `offline`; `reason` where a step has none of its own. */
export function stepsOf(
  { ecosystem, root }: { readonly ecosystem: Ecosystem; readonly root: string },
  common: {
    readonly online: PartialStep["env"] & {};
    readonly offline: PartialStep["env"] & {};
    readonly reason: string;
  },
): MakeStep {
  const { online, offline, reason } = common;
  return (name, title, kind, argv, rest = {}) =>
    makeStep(ecosystem, root, {
      name,
      title,
      kind,
      argv,
      env: kind === "install" ? online : offline,
      because: reason,
      ...rest,
    });
}
export function stepId(ecosystem: Ecosystem, root: string, name: string): string {
  return root === "" ? `${ecosystem}:${name}` : `${ecosystem}:${name}@${root}`;
}
/** Where a step leaves its results: in the folder that git is told to ignore, under a name of its own. */
export function resultsFile(ecosystem: Ecosystem, root: string, name: string, extension: "xml" | "json"): string {
  return outPath("results", `${stepId(ecosystem, root, name).replaceAll(/[^\w.-]+/g, "-")}.${extension}`);
}
export function fromFile(parser: ResultParser, file: string): PipelineStep["results"] {
  return { parser, from: { file } };
}
export function because(found: Found | undefined, otherwise: string): string {
  const [first] = found?.evidence ?? [];
  if (first === undefined) return otherwise;
  return `${first.file}${first.line === null ? "" : `:${first.line}`}: ${first.what}`;
}
