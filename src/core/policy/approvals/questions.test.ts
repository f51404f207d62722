import { expect, test } from "vitest";
import { ADA, approvalDesk, EXPIRY_MS } from "../../../../test/support/approval-desk.ts";
import { INSTALL, QUESTION } from "../../../../test/support/approval-samples.ts";

test("a question's answer carries its words, and is known again after a crash", async () => {
  const { store, open, question, until, patient, told, task } = await approvalDesk();
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
  const { store, clock, open, question, until, patient, told, task } = await approvalDesk();
  await using approvals = open();
  const asked = approvals.ask(question(QUESTION), patient);
  const approval = approvals.ask(question(INSTALL, "call:1"), patient);
  await until(() => told.length > 1);
  clock.advance(EXPIRY_MS + 1);
  expect(await asked).toEqual({ kind: "expired" });
  expect(await approval).toMatchObject({ kind: "waiting" });
  expect(await approvals.answered(task.id, "call:0", QUESTION)).toEqual({ kind: "expired" });
  expect(await approvals.answered(task.id, "call:1", INSTALL)).toBeNull();
  await store[Symbol.asyncDispose]();
});
test("a question that named a secret of this machine is known again after a crash, although it was stored without", async () => {
  const withSecret = { ...QUESTION, content: "Is hunter2 still in use?" };
  const { store, open, question, until, patient, told, task } = await approvalDesk((subject) => ({
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
