import type { FileTree } from "../pipelines/pipeline.ts";

/** Git on our own bare mirrors: the only git the host runs. */
export interface Repositories {
  /**
   * Looks at a path or git URL and mirrors it. Registering what is mirrored already refreshes it.
   * @throws Fault repository.refused, repository.git-failed, disk.full
   */
  mirror(source: string, mirrorId: string, signal: AbortSignal): Promise<MirrorState>;
  /** Reads a commit's files out of the mirror: those that a workspace gets. */
  tree(mirrorId: string, commit: string, signal: AbortSignal): Promise<FileTree>;
  /**
   * Makes a fresh, self-contained clone of the mirror at `commit` in `folder` (which must not exist), with no remote, no
   * hooks and nothing that points back at the mirror. History needed for `git log` is included, without files that are held back: they
   * are in none of its commits.
   */
  checkout(mirrorId: string, commit: string, folder: string, signal: AbortSignal): Promise<Checkout>;
  /**
   * Turns a patch (as `git diff --binary --full-index <base>` prints it, from a place we do not trust) into a commit on top of
   * `base` in the mirror, after checking it as data: size, paths, modes, links, submodules. It is applied where files that are held back
   * are not, so that it cannot take anything from them; they are in the commit as they were. The same input gives the same commit.
   * @throws Fault patch.refused
   */
  commitPatch(
    mirrorId: string,
    base: string,
    patch: Uint8Array,
    message: CommitMessage,
    signal: AbortSignal,
  ): Promise<string>;
  /** The change from `base` to `commit` as text, with its numbers. */
  diff(mirrorId: string, base: string, commit: string, signal: AbortSignal): Promise<Diff>;
  /** Keeps `commit` from being collected, under `refs/sparks/<name>`. */
  keep(mirrorId: string, name: string, commit: string, signal: AbortSignal): Promise<void>;
  /**
   * Writes `commit` as a new branch into the registered repository, never its working tree or its current branch. When the branch
   * is there already at this commit nothing happens.
   * @throws Fault branch.exists when it stands at another commit; repository.git-failed
   */
  publish(mirrorId: string, source: string, commit: string, branch: string, signal: AbortSignal): Promise<void>;
  /**
   * Pushes `commit` to a code host as a branch of our own, never by force. Where an earlier push of ours stands, it goes on from that: the
   * same files as a commit after it.
   * @param to an address that a code host gave, and `sparks/task-<number>-<words>`
   * @returns the commit that stands there now
   * @throws Fault branch.exists when somebody else's commit stands there; repository.git-failed
   */
  push(mirrorId: string, commit: string, to: PushTarget, signal: AbortSignal): Promise<string>;
  /** The address a registered repository is itself fetched from; null when it has none. */
  remoteOf(source: string, signal: AbortSignal): Promise<string | null>;
  /** What the mirror has in `to` and not in `from`: a hash and a subject each, the newest first. */
  commits(
    mirrorId: string,
    span: { readonly from: string; readonly to: string; readonly most: number },
    signal: AbortSignal,
  ): Promise<readonly { readonly commit: string; readonly subject: string }[]>;
  /**
   * Removes a branch that was written, if it still stands at this commit and is checked out nowhere.
   * @returns what it found; anything but "removed" changed nothing
   * @throws Fault repository.git-failed
   */
  withdraw(
    mirrorId: string,
    source: string,
    commit: string,
    branch: string,
    signal: AbortSignal,
  ): Promise<"removed" | "gone" | "moved" | "checked-out">;
}
export type Checkout = {
  /** What the commit is called in the folder: another hash where files are held back from its history. Its parents are those of the commit, called so as well. */
  readonly start: string;
  /** Files of the commit that are held back, by path. */
  readonly held: readonly string[];
};
type PushTarget = { readonly url: string; readonly branch: string };
export type MirrorState = {
  /** Name of the branch HEAD names, e.g. `main`; null when HEAD is detached. */
  readonly branch: string | null;
  readonly head: string;
  /** For people: "bare", "shallow clone", "3 uncommitted changes are left out", "submodules are left out: lib/x". */
  readonly notes: readonly string[];
};
/** `at` is milliseconds; author and committer are the product itself. */
export type CommitMessage = { readonly subject: string; readonly body: string; readonly at: number };
export type Diff = {
  readonly text: string;
  readonly files: readonly {
    readonly path: string;
    readonly added: number;
    readonly removed: number;
    readonly change: "added" | "modified" | "deleted" | "renamed";
  }[];
  readonly added: number;
  readonly removed: number;
};
