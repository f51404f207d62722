import type { AgentEnd } from "../agent/job.ts";
import { openJournal } from "../agent/journal.ts";
import type { AgentLimits } from "../agent/limits.ts";
import { countHealings } from "../agent/prompt.ts";
import { runAgent } from "../agent/run-agent.ts";
import { Fault } from "../fault.ts";
import type { Fence } from "../ports/store.ts";
import type { Bench } from "./bench.ts";
import { checkRunOf } from "./check-run.ts";
import type { TaskRunnerDependencies, TaskRunnerOptions } from "./deps.ts";
import { recallFor } from "./recall.ts";
import { filesOf, originsOf, placeFiles } from "./task-files.ts";
import type { Task } from "./task.ts";
import { wantsTopic } from "./topic.ts";
import { agentDependencies, opening } from "./work-agent.ts";
import { openPlace } from "./work-place.ts";
import { prove, proveUnfinished } from "./work-proof.ts";
import {
  ClaimLost,
  type Running,
  type Work,
  type WorkEnd,
  enter,
  noteHeld,
  noteNetwork,
  openTopic,
  stopped,
  tell,
  tick,
} from "./work-state.ts";

/**
 * Works a claimed task to an outcome, or up to where `signal` stops it (null then). Each phase can be begun again at any point: what
 * counts is in the store, the journal and the mirror.
 * @throws Fault for what a later try could do better; ClaimLost
 */
export async function workTask(
  claim: { task: Task; fence: Fence },
  options: TaskRunnerOptions,
  deps: TaskRunnerDependencies,
  signal: AbortSignal,
): Promise<WorkEnd> {
  const work = await begin(claim, options, deps, signal);
  const over = new AbortController();
  const ticking = tick(work, over.signal);
  try {
    await using bench = await openPlace(work, { purpose: "work", commit: work.journal.read().commit });
    if (bench.problem !== null) return { kind: "failed", reason: bench.problem };
    await noteHeld(work, bench.held);
    const files = await filesOf(work.task.id, "any", deps);
    await placeFiles(bench.session, files, deps, signal);
    work.fileOrigins = originsOf(files);
    await checkBefore(work, bench);
    await recallFor(work.task, work.journal, deps.memory);
    for (;;) {
      await enter(work, "working");
      const end = await runAgent(
        {
          taskId: work.task.id,
          opening: await opening(work),
          goal: work.task.goal,
          limits: limitsOf(options.limits, deps.spark(work.task.spark).maxSteps),
          signal,
          ...(work.task.model === undefined ? {} : { model: work.task.model }),
        },
        agentDependencies(work, bench),
      );
      const next = await conclude(work, end);
      if (next !== "again") return next;
    }
  } catch (error) {
    // What breaks because it was stopped is no failure.
    if (signal.aborted) return stopped(signal);
    throw error;
  } finally {
    over.abort();
    await ticking;
    await noteNetwork(work);
    deps.network.forget(work.task.id);
  }
}
function limitsOf(limits: AgentLimits, maxSteps: number | null): AgentLimits {
  return maxSteps === null ? limits : { ...limits, steps: Math.min(limits.steps, maxSteps) };
}
async function begin(
  { task, fence }: { task: Task; fence: Fence },
  options: TaskRunnerOptions,
  deps: TaskRunnerDependencies,
  signal: AbortSignal,
): Promise<Work> {
  const repository = await deps.store.repositories.get(task.repositoryId);
  if (repository === null)
    throw new Fault("repository.refused", {
      source: `repository ${task.repositoryId}`,
      why: "not-found",
      detail: "it was removed from the list",
    });
  const journal = await openJournal(
    { taskId: task.id, base: task.base },
    { steps: deps.store.steps, clock: deps.clock },
  );
  const now = deps.clock.now();
  const state: Running =
    task.state.kind === "running" ? task.state : { kind: "running", phase: "preparing", startedAt: now, red: [] };
  const asks = wantsTopic(task);
  if (task.state.kind === "running") deps.emit({ kind: "task.resumed", taskId: task.id, phase: state.phase });
  else deps.emit({ kind: "task.started", taskId: task.id });
  deps.network.begin(task.id, task.network ?? []);
  const work: Work = {
    task: { ...task, state, ...(asks ? { topic: "asked" as const } : {}) },
    repository,
    journal,
    fence,
    options,
    deps,
    signal,
    remote: await deps.delivery.remoteOf(task, repository),
    fileOrigins: [],
    progress: { tool: null, lastLines: [] },
  };
  if (!(await deps.store.tasks.move(work.task, task.state.kind, fence))) throw new ClaimLost(`task ${task.id}`);
  // Stored before: a second try after a crash could open a second topic.
  if (asks) await openTopic(work);
  await tell(work);
  return work;
}
/** The checks as they are before the work; what is stored is not run again. */
async function checkBefore(work: Work, bench: Bench): Promise<void> {
  const { task, journal } = work;
  if (task.state.red.length > 0 || task.plan.checks.length === 0 || journal.read().turns > 0) return;
  await enter(work, "checking-before");
  const reports = await bench.runChecks(work.signal);
  work.signal.throwIfAborted();
  await enter(
    work,
    "working",
    reports.map((report) => checkRunOf(report, task.base)),
  );
}
/** What the end of the loop means for the task; "again": the model was sent back to mend its work. */
async function conclude(work: Work, end: AgentEnd): Promise<WorkEnd | "again"> {
  switch (end.kind) {
    case "stopped":
      return stopped(work.signal);
    case "gave-up":
      return proveUnfinished(work, end);
    case "denied":
    case "waiting":
      return end;
    case "stalled":
      return prove(work, end.summary, { mayHeal: false });
    case "finished":
      return prove(work, end.summary, {
        mayHeal: countHealings(work.journal.read().messages) < work.options.heal,
      });
  }
}
