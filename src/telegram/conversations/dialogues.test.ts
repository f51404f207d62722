import { createRequire } from "node:module";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Fault, isFault } from "../../core/fault.ts";
import { beginBrief, briefMachine, type Brief, type BriefInput, type BriefStep } from "../../core/planning/brief.ts";
import {
  answerInterview,
  beginInterview,
  interviewMachine,
  type InterviewStep,
} from "../../core/planning/interview.ts";
import { instant } from "../../lib/time.ts";
import { createDialogues } from "./dialogues.ts";

const BEGUN = beginBrief(5, "Fix it", instant(1000));
const nothing = async () => undefined;
const says = (text: string): BriefInput => ({ kind: "text", text });

/** A brief as it lies in the store, and what was told of it so far. */
function kept(brief: Brief) {
  let state: Brief | null = brief;
  let log: unknown = null;
  let rowId = brief.rowId;
  const told: BriefStep[] = [];
  return {
    told,
    log: () => log,
    spoil: (change: (log: unknown) => unknown) => {
      log = change(log);
    },
    touch: (touchedAt: number) => {
      if (state !== null) state = { ...state, touchedAt };
    },
    state: () => state,
    async begin(show = nothing) {
      log = JSON.parse(JSON.stringify(await createDialogues().begin(briefMachine, { state: brief, rowId }, show)));
    },
    /** Each time as after a restart: from what the store holds, by a driver that knows nothing. */
    async hear(input: BriefInput, tell: (step: BriefStep) => Promise<void> = nothing) {
      if (state === null) throw new Error("it is over");
      rowId += 1;
      const turn = { state, log, rowId, input, at: instant(1000 + rowId) };
      const heard = await createDialogues().hear(briefMachine, turn, async (step) => {
        told.push(step);
        await tell(step);
      });
      state = briefMachine.after(heard.step, state);
      log = JSON.parse(JSON.stringify(heard.log));
      return heard.step;
    },
  };
}

test("the plugin is loaded when an interview begins, and not before", async () => {
  const isLoaded = () =>
    Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes("@grammyjs/conversations"));
  const dialogues = createDialogues();
  expect(isLoaded()).toBe(false);
  await dialogues.begin(briefMachine, { state: BEGUN, rowId: 5 }, nothing);
  expect(isLoaded()).toBe(true);
});
test("an interview goes on after a restart at each step, shows each step once, and ends with what was said", async () => {
  const brief = kept(BEGUN);
  let shown = 0;
  await brief.begin(async () => void shown++);
  await brief.hear({ kind: "choose", field: "timeline", option: 1, version: 1 });
  await brief.hear(says("no new packages"));
  await brief.hear(says("spec"));
  expect(brief.state()).toMatchObject({ step: "summary", timeline: "this week", output: "spec" });
  const end = await brief.hear(says("yes"));
  expect(end).toMatchObject({ kind: "confirmed", brief: { constraints: "no new packages" } });
  expect(brief.log()).toBeNull();
  expect(shown).toBe(1);
  expect(brief.told.map(({ kind }) => kind)).toEqual(["open", "open", "open", "confirmed"]);
});

const version = fc.integer({ min: 1, max: 9 });
const input: fc.Arbitrary<BriefInput> = fc.oneof(
  fc.constantFrom("skip", "yes", "back", "edit", "cancel", "Goal: another", "words\nScope: deep").map(says),
  fc.string().map(says),
  fc.record({
    kind: fc.constant("choose" as const),
    field: fc.constantFrom("timeline", "scope", "depth", "output"),
    option: fc.nat(3),
    version,
  }),
  fc.record({
    kind: fc.constant("go" as const),
    to: fc.constantFrom("next", "none", "back", "confirm", "edit", "keep"),
    version,
  }),
);
test("whatever is said, every step is the machine's own, told once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(input, { maxLength: 14 }), async (said) => {
      const brief = kept(BEGUN);
      await brief.begin();
      const steps: BriefStep[] = [];
      let alone: Brief | null = BEGUN;
      for (const [index, each] of said.entries()) {
        if (alone === null) break;
        const step: BriefStep = briefMachine.step(alone, each, instant(1000 + 6 + index));
        steps.push(step);
        expect(await brief.hear(each)).toEqual(step);
        alone = briefMachine.after(step, alone);
        expect(brief.state()).toEqual(alone);
      }
      expect(brief.told).toEqual(steps);
    }),
    { numRuns: 40 },
  );
});
test("a log of another version, of another state or of no sense is not needed: the interview goes on where it stands", async () => {
  const spoils: ((log: unknown) => unknown)[] = [
    () => undefined,
    () => "x",
    (log) => ({ ...(log as object), version: [0, 0] }),
    (log) => ({ ...(log as object), version: [1, 1] }),
    (log) => changed(log, '"send":0', '"send":9'),
    (log) => changed(log, '"external"', '"another"'),
    (log) => changed(log, '"interrupts":[', '"interrupts":[0,'),
    (log) => changed(log, "Fix it", "Break it"),
    (log) => changed(log, '"kind":"text"', '"kind":"song"'),
  ];
  for (const spoil of spoils) {
    const brief = kept(BEGUN);
    await brief.begin();
    await brief.hear(says("no new packages"));
    brief.spoil(spoil);
    expect(await brief.hear(says("spec"))).toMatchObject({
      kind: "open",
      brief: { goal: "Fix it", constraints: "no new packages", output: "spec", step: "summary" },
    });
    expect(brief.told).toHaveLength(2);
  }
});
function changed(log: unknown, from: string, to: string): unknown {
  const before = JSON.stringify(log);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return JSON.parse(after);
}
test("an interview that was kept open goes on with the time it was given", async () => {
  const brief = kept(BEGUN);
  await brief.begin();
  await brief.hear(says("no new packages"));
  await brief.hear(says("spec"));
  brief.touch(7_000_000);
  const nonsense = await brief.hear(says("banana"));
  expect(nonsense).toMatchObject({ kind: "open", hint: expect.stringContaining("Confirm it") });
  expect(brief.state()).toMatchObject({ step: "summary", output: "spec", touchedAt: 7_000_000 });
});
test("a long interview costs no more than a short one: what is kept of it stays short", async () => {
  const brief = kept(BEGUN);
  await brief.begin();
  const long = "word ".repeat(700);
  for (let each = 0; each < 60; each += 1) {
    await brief.hear(says(each % 2 === 0 ? `Goal: ${long}` : `Scope: ${each}`));
    const log = JSON.stringify(brief.log());
    expect(log.length).toBeLessThan(17_000);
    expect(log.match(/"payload"/g)?.length).toBeLessThanOrEqual(20);
  }
  expect(brief.state()).toMatchObject({ scope: "59", goal: long.trim() });
  expect(brief.told).toHaveLength(60);
});
test("what fails while a step is shown comes out as it was thrown, and the same words can be said again", async () => {
  const brief = kept(BEGUN);
  await brief.begin();
  const fails = brief.hear(says("no new packages"), async () => {
    throw new Fault("model.none", { hint: "" });
  });
  await expect(fails.catch((error: unknown) => isFault(error, "model.none"))).resolves.toBe(true);
  expect(brief.state()).toEqual(BEGUN);
  expect(await brief.hear(says("no new packages"))).toMatchObject({ kind: "open", brief: { step: "output" } });
  const unshown = kept(BEGUN).begin(async () => {
    throw new Fault("model.none", { hint: "" });
  });
  await expect(unshown.catch((error: unknown) => isFault(error, "model.none"))).resolves.toBe(true);
});
test("questions are asked one after the other over restarts, and somebody else's words are marked", async () => {
  const start = { inboxId: 5, goal: "Fix it", repositoryId: 1, callId: "c", round: 0, earlier: [] };
  const questions = ["Which?", "How?"].map((question) => ({ question, options: [] }));
  const first = beginInterview({ ...start, questions }, instant(1000));
  if (first.kind !== "ask") throw new Error(first.kind);
  const log = await createDialogues().begin(interviewMachine, { state: first.interview, rowId: 5 }, nothing);
  const told: InterviewStep[] = [];
  const tell = async (step: InterviewStep) => void told.push(step);
  const said = { rowId: 6, input: { text: "this", origin: "forwarded" as const }, at: instant(2000) };
  const second = await createDialogues().hear(interviewMachine, { state: first.interview, log, ...said }, tell);
  if (second.step.kind !== "ask") throw new Error(second.step.kind);
  const { interview } = second.step;
  expect(interview).toMatchObject({ origin: "forwarded", answers: ["this"] });
  const again = { state: interview, log: second.log, rowId: 7, input: { text: "so" }, at: instant(3000) };
  expect(await createDialogues().hear(interviewMachine, again, tell)).toEqual({
    step: answerInterview(interview, "so", instant(3000)),
    log: null,
  });
  expect(told.map(({ kind }) => kind)).toEqual(["ask", "complete"]);
});
