import type { PipelineStep } from "../pipelines/pipeline.ts";

/** What is going to be done, in words, with the checks that decide whether it was. Fixed when it is approved. */
export type Plan = {
  /** Counts up with each edit; buttons carry it, so that an old button cannot approve a new plan. */
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  /** `spark`: whose kind of work it is, where that is not the task's own spark. */
  readonly steps: readonly { readonly text: string; readonly risk: Risk; readonly spark?: string }[];
  readonly criteria: readonly Criterion[];
  /** What was not known when it was made; the work goes on with what is likely, and says so. */
  readonly openQuestions?: readonly string[];
  readonly estimate?: Estimate;
  /** The commands that decide, in the order they run; found in the repository, not made up by the model. */
  readonly checks: readonly PipelineStep[];
  /** What must run before checks can: installing dependencies. */
  readonly prepare: readonly PipelineStep[];
};
/** In US dollars. `likely`: the median of `from` earlier tasks on the repository, null when there are none of known price. */
export type Estimate = { readonly likely: number | null; readonly from: number; readonly atMost: number | null };
type Risk = "low" | "medium" | "high";
/** `checkId` names the check that decides it; null when only a person can tell (the proof then says so). */
export type Criterion = { readonly text: string; readonly checkId: string | null };
