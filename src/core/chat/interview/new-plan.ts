import type { ChatRef } from "../../incoming.ts";
import type { Wish } from "../../planning/interview.ts";
import type { PlanDraft } from "../../planning/planner.ts";
import type { Origin } from "../../policy/taint.ts";
import type { CodingWish } from "../../ports/coding-clis.ts";
import type { Survey } from "../../tasks/survey.ts";
import type { Task } from "../../tasks/task.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { giveHand } from "../desk/hand.ts";
import { modelOf } from "./planner-call.ts";
import { closePlan, putPlan } from "./plan-messages.ts";
import { planOf } from "./plan-of.ts";

const DEFAULT_SPARK = "coder";

/** The task that a plan makes: shown to be decided on, or begun where it was said to begin at once. */
export async function showNewPlan(
  deps: ChatDependencies,
  turn: Turn,
  { goal, from, spark = DEFAULT_SPARK, atOnce }: Wish,
  { found, draft, read }: { found: Survey; draft: PlanDraft; read: readonly Origin[] },
): Promise<void> {
  const now = deps.clock.now();
  const added = await deps.tasks.add({
    origin: `update:${turn.row.id}`,
    goal,
    repositoryId: found.repository.id,
    spark,
    ...(await modelOf(deps, turn.incoming.chat)),
    ...(await codingOf(deps, turn.incoming.chat)),
    ...(from === undefined ? {} : { from }),
    chat: turn.incoming.chat,
    requestedBy: turn.incoming.from.userId,
    createdAt: now,
    base: found.state.head,
    plan: await planOf(deps, draft, found, 1),
    state: { kind: "planned" },
    ...(read.length === 0 ? {} : { read }),
  });
  // Before it can begin, so that it begins with them.
  await giveHand(deps, turn, { taskId: added.id, givenBy: null, taken: "any" });
  const task = atOnce === true ? await queued(deps, added) : added;
  deps.emit({ kind: "task.created", taskId: task.id, goal });
  deps.emit({ kind: "plan.made", taskId: task.id, version: 1, title: task.plan.title });
  if (task.state.kind === "planned") return putPlan(deps, task, found.repository.name);
  if (task.state.kind === "queued")
    await closePlan(deps, task, `🚀 Dispatched to ${spark} by ${turn.incoming.from.name}.`);
  deps.runner.wake();
}
/** Not asked about: it may begin. One that was decided on otherwise meanwhile stays what it is. */
async function queued({ tasks, clock }: ChatDependencies, task: Task): Promise<Task> {
  if (task.state.kind !== "planned") return task;
  await tasks.move({ ...task, state: { kind: "queued", at: clock.now() } }, "planned");
  return (await tasks.get(task.id)) ?? task;
}
async function codingOf({ chats }: ChatDependencies, { chatId }: ChatRef): Promise<{ coding?: CodingWish }> {
  const coding = (await chats.get(chatId))?.coding ?? null;
  return coding === null ? {} : { coding };
}
