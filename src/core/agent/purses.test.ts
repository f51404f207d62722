import { describe, expect, test } from "vitest";
import { STATES, task } from "../../../test/contracts/store-samples.ts";
import { createHandClock } from "../../../test/support/hand-clock.ts";
import { openStore } from "../../store/store.ts";
import type { Event } from "../events.ts";
import type { Model, Purse } from "../ports/model.ts";
import { createPaidModel, createPurses, type DayCaps, type Payer } from "./purses.ts";
import { tellEmptyPurse } from "../policy/purse-words.ts";

const TALK: Payer = { taskId: null, spark: null, purpose: "talk", ceiling: async () => null };
const CAPS: DayCaps = { dayUsd: 1, sparks: { coder: 0.5 }, purposes: { talk: 0.4 }, unknown: "allow" };

async function begin(caps: Partial<DayCaps> = {}) {
  const store = await openStore({ path: ":memory:" });
  const clock = createHandClock();
  const events: Event[] = [];
  const purses = createPurses(
    { caps: () => ({ ...CAPS, ...caps }), zone: () => "UTC" },
    { spending: store.spending, clock, emit: (event) => events.push(event) },
  );
  return { purses, clock, events, tasks: store.tasks, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() };
}
async function kindOf(purse: Purse, usd: number | null): Promise<string> {
  const done = await purse.reserve(usd);
  return done.kind === "empty" ? done.purse : done.kind;
}

test("a purse of the day is filled again at midnight, and says so before", async () => {
  await using run = await begin();
  const talk = run.purses.of(TALK);
  expect(await kindOf(talk, 0.3)).toBe("set-aside");
  const empty = await talk.reserve(0.3);
  if (empty.kind !== "empty" || empty.purse === "unknown") throw new Error("it had enough");
  expect(empty).toMatchObject({ purse: "purpose", name: "talk", spentUsd: 0.3, capUsd: 0.4 });
  const { fillsAt } = await run.purses.today();
  expect(empty.fillsAt).toBe(fillsAt);
  expect(tellEmptyPurse(empty)).toMatchObject({
    what: expect.stringContaining("Today's purse for talk has not enough left: $0.30 of $0.40"),
    key: "budget.purposes.talk",
  });
  run.clock.advance(fillsAt - run.clock.now() - 1);
  expect(await kindOf(talk, 0.3)).toBe("purpose");
  run.clock.advance(1);
  expect(await kindOf(talk, 0.3)).toBe("set-aside");
});
test("a spark's purse is its own, a purpose's holds for all, and none is more than the day's", async () => {
  await using run = await begin();
  const work = (spark: string) => run.purses.of({ ...TALK, spark, purpose: "work" });
  expect(await kindOf(work("coder"), 0.5)).toBe("set-aside");
  expect(await kindOf(work("coder"), 0.1)).toBe("spark");
  expect(await kindOf(work("scout"), 0.5)).toBe("set-aside");
  expect(await kindOf(work("scout"), 0.1)).toBe("day");
});
test("a part that another spark does is paid from the task, the day and that spark's own purse, also side by side", async () => {
  await using run = await begin({ dayUsd: 100, sparks: { coder: 100, scout: 0.5 } });
  const ceiling = async () => 0.8;
  const { id: taskId } = await run.tasks.add(task("t", STATES.planned));
  const payer = { taskId, purpose: "work", ceiling } as const;
  const [caller, part] = [run.purses.of({ ...payer, spark: "coder" }), run.purses.of({ ...payer, spark: "scout" })];
  const asked = await Promise.all(
    Array.from({ length: 40 }, async (_, at) => (at % 2 === 0 ? part : caller).reserve(0.1)),
  );
  expect(asked.filter(({ kind }) => kind === "set-aside")).toHaveLength(8);
  const { spent } = await run.purses.today();
  expect(spent.sparks.get("scout")).toBeLessThanOrEqual(0.5);
  expect((spent.sparks.get("scout") ?? 0) + (spent.sparks.get("coder") ?? 0)).toBeCloseTo(0.8, 6);
  for (const done of asked) if (done.kind === "set-aside") await done.settle(0.01);
  expect((await run.purses.today()).spent.day).toBeCloseTo(0.08, 6);
});
describe("a request whose price nobody knows", () => {
  test("counts as nothing and is told of once, where that is allowed", async () => {
    await using run = await begin();
    expect(await kindOf(run.purses.of(TALK), null)).toBe("set-aside");
    expect(await kindOf(run.purses.of({ ...TALK, purpose: "summarise" }), null)).toBe("set-aside");
    expect(run.events).toEqual([expect.objectContaining({ kind: "fault", code: "budget.unknown-price" })]);
    expect((await run.purses.today()).spent.day).toBe(0);
  });
  test("is not made where it is refused", async () => {
    await using run = await begin({ unknown: "refuse" });
    expect(await kindOf(run.purses.of(TALK), null)).toBe("unknown");
    expect(await kindOf(run.purses.of(TALK), 0)).toBe("set-aside");
    expect(tellEmptyPurse({ kind: "empty", purse: "unknown" }).key).toBe("budget.unknown");
    expect(run.events).toEqual([]);
  });
});
test("whoever asks the model pays from the purses of the day, unless they bring one", async () => {
  await using run = await begin();
  const used: (Purse | undefined)[] = [];
  const model: Model = {
    about: { kind: "none", hint: "" },
    list: async () => null,
    async complete(_request, { purse }) {
      used.push(purse);
      await purse?.reserve(0.2);
      return { text: "", calls: [], model: "m", usage: { inputTokens: 0, outputTokens: 0, costUsd: 0 } };
    },
  };
  const paid = createPaidModel(model, run.purses);
  const request = { purpose: "summarise", messages: [], tools: [], toolChoice: "auto", maxOutputTokens: 1 } as const;
  const signal = new AbortController().signal;
  await paid.complete(request, { signal });
  expect([...(await run.purses.today()).spent.purposes]).toEqual([["summarise", 0.2]]);
  const own = run.purses.of({ ...TALK, purpose: "work" });
  await paid.complete(request, { signal, purse: own });
  expect(used[1]).toBe(own);
});
