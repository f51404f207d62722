import * as fc from "fast-check";
import { expect, test } from "vitest";
import { pushBranchProblem } from "../policy/commands/push-branch.ts";
import { branchName } from "./branch-name.ts";

test("the branch of any task may be pushed, and is nothing that git takes for something else", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.string({ unit: "binary", maxLength: 300 }), (id, title) => {
      const branch = branchName({
        id,
        plan: { version: 1, title, summary: "", steps: [], criteria: [], checks: [], prepare: [] },
      });
      expect(pushBranchProblem(branch)).toBeNull();
      expect(branch).toMatch(/^sparks\/task-[1-9]\d*[a-z0-9-]*$/);
    }),
    { numRuns: 500 },
  );
});
