import { expect, test } from "vitest";
import { openStore } from "../../store/store.ts";
import { createHandClock } from "../../../test/support/hand-clock.ts";
import { MINUTE_MS } from "../../lib/time.ts";
import type { Approval, ApprovalSubject } from "./approval.ts";
import { approvalHash } from "./approval-hash.ts";
import { createApprovals } from "./approvals.ts";

const SUBJECT: ApprovalSubject = {
  tool: "shell",
  command: ["git", "push"],
  directory: "",
  network: "registries",
  content: "",
  commit: "c0",
};
const ADA = { userId: 1, name: "Ada" };
const BEN = { userId: 2, name: "Ben" };

async function desk() {
  const store = await openStore({ path: ":memory:" });
  const task = await store.tasks.add(TASK);
  const clock = createHandClock(1_000_000);
  const told: Approval[] = [];
  const open = () =>
    createApprovals(
      { expiryMs: 10 * MINUTE_MS },
      { store: store.approvals, clock, emit: () => undefined, announce: async (approval) => void told.push(approval) },
    );
  const question = { taskId: task.id, subject: SUBJECT, reason: "it leaves the sandbox" };
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((resolve) => setImmediate(resolve));
  };
  return { store, clock, told, open, question, until, signal: new AbortController().signal };
}
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

test("the same button pressed by many decides once, and the yes is used once", async () => {
  const { open, question, told, until, signal } = await desk();
  await using approvals = open();
  const answer = approvals.ask(question, signal);
  await until(() => told.length === 1);
  const id = told[0]?.id ?? 0;
  const presses = await Promise.all([ADA, BEN, ADA, BEN].map(async (by) => approvals.decide(id, by, true)));
  expect(presses.filter((press) => press === "decided")).toHaveLength(1);
  expect(await answer).toEqual({ kind: "approved", byName: "Ada" });
  expect(await approvals.decide(id, BEN, false)).toBe("already");
});

test("after a restart the same question is taken up, not asked anew", async () => {
  const { open, question, told, until, signal, store } = await desk();
  const before = open();
  const given = new AbortController();
  const first = before.ask(question, given.signal);
  await until(() => told.length === 1);
  given.abort();
  expect(await first).toEqual({ kind: "stopped" });
  await before[Symbol.asyncDispose]();
  await using after = open();
  const again = after.ask(question, signal);
  await until(() => told.length === 2);
  expect(told[1]?.id).toBe(told[0]?.id);
  expect(await store.approvals.pending()).toHaveLength(1);
  await after.decide(told[0]?.id ?? 0, ADA, false);
  expect(await again).toEqual({ kind: "denied", byName: "Ada" });
});

test("nobody answering means no, and a late press changes nothing", async () => {
  const { open, question, told, until, signal, clock } = await desk();
  await using approvals = open();
  const answer = approvals.ask(question, signal);
  await until(() => told.length === 1);
  clock.advance(11 * MINUTE_MS);
  expect(await answer).toEqual({ kind: "expired" });
  expect(await approvals.decide(told[0]?.id ?? 0, ADA, true)).toBe("expired");
});

test("any other byte of what would run is another question", () => {
  const hashes = [
    SUBJECT,
    { ...SUBJECT, content: "x" },
    { ...SUBJECT, commit: "c1" },
    { ...SUBJECT, network: "none" as const },
    { ...SUBJECT, command: ["git", "push", "-f"] },
  ].map(approvalHash);
  expect(new Set(hashes).size).toBe(hashes.length);
});
