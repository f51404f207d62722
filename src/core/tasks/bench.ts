import type { Workbench, Snapshot } from "../agent/workbench.ts";
import { isFault } from "../fault.ts";
import type { PipelineStep, StepKind, StepReport } from "../pipelines/pipeline.ts";
import { tellHeld } from "../pipelines/run/tell-held.ts";
import { runStep } from "../pipelines/run/run-step.ts";
import type { Network } from "../policy/decide.ts";
import type { SandboxSession, SandboxSpec } from "../ports/sandbox.ts";
import type { Repository } from "../ports/store.ts";
import { commitSubject, excludeArtefacts, followWorkspace, readPatch, restoreTracked, untracked } from "./change.ts";
import type { TaskRunnerDependencies, TaskRunnerOptions } from "./deps.ts";
import type { Task } from "./task.ts";

/** A task's place of work: a fresh clone in a sandbox of its own, with what the checks need installed. */
export type Bench = Workbench &
  AsyncDisposable & {
    readonly problem: string | null;
    /** Files of the repository that it has not. */
    readonly held: readonly string[];
  };
export type BenchSpec = {
  readonly task: Task;
  readonly repository: Repository;
  /** Where the workspace begins: the task's base, or what was kept of its work. */
  readonly commit: string;
  /** Tells the places of one task apart: `work`, `proof`. */
  readonly purpose: "work" | "proof";
  readonly onOutput: (step: PipelineStep, text: string) => void;
  /** Hosts of the spark, as `name:port`. */
  readonly hosts: readonly string[];
  /** Hosts that a check has now. */
  readonly granted: (step: PipelineStep) => readonly string[];
};
type BenchDependencies = Pick<TaskRunnerDependencies, "workspaces" | "sandbox" | "repositories" | "clock" | "emit">;

function wayOf(network: Network, hosts: readonly string[]): Pick<SandboxSpec, "network" | "hosts"> {
  const registries = network === "registries" || network === "all";
  return { network: registries ? "registries" : "none", hosts: network === "hosts" || network === "all" ? hosts : [] };
}
/** @throws faults of git and sandbox */
export async function openBench(
  spec: BenchSpec,
  options: TaskRunnerOptions,
  deps: BenchDependencies,
  signal: AbortSignal,
): Promise<Bench> {
  const { task, repository, commit } = spec;
  const owner = `task-${task.id}-${spec.purpose}`;
  await using stack = new AsyncDisposableStack();
  const workspace = stack.use(await deps.workspaces.open(owner, repository.mirrorId, commit, signal));
  const openWith = async (way: Pick<SandboxSpec, "network" | "hosts" | "door">): Promise<SandboxSession> => {
    const began = deps.clock.now();
    const session = await deps.sandbox.open(
      { owner, workspace: workspace.folder, ...way, limits: options.sandboxLimits },
      signal,
    );
    deps.emit({ kind: "sandbox.opened", owner, id: session.id, ms: deps.clock.now() - began });
    return session;
  };
  const open = (network: Network, hosts: readonly string[] = []) => openWith(wayOf(network, hosts));
  const session = stack.use(await open("none"));
  await followWorkspace(session, workspace.start, signal);
  const problem = await install(spec, () => open("registries"), signal);
  await restoreTracked(session, signal);
  await excludeArtefacts(session, new Set(await untracked(session, signal)), signal);
  // What is kept of a task's work is one commit on top of its base.
  const base = commit === task.base ? workspace.start : `${workspace.start}^`;
  const { held } = workspace;
  const keeper = stack.move();
  return {
    session,
    problem,
    held,
    async online(network, use) {
      await using online = await open(network, spec.hosts);
      return await use(online);
    },
    async withDoor(door, use) {
      await using beside = await openWith({ network: "none", door });
      return await use(beside);
    },
    runChecks: async (stop, kinds) => {
      const reach = (hosts: readonly string[]) => open("hosts", hosts);
      const reports = await runChecks(spec, { session, reach }, { signal: stop, kinds });
      return reports.map((report) => tellHeld(report, held));
    },
    snapshot: (stop) => snapshot(spec, { session, base }, deps, stop),
    [Symbol.asyncDispose]: () => keeper.disposeAsync(),
  };
}
/** @returns what went wrong, or null */
async function install(
  { task, onOutput }: BenchSpec,
  open: () => Promise<SandboxSession>,
  signal: AbortSignal,
): Promise<string | null> {
  if (task.plan.prepare.length === 0) return null;
  await using session = await open();
  for (const step of task.plan.prepare) {
    const report = await runStep(step, session, { signal, onOutput: (_step, _stream, text) => onOutput(step, text) });
    if (report.outcome !== "passed")
      return `“${step.title}” did not succeed (${report.outcome}): ${`${report.stdout}\n${report.stderr}`.trim().slice(-600)}`;
  }
  return null;
}
async function runChecks(
  { task, onOutput, granted }: BenchSpec,
  { session, reach }: { session: SandboxSession; reach: (hosts: readonly string[]) => Promise<SandboxSession> },
  { signal, kinds }: { signal: AbortSignal; kinds: readonly StepKind[] | undefined },
): Promise<readonly StepReport[]> {
  const reports: StepReport[] = [];
  for (const step of task.plan.checks) {
    if (signal.aborted) break;
    if (kinds?.includes(step.kind) === false) continue;
    const hooks = { signal, onOutput: (_step: PipelineStep, _stream: string, text: string) => onOutput(step, text) };
    const hosts = granted(step);
    await using online = hosts.length === 0 ? null : await reach(hosts);
    const report = await runStep(step, online ?? session, hooks);
    const missed = (step.hosts ?? []).filter((host) => !hosts.includes(host));
    reports.push(missed.length === 0 ? report : { ...report, notes: [...report.notes, notReached(missed)] });
  }
  return reports;
}
function notReached(hosts: readonly string[]): string {
  return `ran without ${hosts.join(", ")}, which the plan grants it`;
}
async function snapshot(
  { task, repository }: BenchSpec,
  /** `base`: the task's base as the workspace calls it. */
  { session, base }: { session: SandboxSession; base: string },
  { repositories }: Pick<BenchDependencies, "repositories">,
  signal: AbortSignal,
): Promise<Snapshot> {
  const patch = await readPatch(session, base, signal);
  if (patch.kind === "refused") return patch;
  const message = {
    subject: commitSubject(task.plan.title),
    body: `${task.goal.trim()}\n\nMade by Sparks as task ${task.id}.`,
    at: task.createdAt,
  };
  try {
    const commit = await repositories.commitPatch(repository.mirrorId, task.base, patch.bytes, message, signal);
    if (commit !== task.base) await repositories.keep(repository.mirrorId, `task-${task.id}`, commit, signal);
    return { kind: "kept", commit };
  } catch (error) {
    if (isFault(error, "patch.refused")) return { kind: "refused", reason: error.data.reason };
    throw error;
  }
}
