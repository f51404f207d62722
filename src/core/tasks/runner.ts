import type { Approval } from "../policy/approvals/approval.ts";
import { instant } from "../../lib/time.ts";
import type { Fence } from "../ports/store.ts";
import type { TaskRunnerDependencies, TaskRunnerOptions } from "./deps.ts";
import { afterFault, type AfterFault } from "./interruption.ts";
import type { Outcome, Task, TaskId } from "./task.ts";
import { workTask } from "./work.ts";
import { ClaimLost, StoppedByPerson, type Waiting } from "./work-state.ts";

/** Takes tasks from the queue and works them to their end, over restarts. */
export interface TaskRunner extends AsyncDisposable {
  /** Frees what a dead process had claimed and begins. @returns how many tasks were at work then */
  start(): Promise<number>;
  /** Looks into the queue now. */
  wake(): void;
  /** Ends a task that waits or runs; its sandbox is killed at once. False when it is neither. */
  stop(id: TaskId, by: string): Promise<boolean>;
  /** Goes on with an interrupted task; false when it is not interrupted. */
  resume(id: TaskId): Promise<boolean>;
  /** Goes on with the task that was put away for this approval, once that is approved or denied; else does nothing. */
  takeUp(approval: Approval): Promise<void>;
  /** Resolves when nothing is at work. */
  idle(): Promise<void>;
}
const FIRST_REOPEN_MS = 1000;

export function createTaskRunner(options: TaskRunnerOptions, deps: TaskRunnerDependencies): TaskRunner {
  const { store, clock, emit, teller } = deps;
  const atWork = new Map<TaskId, { abort: AbortController; done: Promise<void> }>();
  const closing = new AbortController();
  let looking: Promise<void> | null = null;
  let again = false;

  function wake(): void {
    again = true;
    looking ??= look().finally(() => {
      looking = null;
    });
  }
  async function look(): Promise<void> {
    while (again && !closing.signal.aborted && atWork.size < options.parallel) {
      again = false;
      try {
        const claim = await store.tasks.claim(deps.holder, clock.now(), {
          until: instant(clock.now() + options.leaseMs),
          perPerson: options.parallelPerPerson,
        });
        if (claim === null) return;
        again = true;
        begin(claim);
      } catch (error) {
        emit({ kind: "fault", doing: "looking for tasks", code: "tasks", detail: String(error) });
        return;
      }
    }
  }
  function begin(claim: { task: Task; fence: Fence }): void {
    const abort = new AbortController();
    const done = run(claim, abort)
      .catch((error: unknown) =>
        emit({
          kind: "fault",
          doing: `working on task ${claim.task.id}`,
          code: "tasks",
          detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
      )
      .finally(() => {
        atWork.delete(claim.task.id);
        wake();
      });
    atWork.set(claim.task.id, { abort, done });
  }
  async function run(claim: { task: Task; fence: Fence }, abort: AbortController): Promise<void> {
    const over = new AbortController();
    const beating = heartbeat(claim.fence, abort, over.signal);
    try {
      await runToEnd(claim, abort.signal);
    } finally {
      over.abort();
      await beating;
    }
  }
  async function heartbeat(fence: Fence, abort: AbortController, over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      await clock.sleep(options.leaseMs / 3, over);
      if (over.aborted) return;
      const kept = await store.tasks.heartbeat(fence, instant(clock.now() + options.leaseMs)).catch(() => true);
      if (!kept) abort.abort(new ClaimLost(`task ${fence.taskId}`));
    }
  }
  /** A lost sandbox is opened again, for a while; anything else that a person must see to interrupts the task. */
  async function runToEnd(claim: { task: Task; fence: Fence }, signal: AbortSignal): Promise<void> {
    const giveUpAt = { at: 0 };
    for (let attempt = 0; ; attempt += 1) {
      let problem: AfterFault;
      const began = clock.now();
      try {
        const fresh = (await store.tasks.get(claim.task.id)) ?? claim.task;
        const outcome = await workTask({ ...claim, task: fresh }, options, deps, signal);
        if (outcome?.kind === "waiting") await park(claim, outcome);
        else if (outcome !== null) await end(claim, outcome);
        return;
      } catch (error) {
        if (error instanceof ClaimLost) return;
        problem = afterFault(error);
        emit({
          kind: "fault",
          doing: `working on task ${claim.task.id}`,
          code: problem.kind,
          detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
      }
      // A try that worked for a while was no failure to open.
      if (giveUpAt.at === 0 || clock.now() - began > options.reopenMs) giveUpAt.at = began + options.reopenMs;
      if (problem.kind === "retry" && clock.now() < giveUpAt.at) {
        await clock.sleep(FIRST_REOPEN_MS * 2 ** Math.min(attempt, 4), signal);
        if (!signal.aborted) continue;
      }
      if (signal.aborted) return endStopped(claim, signal);
      return problem.kind === "fail"
        ? end(claim, { kind: "failed", reason: problem.reason })
        : interrupt(claim, problem.reason);
    }
  }
  async function endStopped(claim: { task: Task; fence: Fence }, signal: AbortSignal): Promise<void> {
    if (signal.reason instanceof StoppedByPerson) await end(claim, { kind: "stopped", by: signal.reason.by });
  }
  async function end({ task, fence }: { task: Task; fence: Fence }, outcome: Outcome): Promise<void> {
    const now = await store.tasks.get(task.id);
    if (now === null || (now.state.kind !== "running" && now.state.kind !== "queued")) return;
    const startedAt = now.state.kind === "running" ? now.state.startedAt : now.state.at;
    const ended: Task = { ...now, state: { kind: "ended", startedAt, endedAt: clock.now(), outcome } };
    if (outcome.kind === "done") await deps.delivery.expect(ended);
    if (!(await store.tasks.move(ended, now.state.kind, fence))) return;
    emit({ kind: "task.ended", taskId: task.id, outcome: outcome.kind, because: becauseOf(outcome) });
    await deps.approvals.close(task.id);
    await tellTooLate(ended);
    await teller.ended(ended);
    deps.delivery.wake();
  }
  /** What was said and never taken up is not dropped without a word. */
  async function tellTooLate(task: Task): Promise<void> {
    const taken = new Set((await store.steps.list(task.id)).map((step) => step.steering));
    for (const said of await store.steering.list(task.id))
      if (!taken.has(said.id)) await teller.steered(task, said, "too-late");
  }
  /** Puts the task away. Whoever decides looks for a task put away, and this looks for a decision: one of the two sees the other. */
  async function park(claim: { task: Task; fence: Fence }, { approvalId, what }: Waiting): Promise<void> {
    await interrupt(claim, `waits for a decision: ${what}`, { approvalId });
    const approval = await store.approvals.get(approvalId);
    if (approval !== null && isAnswered(approval)) await resume(claim.task.id);
  }
  async function interrupt(
    { task, fence }: { task: Task; fence: Fence },
    reason: string,
    waits: { approvalId?: number } = {},
  ): Promise<void> {
    const now = await store.tasks.get(task.id);
    if (now === null || (now.state.kind !== "running" && now.state.kind !== "queued")) return;
    const interrupted: Task = {
      ...now,
      state: {
        kind: "interrupted",
        at: clock.now(),
        reason,
        red: now.state.kind === "running" ? now.state.red : [],
        ...waits,
      },
    };
    if (!(await store.tasks.move(interrupted, now.state.kind, fence))) return;
    emit({ kind: "task.interrupted", taskId: task.id, reason });
    await teller.ended(interrupted);
  }
  async function resume(id: TaskId): Promise<boolean> {
    const task = await store.tasks.get(id);
    if (task?.state.kind !== "interrupted") return false;
    const { at, red } = task.state;
    const moved = await store.tasks.move(
      { ...task, state: { kind: "running", phase: "preparing", startedAt: at, red } },
      "interrupted",
    );
    if (moved) wake();
    return moved;
  }
  async function stopWaiting(task: Task, by: string): Promise<boolean> {
    if (task.state.kind !== "queued" && task.state.kind !== "interrupted") return false;
    const at = clock.now();
    const ended: Task = {
      ...task,
      state: { kind: "ended", startedAt: at, endedAt: at, outcome: { kind: "stopped", by } },
    };
    if (!(await store.tasks.move(ended, task.state.kind))) return false;
    emit({ kind: "task.ended", taskId: task.id, outcome: "stopped", because: `by ${by}` });
    await deps.approvals.close(task.id);
    await teller.ended(ended);
    return true;
  }
  return {
    wake,
    async start() {
      await store.tasks.releaseOthers(deps.holder);
      const running = await store.tasks.list({ limit: 1000, states: ["running"] });
      // What had ended, but was perhaps not told: telling it again shows nothing twice.
      for (const task of await store.tasks.list({ limit: 20, states: ["ended", "interrupted"] })) {
        if (task.state.kind === "ended") await deps.approvals.close(task.id);
        await teller.ended(task);
      }
      wake();
      return running.length;
    },
    async stop(id, by) {
      const work = atWork.get(id);
      if (work !== undefined) {
        work.abort.abort(new StoppedByPerson(by));
        return true;
      }
      const task = await store.tasks.get(id);
      return task !== null && (await stopWaiting(task, by));
    },
    resume,
    async takeUp(approval) {
      const { id, taskId } = approval;
      if (!isAnswered(approval)) return;
      const task = await store.tasks.get(taskId);
      if (task?.state.kind === "interrupted" && task.state.approvalId === id) await resume(taskId);
    },
    async idle() {
      const busy = () => [...(looking === null ? [] : [looking]), ...[...atWork.values()].map((work) => work.done)];
      for (let under = busy(); under.length > 0; under = busy()) await Promise.allSettled(under);
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      for (const { abort } of atWork.values()) abort.abort(new Error("the program closes"));
      await Promise.allSettled([...atWork.values()].map((work) => work.done));
    },
  };
}
/** Can the work go on by it? To its own questions no answer is one, too. */
function isAnswered({ state, subject }: Approval): boolean {
  return state.kind === "approved" || state.kind === "denied" || (state.kind === "expired" && subject.kind === "ask");
}
/** What decided the end, for the record. */
function becauseOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case "done":
      return `${outcome.proof.after.length} checks green at ${outcome.commit.slice(0, 12)}`;
    case "not-proved":
      return outcome.reasons.join(" ");
    case "gave-up":
      return `${outcome.over}: ${outcome.summary}`;
    case "failed":
      return outcome.reason;
    case "denied":
      return `${outcome.by} denied ${outcome.action}`;
    case "stopped":
      return `by ${outcome.by}`;
  }
}
