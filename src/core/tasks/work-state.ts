import type { Journal } from "../agent/journal.ts";
import type { Origin } from "../policy/taint.ts";
import type { Fence, Repository } from "../ports/store.ts";
import type { TaskRemote } from "../tools/remote.ts";
import { tickedSteps } from "../tools/step-done.ts";
import type { TaskRunnerDependencies, TaskRunnerOptions } from "./deps.ts";
import type { CheckRun } from "./proof.ts";
import type { Outcome, Phase, Task, TaskState } from "./task.ts";
import type { TaskProgress } from "./teller.ts";
import { moveToTopic } from "./topic.ts";

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

export type Running = TaskState & { readonly kind: "running" };
export type Work = {
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
export type WorkEnd = Outcome | Waiting | null;
export function stopped(signal: AbortSignal): Outcome | null {
  return signal.reason instanceof StoppedByPerson ? { kind: "stopped", by: signal.reason.by } : null;
}
/** @throws ClaimLost */
async function save(work: Work, task: Work["task"]): Promise<void> {
  if (!(await work.deps.store.tasks.move(task, "running", work.fence))) throw new ClaimLost(`task ${task.id}`);
  work.task = task;
}
export async function enter(work: Work, phase: Phase, red: readonly CheckRun[] = work.task.state.red): Promise<void> {
  const network = work.deps.network.of(work.task.id);
  const state = { ...work.task.state, phase, red };
  await save(work, { ...work.task, state, ...(network.length === 0 ? {} : { network }) });
  work.progress = { tool: null, lastLines: [] };
  work.deps.emit({ kind: "task.phase", taskId: work.task.id, phase });
  await tell(work);
}
export async function tell({ task, deps, journal, progress }: Work): Promise<void> {
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
export function tellSoon(work: Work): void {
  tell(work).catch((error: unknown) =>
    work.deps.emit({ kind: "fault", doing: `telling of task ${work.task.id}`, code: "teller", detail: String(error) }),
  );
}
const TICK_MS = 5000;
const SLOW_TICK_MS = 30_000;
const SLOW_AFTER = 24;
/** Keeps the elapsed time on the card true while a model thinks or a person is asked; ever less often. */
export async function tick(work: Work, over: AbortSignal): Promise<void> {
  for (let count = 0; !over.aborted; count += 1) {
    await work.deps.clock.sleep(count < SLOW_AFTER ? TICK_MS : SLOW_TICK_MS, over);
    if (!over.aborted && !work.signal.aborted) tellSoon(work);
  }
}
/** What was reached since the last phase began is told with the end, whatever that is; whoever lost the claim keeps nothing. */
export async function noteNetwork({ task, deps, fence }: Pick<Work, "task" | "deps" | "fence">): Promise<void> {
  const network = deps.network.of(task.id);
  if (network.length > 0) await deps.store.tasks.move({ ...task, network }, "running", fence);
}
/** What is held back from the workspace is told with the task, as it is now. */
export async function noteHeld(work: Work, held: readonly string[]): Promise<void> {
  if (held.join("\0") === (work.task.held ?? []).join("\0")) return;
  await save(work, { ...work.task, held });
}
export async function openTopic(work: Work): Promise<void> {
  const moved = await moveToTopic(work.task, work.deps.topics);
  if (moved.topic !== "open") return;
  await save(work, moved);
  await work.deps.teller.moved(moved);
}
