import type { CheckRun } from "./proof.ts";

export type Judgement = {
  readonly proved: boolean;
  /** Why not; each a sentence. */
  readonly reasons: readonly string[];
  /** What the proof does not say, when it is proved. */
  readonly notes: readonly string[];
};
const MOST_NAMED = 5;

/**
 * Whether checks fixed before the work prove it: each that could run is green afterwards, what was red is green, and no test
 * that passed before is gone or passed over. A test that was deleted, skipped or emptied away therefore proves nothing.
 */
export function judge(before: readonly CheckRun[], after: readonly CheckRun[]): Judgement {
  const reasons = [
    ...after.flatMap((run) =>
      judgeCheck(
        before.find((earlier) => earlier.checkId === run.checkId),
        run,
      ),
    ),
    ...missingChecks(before, after),
  ];
  if (!after.some((run) => run.outcome === "green"))
    reasons.push(after.length === 0 ? "There is no check that could prove it." : "No check is green.");
  const notes = before.some((run) => run.outcome === "red")
    ? []
    : ["No check was red before the work: this proves that nothing broke, not that the goal is met."];
  return { proved: reasons.length === 0, reasons, notes };
}
function missingChecks(before: readonly CheckRun[], after: readonly CheckRun[]): string[] {
  return before
    .filter((run) => !after.some((later) => later.checkId === run.checkId))
    .map((run) => `Check ${run.checkId} was not run on the result.`);
}
function judgeCheck(before: CheckRun | undefined, after: CheckRun): string[] {
  if (after.outcome === "error")
    return before === undefined || before.outcome === "error"
      ? []
      : [`Check ${after.checkId} ran before the work and could not be run on the result.`];
  // What was red before and is no worse is not this work's doing when another check proves the goal; a red check still proves nothing.
  if (after.outcome === "red")
    return [
      `Check ${after.checkId} is red${
        after.failed.length === 0
          ? ` (exit code ${after.exitCode ?? "none"})`
          : `: ${after.failed
              .slice(0, MOST_NAMED)
              .map((test) => test.name)
              .join(", ")}`
      }.`,
    ];
  return before === undefined ? [] : goneTests(before, after);
}
function goneTests(before: CheckRun, after: CheckRun): string[] {
  const now = new Set(after.passedIds);
  const gone = before.passedIds.filter((id) => !now.has(id));
  const unmended = before.failed.filter((test) => !now.has(test.id));
  return [
    ...(gone.length === 0
      ? []
      : [
          `${gone.length} test${gone.length === 1 ? "" : "s"} of ${after.checkId} passed before and ${gone.length === 1 ? "is" : "are"} gone or skipped now.`,
        ]),
    ...(unmended.length === 0
      ? []
      : [
          `Failing tests of ${after.checkId} are gone or skipped instead of mended: ${unmended
            .slice(0, MOST_NAMED)
            .map((test) => test.name)
            .join(", ")}.`,
        ]),
  ];
}
