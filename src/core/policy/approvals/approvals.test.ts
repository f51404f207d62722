import { expect, test } from "vitest";
import { ADA, approvalDesk, DENY, EXPIRY_MS, GRACE, ONCE } from "../../../../test/support/approval-desk.ts";
import { INSTALL } from "../../../../test/support/approval-samples.ts";
import type { ApprovalStore } from "../../ports/store.ts";
import { approvalHash } from "./approval-hash.ts";
import type { Approval } from "./approval.ts";

const states = (told: readonly Approval[]) => told.map(({ state }) => state.kind);

test("the same button pressed by many decides once, and the yes is taken up once", async () => {
  const { open, question, told, until, patient } = await approvalDesk();
  await using approvals = open();
  const answer = approvals.ask(question(), patient);
  await until(() => told.length === 1);
  const id = told[0]?.id ?? 0;
  const presses = await Promise.all([ADA, GRACE, ADA, GRACE].map(async (by) => approvals.decide(id, by, ONCE)));
  expect(presses.filter((press) => press === "decided")).toHaveLength(1);
  expect(await answer).toEqual({ kind: "approved", byName: "Ada", approvalId: id });
  expect(await approvals.decide(id, GRACE, DENY)).toBe("already");
  expect(states(told)).toEqual(["pending", "approved", "used"]);
});

test("two who press yes and no at once: one of them decides, and that is what happens", async () => {
  const { open, question, told, until, patient } = await approvalDesk();
  await using approvals = open();
  const answer = approvals.ask(question(), patient);
  await until(() => told.length === 1);
  const id = told[0]?.id ?? 0;
  const [no, yes] = await Promise.all([approvals.decide(id, ADA, DENY), approvals.decide(id, GRACE, ONCE)]);
  expect([no, yes].toSorted()).toEqual(["already", "decided"]);
  expect((await answer).kind).toBe(no === "decided" ? "denied" : "approved");
});

test("a yes given while nobody waits is shown as waiting until it is taken up", async () => {
  const { open, question, told, patient } = await approvalDesk();
  await using approvals = open();
  const parked = await approvals.ask(question(), { ...patient, waitMs: 0 });
  expect(parked.kind).toBe("waiting");
  await approvals.decide(told[0]?.id ?? 0, ADA, ONCE);
  expect(told.at(-1)?.state.kind).toBe("approved");
  expect((await approvals.ask(question(), patient)).kind).toBe("approved");
  expect(told.at(-1)?.state.kind).toBe("used");
});

test("a press after its time decides nothing, also where nobody watched the time pass", async () => {
  const { open, question, told, until, patient, clock } = await approvalDesk();
  const before = open();
  const given = new AbortController();
  const first = before.ask(question(), { ...patient, signal: given.signal });
  await until(() => told.length === 1);
  given.abort();
  await first;
  await before[Symbol.asyncDispose]();
  clock.advance(EXPIRY_MS);
  await using after = open();
  expect(await after.decide(told[0]?.id ?? 0, ADA, ONCE)).toBe("expired");
  expect(told.at(-1)?.state.kind).toBe("expired");
  expect((await after.ask(question(), { ...patient, waitMs: 0 })).kind).toBe("waiting");
});

test("after a restart the same question is taken up, not asked anew", async () => {
  const { open, question, told, until, patient, store } = await approvalDesk();
  const before = open();
  const given = new AbortController();
  const first = before.ask(question(), { ...patient, signal: given.signal });
  await until(() => told.length === 1);
  given.abort();
  expect(await first).toEqual({ kind: "stopped" });
  await before[Symbol.asyncDispose]();
  await using after = open();
  await after.start();
  const again = after.ask(question(), patient);
  await until(() => told.length === 3);
  expect(new Set(told.map(({ id }) => id)).size).toBe(1);
  expect(await store.approvals.pending()).toHaveLength(1);
  await after.decide(told[0]?.id ?? 0, ADA, { kind: "deny", words: "use what is there" });
  expect(await again).toEqual({ kind: "denied", byName: "Ada", words: "use what is there" });
  expect(await after.ask(question(), patient)).toEqual({ kind: "denied", byName: "Ada", words: "use what is there" });
});

test("people are reminded once, then it expires as not approved, a late press changes nothing, and it can be asked again", async () => {
  const { open, question, told, reminded, until, patient, clock } = await approvalDesk();
  await using approvals = open();
  const answer = approvals.ask(question(), patient);
  await until(() => told.length === 1);
  await clock.untilSleeping(EXPIRY_MS / 2);
  clock.advance(EXPIRY_MS / 2);
  await until(() => reminded.length === 1);
  await until(() => clock.sleeping().includes(EXPIRY_MS / 2));
  clock.advance(EXPIRY_MS);
  expect((await answer).kind).toBe("waiting");
  expect(states(told)).toEqual(["pending", "expired"]);
  expect(reminded).toHaveLength(1);
  expect(await approvals.decide(told[0]?.id ?? 0, ADA, ONCE)).toBe("expired");
  expect((await approvals.ask(question(), { ...patient, waitMs: 0 })).kind).toBe("waiting");
  expect(told.at(-1)).toMatchObject({ state: { kind: "pending" } });
  expect(told.at(-1)?.id).not.toBe(told[0]?.id);
});

test.each(["commit", "image", "hosts", "command", "content", "directory", "maxCostUsd", "read"] as const)(
  "when the %s changed before the yes is taken up, that yes is void and it is asked anew",
  async (field) => {
    const { open, question, told, patient } = await approvalDesk();
    await using approvals = open();
    let now = INSTALL;
    await approvals.ask(
      question(() => now),
      { ...patient, waitMs: 0 },
    );
    await approvals.decide(told[0]?.id ?? 0, ADA, ONCE);
    const other = {
      commit: "c1",
      image: "other",
      hosts: [],
      command: ["ls"],
      content: "x",
      directory: "a",
      maxCostUsd: 6,
      read: ["web"],
    };
    now = { ...INSTALL, [field]: other[field] };
    expect(
      (
        await approvals.ask(
          question(() => now),
          { ...patient, waitMs: 0 },
        )
      ).kind,
    ).toBe("waiting");
    expect(states(told)).toEqual(["pending", "approved", "void", "pending"]);
  },
);

test("what changes between the press and the use voids the yes", async () => {
  const { open, question, told, until, patient } = await approvalDesk();
  await using approvals = open();
  let now = INSTALL;
  const stop = new AbortController();
  const answer = approvals.ask(
    question(() => now),
    { ...patient, signal: stop.signal },
  );
  await until(() => told.length === 1);
  now = { ...INSTALL, image: "docker sparks-sandbox:1 sha256:2" };
  await approvals.decide(told[0]?.id ?? 0, ADA, ONCE);
  await until(() => told.length === 4);
  expect(states(told)).toEqual(["pending", "approved", "void", "pending"]);
  stop.abort();
  expect(await answer).toEqual({ kind: "stopped" });
});

test("a row that somebody wrote into is not taken up", async () => {
  const { open, question, told, patient, store } = await approvalDesk();
  const tampered: ApprovalStore = {
    ...store.approvals,
    async get(id) {
      const approval = await store.approvals.get(id);
      return approval === null ? null : { ...approval, subject: { ...approval.subject, command: ["rm", "-rf", "."] } };
    },
  };
  await using approvals = open(tampered);
  await approvals.ask(question(), { ...patient, waitMs: 0 });
  await approvals.decide(told[0]?.id ?? 0, ADA, ONCE);
  expect((await approvals.ask(question(), { ...patient, waitMs: 0 })).kind).toBe("waiting");
  expect(states(told)).toEqual(["pending", "approved", "void", "pending"]);
});

test("any other byte of what would run is another question", () => {
  const hashes = [
    INSTALL,
    { ...INSTALL, content: "x" },
    { ...INSTALL, commit: "c1" },
    { ...INSTALL, hosts: [] },
    { ...INSTALL, image: "" },
    { ...INSTALL, maxCostUsd: null },
    { ...INSTALL, command: [...INSTALL.command, "-f"] },
  ].map(approvalHash);
  expect(new Set(hashes).size).toBe(hashes.length);
});

test("what a task that is over still asked for is void, and a press on it changes nothing", async () => {
  const { open, question, told, patient, task } = await approvalDesk();
  await using approvals = open();
  await approvals.ask(question(), { ...patient, waitMs: 0 });
  await approvals.ask(question(INSTALL, "call:1"), { ...patient, waitMs: 0 });
  await approvals.decide(told[0]?.id ?? 0, ADA, ONCE);
  await approvals.close(task.id);
  expect(await approvals.decide(told[1]?.id ?? 0, ADA, ONCE)).toBe("already");
  expect(told.slice(-2).map(({ state }) => state.kind)).toEqual(["void", "void"]);
});

test("what was approved like this is known after a restart, within its task and for as long as nothing around it changes", async () => {
  const { open, question, told, patient, task } = await approvalDesk();
  {
    await using before = open();
    await before.ask(question(), { ...patient, waitMs: 0 });
    await before.decide(told[0]?.id ?? 0, ADA, { kind: "approve", scope: "task" });
    expect(await before.like(task.id, INSTALL)).toBeNull();
    expect((await before.ask(question(), patient)).kind).toBe("approved");
  }
  await using after = open();
  const other = { ...INSTALL, command: ["npm", "install", "right-pad"], commit: "c7" };
  expect((await after.like(task.id, other))?.id).toBe(told[0]?.id);
  expect(await after.like(task.id + 1, other)).toBeNull();
  expect(await after.like(task.id, { ...other, image: "another" })).toBeNull();
});
test("a yes for once lets nothing like it run, and a row that was changed lets nothing run at all", async () => {
  const { open, question, told, until, patient, store, task } = await approvalDesk();
  const approve = async (approvals: ReturnType<typeof open>, cause: string, decision: typeof ONCE | typeof LIKE) => {
    const before = told.length;
    const answer = approvals.ask(question(INSTALL, cause), patient);
    await until(() => told.length > before);
    await approvals.decide(told.at(-1)?.id ?? 0, ADA, decision);
    expect((await answer).kind).toBe("approved");
  };
  await using approvals = open();
  await approve(approvals, "call:0", ONCE);
  expect(await approvals.like(task.id, INSTALL)).toBeNull();
  await approve(approvals, "call:1", LIKE);
  expect(await approvals.like(task.id, INSTALL)).not.toBeNull();
  const other = { ...INSTALL, image: "another" };
  const changed: ApprovalStore = {
    ...store.approvals,
    list: async (wish) => (await store.approvals.list(wish)).map((approval) => ({ ...approval, subject: other })),
  };
  await using misled = open(changed);
  expect(await misled.like(task.id, other)).toBeNull();
});
const LIKE = { kind: "approve", scope: "task" } as const;
