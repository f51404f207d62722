import { describe, expect, test } from "vitest";
import type { Store } from "../../src/core/ports/store.ts";
import { approval, AT, LATER, REPORT, task } from "./store-samples.ts";

/** What every store promises of the steps, the approvals and the runs of tasks. */
export function describeRecords(
  name: string,
  open: () => Promise<Pick<Store, "tasks" | "steps" | "approvals" | "runs"> & AsyncDisposable>,
): void {
  describe(`records of ${name}`, () => {
    test("of the steps it is known where their texts came from, each once, as they came", async () => {
      await using store = await open();
      const { id: taskId } = await store.tasks.add(task("a"));
      const { id: other } = await store.tasks.add(task("b"));
      const message = { role: "user", text: '{"origin":"person"}' } as const;
      const step = { taskId, at: AT, message, usage: null, snapshot: null } as const;
      expect(await store.steps.origins(taskId)).toEqual([]);
      for (const [index, origin] of (["web", undefined, "flagged", "web", "memory"] as const).entries())
        await store.steps.append({ ...step, index, ...(origin === undefined ? {} : { origin }) });
      await store.steps.append({ ...step, taskId: other, index: 0, origin: "repository" });
      expect(await store.steps.origins(taskId)).toEqual(["web", "flagged", "memory"]);
      expect(await store.steps.origins(other)).toEqual(["repository"]);
    });
    test("steps are written in order, without gaps, once", async () => {
      await using store = await open();
      const { id: taskId } = await store.tasks.add(task("a"));
      const asked = {
        taskId,
        index: 0,
        at: AT,
        message: {
          role: "assistant",
          text: "",
          calls: [
            { id: "1", name: "shell", kind: "parsed", arguments: { command: ["ls"], deep: { a: null } } },
            { id: "2", name: "shell", kind: "invalid", raw: "{", problem: "no JSON" },
          ],
        },
        usage: { inputTokens: 1, outputTokens: 2, costUsd: null },
        snapshot: null,
      } as const;
      const answered = {
        taskId,
        index: 1,
        at: LATER,
        message: { role: "tool", callId: "1", name: "shell", text: "ok" },
        usage: null,
        snapshot: "f".repeat(40),
      } as const;
      await store.steps.append(asked);
      await expect(store.steps.append({ ...asked, index: 2 })).rejects.toThrow(/step 1 is next/u);
      await store.steps.append(answered);
      await expect(store.steps.append(answered)).rejects.toThrow(/step 2 is next/u);
      expect(await store.steps.list(taskId)).toEqual([asked, answered]);
      await store.steps.clear(taskId);
      expect(await store.steps.list(taskId)).toEqual([]);
      await store.steps.append(asked);
    });
    test("the same question is asked once until it is used or refused", async () => {
      await using store = await open();
      const { id: taskId } = await store.tasks.add(task("a"));
      const changed = { at: LATER, why: "changed" };
      const ask = async (hash: string, cause: string) =>
        store.approvals.ask({ ...approval(taskId, hash), cause }, changed);
      const { approval: first, voided } = await ask("h1", "call:1");
      expect(first).toEqual({ id: first.id, ...approval(taskId, "h1"), cause: "call:1", state: { kind: "pending" } });
      expect(voided).toEqual([]);
      expect((await ask("h1", "call:1")).approval.id).toBe(first.id);
      const { approval: other } = await ask("h1", "call:2");
      expect((await store.approvals.pending()).map((row) => row.id)).toEqual([first.id, other.id]);
      const person = { by: 7, byName: "Zoë", at: AT };
      const yes = { kind: "approved" as const, scope: "once" as const, ...person };
      const used = { kind: "used" as const, scope: "once" as const, usedAt: LATER, ...person };
      expect(await store.approvals.move(first.id, "pending", yes)).toBe(true);
      expect(await store.approvals.move(first.id, "pending", { kind: "denied", words: null, ...person })).toBe(false);
      expect((await ask("h1", "call:1")).approval.state).toEqual(yes);
      expect(await store.approvals.move(first.id, "approved", used)).toBe(true);
      expect(await store.approvals.move(first.id, "approved", used)).toBe(false);
      const { approval: anew } = await ask("h1", "call:1");
      expect(anew.id).toBeGreaterThan(other.id);
      expect((await store.approvals.get(first.id))?.state).toEqual(used);
      const drifted = await ask("h2", "call:1");
      expect(drifted.voided).toEqual([{ ...anew, state: { kind: "void", ...changed } }]);
      expect(
        await store.approvals.move(drifted.approval.id, "pending", { kind: "denied", words: "no", ...person }),
      ).toBe(true);
      expect((await ask("h2", "call:1")).approval.id).toBe(drifted.approval.id);
      expect((await store.approvals.list({ taskId, limit: 2 })).map((row) => row.id)).toEqual([
        drifted.approval.id,
        anew.id,
      ]);
      expect((await store.approvals.list({ states: ["used"], limit: 9 })).map((row) => row.id)).toEqual([first.id]);
      expect(await store.approvals.list({ taskId: taskId + 1, limit: 9 })).toEqual([]);
      expect(await store.approvals.get(99)).toBeNull();
    });
    test("a run has its report when it is finished", async () => {
      await using store = await open();
      const id = await store.runs.add({ repositoryId: 3, commit: "a".repeat(40), at: AT });
      expect(await store.runs.get(id)).toEqual({ id, repositoryId: 3, commit: "a".repeat(40), report: null });
      await store.runs.finish(id, REPORT, LATER);
      expect((await store.runs.get(id))?.report).toEqual(REPORT);
      expect(await store.runs.get(id + 1)).toBeNull();
      await expect(store.runs.finish(id + 1, REPORT, LATER)).rejects.toThrow(/never added/u);
    });
  });
}
