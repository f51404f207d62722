import type { OutboxStore } from "../../ports/store.ts";
import type { Task } from "../../tasks/task.ts";
import type { ChatDependencies } from "./dependencies.ts";
import { keptLine } from "../interview/decide-plan.ts";
import { closePlan, planKey, putPlan } from "../interview/plan-messages.ts";

const LATEST = 50;

/**
 * After a start: each plan's message is made to say what its task's state says. A crash between deciding and telling is
 * mended by this; where both were done nothing changes.
 */
export async function recoverPlans(deps: ChatDependencies & { readonly outbox: OutboxStore }): Promise<void> {
  for (const task of await deps.tasks.list({ limit: LATEST })) {
    if (task.chat === null || !task.origin.startsWith("update:")) continue;
    if (task.kept === true) await closePlan(deps, task, keptLine(task));
    else if (task.state.kind === "planned")
      await putPlan(deps, task, (await deps.book.get(task.repositoryId))?.name ?? "(removed)");
    else await closeOpen(deps, task);
  }
}
async function closeOpen(deps: ChatDependencies & { readonly outbox: OutboxStore }, task: Task): Promise<void> {
  const row = await deps.outbox.get(planKey(task.id, task.plan.version));
  if (row?.message.keyboard === undefined) return;
  await closePlan(deps, task, task.state.kind === "cancelled" ? "✖️ Cancelled. Nothing was run." : "✅ Approved.");
}
