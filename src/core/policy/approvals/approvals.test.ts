import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createHandClock } from "../../../../test/support/hand-clock.ts";
import { MINUTE_MS } from "../../../lib/time.ts";
import { openStore } from "../../../store/store.ts";
import type { ApprovalStore } from "../../ports/store.ts";
import { approvalHash } from "./approval-hash.ts";
import type { Approval, ApprovalSubject } from "./approval.ts";
import { createApprovals, type Answer, type Approvals, type Decision } from "./approvals.ts";

const SUBJECT: ApprovalSubject = {
  kind: "run",
  tool: "shell",
  command: ["npm", "install", "left-pad"],
  paths: [],
  directory: "",
  image: "docker sparks-sandbox:1 sha256:1",
  hosts: ["registry.npmjs.org"],
  content: "",
  commit: "c0",
  maxCostUsd: 5,
};
const ADA = { userId: 1, name: "Ada" };
const GRACE = { userId: 2, name: "Grace" };
const ONCE: Decision = { kind: "approve", scope: "once" };
const DENY: Decision = { kind: "deny", words: null };
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
const EXPIRY_MS = 10 * MINUTE_MS;

async function desk(storable = (subject: ApprovalSubject) => subject) {
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
  const question = (subject: ApprovalSubject | (() => ApprovalSubject) = SUBJECT, cause = "call:0") => ({
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
const states = (told: readonly Approval[]) => told.map(({ state }) => state.kind);

test("the same button pressed by many decides once, and the yes is taken up once", async () => {
  const { open, question, told, until, patient } = await desk();
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
  const { open, question, told, until, patient } = await desk();
  await using approvals = open();
  const answer = approvals.ask(question(), patient);
  await until(() => told.length === 1);
  const id = told[0]?.id ?? 0;
  const [no, yes] = await Promise.all([approvals.decide(id, ADA, DENY), approvals.decide(id, GRACE, ONCE)]);
  expect([no, yes].toSorted()).toEqual(["already", "decided"]);
  expect((await answer).kind).toBe(no === "decided" ? "denied" : "approved");
});

test("a yes given while nobody waits is shown as waiting until it is taken up", async () => {
  const { open, question, told, patient } = await desk();
  await using approvals = open();
  const parked = await approvals.ask(question(), { ...patient, waitMs: 0 });
  expect(parked.kind).toBe("waiting");
  await approvals.decide(told[0]?.id ?? 0, ADA, ONCE);
  expect(told.at(-1)?.state.kind).toBe("approved");
  expect((await approvals.ask(question(), patient)).kind).toBe("approved");
  expect(told.at(-1)?.state.kind).toBe("used");
});

test("after a restart the same question is taken up, not asked anew", async () => {
  const { open, question, told, until, patient, store } = await desk();
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
  const { open, question, told, reminded, until, patient, clock } = await desk();
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
    const { open, question, told, patient } = await desk();
    await using approvals = open();
    let now = SUBJECT;
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
    now = { ...SUBJECT, [field]: other[field] };
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
  const { open, question, told, until, patient } = await desk();
  await using approvals = open();
  let now = SUBJECT;
  const stop = new AbortController();
  const answer = approvals.ask(
    question(() => now),
    { ...patient, signal: stop.signal },
  );
  await until(() => told.length === 1);
  now = { ...SUBJECT, image: "docker sparks-sandbox:1 sha256:2" };
  await approvals.decide(told[0]?.id ?? 0, ADA, ONCE);
  await until(() => told.length === 4);
  expect(states(told)).toEqual(["pending", "approved", "void", "pending"]);
  stop.abort();
  expect(await answer).toEqual({ kind: "stopped" });
});

test("a row that somebody wrote into is not taken up", async () => {
  const { open, question, told, patient, store } = await desk();
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
    SUBJECT,
    { ...SUBJECT, content: "x" },
    { ...SUBJECT, commit: "c1" },
    { ...SUBJECT, hosts: [] },
    { ...SUBJECT, image: "" },
    { ...SUBJECT, maxCostUsd: null },
    { ...SUBJECT, command: [...SUBJECT.command, "-f"] },
  ].map(approvalHash);
  expect(new Set(hashes).size).toBe(hashes.length);
});

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
      const { store, open, question, patient, told } = await desk();
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
      const { store, open, question, patient, clock } = await desk();
      const world: World = { approvals: open(), subject: SUBJECT, runs: [], yes: [] };
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
        } else if (one.kind === "change") world.subject = { ...SUBJECT, commit: one.commit };
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

test("what a task that is over still asked for is void, and a press on it changes nothing", async () => {
  const { open, question, told, patient, task } = await desk();
  await using approvals = open();
  await approvals.ask(question(), { ...patient, waitMs: 0 });
  await approvals.ask(question(SUBJECT, "call:1"), { ...patient, waitMs: 0 });
  await approvals.decide(told[0]?.id ?? 0, ADA, ONCE);
  await approvals.close(task.id);
  expect(await approvals.decide(told[1]?.id ?? 0, ADA, ONCE)).toBe("already");
  expect(told.slice(-2).map(({ state }) => state.kind)).toEqual(["void", "void"]);
});

test("what was approved like this is known after a restart, within its task and for as long as nothing around it changes", async () => {
  const { open, question, told, patient, task } = await desk();
  {
    await using before = open();
    await before.ask(question(), { ...patient, waitMs: 0 });
    await before.decide(told[0]?.id ?? 0, ADA, { kind: "approve", scope: "task" });
    expect(await before.like(task.id, SUBJECT)).toBeNull();
    expect((await before.ask(question(), patient)).kind).toBe("approved");
  }
  await using after = open();
  const other = { ...SUBJECT, command: ["npm", "install", "right-pad"], commit: "c7" };
  expect((await after.like(task.id, other))?.id).toBe(told[0]?.id);
  expect(await after.like(task.id + 1, other)).toBeNull();
  expect(await after.like(task.id, { ...other, image: "another" })).toBeNull();
});

const QUESTION: ApprovalSubject = {
  kind: "ask",
  tool: "ask",
  command: ["Red", "Blue"],
  paths: [],
  directory: "",
  image: "",
  hosts: [],
  content: "Which colour?",
  commit: "",
  maxCostUsd: null,
};
test("a question's answer carries its words, and is known again after a crash", async () => {
  const { store, open, question, until, patient, told, task } = await desk();
  const approvals = open();
  expect(await approvals.answered(task.id, "call:0", QUESTION)).toBeNull();
  const asked = approvals.ask(question(QUESTION), patient);
  await until(() => told.length > 0);
  await approvals.decide(told[0]?.id ?? 0, ADA, { kind: "approve", scope: "once", words: "Blue" });
  const answer = { kind: "approved", byName: "Ada", approvalId: told[0]?.id, words: "Blue" };
  expect(await asked).toEqual(answer);
  await approvals[Symbol.asyncDispose]();
  await using again = open();
  expect(await again.answered(task.id, "call:0", QUESTION)).toEqual(answer);
  expect(await again.answered(task.id, "call:1", QUESTION)).toBeNull();
  expect(await again.answered(task.id, "call:0", { ...QUESTION, content: "Which size?" })).toBeNull();
  await store[Symbol.asyncDispose]();
});
test("a question that nobody answers expires as that, for whoever waits and for who asks again; an approval waits on", async () => {
  const { store, clock, open, question, until, patient, told, task } = await desk();
  await using approvals = open();
  const asked = approvals.ask(question(QUESTION), patient);
  const approval = approvals.ask(question(SUBJECT, "call:1"), patient);
  await until(() => told.length > 1);
  clock.advance(EXPIRY_MS + 1);
  expect(await asked).toEqual({ kind: "expired" });
  expect(await approval).toMatchObject({ kind: "waiting" });
  expect(await approvals.answered(task.id, "call:0", QUESTION)).toEqual({ kind: "expired" });
  expect(await approvals.answered(task.id, "call:1", SUBJECT)).toBeNull();
  await store[Symbol.asyncDispose]();
});
test("a question that named a secret of this machine is known again after a crash, although it was stored without", async () => {
  const withSecret = { ...QUESTION, content: "Is hunter2 still in use?" };
  const { store, open, question, until, patient, told, task } = await desk((subject) => ({
    ...subject,
    content: subject.content.replaceAll("hunter2", "[secret]"),
  }));
  const approvals = open();
  const asked = approvals.ask(question(withSecret), patient);
  await until(() => told.length > 0);
  await approvals.decide(told[0]?.id ?? 0, ADA, { kind: "approve", scope: "once", words: "No" });
  const answer = { kind: "approved", byName: "Ada", approvalId: told[0]?.id, words: "No" };
  expect(await asked).toEqual(answer);
  await approvals[Symbol.asyncDispose]();
  await using again = open();
  expect(await again.answered(task.id, "call:0", withSecret)).toEqual(answer);
  expect(JSON.stringify(await store.approvals.list({ limit: 10 }))).not.toContain("hunter2");
  await store[Symbol.asyncDispose]();
});
