import type { Task } from "../../tasks/task.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { closePlan } from "./plan-messages.ts";

/** What a person says of a plan as it stands. @returns what came of it, in a sentence for them */
export async function decidePlan(
  deps: ChatDependencies,
  turn: Turn,
  task: Task,
  decision: "approve" | "cancel" | "keep",
): Promise<string> {
  const { from } = turn.incoming;
  if (!(await deps.approvers.may(from.userId, task, "low"))) return "Those who may decide on plans see to this one.";
  const { kept: _, ...plain } = task;
  const now = deps.clock.now();
  const next: Task =
    decision === "approve"
      ? { ...plain, state: { kind: "queued", at: now } }
      : decision === "cancel"
        ? { ...plain, state: { kind: "cancelled", at: now } }
        : { ...task, kept: true };
  if (task.state.kind !== "planned" || !(await deps.tasks.move(next, "planned")))
    return `Task ${task.id} was decided already.`;
  switch (decision) {
    case "approve":
      deps.emit({ kind: "plan.approved", taskId: task.id, userId: from.userId, name: from.name });
      await closePlan(deps, task, `✅ Approved by ${from.name}.`);
      deps.runner.wake();
      return "Approved. Work begins.";
    case "cancel":
      await closePlan(deps, task, `✖️ Cancelled by ${from.name}. Nothing was run.`);
      return "Cancelled.";
    case "keep":
      await closePlan(deps, task, keptLine(task));
      return "Kept.";
  }
}
export function keptLine({ id }: Pick<Task, "id">): string {
  return `📌 Kept; nothing was started. /implement ${id} takes it up, /tasks planned lists what is kept.`;
}
