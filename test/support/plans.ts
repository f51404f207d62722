/** What a scripted model gives `propose_plan` when the plan is not what is tried. */
export const SMALL_PLAN = {
  title: "Fix the total",
  summary: "One line.",
  steps: [{ text: "Mend it", risk: "low" }],
  criteria: [{ text: "The test passes", check: null }],
};
/** The plan of work that really mends the sample's failing test. */
export const DISCOUNT_PLAN = {
  title: "Mend the discount",
  summary: "The comparison is wrong.",
  steps: [{ text: "Mend it", risk: "low" }],
  criteria: [{ text: "The tests pass", check: "node:test" }],
};
