import fc from "fast-check";
import { expect, test } from "vitest";
import { createHandClock } from "../../../test/support/hand-clock.ts";
import type { Step, StepStore } from "../ports/store.ts";
import { type Journal, openJournal } from "./journal.ts";

type Steps = Pick<StepStore, "append" | "list">;
function memorySteps(): Steps {
  const steps: Step[] = [];
  return {
    append: async (step) => void steps.push(step),
    list: async () => [...steps],
  };
}
const open = (steps: Steps) => openJournal({ taskId: 1, base: "base" }, { steps, clock: createHandClock() });
const USAGE = { inputTokens: 10, outputTokens: 1, costUsd: 0.5 };
const calls = (journal: Journal, id: string) =>
  journal.append({
    message: { role: "assistant", text: id, calls: [{ kind: "parsed", id, name: "shell", arguments: {} }] },
    usage: USAGE,
  });
const answers = (journal: Journal, callId: string, more: { snapshot?: string; origin?: "web" } = {}) =>
  journal.append({ message: { role: "tool", callId, name: "shell", text: `answer ${callId}` }, ...more });

test("a part has its own messages and calls, and what it used, read and changed is the whole work's", async () => {
  const steps = memorySteps();
  const main = await open(steps);
  await calls(main, "a");
  await answers(main, "a", { snapshot: "c1" });
  await calls(main, "hand over");
  const part = main.part(1);
  await calls(part, "p");
  await answers(part, "p", { snapshot: "c2", origin: "web" });
  await calls(part, "q");
  for (const journal of [main, await open(steps)]) {
    const whole = journal.read();
    expect(whole).toMatchObject({ turns: 4, ownTurns: 2, commit: "c2", origins: ["web"], saidBytes: 16 });
    expect(whole.usage.costUsd).toBe(2);
    expect(whole.open.map(({ id }) => id)).toEqual(["hand over"]);
    expect(whole.answered).toHaveLength(1);
    const own = journal.part(1).read();
    expect(own).toMatchObject({ turns: 4, ownTurns: 2, commit: "c2", origins: ["web"], saidBytes: 16 });
    expect(own.open.map(({ id }) => id)).toEqual(["q"]);
    expect(own.messages.map(({ text }) => text)).toEqual(["p", "answer p", "q"]);
    expect(journal.part(2).read()).toMatchObject({ messages: [], ownTurns: 0, open: [] });
  }
  await answers(main, "hand over");
  // The call begins where the work stood before it.
  expect(main.read().answered.map(({ stateBefore }) => stateBefore)).toEqual(["base", "c1"]);
  expect(part.read().answered.map(({ stateBefore }) => stateBefore)).toEqual(["c1"]);
});
test("wherever the process ends, the journal read again says the same of work and parts", async () => {
  const entry = fc.record({ part: fc.option(fc.nat(2)), snapshot: fc.option(fc.constantFrom("c1", "c2", "c3")) });
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 30 }), async (entries) => {
      const steps = memorySteps();
      const main = await open(steps);
      for (const [at, { part, snapshot }] of entries.entries()) {
        const journal = part === null ? main : main.part(part);
        if (journal.read().open.length === 0) await calls(journal, String(at));
        else await answers(journal, journal.read().open[0]?.id ?? "", snapshot === null ? {} : { snapshot });
        const again = await open(steps);
        for (const [now, then] of [
          [main, again],
          ...[0, 1, 2].map((n) => [main.part(n), again.part(n)] as const),
        ] as const)
          expect(then.read()).toEqual(now.read());
      }
      const own = [main, ...[0, 1, 2].map((n) => main.part(n))].map((journal) => journal.read().ownTurns);
      expect(own.reduce((sum, turns) => sum + turns, 0)).toBe(main.read().turns);
    }),
    { numRuns: 50 },
  );
});
test("it is looked through once a step, however often it is read, and each step of any part counts", async () => {
  const main = await open(memorySteps());
  await calls(main, "a");
  const part = main.part(1);
  const [ofMain, ofPart] = [main.read(), part.read()];
  expect([main.read(), part.read()]).toEqual([ofMain, ofPart]);
  expect(main.read()).toBe(ofMain);
  expect(part.read()).toBe(ofPart);
  await answers(main, "a");
  await calls(part, "p");
  await answers(part, "p", { origin: "web" });
  expect(main.read()).toMatchObject({ turns: 2, origins: ["web"], saidBytes: 16 });
  expect(part.read()).toMatchObject({ turns: 2, origins: ["web"], saidBytes: 16, ownTurns: 1 });
});
test("what was kept in no conversation is the workspace's state, and nobody's words", async () => {
  const steps: Step[] = [];
  const store = { append: async (step: Step) => void steps.push(step), list: async () => steps };
  const open = () => openJournal({ taskId: 1, base: "c0" }, { steps: store, clock: createHandClock() });
  const journal = await open();
  const call = { kind: "parsed", id: "a", name: "coding_cli", arguments: {} } as const;
  await journal.append({ message: { role: "assistant", text: "", calls: [call] } });
  await journal.part(-1).append({ message: { role: "user", text: "It is held." }, snapshot: "c1" });
  const again = await open();
  for (const one of [journal, again]) {
    expect(one.read()).toMatchObject({ commit: "c1", open: [call] });
    expect(one.read().messages).toHaveLength(1);
    expect(one.part(0).read().messages).toEqual([]);
  }
});
