import type { TaskRunnerDependencies, TaskRunnerOptions } from "./deps.ts";
import { type Claim, endTask, interruptTask } from "./end-task.ts";
import { afterFault, type AfterFault } from "./interruption.ts";
import type { Outcome } from "./task.ts";
import { workTask } from "./work.ts";
import { ClaimLost, StoppedByPerson, type Waiting } from "./work-state.ts";

const FIRST_REOPEN_MS = 1000;

/**
 * Works a claimed task until it is over, put away, or the signal stops it. A lost sandbox is opened again, for a while; anything else that a
 * person must see to interrupts the task.
 * @returns the approval that it was put away for; null: there is none
 */
export async function workToEnd(
  claim: Claim,
  options: TaskRunnerOptions,
  deps: TaskRunnerDependencies,
  signal: AbortSignal,
): Promise<number | null> {
  const { clock } = deps;
  let giveUpAt: number | null = null;
  for (let attempt = 0; ; attempt += 1) {
    const began = clock.now();
    const tried = await attemptAt(claim, options, deps, signal);
    if (tried.kind === "over") return tried.waitsFor;
    if (tried.kind === "claim-lost") return null;
    // A try that worked for a while was no failure to open.
    if (giveUpAt === null || clock.now() - began > options.reopenMs) giveUpAt = began + options.reopenMs;
    if (tried.kind === "retry" && clock.now() < giveUpAt) {
      await clock.sleep(FIRST_REOPEN_MS * 2 ** Math.min(attempt, 4), signal);
      if (!signal.aborted) continue;
    }
    await (signal.aborted ? endStopped(claim, signal, deps) : giveUp(claim, tried, deps));
    return null;
  }
}
type Tried = AfterFault | { readonly kind: "over"; readonly waitsFor: number | null } | { readonly kind: "claim-lost" };
async function attemptAt(
  claim: Claim,
  options: TaskRunnerOptions,
  deps: TaskRunnerDependencies,
  signal: AbortSignal,
): Promise<Tried> {
  try {
    const task = (await deps.store.tasks.get(claim.task.id)) ?? claim.task;
    const end = await workTask({ ...claim, task }, options, deps, signal);
    return { kind: "over", waitsFor: await conclude(claim, end, deps) };
  } catch (error) {
    if (error instanceof ClaimLost) return { kind: "claim-lost" };
    const problem = afterFault(error);
    deps.emit({
      kind: "fault",
      doing: `working on task ${claim.task.id}`,
      code: problem.kind,
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return problem;
  }
}
async function conclude(
  claim: Claim,
  end: Outcome | Waiting | null,
  deps: TaskRunnerDependencies,
): Promise<number | null> {
  if (end?.kind === "waiting") {
    const { approvalId, what } = end;
    await interruptTask(claim, { reason: `waits for a decision: ${what}`, approvalId }, deps);
    return approvalId;
  }
  if (end !== null) await endTask(claim, end, deps);
  return null;
}
async function endStopped(claim: Claim, signal: AbortSignal, deps: TaskRunnerDependencies): Promise<void> {
  if (signal.reason instanceof StoppedByPerson) await endTask(claim, { kind: "stopped", by: signal.reason.by }, deps);
}
async function giveUp(claim: Claim, { kind, reason }: AfterFault, deps: TaskRunnerDependencies): Promise<void> {
  if (kind === "fail") await endTask(claim, { kind: "failed", reason }, deps);
  else await interruptTask(claim, { reason }, deps);
}
