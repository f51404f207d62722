import type { Clock } from "../../lib/time.ts";
import type { Redactor } from "../../lib/redact.ts";
import type { Emit } from "../events.ts";
import type { Approvals } from "../policy/approvals/approvals.ts";
import { deedAfter, decideDeed } from "../policy/decide.ts";
import type { Deed } from "../policy/intent.ts";
import type { OutgoingRules } from "../policy/outgoing-text.ts";
import { type Origin, strangersIn, type Taint, taintOf } from "../policy/taint.ts";
import type { CodeHost, HostedRepository, MergeMethod } from "../ports/code-host.ts";
import type { Repositories } from "../ports/repositories.ts";
import type { Repository, Store } from "../ports/store.ts";
import type { Levels } from "../tasks/levels.ts";
import { filesOf, originsOf } from "../tasks/task-files.ts";
import type { Outcome, Task } from "../tasks/task.ts";
import type { TaskTeller } from "../tasks/teller.ts";
import type { Pull, PullState } from "./pull.ts";

export type PullOptions = {
  /** How often open ones are looked at. */
  readonly pollMs: number;
  readonly mergeMethod: MergeMethod;
  /** Reviews that must approve before one is merged without asking. */
  readonly mergeApprovals: number;
};
export type PullDependencies = {
  readonly host: CodeHost;
  readonly git: Repositories;
  readonly store: Pick<Store, "pulls" | "tasks" | "repositories" | "approvals" | "steps" | "attachments" | "callMarks">;
  readonly approvals: Pick<Approvals, "ask" | "close">;
  readonly levels: Levels;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly teller: Pick<TaskTeller, "ended">;
  readonly outgoing: OutgoingRules;
  /** Takes out the secrets of this machine, and nothing else. */
  readonly known: Redactor;
};
/** All that one step of a pull request rests on. */
export type Scene = {
  readonly task: Task;
  readonly repository: Repository;
  readonly hosted: HostedRepository;
  readonly taint: Taint;
  /** The strangers whose texts the task has read. */
  readonly read: readonly Origin[];
  readonly options: PullOptions;
  readonly deps: PullDependencies;
  readonly signal: AbortSignal;
};

/** The repository on the code host that a registered one is of; null: none. */
export async function hostedOf(
  { source }: Repository,
  { git, host }: Pick<PullDependencies, "git" | "host">,
  signal: AbortSignal,
): Promise<HostedRepository | null> {
  const address = await git.remoteOf(source, signal);
  return address === null ? null : host.at(address);
}
/** @returns null when the task or its repository is gone, or that is on no code host */
export async function openScene(
  taskId: number,
  options: PullOptions,
  deps: PullDependencies,
  signal: AbortSignal,
): Promise<Scene | null> {
  const task = await deps.store.tasks.get(taskId);
  const repository = task === null ? null : await deps.store.repositories.get(task.repositoryId);
  if (task === null || repository === null) return null;
  const hosted = await hostedOf(repository, deps, signal);
  if (hosted === null) return null;
  const origins = await originsOfTask(task, deps);
  const [taint, read] = [taintOf(origins), strangersIn(origins)];
  return { task, repository, hosted, taint, read, options, deps, signal };
}
async function originsOfTask(task: Task, { store }: PullDependencies): Promise<readonly Origin[]> {
  const files = originsOf(await filesOf(task.id, "any", { store }));
  return [...(task.read ?? []), ...files, ...(await store.steps.origins(task.id))];
}
/** A change that the checks proved; null: there is none. */
export function provedChange({ state }: Task): (Outcome & { readonly kind: "done" }) | null {
  return state.kind === "ended" && state.outcome.kind === "done" ? state.outcome : null;
}
export type May =
  | { readonly kind: "allow" | "ask"; readonly level: number }
  | { readonly kind: "deny"; readonly reason: string };
/** The strictest of what the deeds need, now. */
export async function mayDo(
  deeds: readonly Deed[],
  { task, taint, deps }: Pick<Scene, "task" | "taint" | "deps">,
  { attended = task.chat !== null }: { readonly attended?: boolean } = {},
): Promise<May> {
  const { level } = await deps.levels.of(task);
  let asks = false;
  for (const deed of deeds) {
    const may = decideDeed(deedAfter(deed, taint), { level, attended });
    if (may.kind === "deny") return may;
    asks ||= may.kind === "ask";
  }
  return { kind: asks ? "ask" : "allow", level };
}
/** Kept first, then told. */
export async function keep(pull: Pull, { task, deps }: Pick<Scene, "task" | "deps">): Promise<Pull> {
  await deps.store.pulls.put(pull);
  const now = await deps.store.tasks.get(task.id);
  if (now?.state.kind === "ended") await deps.teller.ended(now);
  return pull;
}
export function left(pull: Pull, reason: string, { told }: { readonly told: boolean }): Pull {
  const state: PullState = { kind: "left", reason, told };
  return { ...pull, state, trouble: null };
}
