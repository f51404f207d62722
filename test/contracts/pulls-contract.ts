import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PullStore } from "../../src/core/ports/pulls.ts";
import { freshPull, type Pull, type PullState } from "../../src/core/pulls/pull.ts";
import { instant } from "../../src/lib/time.ts";
import { createMemoryPulls } from "../support/memory-pulls.ts";

type Opened = AsyncDisposable & {
  readonly pulls: PullStore;
  /** The number of one more task. */
  readonly newTask: () => Promise<number>;
};
const AT = instant(1_700_000_000_000);
const SEEN = { number: 7, url: "https://github.com/ada/shop/pull/7", at: AT };
/** One of each kind, and of each kind of wish. */
const STATES: readonly PullState[] = [
  { kind: "expected" },
  { kind: "asked", approvalId: 3 },
  { kind: "opening", by: "Ada" },
  { kind: "open", ...SEEN, checks: "pending", merge: { kind: "none" } },
  { kind: "open", ...SEEN, checks: "green", merge: { kind: "asked", head: "a".repeat(40), approvalId: 4 } },
  {
    kind: "open",
    ...SEEN,
    checks: "red",
    merge: { kind: "refused", head: "b".repeat(40), reason: "It is protected." },
  },
  { kind: "merging", ...SEEN, head: "c".repeat(40), by: "the rules set" },
  { kind: "merged", ...SEEN, by: "Grace" },
  { kind: "closed", ...SEEN },
  { kind: "left", reason: "Ada said no", told: true },
];
const pullOf = (taskId: number, state: PullState, more: Partial<Pull> = {}): Pull => ({
  ...freshPull(taskId),
  slug: "ada/shop",
  title: "Mend “the” discount\n",
  ...more,
  state,
});

/** What every store of pull requests promises. */
export function describePulls(name: string, open: () => Promise<Opened>): void {
  describe(`pull requests of ${name}`, () => {
    test("keeps each as it was put, one a task, in whatever state", async () => {
      await using opened = await open();
      const { pulls, newTask } = opened;
      const [first, second] = [await newTask(), await newTask()];
      expect(await pulls.get(first)).toBeNull();
      for (const state of STATES) {
        const pull = pullOf(first, state, { pushed: "d".repeat(40), trouble: "GitHub does not answer." });
        await pulls.put(pull);
        expect(await pulls.get(first)).toEqual(pull);
      }
      expect(await pulls.get(second)).toBeNull();
    });
    test("gives those with something left to do, the oldest task first", async () => {
      await using opened = await open();
      const { pulls, newTask } = opened;
      const tasks: number[] = [];
      for (const _ of STATES) tasks.push(await newTask());
      for (const [at, state] of [...STATES.entries()].toReversed()) await pulls.put(pullOf(tasks[at] ?? 0, state));
      const kinds = (await pulls.underWay()).map(({ state }) => state.kind);
      expect(kinds).toEqual(["expected", "asked", "opening", "open", "open", "open", "merging"]);
    });
    test("what was put last counts, whatever came before and for whom", async () => {
      await using opened = await open();
      const tasks = [await opened.newTask(), await opened.newTask(), await opened.newTask()];
      const model = createMemoryPulls();
      const put = fc.record({ task: fc.constantFrom(...tasks), state: fc.constantFrom(...STATES) });
      await fc.assert(
        fc.asyncProperty(fc.array(put, { maxLength: 12 }), async (all) => {
          for (const { task, state } of all)
            for (const store of [opened.pulls, model]) await store.put(pullOf(task, state));
          expect(await opened.pulls.underWay()).toEqual(await model.underWay());
          for (const task of tasks) expect(await opened.pulls.get(task)).toEqual(await model.get(task));
        }),
        { numRuns: 40 },
      );
    });
  });
}
