import type { z } from "zod";
import type { Instant } from "../../lib/time.ts";

/** What asks one thing after the other, as plain values: the same state and input make the same step. States and inputs are JSON. */
export type Machine<State, Input, Step> = {
  readonly input: z.ZodType<Input>;
  /** @param now when it was said */
  readonly step: (state: State, input: Input, now: Instant) => Step;
  /** What it stands at after a step; null: it is over. */
  readonly after: (step: Step, before: State) => State | null;
};
