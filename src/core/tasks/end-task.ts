import type { Fence } from "../ports/store.ts";
import type { TaskRunnerDependencies } from "./deps.ts";
import type { Outcome, Task } from "./task.ts";

/** A task that is worked by us. */
export type Claim = { readonly task: Task; readonly fence: Fence };
export type EndDependencies = Pick<
  TaskRunnerDependencies,
  "store" | "clock" | "emit" | "teller" | "approvals" | "delivery"
>;

/** Ends the task as it is by now, unless somebody else has; stored before it is told. */
export async function endTask({ task, fence }: Claim, outcome: Outcome, deps: EndDependencies): Promise<void> {
  const { store, clock, emit, teller } = deps;
  const now = await store.tasks.get(task.id);
  if (now === null || (now.state.kind !== "running" && now.state.kind !== "queued")) return;
  const startedAt = now.state.kind === "running" ? now.state.startedAt : now.state.at;
  const ended: Task = { ...now, state: { kind: "ended", startedAt, endedAt: clock.now(), outcome } };
  if (outcome.kind === "done") await deps.delivery.expect(ended);
  if (!(await store.tasks.move(ended, now.state.kind, fence))) return;
  emit({ kind: "task.ended", taskId: task.id, outcome: outcome.kind, because: becauseOf(outcome) });
  await deps.approvals.close(task.id);
  await tellTooLate(ended, deps);
  await teller.ended(ended);
  deps.delivery.wake();
}
/** What was said and never taken up is not dropped without a word. */
async function tellTooLate(task: Task, { store, teller }: EndDependencies): Promise<void> {
  const taken = new Set((await store.steps.list(task.id)).map((step) => step.steering));
  for (const said of await store.steering.list(task.id))
    if (!taken.has(said.id)) await teller.steered(task, said, "too-late");
}
/** Puts the task away as it is by now, to be gone on with; `approvalId`: once that is decided. */
export async function interruptTask(
  { task, fence }: Claim,
  { reason, ...waits }: { readonly reason: string; readonly approvalId?: number },
  { store, clock, emit, teller }: EndDependencies,
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
/** Ends a task that nobody works on; false when somebody does, or it is over. */
export async function stopWaiting(task: Task, by: string, deps: EndDependencies): Promise<boolean> {
  const { store, clock, emit, teller } = deps;
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
