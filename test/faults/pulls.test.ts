import { expect, test } from "vitest";
import type { Pulls } from "../../src/core/pulls/pulls.ts";
import { openStore } from "../../src/store/store.ts";
import { AT, task as sampleTask } from "../contracts/store-samples.ts";
import { createHandClock } from "../support/hand-clock.ts";
import { BASE, createSite, openPulls, POLL_MS, provedAt } from "../support/pull-site.ts";

const COMMIT = "c".repeat(40);
const MOST_CALLS = 200;

class Killed extends Error {}
/** Every call of every method counts; the one that is meant dies before or after what it does, and so does all that comes later. */
function mortal<Target extends object>(
  target: Target,
  life: { left: number; readonly dies: "before" | "after" },
): Target {
  return new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name);
      if (typeof value === "object" && value !== null) return mortal(value, life);
      if (typeof value !== "function") return value;
      // What is only looked up talks to nobody.
      if (name === "at") return (...args: unknown[]): unknown => Reflect.apply(value, object, args);
      return async (...args: unknown[]) => {
        life.left -= 1;
        if (life.left < 0 || (life.left === 0 && life.dies === "before")) throw new Killed("killed");
        const result: unknown = await Reflect.apply(value, object, args);
        if (life.left === 0) throw new Killed("killed");
        return result;
      };
    },
  });
}

/** One life of a proved task's work under one kill. @returns how it ended, and whether the kill came before that */
async function live(at: number, dies: "before" | "after") {
  await using store = await openStore({ path: ":memory:" });
  const clock = createHandClock(AT);
  const repository = await store.repositories.add({ name: "shop", source: "/shop", mirrorId: "m1", addedAt: AT });
  const state = { kind: "running", phase: "working", startedAt: AT, red: [] } as const;
  const running = await store.tasks.add({
    ...sampleTask("test:1"),
    read: [],
    repositoryId: repository.id,
    base: BASE,
    state,
  });
  const ended = provedAt(running, COMMIT);
  const { site, hosted, git } = createSite();
  const life = { left: at, dies };
  const told = new Set<string>();
  const open = (alive: boolean): Pulls => {
    const world = { store, git, hosted };
    const reached = alive ? world : mortal(world, life);
    return openPulls({ ...reached, clock, emit: ({ kind }) => void told.add(kind) });
  };
  async function pass(pulls: Pulls): Promise<void> {
    pulls.start();
    // As the runner does: kept, then ended, then woken.
    if ((await store.tasks.get(running.id))?.state.kind === "running") {
      await pulls.expect(ended);
      await store.tasks.move(ended, "running");
    }
    pulls.wake();
    for (let round = 0; round < 4; round += 1) {
      await pulls.idle();
      clock.advance(POLL_MS);
      await new Promise(setImmediate);
    }
    await pulls.idle();
  }
  await using first = open(false);
  await pass(first).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
  const killed = life.left <= 0;
  await first[Symbol.asyncDispose]();
  await using second = open(true);
  await pass(second);
  const onRecord = told.has("pull.opened") && told.has("pull.merged");
  return { killed, done: site.done, onRecord, state: (await store.pulls.get(running.id))?.state.kind };
}

test.each(["before", "after"] as const)(
  "killed %s any one of its calls, proved work is pushed, opened and merged once, and on record",
  async (dies) => {
    let kills = 0;
    for (let at = 1; at < MOST_CALLS; at += 1) {
      const { killed, ...end } = await live(at, dies);
      expect({ at, ...end }).toEqual({
        at,
        done: { pushes: 1, opened: 1, merged: 1 },
        onRecord: true,
        state: "merged",
      });
      if (!killed) break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(20);
    expect(kills).toBeLessThan(MOST_CALLS - 1);
  },
);
