import type { Approval } from "../policy/approvals/approval.ts";
import { instant } from "../../lib/time.ts";
import type { Fence } from "../ports/store.ts";
import type { TaskRunnerDependencies, TaskRunnerOptions } from "./deps.ts";
import { type Claim, stopWaiting } from "./end-task.ts";
import type { TaskId } from "./task.ts";
import { ClaimLost, StoppedByPerson } from "./work-state.ts";
import { workToEnd } from "./work-to-end.ts";

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
  function begin(claim: Claim): void {
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
  async function run(claim: Claim, abort: AbortController): Promise<void> {
    const over = new AbortController();
    const beating = heartbeat(claim.fence, abort, over.signal);
    try {
      const waitsFor = await workToEnd(claim, options, deps, abort.signal);
      if (waitsFor !== null) await resumeIfDecided(claim.task.id, waitsFor);
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
  /** Whoever decides looks for a task put away, and this looks for a decision: one of the two sees the other. */
  async function resumeIfDecided(taskId: TaskId, approvalId: number): Promise<void> {
    const approval = await store.approvals.get(approvalId);
    if (approval !== null && isAnswered(approval)) await resume(taskId);
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
      return task !== null && (await stopWaiting(task, by, deps));
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
