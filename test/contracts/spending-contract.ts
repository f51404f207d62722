import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SpendingWish } from "../../src/core/ports/spending.ts";
import type { Store } from "../../src/core/ports/store.ts";
import { instant } from "../../src/lib/time.ts";
import { AT, STATES, task } from "./store-samples.ts";

/** What every store promises of money: no purse is ever passed. */
export function describeSpending(
  name: string,
  open: () => Promise<Pick<Store, "tasks" | "spending"> & AsyncDisposable>,
): void {
  describe(`spending of ${name}`, () => {
    test("money is set aside within the cap, settled once, and what is never settled is spent whole", async () => {
      await using store = await open();
      const { id: taskId } = await store.tasks.add(task("t", STATES.planned));
      const reserve = async (usd: number, capUsd: number | null = 1) => {
        const done = await store.spending.reserve(wishOf(taskId, { usd, caps: { ...NO_CAPS, task: capUsd } }));
        return done.kind === "reserved" ? done.id : null;
      };
      const first = await reserve(0.6);
      expect(first).not.toBeNull();
      expect(await reserve(0.5)).toBeNull();
      expect(await reserve(0.5, null)).not.toBeNull();
      await store.spending.settle(first ?? 0, 0.1);
      await store.spending.settle(first ?? 0, 0.9);
      expect(await store.spending.spent(taskId)).toBeCloseTo(0.6);
      expect(await reserve(0.4)).not.toBeNull();
      expect(await reserve(0)).toBeNull();
      expect(await store.spending.spent(taskId + 1)).toBe(0);
    });
    test("a coding CLI's purse is a task's own, for as long as the task lives", async () => {
      await using store = await open();
      const { id: taskId } = await store.tasks.add(task("t", STATES.planned));
      const kindOf = async (usd: number, wish: Partial<SpendingWish> = {}) => {
        const caps = { ...NO_CAPS, cli: 1 };
        const done = await store.spending.reserve(wishOf(taskId, { usd, purpose: "codex", caps, ...wish }));
        return done.kind === "empty" ? done.purse : done.kind;
      };
      expect(await kindOf(0.7, { at: instant(AT - 9e9), since: AT })).toBe("reserved");
      expect(await kindOf(0.4)).toBe("cli");
      expect(await kindOf(0.4, { purpose: "opencode" })).toBe("reserved");
      expect(await kindOf(0.3)).toBe("reserved");
      expect(await store.spending.spent(taskId)).toBeCloseTo(1.4);
      expect(await store.spending.spent(taskId, "codex")).toBeCloseTo(1);
    });
    test("each purse counts its own: a task's for ever, the others from the day on, and the empty one is named", async () => {
      await using store = await open();
      const { id: taskId } = await store.tasks.add(task("t", STATES.planned));
      const kindOf = async (wish: Partial<SpendingWish>) => {
        const done = await store.spending.reserve(wishOf(taskId, wish));
        return done.kind === "empty" ? done.purse : done.kind;
      };
      const yesterday = { at: instant(AT - 1), since: instant(AT - 1000) };
      expect(await kindOf({ usd: 3, ...yesterday })).toBe("reserved");
      expect(await kindOf({ usd: 1, spark: "scout", taskId: null })).toBe("reserved");
      expect(await kindOf({ usd: 0.5, purpose: "talk", spark: null, taskId: null })).toBe("reserved");
      expect(await kindOf({ usd: 0.6, caps: { ...NO_CAPS, day: 2 } })).toBe("day");
      expect(await kindOf({ usd: 0.6, purpose: "talk", caps: { ...NO_CAPS, purpose: 1 } })).toBe("purpose");
      expect(await kindOf({ usd: 0.6, spark: "scout", caps: { ...NO_CAPS, spark: 1.5 } })).toBe("spark");
      expect(await kindOf({ usd: 0.6, caps: { task: 3.5, day: 9, spark: 1, purpose: 9 } })).toBe("task");
      expect(await kindOf({ usd: 0.6, caps: { task: 1, day: 2, spark: 0, purpose: 0.5 } })).toBe("day");
      expect(await kindOf({ usd: 0.5, caps: { task: 3.5, day: 2, spark: 0.5, purpose: 1.5 } })).toBe("reserved");
      expect(await store.spending.spentSince(AT)).toEqual({
        day: 2,
        sparks: new Map([
          ["coder", 0.5],
          ["scout", 1],
        ]),
        purposes: new Map([
          ["talk", 0.5],
          ["work", 1.5],
        ]),
      });
    });
    test("no purse is ever passed, however many ask at once for whatever", async () => {
      const part = fc.record({
        spark: fc.constantFrom("coder", "scout", null),
        purpose: fc.constantFrom("talk", "work"),
        usd: fc.double({ min: 0, max: 2, noNaN: true }),
        settledAt: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      });
      const cap = fc.double({ min: 0.01, max: 6, noNaN: true });
      const capped = fc.record({ day: cap, spark: cap, purpose: cap, task: cap });
      await fc.assert(
        fc.asyncProperty(fc.array(part, { minLength: 10, maxLength: 60 }), capped, async (parts, caps) => {
          await using store = await open();
          const { id: taskId } = await store.tasks.add(task("t", STATES.planned));
          await Promise.all(
            parts.map(async ({ settledAt, ...wish }) => {
              const own = { ...caps, spark: wish.spark === null ? null : caps.spark };
              const done = await store.spending.reserve(wishOf(taskId, { ...wish, caps: own }));
              if (done.kind === "reserved" && settledAt !== null)
                await store.spending.settle(done.id, wish.usd * settledAt);
            }),
          );
          const spent = await store.spending.spentSince(AT);
          expect(spent.day).toBeLessThanOrEqual(caps.day + 1e-9);
          expect(await store.spending.spent(taskId)).toBeLessThanOrEqual(caps.task + 1e-9);
          for (const usd of spent.sparks.values()) expect(usd).toBeLessThanOrEqual(caps.spark + 1e-9);
          for (const usd of spent.purposes.values()) expect(usd).toBeLessThanOrEqual(caps.purpose + 1e-9);
        }),
        { numRuns: 25 },
      );
    });
    test("spending never passes the cap, whoever asks at the same time and wherever it breaks off", async () => {
      const want = fc.record({
        usd: fc.double({ min: 0, max: 2, noNaN: true }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
        settles: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(want, { maxLength: 25 }),
          fc.double({ min: 0, max: 5, noNaN: true }),
          async (wants, capUsd) => {
            await using store = await open();
            const { id: taskId } = await store.tasks.add(task("t", STATES.planned));
            let [really, most] = [0, 0];
            await Promise.all(
              wants.map(async ({ usd, part, settles }) => {
                const caps = { ...NO_CAPS, task: capUsd };
                const done = await store.spending.reserve(wishOf(taskId, { usd, caps }));
                if (done.kind === "empty") return;
                really += usd * part;
                if (settles) await store.spending.settle(done.id, usd * part);
                most = Math.max(most, await store.spending.spent(taskId));
              }),
            );
            expect(really).toBeLessThanOrEqual(capUsd + 1e-9);
            expect(most).toBeLessThanOrEqual(capUsd + 1e-9);
          },
        ),
        { numRuns: 60 },
      );
    });
  });
}
const NO_CAPS = { task: null, day: null, spark: null, purpose: null };
function wishOf(taskId: number, wish: Partial<SpendingWish>): SpendingWish {
  return { taskId, spark: "coder", purpose: "work", usd: 1, at: AT, since: AT, caps: NO_CAPS, ...wish };
}
