import type { PartEnd, PartWish } from "../tools/tool.ts";
import type { AgentDependencies, AgentEnd, AgentJob, PartPlace, Run, Worked } from "./job.ts";
import { partMessages } from "./prompt.ts";

type RunAgent = (job: AgentJob, deps: AgentDependencies, worked: Worked) => Promise<AgentEnd>;
/**
 * Another spark does a part of the work: the same loop on the same workspace, limits and money of the task, with its own tools as far as the caller
 * has them, and paid from its own purse of the day too. Its steps stand in the caller's journal, so that it is taken up where it was.
 * @param at how many calls of the caller were answered before the one that hands it over
 */
export async function runPart(wish: PartWish, at: number, run: Run, runAgent: RunAgent): Promise<PartEnd> {
  const { job, deps, worked } = run;
  const place = deps.partBy(wish.spark);
  const journal = deps.journal.part(at);
  const partJob: AgentJob = {
    ...job,
    opening: partMessages(place.spark, { ...wish, caller: deps.work.spark, whole: job.goal }),
    limits: { ...job.limits, steps: stepsFor(place, journal.read(), job.limits.steps) },
    part: { at, spark: wish.spark },
  };
  return runAgent(partJob, partDependencies(deps, place, journal), worked);
}
/** Never more than the caller has left; counted in turns of all together, as the limits are. */
function stepsFor(
  { maxSteps }: PartPlace,
  { turns, ownTurns }: { readonly turns: number; readonly ownTurns: number },
  most: number,
): number {
  return maxSteps === null ? most : Math.min(most, turns - ownTurns + maxSteps);
}
function partDependencies(
  deps: AgentDependencies,
  { spark: { name }, toolbox, gate, work }: PartPlace,
  journal: AgentDependencies["journal"],
): AgentDependencies {
  return {
    ...deps,
    ...{ toolbox, gate, work, journal },
    budget: deps.budget.by(name),
    onProgress: (progress) => deps.onProgress({ ...progress, tool: `${name}: ${progress.tool ?? "thinks"}` }),
    onThought: (text) => deps.onThought(`${name}: ${text}`),
    // What people say is for who has the whole work: it hears them when the part is done.
    steering: async () => [],
  };
}
