import fc from "fast-check";
import { expect, test } from "vitest";
import type { Event } from "../core/events.ts";
import { instant } from "../lib/time.ts";
import { openStore } from "../store/store.ts";
import { DEFAULT_CONFIG } from "./config.ts";
import { openKnobs } from "./knobs.ts";

const ADA = { userId: 7, name: "Ada" };
async function opened() {
  const store = await openStore({ path: ":memory:" });
  const events: Event[] = [];
  const open = () =>
    openKnobs(DEFAULT_CONFIG, {
      store: store.knobs,
      clock: { now: () => instant(5) },
      emit: (event) => void events.push(event),
    });
  return { store, events, open, knobs: await open() };
}

test("a knob holds at once, over restarts, and is recorded with its old and new value", async () => {
  const { store, events, open, knobs } = await opened();
  await using _ = store;
  expect(await knobs.set("tasks.max_steps", " 80 ", ADA)).toEqual({
    kind: "changed",
    key: "tasks.max_steps",
    from: "60",
    to: "80",
  });
  expect(knobs.current().tasks.maxSteps).toBe(80);
  expect((await open()).current().tasks.maxSteps).toBe(80);
  expect(events).toEqual([
    { kind: "setting.changed", key: "tasks.max_steps", from: "60", to: "80", by: 7, byName: "Ada" },
  ]);
  expect((await knobs.reset("tasks.max_steps", ADA)).kind).toBe("changed");
  expect((await open()).current()).toEqual(DEFAULT_CONFIG);
});
test("what the bounds do not allow is refused with them, never limited silently", async () => {
  const { store, knobs } = await opened();
  await using _ = store;
  for (const text of ["0", "1001", "nan", "1e3", "Infinity", "many", "", "-1", "60.5"]) {
    const done = await knobs.set("tasks.max_steps", text, ADA);
    expect(done.kind, text).toBe("refused");
    if (done.kind === "refused") expect(`${done.problem} ${done.knob.bounds}`).toContain("From 1 to 1000.");
  }
  expect(await knobs.set("tasks.max_step", "9", ADA)).toEqual({ kind: "unknown", nearest: "tasks.max_steps" });
  expect((await knobs.set("tasks.autonomy_level", "6", ADA)).kind).toBe("refused");
  expect(knobs.current()).toEqual(DEFAULT_CONFIG);
});
test("a kept value that is no longer allowed gives way to the file's, and is told", async () => {
  const { store, events, open } = await opened();
  await using _ = store;
  await store.knobs.put({ key: "tasks.max_steps", value: "5000", setBy: 7, setAt: instant(1) });
  await store.knobs.put({ key: "gone.away", value: "1", setBy: 7, setAt: instant(1) });
  expect((await open()).current()).toEqual(DEFAULT_CONFIG);
  expect(events.map((event) => event.kind === "fault" && event.detail)).toEqual([
    "gone.away = 1",
    "tasks.max_steps = 5000",
  ]);
});
test("no text makes settings that the file could not have", async () => {
  const { store, knobs } = await opened();
  await using _ = store;
  const keys = knobs.list().map(({ key }) => key);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...keys),
      fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)),
      async (key, text) => {
        const done = await knobs.set(key, text, ADA);
        const knob = knobs.list().find((each) => each.key === key);
        if (done.kind === "changed") expect(knob?.value).toBe(done.to);
        expect(knob?.choices.includes(knob.value) || knob?.choices.length === 0).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
