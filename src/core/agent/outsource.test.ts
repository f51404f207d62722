import { expect, test } from "vitest";
import { createHandClock } from "../../../test/support/hand-clock.ts";
import type { EmptyPurse } from "../ports/model.ts";
import type { AgentEnd, AgentProgress } from "./job.ts";
import type { Raise } from "./budget.ts";
import type { Conversation } from "./journal.ts";
import { createOutsource, goOnWithout } from "./outsource.ts";

const WISH = { cli: "codex", ceilingUsd: 1, timeoutMs: 60_000 } as const;
const NOBODY: Raise = { kind: "refused", by: "nobody", why: "all is spent" };
const DENIED: Raise = { kind: "refused", by: "person", why: "all is spent; Ada does not give more" };

/** A task with one US dollar, and a person who answers when they are told to. */
function begin(purse: "task" | "cli" | "day" = "task") {
  const clock = createHandClock();
  const answers: ((raise: Raise) => void)[] = [];
  const [asked, told, kept]: [unknown[], AgentProgress[], unknown[]] = [[], [], []];
  const stop = new AbortController();
  let [cap, spent] = [1, 0];
  const talk = {
    commit: "c0",
    turns: 0,
    usage: { inputTokens: 0, outputTokens: 0, costUsd: 0 },
    answered: [],
    messages: [],
  };
  const journal = {
    read: () => talk as unknown as Conversation,
    append: async () => Promise.reject(new Error("no conversation is written to while a call is open")),
    part: (part: number) => ({ ...journal, append: async (entry: object) => void kept.push({ ...entry, part }) }),
  };
  const empty = (): EmptyPurse => ({ kind: "empty", purse, name: "", spentUsd: spent, capUsd: cap, fillsAt: null });
  const paid = {
    reserve: async (usd: number | null) => {
      if (spent + (usd ?? 0) > cap) return empty();
      spent += usd ?? 0;
      return { kind: "set-aside" as const, settle: async () => undefined };
    },
  };
  const nothing = async () => Promise.reject(new Error("not used here"));
  const budget = {
    purse: paid,
    purseOf: () => paid,
    by: () => {
      throw new Error("not used here");
    },
    raise: async (short: unknown, signal: AbortSignal) => {
      asked.push(short);
      const { promise, resolve } = Promise.withResolvers<Raise>();
      signal.addEventListener("abort", () => resolve({ kind: "stopped" }), { once: true });
      answers.push((raise) => {
        if (raise.kind === "raised") cap += 1;
        resolve(raise);
      });
      return promise;
    },
  };
  const session = { id: "s" } as never;
  const fails = { snapshot: false, untilStopped: false };
  const bench = {
    ...{ session, online: nothing, withDoor: nothing, runChecks: nothing },
    snapshot: async (signal: AbortSignal) => {
      if (fails.snapshot) throw new Error("no space left");
      if (fails.untilStopped)
        await new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("aborted"))));
      return { kind: "kept" as const, commit: "c1" };
    },
  };
  const run = {
    job: { signal: stop.signal },
    deps: { budget, bench, clock, journal, onProgress: (progress: AgentProgress) => void told.push(progress) },
    worked: { since: clock.now(), waitedMs: 0 },
  };
  const handing = createOutsource({ name: "coding_cli", at: 3 }, run);
  const onwards = async (): Promise<AgentEnd | null> => goOnWithout(handing, { name: "coding_cli" }, run);
  return { handing, onwards, clock, fails, asked, told, kept, stop, worked: run.worked, answers };
}
async function untilAsked({ answers }: { answers: unknown[] }, times: number): Promise<void> {
  for (let turns = 0; answers.length < times && turns < 100; turns += 1) await Promise.resolve();
  expect(answers).toHaveLength(times);
}

test("requests without money wait for one answer, and go on by it; what was changed until then is kept", async () => {
  const house = begin();
  await using piece = house.handing.begin(WISH);
  expect((await piece.purse.reserve(0.9)).kind).toBe("set-aside");
  const [first, second] = [piece.purse.reserve(0.5), piece.purse.reserve(0.4)];
  await untilAsked(house, 1);
  expect(house.kept).toEqual([expect.objectContaining({ snapshot: "c1", part: -4 })]);
  expect(house.told.at(-1)).toMatchObject({ tool: "coding_cli: out of money" });
  house.clock.advance(7000);
  house.answers[0]?.({ kind: "raised" });
  expect((await first).kind).toBe("set-aside");
  expect((await second).kind).toBe("set-aside");
  expect(house.asked).toHaveLength(1);
  expect(house.worked.waitedMs).toBe(7000);
  expect(await house.onwards()).toBeNull();
});
test("the time that a person takes is not the time of the work", async () => {
  const house = begin();
  await using piece = house.handing.begin(WISH);
  await house.clock.untilSleeping(60_000);
  house.clock.advance(50_000);
  const held = piece.purse.reserve(2);
  await untilAsked(house, 1);
  house.clock.advance(600_000);
  await house.clock.untilSleeping(10_000);
  expect(piece.signal.aborted).toBe(false);
  house.answers[0]?.({ kind: "raised" });
  expect((await held).kind).toBe("set-aside");
  house.clock.advance(10_000);
  for (let turns = 0; !piece.signal.aborted && turns < 100; turns += 1) {
    await Promise.resolve();
    house.clock.advance(100);
  }
  expect(piece.isLate()).toBe(true);
});
test.each([
  ["of the task: a person's no ends the work", "task", DENIED, "gave-up"],
  ["of the CLI alone: after a person's no the work goes on without it", "cli", DENIED, null],
  ["where nobody is there, the work goes on", "task", NOBODY, null],
  ["while nobody has decided, the work is put away", "task", { kind: "waiting", approvalId: 7, what: "w" }, "waiting"],
  ["of the CLI, while nobody has decided", "cli", { kind: "waiting", approvalId: 7, what: "w" }, "waiting"],
] as const)("money %s", async (_name, purse, answer, then) => {
  const house = begin(purse);
  await using piece = house.handing.begin(WISH);
  const held = piece.purse.reserve(2);
  await untilAsked(house, 1);
  house.answers[0]?.(answer);
  expect((await held).kind).toBe("empty");
  // Tried again by the same program, nobody is asked again.
  expect((await piece.purse.reserve(2)).kind).toBe("empty");
  expect(house.asked).toEqual([
    purse === "task" ? { worstUsd: 2 } : { worstUsd: 2, cli: { name: "codex", ceilingUsd: 1 } },
  ]);
  expect((await house.onwards())?.kind ?? null).toBe(then);
});
test("what could not be kept ends the program, and is told to whoever works with it", async () => {
  const house = begin();
  const piece = house.handing.begin(WISH);
  house.fails.snapshot = true;
  await expect(piece.purse.reserve(2)).rejects.toThrow("no space left");
  expect(piece.signal.aborted).toBe(true);
  await expect(piece[Symbol.asyncDispose]()).rejects.toThrow("no space left");
});
test("a program that ends while what it changed is being kept is no failure", async () => {
  const house = begin();
  const piece = house.handing.begin(WISH);
  house.fails.untilStopped = true;
  const held = piece.purse.reserve(2);
  for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
  await piece[Symbol.asyncDispose]();
  expect((await held).kind).toBe("empty");
});
test("who is gone when more money comes takes none of it", async () => {
  const house = begin();
  await using piece = house.handing.begin(WISH);
  const gone = new AbortController();
  const [left, stays] = [piece.purse.reserve(1.5, gone.signal), piece.purse.reserve(1.5)];
  await untilAsked(house, 1);
  gone.abort();
  house.answers[0]?.({ kind: "raised" });
  expect((await left).kind).toBe("empty");
  expect((await stays).kind).toBe("set-aside");
  expect(house.asked).toHaveLength(1);
});
test("a purse that no person's yes fills is not asked for", async () => {
  const house = begin("day");
  await using piece = house.handing.begin(WISH);
  expect((await piece.purse.reserve(2)).kind).toBe("empty");
  expect(house.asked).toEqual([]);
  expect(await house.onwards()).toBeNull();
});
test.each([
  ["by itself", new AbortController()],
  ["and its connection with it", new AbortController()],
])("what ends %s while it is held lets go of the person, who is asked for the work then", async (how, gone) => {
  const house = begin();
  const piece = house.handing.begin(WISH);
  expect(piece.heldBy()).toBeNull();
  const held = piece.purse.reserve(2, gone.signal);
  await untilAsked(house, 1);
  expect(piece.heldBy()).toMatchObject({ kind: "empty", purse: "task" });
  if (how !== "by itself") gone.abort();
  await piece[Symbol.asyncDispose]();
  expect(piece.heldBy()).toBeNull();
  expect((await held).kind).toBe("empty");
  const next = house.onwards();
  await untilAsked(house, 2);
  house.answers[1]?.({ kind: "raised" });
  expect(await next).toBeNull();
  expect(house.clock.sleeping()).toEqual([]);
});
