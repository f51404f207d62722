import type { Raise } from "./budget.ts";
import { withFindings } from "./found-so-far.ts";
import type { AgentEnd, Run } from "./job.ts";

/** A person says whether there is more money for the task; the time until then is not time of work. */
export async function askForMore(worstUsd: number | null, { job, deps, worked }: Run): Promise<Raise> {
  const askedAt = deps.clock.now();
  const raise = await deps.budget.raise(worstUsd, job.signal);
  worked.waitedMs += deps.clock.now() - askedAt;
  return raise;
}
export function endOf(raise: Exclude<Raise, { kind: "raised" }>, { deps }: Run): AgentEnd {
  if (raise.kind !== "refused") return raise;
  return { kind: "gave-up", over: "cost", summary: withFindings(raise.why, deps.journal.read()) };
}
