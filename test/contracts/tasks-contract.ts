import { describe, expect, test } from "vitest";
import type { Store } from "../../src/core/ports/store.ts";
import type { TaskState } from "../../src/core/tasks/task.ts";
import { instant } from "../../src/lib/time.ts";
import { AT, LAST, LATER, STATES, task } from "./store-samples.ts";

/** What every store of tasks promises of their states, their queue and the leases on them. */
export function describeTasks(name: string, open: () => Promise<Pick<Store, "tasks"> & AsyncDisposable>): void {
  describe(`tasks of ${name}`, () => {
    test("nobody's tasks take more places than one person may have; begun work goes on all the same", async () => {
      await using store = await open();
      const queued = (origin: string, requestedBy: number | null, at: number) =>
        store.tasks.add({ ...task(origin), requestedBy, state: { kind: "queued", at: instant(AT + at) } });
      for (const [index, by] of [7, 7, 7, 8, null].entries()) await queued(`t${index}`, by, index);
      const options = { until: LAST, perPerson: 2 };
      const origins: (string | undefined)[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const claim = await store.tasks.claim("w", AT, options);
        origins.push(claim?.task.origin);
        if (claim === null) continue;
        const state = { kind: "running" as const, phase: "preparing" as const, startedAt: AT, red: [] };
        await store.tasks.move({ ...claim.task, state }, "queued", claim.fence);
      }
      expect(origins).toEqual(["t0", "t1", "t3", "t4", undefined]);
      await store.tasks.releaseOthers("next");
      expect((await store.tasks.claim("next", AT, options))?.task.origin).toBe("t0");
    });
    test("every state comes back as it was put", async () => {
      await using store = await open();
      for (const state of Object.values<TaskState>(STATES)) {
        const added = await store.tasks.add(task(state.kind, state));
        expect(await store.tasks.get(added.id)).toEqual({ id: added.id, ...task(state.kind, state) });
      }
      expect(await store.tasks.get(99)).toBeNull();
    });
    test("the same origin makes one task", async () => {
      await using store = await open();
      const first = await store.tasks.add(task("update:1"));
      expect(await store.tasks.add({ ...task("update:1"), goal: "other" })).toEqual(first);
      expect(await store.tasks.list({ limit: 9 })).toEqual([first]);
    });
    test("lists newest first, by state and by chat", async () => {
      await using store = await open();
      await store.tasks.add(task("a", STATES.queued));
      await store.tasks.add({ ...task("b"), chat: null });
      await store.tasks.add(task("c"));
      const origins = async (options: Parameters<typeof store.tasks.list>[0]) =>
        (await store.tasks.list(options)).map((row) => row.origin);
      expect(await origins({ limit: 2 })).toEqual(["c", "b"]);
      expect(await origins({ limit: 9, states: ["planned"] })).toEqual(["c", "b"]);
      expect(await origins({ limit: 9, states: [] })).toEqual([]);
      expect(await origins({ limit: 9, chatId: 5 })).toEqual(["c", "a"]);
    });
    test("a move happens once", async () => {
      await using store = await open();
      const added = await store.tasks.add(task("a"));
      expect(await store.tasks.move({ ...added, goal: "new", state: STATES.queued }, "planned")).toBe(true);
      expect(await store.tasks.move({ ...added, state: STATES.cancelled }, "planned")).toBe(false);
      expect(await store.tasks.get(added.id)).toMatchObject({ goal: "new", state: { kind: "queued" } });
    });
    test("the queue is claimed in order, each task once", async () => {
      await using store = await open();
      await store.tasks.add(task("late", { kind: "queued", at: LATER }));
      await store.tasks.add(task("early", { kind: "queued", at: AT }));
      await store.tasks.add(task("planned"));
      const claims = [];
      for (let turn = 0; turn < 3; turn += 1) claims.push(await store.tasks.claim("w", AT, { until: LAST }));
      expect(claims.map((claim) => claim?.task.origin)).toEqual(["early", "late", undefined]);
    });
    test("a lease that is over is claimed by another, and the old fence changes nothing", async () => {
      await using store = await open();
      const added = await store.tasks.add(task("a", STATES.queued));
      const old = await store.tasks.claim("w1", AT, { until: LATER });
      expect(await store.tasks.move({ ...added, state: STATES.running }, "queued", old?.fence)).toBe(true);
      const fresh = await store.tasks.claim("w2", LATER, { until: LAST });
      expect(fresh?.task.state.kind).toBe("running");
      if (old === null || fresh === null) throw new Error("both claims must succeed");
      expect(await store.tasks.heartbeat(old.fence, LAST)).toBe(false);
      expect(await store.tasks.move({ ...added, state: STATES.ended }, "running", old.fence)).toBe(false);
      expect(await store.tasks.heartbeat(fresh.fence, LAST)).toBe(true);
      expect(await store.tasks.move({ ...added, state: STATES.ended }, "running", fresh.fence)).toBe(true);
      expect(await store.tasks.heartbeat(fresh.fence, LAST)).toBe(false);
    });
    test("the same holder's older claim is old too", async () => {
      await using store = await open();
      await store.tasks.add(task("a", STATES.queued));
      const old = await store.tasks.claim("w", AT, { until: LATER });
      await store.tasks.claim("w", LATER, { until: LAST });
      if (old === null) throw new Error("the claim must succeed");
      expect(await store.tasks.heartbeat(old.fence, LAST)).toBe(false);
    });
    test("a person who ends a running task voids the worker's claim", async () => {
      await using store = await open();
      const added = await store.tasks.add(task("a", STATES.queued));
      const claim = await store.tasks.claim("w", AT, { until: LAST });
      if (claim === null) throw new Error("the claim must succeed");
      await store.tasks.move({ ...added, state: STATES.running }, "queued", claim.fence);
      await store.tasks.move({ ...added, state: STATES.interrupted }, "running");
      await store.tasks.move({ ...added, state: STATES.queued }, "interrupted");
      expect(await store.tasks.move({ ...added, state: STATES.running }, "queued", claim.fence)).toBe(false);
      expect((await store.tasks.claim("w", AT, { until: LAST }))?.task.id).toBe(added.id);
    });
    test("a heartbeat keeps a claim", async () => {
      await using store = await open();
      await store.tasks.add(task("a", STATES.queued));
      const claim = await store.tasks.claim("w", AT, { until: LATER });
      if (claim === null) throw new Error("the claim must succeed");
      expect(await store.tasks.heartbeat(claim.fence, LAST)).toBe(true);
      expect(await store.tasks.claim("w2", LATER, { until: LAST })).toBeNull();
    });
    test("the leases of the dead are released, one's own are kept", async () => {
      await using store = await open();
      await store.tasks.add(task("a", STATES.queued));
      await store.tasks.add(task("b", STATES.queued));
      await store.tasks.claim("dead", AT, { until: LAST });
      await store.tasks.claim("me", AT, { until: LAST });
      expect(await store.tasks.releaseOthers("me")).toBe(1);
      expect(await store.tasks.releaseOthers("me")).toBe(0);
      expect((await store.tasks.claim("me", AT, { until: LAST }))?.task.origin).toBe("a");
      expect(await store.tasks.claim("me", AT, { until: LAST })).toBeNull();
    });
  });
}
