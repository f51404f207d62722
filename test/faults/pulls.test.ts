import { expect, test } from "vitest";
import type { HostedPull, HostedRepository } from "../../src/core/ports/code-host.ts";
import type { Repositories } from "../../src/core/ports/repositories.ts";
import { createPulls, type Pulls } from "../../src/core/pulls/pulls.ts";
import { createApprovals } from "../../src/core/policy/approvals.ts";
import type { Task } from "../../src/core/tasks/task.ts";
import { openStore } from "../../src/store/store.ts";
import { AT, task as sampleTask } from "../contracts/store-samples.ts";
import { createHandClock } from "../support/hand-clock.ts";

const [BASE, COMMIT] = ["b".repeat(40), "c".repeat(40)];
const POLL_MS = 60_000;
const MOST_CALLS = 200;

class Killed extends Error {}
/** What the code host has, whoever died: each thing that is done there is counted. */
function createSite() {
  const done = { pushes: 0, opened: 0, merged: 0 };
  const site = { branch: null as string | null, pull: null as HostedPull | null, done };
  const pullNow = () => {
    if (site.pull === null) throw new Error("there is no pull request");
    return site.pull;
  };
  const hosted: HostedRepository = {
    host: "GitHub",
    slug: "ada/shop",
    pushUrl: "https://github.com/ada/shop.git",
    defaultBranch: async () => "main",
    hasCommit: async () => true,
    issues: {} as HostedRepository["issues"],
    runs: {} as HostedRepository["runs"],
    release: () => Promise.reject(new Error("nobody asks for releases")),
    pulls: {
      ...({} as HostedRepository["pulls"]),
      get: async () => pullNow(),
      ofBranch: async () => site.pull,
      async create({ branch, base, title, body }) {
        if (site.branch === null) throw new Error("its branch is not there");
        done.opened += 1;
        const [url, author] = ["https://github.com/ada/shop/pull/1", "ada"];
        const head = { branch, commit: site.branch, slug: "ada/shop" };
        site.pull = {
          number: 1,
          url,
          title,
          body,
          author,
          state: "open",
          draft: false,
          head,
          base: { branch: base, commit: BASE },
        };
        return site.pull;
      },
      checks: async () => [{ name: "ci", outcome: "green", word: "success" }],
      reviews: async () => [],
      async merge(_number, { head }) {
        if (pullNow().head.commit !== head) throw new Error("it is another commit");
        done.merged += 1;
        site.pull = { ...pullNow(), state: "merged" };
        return "d".repeat(40);
      },
    },
  };
  const git = {
    remoteOf: async () => "https://github.com/ada/shop",
    diff: async () => ({ text: "+mended", files: [], added: 1, removed: 0 }),
    async push(_mirror: string, commit: string) {
      if (site.branch !== commit) done.pushes += 1;
      site.branch = commit;
      return commit;
    },
  } as unknown as Repositories;
  return { site, hosted, git };
}
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
  const proof = { base: BASE, commit: COMMIT, before: [], after: [] };
  const outcome = { kind: "done", summary: "Mended.", commit: COMMIT, proof, verdict: { kind: "open" } } as const;
  const state = { kind: "running", phase: "working", startedAt: AT, red: [] } as const;
  const running = await store.tasks.add({
    ...sampleTask("test:1"),
    read: [],
    repositoryId: repository.id,
    base: BASE,
    state,
  });
  const ended: Task = { ...running, state: { kind: "ended", startedAt: AT, endedAt: AT, outcome } };
  const { site, hosted, git } = createSite();
  const life = { left: at, dies };
  const open = (alive: boolean): Pulls => {
    const world = { store, git, hosted };
    const reached = alive ? world : mortal(world, life);
    const approvals = createApprovals(
      { expiryMs: 1e9, remindMs: null },
      {
        store: reached.store.approvals,
        clock,
        emit: () => undefined,
        announce: async () => undefined,
        remind: async () => undefined,
      },
    );
    return createPulls(
      { pollMs: POLL_MS, mergeMethod: "squash", mergeApprovals: 0 },
      {
        host: { at: () => reached.hosted },
        git: reached.git,
        store: reached.store,
        approvals,
        levels: { of: async () => ({ level: 5, from: "settings" }) },
        clock,
        emit: () => undefined,
        teller: { ended: async () => undefined },
        outgoing: {
          redact: (text) => text,
          scanner: () => ({
            mode: "off",
            flagScore: 2,
            blockScore: 4,
            overrides: [],
            allowTickets: [],
            allowRepositories: [],
            allowAuthors: [],
            allowPatterns: [],
          }),
        },
        known: (text) => text,
      },
    );
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
  return { killed, done: site.done, state: (await store.pulls.get(running.id))?.state.kind };
}

test.each(["before", "after"] as const)(
  "killed %s any one of its calls, proved work is pushed, opened and merged once",
  async (dies) => {
    let kills = 0;
    for (let at = 1; at < MOST_CALLS; at += 1) {
      const { killed, done, state } = await live(at, dies);
      expect({ at, done, state }).toEqual({ at, done: { pushes: 1, opened: 1, merged: 1 }, state: "merged" });
      if (!killed) break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(20);
    expect(kills).toBeLessThan(MOST_CALLS - 1);
  },
);
