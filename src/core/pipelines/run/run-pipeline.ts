import type { SandboxSession } from "../../ports/sandbox.ts";
import type { Pipeline, PipelineStep, RunReport, StepKind, StepReport } from "../pipeline.ts";
import { runStep } from "./run-step.ts";
import type { StepHooks, StepOptions } from "./run-step.ts";

export type StepState = { readonly kind: "started" } | { readonly kind: "ended"; readonly report: StepReport };
export type RunHooks = StepHooks & { readonly onStep: (step: PipelineStep, state: StepState) => void };
/**
 * The session that a step runs in. A session has a network or has none, so one who opens both gives a function: it is
 * asked before each step, should give the same session for the same network, and closes what it opened.
 */
export type SessionSource = SandboxSession | ((step: PipelineStep) => Promise<SandboxSession>);
export type RunOptionsOfPipeline = StepOptions & {
  readonly commit: string;
  /** All kinds when absent. */ readonly select?: readonly StepKind[];
};

/**
 * Runs the steps one after the other. After a failed install nothing more of that ecosystem is run; after an abort
 * nothing at all.
 * @throws Fault sandbox.lost
 */
export async function runPipeline(
  pipeline: Pipeline,
  source: SessionSource,
  hooks: RunHooks,
  options: RunOptionsOfPipeline,
): Promise<RunReport> {
  const reports: StepReport[] = [];
  const broken = new Map<string, string>();
  const selected = pipeline.steps.filter((step) => options.select?.includes(step.kind) ?? true);
  for (const step of selected) {
    const reason = hooks.signal.aborted ? null : broken.get(ecosystemOf(step));
    if (hooks.signal.aborted || reason !== undefined) {
      reports.push(notRun(step, reason ?? null));
      continue;
    }
    hooks.onStep(step, { kind: "started" });
    const session = typeof source === "function" ? await source(step) : source;
    const report = await runStep(step, session, hooks, options);
    if (step.kind === "install" && report.outcome !== "passed") broken.set(ecosystemOf(step), step.title);
    reports.push(report);
    hooks.onStep(step, { kind: "ended", report });
  }
  return {
    outcome: outcomeOf(reports),
    commit: options.commit,
    steps: reports,
    durationMs: reports.reduce((sum, report) => sum + report.durationMs, 0),
  };
}

function ecosystemOf(step: PipelineStep): string {
  return step.id.split(":", 1)[0] ?? "";
}
function notRun(step: PipelineStep, failed: string | null): StepReport {
  return {
    stepId: step.id,
    title: step.title,
    kind: step.kind,
    command: step.argv,
    outcome: failed === null ? "stopped" : "skipped",
    exitCode: null,
    durationMs: 0,
    tests: [],
    stdout: "",
    stderr: "",
    notes: [failed === null ? "Not run: the run was stopped." : `Not run: “${failed}” did not succeed.`],
  };
}

/** A linter that the sandbox has not got says nothing against the change; anything else that could not start does. */
function outcomeOf(reports: readonly StepReport[]): RunReport["outcome"] {
  if (reports.some((report) => report.outcome === "stopped")) return "stopped";
  if (reports.some(isFailure)) return "failed";
  return reports.some((report) => report.kind === "test" && report.outcome === "passed") ? "passed" : "neutral";
}
function isFailure({ outcome, kind }: StepReport): boolean {
  if (outcome === "not-started") return kind !== "lint";
  return outcome === "failed" || outcome === "timed-out" || outcome === "out-of-memory";
}
