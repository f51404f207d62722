import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { gitIn } from "./git-backend.ts";

export type FakePull = {
  readonly number: number;
  title: string;
  body: string;
  readonly head: string;
  readonly base: string;
  /** The newest commit of its branch when that was last seen. */
  headSha: string;
  state: "open" | "closed";
  mergedAt: string | null;
  readonly reviews: { user: string; state: string; commit: string }[];
};
type FakeIssue = {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly user: string;
};
type FakeComment = { readonly on: number; readonly user: string; readonly body: string };
type FakeRun = {
  readonly id: number;
  readonly title: string;
  readonly branch: string;
  readonly conclusion: string;
  readonly log: string;
};
/** One repository: a bare one on disk, and what people and machines made of it. */
export type FakeRepository = {
  readonly slug: string;
  readonly folder: string;
  readonly pulls: FakePull[];
  readonly issues: FakeIssue[];
  readonly comments: FakeComment[];
  readonly runs: FakeRun[];
  /** By commit: what checks say of it. */
  readonly checks: Map<string, readonly { name: string; status: string; conclusion: string | null }[]>;
  readonly statuses: Map<string, readonly { context: string; state: string }[]>;
  release: { tag: string; name: string; body: string } | null;
  /** Merging is forbidden by a rule of the branch. */
  protectedBy: string | null;
  branch(name: string): string | null;
  has(commit: string): boolean;
};

export function makeRepository(root: string, slug: string): FakeRepository {
  const folder = join(root, `${slug}.git`);
  mkdirSync(folder, { recursive: true });
  gitIn(folder, "init", "--quiet", "--bare", "--initial-branch=main");
  for (const setting of ["http.receivepack true", "receive.denyNonFastForwards true", "receive.denyDeletes true"])
    gitIn(folder, "config", ...setting.split(" "));
  const tells = (...args: string[]) => {
    try {
      return gitIn(folder, ...args);
    } catch {
      return null;
    }
  };
  return {
    slug,
    folder,
    pulls: [],
    issues: [],
    comments: [],
    runs: [],
    checks: new Map(),
    statuses: new Map(),
    release: null,
    protectedBy: null,
    branch: (name) => tells("rev-parse", "--verify", "--quiet", `refs/heads/${name}`),
    has: (commit) => tells("cat-file", "-e", `${commit}^{commit}`) !== null,
  };
}
/** Merges as GitHub does, by a commit of its own on the base. */
export function mergePull({ folder, branch }: FakeRepository, pull: FakePull, title: string): string {
  const base = branch(pull.base) ?? "";
  const tree = gitIn(folder, "rev-parse", `${pull.headSha}^{tree}`);
  const commit = gitIn(folder, "commit-tree", tree, "-p", base, "-p", pull.headSha, "-m", title);
  gitIn(folder, "update-ref", `refs/heads/${pull.base}`, commit, base);
  return commit;
}
