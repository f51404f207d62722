import { z } from "zod";
import type { ToolCall } from "../ports/model.ts";
import { isFailure, succeeded } from "./answer.ts";
import { defineTool } from "./tool.ts";

const NAME = "step_done";
const schema = z.strictObject({ step: z.int().min(1).max(99).describe("Number of the plan's step") });

/** Only shown to people: what decides whether the work is done are the checks. */
export const stepDone = defineTool({
  name: NAME,
  description:
    "Ticks a step of the plan in the list that people watch. Call it together with the next call, when a step is done.",
  schema,
  risk: "low",
  mutates: false,
  intent: () => ({ effect: "look" }),
  run: ({ step }) => Promise.resolve(succeeded(`Step ${step} is ticked.`)),
});
/** Numbers of the steps that were ticked, from the calls and what they were answered. */
export function tickedSteps(answered: readonly { readonly call: ToolCall; readonly text: string }[]): number[] {
  return answered.flatMap(({ call, text }) => {
    if (call.name !== NAME || call.kind !== "parsed" || isFailure(text)) return [];
    const parsed = schema.safeParse(call.arguments);
    return parsed.success ? [parsed.data.step] : [];
  });
}
