import { expect, test } from "vitest";
import { Fault } from "../../src/core/fault.ts";
import type { HostedPull } from "../../src/core/ports/code-host.ts";
import { freshPull } from "../../src/core/pulls/pull.ts";
import { openStore } from "../../src/store/store.ts";
import { AT, task as sampleTask } from "../contracts/store-samples.ts";
import { createHandClock } from "../support/hand-clock.ts";
import { BASE, createSite, openPulls, POLL_MS, provedAt } from "../support/pull-site.ts";

const [EARLY, PROVED] = ["e".repeat(40), "c".repeat(40)];
const { signal } = new AbortController();

/** A task that works on a repository of a code host. */
async function begin() {
  const store = await openStore({ path: ":memory:" });
  const repository = await store.repositories.add({ name: "shop", source: "/shop", mirrorId: "m1", addedAt: AT });
  const state = { kind: "running", phase: "working", startedAt: AT, red: [] } as const;
  const sample = { ...sampleTask("test:1"), read: [], repositoryId: repository.id, base: BASE, state };
  const task = await store.tasks.add(sample);
  return { store, repository, task, clock: createHandClock(AT), ...createSite() };
}

test("what a task pushed while it went on never takes the place of what was proved", async () => {
  const { store, repository, task, clock, site, hosted, git } = await begin();
  await using _store = store;
  const { promise: opens, resolve: opensNow } = Promise.withResolvers<void>();
  const { promise: tried, resolve: isTried } = Promise.withResolvers<void>();
  const make = hosted.pulls.create.bind(hosted.pulls);
  let tries = 0;
  const create = async (...given: Parameters<typeof make>): Promise<HostedPull> => {
    tries += 1;
    // The tool's own try fails; the next, by itself, takes so long that the task ends in the meantime.
    if (tries === 1) throw new Fault("forge.unreachable", { host: "GitHub", reason: "it does not answer" });
    if (tries === 2) isTried();
    await opens;
    return make(...given);
  };
  await using pulls = openPulls({ store, git, clock, hosted: { ...hosted, pulls: { ...hosted.pulls, create } } });
  const remote = await pulls.remoteOf(task, repository);
  expect(await remote?.openPull({ commit: EARLY, title: "Mend", body: "Mended." }, signal)).toMatchObject({
    kind: "refused",
  });

  pulls.wake();
  await tried;
  const ended = provedAt(task, PROVED);
  const expected = pulls.expect(ended);
  // Whoever does not wait for its turn has had time to write by now.
  await new Promise(setImmediate);
  opensNow();
  await expected;
  await store.tasks.move(ended, "running");
  pulls.wake();
  await pulls.idle();
  clock.advance(POLL_MS);
  pulls.wake();
  await pulls.idle();

  expect(await store.pulls.get(task.id)).toMatchObject({ commit: PROVED, pushed: PROVED, state: { kind: "merged" } });
  expect(site.pull).toMatchObject({ state: "merged", head: { commit: PROVED } });
});

test("a pull request that stands at anything but the proved commit is asked about, whatever the level", async () => {
  const { store, task, clock, site, hosted, git } = await begin();
  await using _store = store;
  await git.push("m1", EARLY, { url: "", branch: "sparks/task-1" }, signal);
  const { number, url } = await hosted.pulls.create(
    { branch: "sparks/task-1", base: "main", title: "", body: "" },
    signal,
  );
  const seen = { number, url, at: AT, checks: "green", merge: { kind: "none" } } as const;
  const row = { ...freshPull(task.id), slug: "ada/shop", branch: "sparks/task-1", base: "main" };
  await store.pulls.put({ ...row, commit: EARLY, pushed: EARLY, state: { kind: "open", ...seen } });
  await store.tasks.move(provedAt(task, PROVED), "running");
  await using pulls = openPulls({ store, git, hosted, clock });
  pulls.wake();
  await pulls.idle();

  expect(site.done.merged).toBe(0);
  expect((await store.pulls.get(task.id))?.state).toMatchObject({
    kind: "open",
    merge: { kind: "asked", head: EARLY },
  });
  const [asked] = await store.approvals.pending();
  expect(asked?.reason).toContain("what stands there is not what was proved");
});

test("what a task's tool opened is on record once, whatever its end pushes to it, and the merge as what it became", async () => {
  const { store, repository, task, clock, hosted, git } = await begin();
  await using _store = store;
  const told: string[] = [];
  const emit = ({ kind }: { readonly kind: string }) => void told.push(kind);
  await using pulls = openPulls({ store, git, hosted, clock, emit });
  const remote = await pulls.remoteOf(task, repository);
  expect(await remote?.openPull({ commit: EARLY, title: "Mend", body: "Mended." }, signal)).toMatchObject({
    kind: "opened",
  });
  const ended = provedAt(task, PROVED);
  await pulls.expect(ended);
  await store.tasks.move(ended, "running");
  pulls.wake();
  await pulls.idle();
  expect(told.filter((kind) => kind.startsWith("pull."))).toEqual(["pull.opened", "pull.merged"]);
  expect((await store.pulls.get(task.id))?.state).toMatchObject({ kind: "merged", commit: "d".repeat(40) });
});
