import type { Approval, ApprovalSubject } from "../../src/core/policy/approvals/approval.ts";
import { createApprovals, type Decision } from "../../src/core/policy/approvals/approvals.ts";
import type { ApprovalStore } from "../../src/core/ports/store.ts";
import { MINUTE_MS } from "../../src/lib/time.ts";
import { openStore } from "../../src/store/store.ts";
import { INSTALL } from "./approval-samples.ts";
import { createHandClock } from "./hand-clock.ts";

export const ADA = { userId: 1, name: "Ada" };
export const GRACE = { userId: 2, name: "Grace" };
export const ONCE: Decision = { kind: "approve", scope: "once" };
export const DENY: Decision = { kind: "deny", words: null };
const TASK = {
  origin: "test:1",
  goal: "g",
  repositoryId: 1,
  spark: "coder",
  chat: null,
  requestedBy: null,
  createdAt: 0 as never,
  base: "0".repeat(40),
  plan: { version: 1, title: "t", summary: "s", steps: [], criteria: [], checks: [], prepare: [] },
  state: { kind: "planned" as const },
};
export const EXPIRY_MS = 10 * MINUTE_MS;

/** Approvals over a real store, with a clock of the test and all that was told of them. */
export async function approvalDesk(storable = (subject: ApprovalSubject) => subject) {
  const store = await openStore({ path: ":memory:" });
  const task = await store.tasks.add(TASK);
  const clock = createHandClock(1_000_000);
  const [told, reminded]: [Approval[], number[]] = [[], []];
  const open = (approvals: ApprovalStore = store.approvals) =>
    createApprovals(
      { expiryMs: EXPIRY_MS, remindMs: EXPIRY_MS / 2 },
      {
        store: approvals,
        storable,
        clock,
        emit: () => undefined,
        announce: async (approval) => void told.push(approval),
        remind: async ({ id }) => void reminded.push(id),
      },
    );
  const question = (subject: ApprovalSubject | (() => ApprovalSubject) = INSTALL, cause = "call:0") => ({
    taskId: task.id,
    cause,
    reason: "it installs",
    risk: "medium" as const,
    subject: async () => (typeof subject === "function" ? subject() : subject),
  });
  const until = async (condition: () => boolean) => {
    for (let count = 0; !condition(); count += 1) {
      if (count > 5000) throw new Error("it never came to be");
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const patient = { signal: new AbortController().signal, waitMs: 60 * MINUTE_MS };
  return { store, clock, told, reminded, open, question, until, patient, task };
}
