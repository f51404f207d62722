import { expect, test } from "vitest";
import { wantsPlan } from "./wants-plan.ts";

test.each([
  ["plan", "bare"],
  ["Make a plan", "bare"],
  ["I need a plan!", "bare"],
  ["help me plan", "bare"],
  ["What did we launch?", "mentioned"],
  ["Help me plan the move to Postgres", "mentioned"],
  ["Our strategy for caches", "mentioned"],
  ["Fix the planner and explanations", "no"],
  ["airplane mode", "no"],
  ["", "no"],
])("%s: %s", (text, wish) => {
  expect(wantsPlan(text)).toBe(wish);
});
