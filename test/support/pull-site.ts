import type { Event } from "../../src/core/events.ts";
import type { HostedPull, HostedRepository } from "../../src/core/ports/code-host.ts";
import type { Repositories } from "../../src/core/ports/repositories.ts";
import { createPulls, type Pulls } from "../../src/core/pulls/pulls.ts";
import { createApprovals } from "../../src/core/policy/approvals/approvals.ts";
import type { Store } from "../../src/core/ports/store.ts";
import type { Task } from "../../src/core/tasks/task.ts";
import { AT } from "../contracts/store-samples.ts";
import type { HandClock } from "./hand-clock.ts";
import { SCANNER } from "./scanner-options.ts";

/** What the tasks of these tests began at; the base branch of the pull requests stands there. */
export const BASE = "b".repeat(40);
export const POLL_MS = 60_000;

/** What the code host has, whoever died: each thing that is done there is counted. */
export function createSite() {
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
      if (site.pull !== null) site.pull = { ...site.pull, head: { ...site.pull.head, commit } };
      return commit;
    },
  } as unknown as Repositories;
  return { site, hosted, git };
}
/** The same task, its work proved at a commit. */
export function provedAt(task: Task, commit: string): Task {
  const proof = { base: BASE, commit, before: [], after: [] };
  const outcome = { kind: "done", summary: "Mended.", commit, proof, verdict: { kind: "open" } } as const;
  return { ...task, state: { kind: "ended", startedAt: AT, endedAt: AT, outcome } };
}
type Reached = {
  readonly store: Store;
  readonly git: Repositories;
  readonly hosted: HostedRepository;
  readonly clock: HandClock;
  readonly emit?: (event: Event) => void;
};
/** At level 5 and without reviews: what the rules allow goes on by itself to the end. */
export function openPulls({ store, git, hosted, clock, emit = () => undefined }: Reached): Pulls {
  const approvals = createApprovals(
    { expiryMs: 1e9, remindMs: null },
    { store: store.approvals, clock, emit, announce: async () => undefined, remind: async () => undefined },
  );
  return createPulls(
    { pollMs: POLL_MS, mergeMethod: "squash", mergeApprovals: 0 },
    {
      host: { at: () => hosted },
      git,
      store,
      approvals,
      levels: { of: async () => ({ level: 5, from: "settings" }) },
      clock,
      emit,
      teller: { ended: async () => undefined },
      outgoing: {
        redact: (text) => text,
        scanner: () => ({ ...SCANNER, mode: "off" }),
      },
      known: (text) => text,
    },
  );
}
