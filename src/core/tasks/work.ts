import { lastLines } from "../../lib/last-lines.ts";
import { createBudget } from "../agent/budget.ts";
import { createGate } from "../agent/gate.ts";
import { createAnswerInspection } from "../agent/inspect-answer.ts";
import type { AgentLimits } from "../agent/limits.ts";
import type { AgentEnd, AgentProgress } from "../agent/job.ts";
import { openJournal, type Journal } from "../agent/journal.ts";
import { countHealings, healingMessage, openingMessages } from "../agent/prompt.ts";
import { runAgent } from "../agent/run-agent.ts";
import { Fault } from "../fault.ts";
import type { PipelineStep, StepReport } from "../pipelines/pipeline.ts";
import type { Origin } from "../policy/taint.ts";
import type { Steering } from "../ports/steering.ts";
import type { Fence, Repository } from "../ports/store.ts";
import type { TaskRemote } from "../tools/remote.ts";
import { describeReports } from "../tools/run-checks.ts";
import type { WorkAbout } from "../tools/tool.ts";
import { tickedSteps } from "../tools/step-done.ts";
import { openBench, type Bench } from "./bench.ts";
import { checkRunOf } from "./check-run.ts";
import type { TaskRunnerDependencies, TaskRunnerOptions } from "./deps.ts";
import { judge } from "./judge.ts";
import { type GateFor, partPlace } from "./part-place.ts";
import { filesOf, originsOf, placeFiles, tellOfFiles } from "./task-files.ts";
import { recallFor } from "./recall.ts";
import type { CheckRun } from "./proof.ts";
import { PROOF, reachOfCall, reachOfCheck } from "./reach.ts";
import type { TaskProgress } from "./teller.ts";
import type { Outcome, Phase, Task, TaskState } from "./task.ts";
import { moveToTopic, wantsTopic } from "./topic.ts";

/** The signal's reason when a person stopped the task; any other reason leaves it to be taken up later. */
export class StoppedByPerson extends Error {
  readonly by: string;
  constructor(by: string) {
    super(`stopped by ${by}`);
    this.name = "StoppedByPerson";
    this.by = by;
  }
}
/** The claim was lost: somebody else has the task now, and nothing more may be written. */
export class ClaimLost extends Error {}

type Running = TaskState & { readonly kind: "running" };
type Work = {
  task: Task & { readonly state: Running };
  readonly repository: Repository;
  readonly journal: Journal;
  readonly fence: Fence;
  readonly options: TaskRunnerOptions;
  readonly deps: TaskRunnerDependencies;
  readonly signal: AbortSignal;
  readonly remote: TaskRemote | null;
  /** Where the words of its files came from: those that came with the goal, and since. */
  fileOrigins: readonly Origin[];
  progress: Pick<TaskProgress, "tool" | "lastLines">;
};

/** `waiting`: nobody has decided on an approval; everything is kept for when somebody does. */
export type Waiting = { readonly kind: "waiting"; readonly approvalId: number; readonly what: string };
type WorkEnd = Outcome | Waiting | null;
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
      if (next === "again") continue;
      await noteNetwork(work);
      return next;
    }
  } catch (error) {
    // What breaks because it was stopped is no failure.
    if (signal.aborted) return stopped(signal);
    throw error;
  } finally {
    over.abort();
    await ticking;
    deps.network.forget(work.task.id);
  }
}
/** What was reached since the last phase began is told with the end. */
async function noteNetwork(work: Work): Promise<void> {
  if (work.deps.network.of(work.task.id).length > 0) await enter(work, work.task.state.phase);
}
function limitsOf(limits: AgentLimits, maxSteps: number | null): AgentLimits {
  return maxSteps === null ? limits : { ...limits, steps: Math.min(limits.steps, maxSteps) };
}
const TICK_MS = 5000;
const SLOW_TICK_MS = 30_000;
const SLOW_AFTER = 24;
/** Keeps the elapsed time on the card true while a model thinks or a person is asked; ever less often. */
async function tick(work: Work, over: AbortSignal): Promise<void> {
  for (let count = 0; !over.aborted; count += 1) {
    await work.deps.clock.sleep(count < SLOW_AFTER ? TICK_MS : SLOW_TICK_MS, over);
    if (!over.aborted && !work.signal.aborted) tellSoon(work);
  }
}
function stopped(signal: AbortSignal): Outcome | null {
  return signal.reason instanceof StoppedByPerson ? { kind: "stopped", by: signal.reason.by } : null;
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
/** What is held back from the workspace is told with the task, as it is now. */
async function noteHeld(work: Work, held: readonly string[]): Promise<void> {
  if (held.join("\0") === (work.task.held ?? []).join("\0")) return;
  work.task = { ...work.task, held };
  if (!(await work.deps.store.tasks.move(work.task, "running", work.fence)))
    throw new ClaimLost(`task ${work.task.id}`);
}
async function openTopic(work: Work): Promise<void> {
  const moved = await moveToTopic(work.task, work.deps.topics);
  if (moved.topic !== "open") return;
  if (!(await work.deps.store.tasks.move(moved, "running", work.fence))) throw new ClaimLost(`task ${work.task.id}`);
  work.task = moved;
  await work.deps.teller.moved(moved);
}
async function enter(work: Work, phase: Phase, red: readonly CheckRun[] = work.task.state.red): Promise<void> {
  const network = work.deps.network.of(work.task.id);
  const state = { ...work.task.state, phase, red };
  work.task = { ...work.task, state, ...(network.length === 0 ? {} : { network }) };
  work.progress = { tool: null, lastLines: [] };
  if (!(await work.deps.store.tasks.move(work.task, "running", work.fence)))
    throw new ClaimLost(`task ${work.task.id}`);
  work.deps.emit({ kind: "task.phase", taskId: work.task.id, phase });
  await tell(work);
}
async function tell({ task, deps, journal, progress }: Work): Promise<void> {
  const { turns, usage, answered } = journal.read();
  const { phase, startedAt } = task.state;
  await deps.teller.card(task, {
    network: deps.network.of(task.id),
    phase,
    startedAt,
    stepCount: turns,
    ticked: tickedSteps(answered),
    tokens: usage.inputTokens + usage.outputTokens,
    costUsd: usage.costUsd,
    ...progress,
  });
}
/** Tells without being waited for; what cannot be told now is told by the next change. */
function tellSoon(work: Work): void {
  tell(work).catch((error: unknown) =>
    work.deps.emit({ kind: "fault", doing: `telling of task ${work.task.id}`, code: "teller", detail: String(error) }),
  );
}
function grantsOf({ task, repository, deps }: Pick<Work, "task" | "repository" | "deps">) {
  const { hosts } = deps.spark(task.spark);
  return { repository: repository.name, hosts, checks: task.plan.checks, checkHosts: deps.checkHosts };
}
type Place = {
  readonly purpose: "work" | "proof";
  readonly commit: string;
  /** Checks have no network, whatever is granted. */ readonly alone?: boolean;
};
function openPlace(work: Work, { purpose, commit, alone = false }: Place): Promise<Bench> {
  const grants = grantsOf(work);
  const granted = (step: PipelineStep) => (alone ? [] : reachOfCheck(step, grants));
  const { task, repository, options, deps, signal } = work;
  let tail = "";
  const onOutput = (step: { title: string }, text: string): void => {
    tail = (tail + text).slice(-2000);
    work.progress = { tool: step.title, lastLines: lastLines(tail, 5) };
    tellSoon(work);
  };
  const { hosts } = grants;
  return openBench({ task, repository, commit, purpose, onOutput, hosts, granted }, options, deps, signal);
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
async function opening({ task, deps, options }: Work) {
  const files = await tellOfFiles(await filesOf(task.id, null, deps), options.textBytes, deps);
  const messages = openingMessages(
    deps.spark(task.spark),
    {
      goal: task.goal,
      ...task.plan,
      held: task.held ?? [],
      hosts: deps.spark(task.spark).hosts,
      red: describeRed(task.state.red),
    },
    [],
  );
  return files === null ? messages : [...messages, files];
}
function describeRed(red: readonly CheckRun[]): string | null {
  const failing = red.filter((run) => run.outcome === "red");
  if (failing.length === 0) return null;
  return failing
    .map((run) =>
      [
        `${run.checkId}: exit code ${run.exitCode ?? "none"}`,
        ...run.failed
          .slice(0, 20)
          .map(
            (test) =>
              `- ${test.name}${test.file === null ? "" : ` (${test.file}${test.line === null ? "" : `:${test.line}`})`}${test.message === null ? "" : `: ${test.message}`}`,
          ),
      ].join("\n"),
    )
    .join("\n");
}
function gateOf(work: Work) {
  const { task, deps, options, journal } = work;
  const attended = task.chat !== null;
  // A task that nobody sits in front of holds no sandbox while it waits.
  const waitMs = task.origin.startsWith("update:") ? options.approvalWaitMs : 0;
  const budget = createBudget(
    {
      taskId: task.id,
      spark: task.spark,
      capUsd: () => options.maxCostUsd,
      attended,
      waitMs,
      level: () => deps.levels.of(task),
    },
    deps,
  );
  const about: WorkAbout = {
    taskId: task.id,
    spark: task.spark,
    chatId: task.chat?.chatId ?? null,
    repositoryId: task.repositoryId,
    repository: work.repository.name,
    get origins(): readonly Origin[] {
      return ["repository", ...(task.read ?? []), ...work.fileOrigins, ...journal.read().origins];
    },
  };
  const gateFor: GateFor = ({ level, hosts }) =>
    createGate(
      {
        taskId: task.id,
        level,
        attended,
        get origins(): readonly Origin[] {
          return about.origins;
        },
        planned: task.plan.checks.map((check) => check.argv),
        webHosts: options.webHosts,
        hostsOf: (intent) => reachOfCall(intent, { ...grantsOf(work), hosts: hosts() }),
        waitMs,
        surroundings: async () => ({
          image: await deps.sandbox.image(work.signal),
          registries: options.registries,
          maxCostUsd: await budget.ceiling(),
        }),
        onAsk: () => {
          work.progress = { tool: "waits for a decision, see below", lastLines: [] };
          tellSoon(work);
        },
      },
      deps.approvals,
    );
  const gate = gateFor({ level: () => deps.levels.of(task), hosts: () => grantsOf(work).hosts });
  return { gate, gateFor, budget, about };
}
function agentDependencies(work: Work, bench: Bench) {
  const { task, deps, options, journal } = work;
  const { gate, gateFor, budget, about } = gateOf(work);
  const toolbox = deps.toolbox(deps.spark(task.spark).tools, work.remote, task.coding);
  return {
    model: deps.model,
    toolbox,
    gate,
    work: about,
    partBy: (name: string) => partPlace(name, { task, toolbox, gateFor, about }, deps),
    inspect: createAnswerInspection(() => options.scanner, work.repository.name),
    budget,
    bench,
    journal,
    clock: deps.clock,
    emit: deps.emit,
    steering: () => deps.store.steering.list(task.id),
    attached: (said: Steering) => attached(work, bench, said),
    onSteered: (said: Steering, takenAt: number) => deps.teller.steered(task, said, takenAt),
    onThought: (text: string) => deps.teller.thinking(task, text),
    onProgress: ({ tool, lastLines: lines }: AgentProgress) => {
      work.progress = { tool, lastLines: lines };
      tellSoon(work);
    },
  };
}
/** The files that came with what a person said: put where the work finds them before it is told of them. */
async function attached(work: Work, bench: Bench, said: Steering) {
  const { task, deps, options, signal } = work;
  const files = await filesOf(task.id, said.rowId, deps);
  await placeFiles(bench.session, files, deps, signal);
  work.fileOrigins = [...work.fileOrigins, ...originsOf(files)];
  return tellOfFiles(files, options.textBytes, deps);
}
/** What the end of the loop means for the task; "again": the model was sent back to mend its work. */
async function conclude(work: Work, end: AgentEnd): Promise<WorkEnd | "again"> {
  switch (end.kind) {
    case "stopped":
      return stopped(work.signal);
    case "gave-up":
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
/** Runs the same checks on the result, in a fresh clone and a sandbox that the model never had its hands on. */
async function prove(work: Work, summary: string, { mayHeal }: { mayHeal: boolean }): Promise<WorkEnd | "again"> {
  const { task, journal } = work;
  const { commit } = journal.read();
  const before = task.state.red;
  if (commit === task.base)
    return {
      kind: "not-proved",
      summary,
      commit: null,
      proof: { base: task.base, commit: null, before, after: [] },
      reasons: ["Nothing was changed."],
    };
  const reach = await mayProofReach(work, commit);
  if (reach === null) return stopped(work.signal);
  if (typeof reach === "object") return reach;
  await enter(work, "checking-after");
  const reports = await checkResult(work, { purpose: "proof", commit, alone: !reach });
  if (work.signal.aborted) return stopped(work.signal);
  const after = reports.kind === "checked" ? reports.reports.map((report) => checkRunOf(report, commit)) : [];
  const { proved, reasons, notes } =
    reports.kind === "checked" ? judge(before, after) : { proved: false, reasons: [reports.problem], notes: [] };
  const proof = { base: task.base, commit, before, after };
  if (proved)
    return { kind: "done", summary: [summary, ...notes].join("\n\n"), commit, proof, verdict: { kind: "open" } };
  const missing = reports.kind === "checked" ? reports.reports.flatMap(missedBy) : [];
  if (!mayHeal) return { kind: "not-proved", summary, commit, proof, reasons: [...reasons, ...missing] };
  await journal.append({
    message: {
      role: "user",
      text: healingMessage(reasons, reports.kind === "checked" ? describeReports(reports.reports) : reports.problem),
    },
  });
  return "again";
}
/** What a check that did not pass may have lacked. */
function missedBy({ title, outcome, notes }: StepReport): readonly string[] {
  return outcome === "passed" ? [] : notes.map((note) => `${title}: ${note}`);
}
/** The checks run what the work made, which strangers may have had a hand in: then what they reach is asked for. @returns null: it was stopped */
async function mayProofReach(work: Work, commit: string): Promise<boolean | Waiting | null> {
  if (reachOfCall(PROOF, grantsOf(work)).length === 0) return false;
  const { gate } = gateOf(work);
  const cause = `task:${work.task.id}:proof:${commit}`;
  const permission = await gate({ prepared: { intent: PROOF, risk: "low" }, commit, cause }, work.signal);
  if (permission.kind === "stopped") return null;
  return permission.kind === "waiting" ? permission : permission.kind === "go";
}
type Checked =
  | { readonly kind: "checked"; readonly reports: readonly StepReport[] }
  | { readonly kind: "unusable"; readonly problem: string };
async function checkResult(work: Work, place: Place): Promise<Checked> {
  await using bench = await openPlace(work, place);
  if (bench.problem !== null) return { kind: "unusable", problem: bench.problem };
  return { kind: "checked", reports: await bench.runChecks(work.signal) };
}
