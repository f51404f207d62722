import type { TestApp } from "./app.ts";
import { DISCOUNT_PLAN } from "./plans.ts";
import { callsTool } from "./scripted-model.ts";

/** A scripted model's turns that mend the sample's failing test: the plan, the change by one tool or the other, the end. */
export const PLAN = callsTool("propose_plan", DISCOUNT_PLAN);
export const EDIT = callsTool("edit_file", {
  path: "src/discount.js",
  old_text: "totalCents > rule.from",
  new_text: "totalCents >= rule.from",
});
export const PATCH = callsTool("patch", {
  patch: `src/discount.js
<<<<<<< SEARCH
  return totalCents > rule.from ? percentOf(totalCents, rule.percent) : 0;
=======
  return totalCents >= rule.from ? percentOf(totalCents, rule.percent) : 0;
>>>>>>> REPLACE`,
});
export const FINISH = callsTool("finish", { summary: "Mended the comparison." });

export const GOAL = "Fix the failing test in sample";
/** Says the goal, and approves the plan that comes of it. */
export async function beginWork(app: TestApp): Promise<void> {
  await app.says(GOAL);
  await app.presses("Approve");
}
