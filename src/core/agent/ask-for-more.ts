import type { Raise, Short } from "./budget.ts";
import { withFindings } from "./found-so-far.ts";
import type { AgentEnd, Paying } from "./job.ts";

/** A person says whether there is more money for the task; the time until then is not time of work. */
export async function askForMore(
  short: Short,
  { job, deps, worked }: Paying,
  signal: AbortSignal = job.signal,
): Promise<Raise> {
  const askedAt = deps.clock.now();
  try {
    return await deps.budget.raise(short, signal);
  } finally {
    worked.waitedMs += deps.clock.now() - askedAt;
  }
}
export function endOf(raise: Exclude<Raise, { kind: "raised" }>, { deps }: Paying): AgentEnd {
  if (raise.kind !== "refused") return raise;
  return { kind: "gave-up", over: "cost", summary: withFindings(raise.why, deps.journal.read()) };
}
