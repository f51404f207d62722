import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ADA, approvalDesk, DENY, ONCE } from "../../../../test/support/approval-desk.ts";
import { INSTALL } from "../../../../test/support/approval-samples.ts";
import { MINUTE_MS } from "../../../lib/time.ts";
import type { ApprovalStore } from "../../ports/store.ts";
import { approvalHash } from "./approval-hash.ts";
import type { Answer, ApprovalSubject } from "./approval.ts";
import type { Approvals } from "./approvals.ts";

/** Fails at the n-th step, before or after it was done: as a process killed there. */
function killedAt(store: ApprovalStore, at: number, when: "before" | "after"): ApprovalStore {
  let step = 0;
  async function guarded<T>(act: () => Promise<T>): Promise<T> {
    const mine = step;
    step += 1;
    if (mine > at || (mine === at && when === "before")) throw new Error("killed");
    const done = await act();
    if (mine === at) throw new Error("killed");
    return done;
  }
  return {
    ask: (question, ifChanged) => guarded(() => store.ask(question, ifChanged)),
    get: (id) => guarded(() => store.get(id)),
    list: (options) => guarded(() => store.list(options)),
    pending: () => guarded(() => store.pending()),
    move: (id, from, to) => guarded(() => store.move(id, from, to)),
  };
}
const went = (answers: readonly (Answer | null)[]) => answers.filter((answer) => answer?.kind === "approved").length;
const orNull = <T>(promise: Promise<T>): Promise<T | null> => promise.catch(() => null);

test("killed between any two steps, one yes lets one run at most, and nothing is stuck", async () => {
  for (const when of ["before", "after"] as const) {
    for (let at = 0; at < 9; at += 1) {
      const { store, open, question, patient, told } = await approvalDesk();
      const doomed = open(killedAt(store.approvals, at, when));
      const brief = { ...patient, waitMs: 0 };
      const answers = [await orNull(doomed.ask(question(), brief))];
      const [asked] = await store.approvals.pending();
      if (asked !== undefined) await orNull(doomed.decide(asked.id, ADA, ONCE));
      answers.push(await orNull(doomed.ask(question(), brief)));
      await doomed[Symbol.asyncDispose]();

      await using after = open();
      await after.start();
      const decidedBefore = told.filter(({ state }) => state.kind === "approved").length > 0;
      answers.push(await after.ask(question(), brief));
      const rows = await store.approvals.list({ limit: 9 });
      const used = rows.filter(({ state }) => state.kind === "used").length;
      expect(went(answers)).toBeLessThanOrEqual(used);
      expect(used).toBeLessThanOrEqual(
        rows.filter(({ state }) => state.kind === "used" || state.kind === "approved").length,
      );
      if (!decidedBefore) expect(used).toBeLessThanOrEqual(1);
      for (const { id } of await store.approvals.pending()) await after.decide(id, ADA, ONCE);
      const last = went(answers) === 1 ? null : await after.ask(question(), brief);
      expect(went([...answers, last]), `killed ${when} step ${at}`).toBe(1);
    }
  }
});

type World = { approvals: Approvals; subject: ApprovalSubject; runs: string[]; yes: string[] };
test("whatever order asks, presses, changes, time and restarts come in: what ran is what somebody said yes to, once", async () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant("ask" as const), cause: fc.constantFrom("call:0", "call:1") }),
    fc.record({ kind: fc.constant("press" as const), which: fc.nat(5), yes: fc.boolean() }),
    fc.record({ kind: fc.constant("change" as const), commit: fc.constantFrom("c0", "c1", "c2") }),
    fc.record({ kind: fc.constant("wait" as const), minutes: fc.constantFrom(1, 6, 11) }),
    fc.record({ kind: fc.constant("restart" as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      const { store, open, question, patient, clock } = await approvalDesk();
      const world: World = { approvals: open(), subject: INSTALL, runs: [], yes: [] };
      for (const one of acts) {
        if (one.kind === "ask") {
          const answer = await world.approvals.ask(question(world.subject, one.cause), { ...patient, waitMs: 0 });
          if (answer.kind === "approved") world.runs.push(`${answer.approvalId} ${approvalHash(world.subject)}`);
        } else if (one.kind === "press") {
          const all = await store.approvals.list({ limit: 99 });
          const approval = all[one.which % Math.max(1, all.length)];
          if (approval === undefined) continue;
          const told = await world.approvals.decide(approval.id, ADA, one.yes ? ONCE : DENY);
          if (told === "decided" && one.yes) world.yes.push(`${approval.id} ${approval.hash}`);
          if (approval.expiresAt <= clock.now()) expect(told).not.toBe("decided");
        } else if (one.kind === "change") world.subject = { ...INSTALL, commit: one.commit };
        else if (one.kind === "wait") clock.advance(one.minutes * MINUTE_MS);
        else {
          await world.approvals[Symbol.asyncDispose]();
          world.approvals = open();
          await world.approvals.start();
        }
      }
      await world.approvals[Symbol.asyncDispose]();
      expect(new Set(world.runs).size).toBe(world.runs.length);
      for (const run of world.runs) expect(world.yes).toContain(run);
    }),
    { numRuns: 60 },
  );
});
