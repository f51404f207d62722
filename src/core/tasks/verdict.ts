import type { Clock } from "../../lib/time.ts";
import type { Emit } from "../events.ts";
import type { Repositories } from "../ports/repositories.ts";
import type { RepositoryStore, TaskStore } from "../ports/store.ts";
import { decideDeed } from "../policy/decide.ts";
import { branchName } from "./branch-name.ts";
import type { Levels } from "./levels.ts";
import { shownChange } from "./shown-change.ts";
import type { TaskTeller } from "./teller.ts";
import type { Outcome, Task, Verdict } from "./task.ts";

/** What a person does with a proved change. Doing it twice does it once. */
export interface Verdicts {
  /**
   * Writes the change as a branch into the registered repository.
   * @param shown what the person saw, by `shownChange`; null for the change as it is now
   * @throws Fault branch.exists, repository.git-failed
   */
  apply(
    taskId: number,
    by: string,
    shown: number | null,
  ): Promise<{ readonly kind: "applied"; readonly branch: string } | Refused>;
  discard(taskId: number, by: string): Promise<{ readonly kind: "discarded" } | Refused>;
  /** Removes the branch of an applied change, as long as it is exactly that and nobody stands on it. */
  rollback(taskId: number, by: string): Promise<{ readonly kind: "rolled-back"; readonly branch: string } | Refused>;
}
type Refused = { readonly kind: "refused"; readonly reason: string };
type VerdictDependencies = {
  readonly tasks: TaskStore;
  readonly repositories: RepositoryStore;
  readonly git: Repositories;
  readonly levels: Levels;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly teller: TaskTeller;
};
const PUBLISH_MS = 120_000;

export function createVerdicts({
  tasks,
  repositories,
  git,
  levels,
  clock,
  emit,
  teller,
}: VerdictDependencies): Verdicts {
  async function decide(task: Task, outcome: Outcome & { kind: "done" }, verdict: Verdict): Promise<boolean> {
    if (task.state.kind !== "ended") return false;
    const decided: Task = { ...task, state: { ...task.state, outcome: { ...outcome, verdict } } };
    const moved = await tasks.move(decided, "ended");
    if (moved) await teller.ended(decided);
    return moved;
  }
  return {
    async apply(taskId, by, shown) {
      const found = await openOutcome(tasks, taskId);
      if ("reason" in found) return found;
      const { task, outcome } = found;
      if (shown !== null && shown !== shownChange(outcome.commit))
        return refused(
          `The change of task ${taskId} is another by now, and was not applied. Press Apply under its newest result.`,
        );
      const { level, from } = await levels.of(task);
      // Whoever asks for it is the one who would be asked.
      const may = decideDeed("apply", { level, attended: true });
      if (may.kind === "deny")
        return refused(
          `Task ${taskId} was not applied: ${may.reason} (set by the ${from}). The patch is kept: /diff ${taskId} shows it.`,
        );
      if (outcome.verdict.kind === "discarded") return refused(`Task ${taskId} was discarded; nothing was applied.`);
      if (outcome.verdict.kind === "rolled-back")
        return refused(`Task ${taskId} was applied and rolled back; /retry ${taskId} does it anew.`);
      if (outcome.verdict.kind === "applied") return { kind: "applied", branch: outcome.verdict.branch };
      const repository = await repositories.get(task.repositoryId);
      if (repository === null) return refused("The repository was removed from the list; register it again to apply.");
      const branch = branchName(task);
      await git.publish(
        repository.mirrorId,
        repository.source,
        outcome.commit,
        branch,
        AbortSignal.timeout(PUBLISH_MS),
      );
      await decide(task, outcome, { kind: "applied", branch, at: clock.now(), by });
      emit({ kind: "task.applied", taskId, branch, by });
      return { kind: "applied", branch };
    },
    async rollback(taskId, by) {
      const found = await openOutcome(tasks, taskId);
      if ("reason" in found) return found;
      const { task, outcome } = found;
      if (outcome.verdict.kind === "rolled-back") return { kind: "rolled-back", branch: outcome.verdict.branch };
      if (outcome.verdict.kind !== "applied")
        return refused(`Task ${taskId} is not applied, so there is nothing to undo.`);
      const repository = await repositories.get(task.repositoryId);
      if (repository === null) return refused("The repository was removed from the list; register it again first.");
      const { branch } = outcome.verdict;
      const { mirrorId, source } = repository;
      const end = await git.withdraw(mirrorId, source, outcome.commit, branch, AbortSignal.timeout(PUBLISH_MS));
      if (end === "moved")
        return refused(`Branch ${branch} has moved on since; it was left as it is. Revert its commits by hand.`);
      if (end === "checked-out")
        return refused(`Branch ${branch} is checked out; it was left as it is. Switch to another one and try again.`);
      await decide(task, outcome, { kind: "rolled-back", branch, at: clock.now(), by });
      emit({ kind: "task.rolled-back", taskId, branch, by });
      return { kind: "rolled-back", branch };
    },
    async discard(taskId, by) {
      const found = await openOutcome(tasks, taskId);
      if ("reason" in found) return found;
      const { task, outcome } = found;
      if (outcome.verdict.kind === "applied")
        return refused(`Task ${taskId} is applied already as ${outcome.verdict.branch}.`);
      if (outcome.verdict.kind === "discarded") return { kind: "discarded" };
      if (outcome.verdict.kind === "rolled-back") return refused(`Task ${taskId} was rolled back already.`);
      await decide(task, outcome, { kind: "discarded", at: clock.now(), by });
      emit({ kind: "task.discarded", taskId, by });
      return { kind: "discarded" };
    },
  };
}
async function openOutcome(
  tasks: TaskStore,
  id: number,
): Promise<{ task: Task; outcome: Outcome & { kind: "done" } } | Refused> {
  const task = await tasks.get(id);
  if (task?.state.kind !== "ended" || task.state.outcome.kind !== "done")
    return refused(`Task ${id} has no proved change to decide on.`);
  return { task, outcome: task.state.outcome };
}
function refused(reason: string): Refused {
  return { kind: "refused", reason };
}
