import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ApprovalSubject } from "../policy/approvals/approval.ts";
import { ceilingOf, raisedCeiling } from "./budget.ts";

const granted = (kind: ApprovalSubject["kind"], maxCostUsd: number | null): ApprovalSubject => ({
  kind,
  tool: "model",
  command: [],
  paths: [],
  directory: "",
  image: "",
  hosts: [],
  content: "",
  commit: "",
  maxCostUsd,
});

test("the ceiling is that of the settings, or the highest a person granted; other approvals grant no money", () => {
  expect(ceilingOf(5, [])).toBe(5);
  expect(ceilingOf(5, [granted("spend", 7), granted("spend", 10), granted("run", 99)])).toBe(10);
  const forCodex = { ...granted("spend", 50), tool: "codex" };
  expect(ceilingOf(5, [forCodex])).toBe(5);
  expect(ceilingOf(5, [forCodex, granted("spend", 99)], "codex")).toBe(50);
  expect(ceilingOf(12, [granted("spend", 10)])).toBe(12);
  expect(ceilingOf(null, [granted("spend", 10)])).toBeNull();
});
test("a raise is by what a task gets at first, and always enough for the next request", () => {
  expect(raisedCeiling({ now: 5, spent: 4.9, step: 5, worstUsd: 0.2 })).toBe(10);
  const money = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(money, money, money, money, (now, spent, step, worstUsd) => {
      const to = raisedCeiling({ now, spent, step, worstUsd });
      expect(to).toBeGreaterThanOrEqual(now + step - 1e-5);
      expect(to).toBeGreaterThanOrEqual(spent + worstUsd - 1e-5);
    }),
  );
});
