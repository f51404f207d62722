import { bold, italic, paragraph, type Block } from "../../../lib/blocks.ts";
import type { Model } from "../../ports/model.ts";
import { type Task } from "../../tasks/task.ts";
import { type ChatDependencies } from "../desk/dependencies.ts";
import { answerTo } from "./answer-to.ts";
import { planBlocks, planKeyboard } from "./view-plan.ts";

/** Everything that rests on a recording says so. */
export function labelled(deps: { readonly model: Pick<Model, "about"> }, blocks: readonly Block[]): readonly Block[] {
  if (deps.model.about.kind !== "recorded") return blocks;
  return [...blocks, paragraph(italic("🎞 Recorded model: a demonstration, not a live answer."))];
}

export async function putPlan(deps: ChatDependencies, task: Task, repository: string): Promise<void> {
  if (task.chat === null) return;
  await deps.messenger.put({
    key: planKey(task.id, task.plan.version),
    chat: task.chat,
    ...(await askedBy(deps, task)),
    anchor: `📋 Task ${task.id}: ${task.plan.title}`,
    blocks: labelled(deps, planBlocks(task, repository)),
    keyboard: planKeyboard(task),
  });
}
async function askedBy({ inbox }: ChatDependencies, { origin }: Task): Promise<{ readonly replyTo?: number }> {
  const row = /^update:(\d+)$/.exec(origin)?.[1];
  const asked = row === undefined ? undefined : (await inbox.get(Number(row)))?.incoming;
  return asked === undefined ? {} : answerTo(asked);
}
/** The plan's message once it is decided: what was decided, and no buttons. */
export async function closePlan(deps: ChatDependencies, task: Task, decision: string): Promise<void> {
  if (task.chat === null) return;
  const repository = (await deps.book.get(task.repositoryId))?.name ?? "(removed)";
  const blocks = labelled(deps, [...planBlocks(task, repository).slice(0, -1), paragraph(bold(decision))]);
  await deps.messenger.put({
    key: planKey(task.id, task.plan.version),
    chat: task.chat,
    anchor: `📋 Task ${task.id}: ${task.plan.title}`,
    blocks,
  });
}
export function planKey(taskId: number, version: number): string {
  return `task:${taskId}:plan:${version}`;
}

export async function closeReplaced(
  deps: ChatDependencies,
  { id, chat, plan }: Task,
  oldVersion: number,
): Promise<void> {
  if (chat === null) return;
  const blocks = [paragraph(`📋 Task ${id}: this plan was replaced by version ${plan.version} below.`)];
  await deps.messenger.put({ key: planKey(id, oldVersion), chat, anchor: `📋 Task ${id}`, blocks });
}
