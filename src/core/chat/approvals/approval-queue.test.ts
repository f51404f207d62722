import * as fc from "fast-check";
import { expect, test } from "vitest";
import { nextWaiting, type Waiting } from "./approval-queue.ts";

const waiting = (kind: "approval" | "plan", id: number): Waiting => ({ kind, id }) as Waiting;
const QUEUE = [waiting("approval", 3), waiting("approval", 8), waiting("plan", 2), waiting("plan", 9)];

test.each([
  ["the first to begin with", null, 0],
  ["the one after", waiting("approval", 3), 1],
  ["the plans after the questions", waiting("approval", 8), 2],
  ["the one after what was decided meanwhile", waiting("approval", 5), 1],
  ["the first again behind the last", waiting("plan", 9), 0],
])("%s", (_name, after, expected) => {
  expect(nextWaiting(QUEUE, after)).toBe(expected);
});

test("pressing next as often as there are things shows each of them", () => {
  const ids = fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(ids, ids, (approvals, plans) => {
      const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b);
      const all = [
        ...sorted(approvals).map((id) => waiting("approval", id)),
        ...sorted(plans).map((id) => waiting("plan", id)),
      ];
      const seen = new Set<Waiting | undefined>();
      let shown = all[nextWaiting(all, null)];
      for (let press = 0; press < all.length; press += 1) {
        seen.add(shown);
        shown = all[nextWaiting(all, shown ?? null)];
      }
      expect(seen.size).toBe(all.length);
    }),
  );
});
