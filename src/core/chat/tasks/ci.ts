import { MINUTE_MS, type Clock } from "../../../lib/time.ts";
import type { Emit } from "../../events.ts";
import type { Detection, Pipeline, RunReport, StepReport, PipelineStep } from "../../pipelines/pipeline.ts";
import { tellHeld } from "../../pipelines/run/tell-held.ts";
import { runPipeline, type StepState } from "../../pipelines/run/run-pipeline.ts";
import type { Repositories, MirrorState } from "../../ports/repositories.ts";
import type { Sandbox, SandboxLimits, SandboxSession } from "../../ports/sandbox.ts";
import type { Repository, RunStore } from "../../ports/store.ts";
import type { Workspaces } from "../../ports/workspaces.ts";
import { type CheckHosts, survey } from "../../tasks/survey.ts";

/** The least time that a run's sandboxes have. */
export const CI_WALL_CLOCK_MS = 30 * MINUTE_MS;

/** Builds and tests a repository's head in the sandbox, with nothing configured. */
export interface Ci {
  /** @throws the faults of git and sandbox; an aborted run is a report with outcome "stopped" */
  run(repository: Repository, options: CiOptions): Promise<CiResult>;
}
export type CiOptions = {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CiProgress) => void;
  /** The chat that asked for it; none for the machine's own. */
  readonly chatId?: number;
};
export type CiProgress = {
  readonly detection: Detection;
  readonly pipeline: Pipeline;
  readonly done: readonly StepReport[];
  readonly running: PipelineStep | null;
  /** The newest line the running step wrote. */
  readonly line: string;
};
export type CiResult = {
  readonly runId: number;
  readonly repository: Repository;
  readonly state: MirrorState;
  readonly detection: Detection;
  readonly pipeline: Pipeline;
  readonly report: RunReport;
  /** Files of the repository that the run had not. */
  readonly held: readonly string[];
};
export type CiDependencies = {
  readonly git: Repositories;
  readonly checkHosts: CheckHosts;
  readonly workspaces: Workspaces;
  readonly sandbox: Sandbox;
  readonly runs: RunStore;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly limits: SandboxLimits;
};

export function createCi(deps: CiDependencies): Ci {
  return {
    async run(repository, { signal, onProgress, chatId }) {
      const about = chatId === undefined ? {} : { chatId };
      const { state, detection, pipeline } = await survey(deps, repository, signal);
      const runId = await deps.runs.add({ repositoryId: repository.id, commit: state.head, at: deps.clock.now() });
      deps.emit({ kind: "run.started", runId, repository: repository.name, commit: state.head, ...about });
      const watch = progressWatch(detection, pipeline, onProgress);
      const { report, held } =
        pipeline.steps.length === 0
          ? { report: emptyReport(state.head), held: [] }
          : await inSandbox(deps, repository, runId, state.head, pipeline, watch, signal);
      await deps.runs.finish(runId, report, deps.clock.now());
      for (const { title, outcome, durationMs } of report.steps)
        deps.emit({ kind: "run.step", runId, step: title, outcome, ms: durationMs, ...about });
      const { passed, failed } = countTests(report);
      deps.emit({ kind: "run.ended", runId, outcome: report.outcome, passed, failed, ...about });
      return { runId, repository, state, detection, pipeline, report, held };
    },
  };
}
async function inSandbox(
  deps: CiDependencies,
  repository: Repository,
  runId: number,
  commit: string,
  pipeline: Pipeline,
  watch: ProgressWatch,
  signal: AbortSignal,
): Promise<Pick<CiResult, "report" | "held">> {
  const owner = `run-${runId}`;
  await using workspace = await deps.workspaces.open(owner, repository.mirrorId, commit, signal);
  const limits = { ...deps.limits, wallClockMs: Math.max(deps.limits.wallClockMs, CI_WALL_CLOCK_MS) };
  // Installing reaches the registries, a check what is granted to it and else nothing: a sandbox each on one workspace.
  await using sessions = new AsyncDisposableStack();
  const opened = new Map<string, Promise<SandboxSession>>();
  const sessionFor = ({ network, hosts = [] }: PipelineStep): Promise<SandboxSession> => {
    const way = [network, ...hosts].join(" ");
    const session =
      opened.get(way) ??
      deps.sandbox
        .open({ owner, workspace: workspace.folder, network, hosts, limits }, signal)
        .then((fresh) => sessions.use(fresh));
    opened.set(way, session);
    return session;
  };
  const report = await runPipeline(pipeline, sessionFor, { ...watch, signal }, { commit });
  const { held } = workspace;
  return { report: { ...report, steps: report.steps.map((step) => tellHeld(step, held)) }, held };
}
type ProgressWatch = {
  readonly onStep: (step: PipelineStep, state: StepState) => void;
  readonly onOutput: (step: PipelineStep, stream: "stdout" | "stderr", text: string) => void;
};
function progressWatch(
  detection: Detection,
  pipeline: Pipeline,
  onProgress: (progress: CiProgress) => void,
): ProgressWatch {
  let progress: CiProgress = { detection, pipeline, done: [], running: null, line: "" };
  function tell(change: Partial<CiProgress>): void {
    progress = { ...progress, ...change };
    onProgress(progress);
  }
  tell({});
  return {
    onStep(step, state) {
      if (state.kind === "started") tell({ running: step, line: "" });
      else tell({ running: null, done: [...progress.done, state.report], line: "" });
    },
    onOutput(_step, _stream, text) {
      const line = text.trimEnd().split("\n").at(-1)?.trim() ?? "";
      if (line !== "") tell({ line: line.slice(0, 200) });
    },
  };
}
function emptyReport(commit: string): RunReport {
  return { outcome: "neutral", commit, steps: [], durationMs: 0 };
}
function countTests(report: RunReport): { passed: number; failed: number; skipped: number } {
  const tests = report.steps.flatMap((step) => step.tests);
  return {
    passed: tests.filter((test) => test.status === "passed").length,
    failed: tests.filter((test) => test.status === "failed" || test.status === "error").length,
    skipped: tests.filter((test) => test.status === "skipped" || test.status === "todo").length,
  };
}
