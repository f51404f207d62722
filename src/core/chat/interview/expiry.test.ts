import { expect, test } from "vitest";
import { createHandClock } from "../../../../test/support/hand-clock.ts";
import { plainText } from "../../../lib/blocks-text.ts";
import { instant, MINUTE_MS } from "../../../lib/time.ts";
import { openStore } from "../../../store/store.ts";
import { beginBrief } from "../../planning/brief.ts";
import { beginInterview } from "../../planning/interview.ts";
import type { Outgoing } from "../../ports/messenger.ts";
import { createConversations } from "./conversation.ts";
import { startExpiry } from "./expiry.ts";

async function world() {
  const store = await openStore({ path: ":memory:" });
  const clock = createHandClock(1_000_000_000);
  const said = new Map<string, string>();
  const puts: string[] = [];
  const messenger = {
    put: async (message: Outgoing) => {
      if (said.get(message.key) !== plainText(message.blocks)) puts.push(message.key);
      said.set(message.key, plainText(message.blocks));
    },
    toast: async () => undefined,
    react: () => undefined,
    typing: () => undefined,
    draft: () => undefined,
  };
  const conversations = createConversations(store.conversations, clock.now);
  const model = { about: { kind: "none", hint: "" } } as const;
  const start = () =>
    startExpiry({ conversations, messenger, model, clock, emit: () => undefined, expiryMs: () => 15 * MINUTE_MS });
  /** Lets the timer look so many seconds on, in its own steps. */
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 5000) {
      await clock.untilSleeping(5000);
      clock.advance(5000);
    }
    await clock.untilSleeping(5000);
  };
  return { store, clock, said, puts, conversations, start, pass };
}

test("an interview is reminded of and expires at its time, each said once, over a restart as well", async () => {
  const { store, clock, said, puts, conversations, start, pass } = await world();
  await using _ = store;
  const touched = clock.now();
  await conversations.open(7, 8, { kind: "brief", brief: beginBrief(5, "Fix it", touched), threadId: null });
  let timer = start();
  await pass(11 * MINUTE_MS);
  expect(puts).toEqual([]);
  await pass(2 * MINUTE_MS);
  expect(puts).toEqual([`open:7:${touched}:reminder`]);
  await timer[Symbol.asyncDispose]();
  timer = start();
  await pass(3 * MINUTE_MS);
  expect(puts).toEqual([`open:7:${touched}:reminder`, "brief:5", `open:7:${touched}:expired`]);
  expect(said.get("brief:5")).toContain("Nothing was started");
  expect((await conversations.get(7, 8)).open).toBeNull();
  await pass(30 * MINUTE_MS);
  expect(puts).toHaveLength(3);
  await timer[Symbol.asyncDispose]();
});
test("what ran out while nobody ran is said at the start; what was touched is not", async () => {
  const { store, clock, said, conversations, start, pass } = await world();
  await using _ = store;
  await conversations.open(7, 8, { kind: "editing", taskId: 3, version: 1, at: clock.now() - 20 * MINUTE_MS });
  await conversations.open(7, 9, { kind: "editing", taskId: 4, version: 1, at: instant(clock.now() - MINUTE_MS) });
  const timer = start();
  await pass(5000);
  await timer[Symbol.asyncDispose]();
  expect([...said.values()]).toEqual([expect.stringContaining("The change of the plan of task 3 has expired")]);
  expect((await conversations.get(7, 9)).open).not.toBeNull();
});
test("a question that expires says so where it was asked, and can be pressed no more", async () => {
  const { store, clock, said, conversations, start, pass } = await world();
  await using _ = store;
  const begun = { goal: "Fix it", inboxId: 5, repositoryId: 1, callId: "c", round: 0, earlier: [] };
  const questions = [{ question: "Which discount?", options: ["BULK20"] }];
  const step = beginInterview({ ...begun, questions }, clock.now());
  if (step.kind !== "ask") throw new Error(step.kind);
  await conversations.open(7, 8, { kind: "interview", interview: step.interview });
  const timer = start();
  await pass(15 * MINUTE_MS);
  await timer[Symbol.asyncDispose]();
  expect(said.get("update:5:question:0:0")).toMatch(/Which discount\?[^]*Nobody answered in time/);
  expect((await conversations.get(7, 8)).open).toBeNull();
});
