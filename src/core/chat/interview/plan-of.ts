import { estimateCost } from "../../planning/estimate.ts";
import type { PlanDraft } from "../../planning/planner.ts";
import type { SpendingStore } from "../../ports/spending.ts";
import type { TaskStore } from "../../ports/store.ts";
import type { Plan } from "../../tasks/plan.ts";
import { checksOf, preparationOf, type Survey } from "../../tasks/survey.ts";

export type PlanDependencies = {
  readonly tasks: Pick<TaskStore, "list">;
  readonly spending: Pick<SpendingStore, "spent">;
  /** Of one task, in US dollars; null: no cap. */
  readonly maxCostUsd: () => number | null;
};
const LOOKED_AT = 100;
const COUNTED = 20;

/** A model's draft with what the program itself adds: the repository's own checks, and what it may cost. */
export async function planOf(
  deps: PlanDependencies,
  draft: PlanDraft,
  { repository, pipeline }: Survey,
  version: number,
): Promise<Plan> {
  const earlier = (await deps.tasks.list({ limit: LOOKED_AT, states: ["ended"] }))
    .filter(({ repositoryId }) => repositoryId === repository.id)
    .slice(0, COUNTED);
  const spent = await Promise.all(earlier.map(({ id }) => deps.spending.spent(id)));
  return {
    ...draft,
    version,
    checks: checksOf(pipeline),
    prepare: preparationOf(pipeline),
    estimate: estimateCost(
      spent.filter((usd) => usd > 0),
      deps.maxCostUsd(),
    ),
  };
}
