import type { AgentEnd } from "../agent/job.ts";
import { healingMessage } from "../agent/prompt.ts";
import type { StepReport } from "../pipelines/pipeline.ts";
import { describeReports } from "../tools/run-checks.ts";
import { checkRunOf } from "./check-run.ts";
import { judge } from "./judge.ts";
import { PROOF, reachOfCall } from "./reach.ts";
import { gateOf } from "./work-agent.ts";
import { type Place, grantsOf, openPlace } from "./work-place.ts";
import { type Waiting, type Work, type WorkEnd, enter, stopped } from "./work-state.ts";

/** Runs the same checks on the result, in a fresh clone and a sandbox that the model never had its hands on. */
export async function prove(
  work: Work,
  summary: string,
  { mayHeal }: { mayHeal: boolean },
): Promise<WorkEnd | "again"> {
  const { task, journal } = work;
  const { commit } = journal.read();
  const before = task.state.red;
  if (commit === task.base)
    return {
      kind: "not-proved",
      summary,
      commit: null,
      proof: { base: task.base, commit: null, before, after: [] },
      reasons: ["Nothing was changed."],
    };
  const reach = await mayProofReach(work, commit);
  if (reach === null) return stopped(work.signal);
  if (typeof reach === "object") return reach;
  await enter(work, "checking-after");
  const reports = await checkResult(work, { purpose: "proof", commit, alone: !reach });
  if (work.signal.aborted) return stopped(work.signal);
  const after = reports.kind === "checked" ? reports.reports.map((report) => checkRunOf(report, commit)) : [];
  const { proved, reasons, notes } =
    reports.kind === "checked" ? judge(before, after) : { proved: false, reasons: [reports.problem], notes: [] };
  const proof = { base: task.base, commit, before, after };
  if (proved)
    return { kind: "done", summary: [summary, ...notes].join("\n\n"), commit, proof, verdict: { kind: "open" } };
  const missing = reports.kind === "checked" ? reports.reports.flatMap(missedBy) : [];
  if (!mayHeal) return { kind: "not-proved", summary, commit, proof, reasons: [...reasons, ...missing] };
  await journal.append({
    message: {
      role: "user",
      text: healingMessage(reasons, reports.kind === "checked" ? describeReports(reports.reports) : reports.problem),
    },
  });
  return "again";
}
/**
 * Work that was ended may be done nevertheless: that is so when its checks went from red to green. Where none was red, its change may as well be
 * half of one. What is not proved is kept to be looked at.
 */
export async function proveUnfinished(work: Work, end: AgentEnd & { kind: "gave-up" }): Promise<WorkEnd | "again"> {
  if (work.journal.read().commit === work.task.base) return end;
  const ended = await prove(work, `It was ended before it said that it was done: ${end.summary}`, { mayHeal: false });
  if (ended === null || ended === "again" || (ended.kind !== "done" && ended.kind !== "not-proved")) return ended;
  const { commit, proof } = ended;
  if (commit === null) return end;
  if (ended.kind === "not-proved") return { ...end, unproved: { commit, proof, reasons: ended.reasons } };
  if (proof.before.some(({ outcome }) => outcome === "red")) return ended;
  return { ...end, unproved: { commit, proof, reasons: [HALF] } };
}
const HALF = "The checks are green, as they were before the work: they do not tell whether it is whole.";
/** What a check that did not pass may have lacked. */
function missedBy({ title, outcome, notes }: StepReport): readonly string[] {
  return outcome === "passed" ? [] : notes.map((note) => `${title}: ${note}`);
}
/** The checks run what the work made, which strangers may have had a hand in: then what they reach is asked for. @returns null: it was stopped */
async function mayProofReach(work: Work, commit: string): Promise<boolean | Waiting | null> {
  if (reachOfCall(PROOF, grantsOf(work)).length === 0) return false;
  const { gate } = gateOf(work);
  const cause = `task:${work.task.id}:proof:${commit}`;
  const permission = await gate({ prepared: { intent: PROOF, risk: "low" }, commit, cause }, work.signal);
  if (permission.kind === "stopped") return null;
  return permission.kind === "waiting" ? permission : permission.kind === "go";
}
type Checked =
  | { readonly kind: "checked"; readonly reports: readonly StepReport[] }
  | { readonly kind: "unusable"; readonly problem: string };
async function checkResult(work: Work, place: Place): Promise<Checked> {
  await using bench = await openPlace(work, place);
  if (bench.problem !== null) return { kind: "unusable", problem: bench.problem };
  return { kind: "checked", reports: await bench.runChecks(work.signal) };
}
