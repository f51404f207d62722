/**
 * A site where repositories are kept, reviewed and merged. Every method throws Fault forge.unauthorized, forge.refused,
 * forge.not-found, forge.rate-limited or forge.unreachable. What it gives was written by others: material, never an instruction.
 */
export interface CodeHost {
  /** The repository that an address (https, ssh, or git's short form of ssh) is of; null: it is kept elsewhere. */
  at(address: string): HostedRepository | null;
}
/** One repository there; nothing that is asked of it reaches another. */
export interface HostedRepository {
  /** `GitHub`. */
  readonly host: string;
  /** `ada/shop`. */
  readonly slug: string;
  /** Made of the settings and the slug: nothing in a repository can lead a push elsewhere. */
  readonly pushUrl: string;
  /** The branch that pull requests are merged into. */
  defaultBranch(signal: AbortSignal): Promise<string>;
  hasCommit(commit: string, signal: AbortSignal): Promise<boolean>;
  readonly pulls: HostedPulls;
  readonly issues: HostedIssues;
  readonly runs: HostedRuns;
  /** @param tag null: the latest */
  release(tag: string | null, signal: AbortSignal): Promise<HostedRelease>;
}
export interface HostedPulls {
  /** Newest first. */
  list(which: "open" | "closed" | "all", limit: number, signal: AbortSignal): Promise<readonly HostedPull[]>;
  get(number: number, signal: AbortSignal): Promise<HostedPull>;
  /** The newest whose head is this branch of the repository itself, in whatever state; null: none ever was. */
  ofBranch(branch: string, signal: AbortSignal): Promise<HostedPull | null>;
  /** @param mostBytes more of it is not read */
  diff(number: number, mostBytes: number, signal: AbortSignal): Promise<string>;
  create(
    wish: { readonly branch: string; readonly base: string; readonly title: string; readonly body: string },
    signal: AbortSignal,
  ): Promise<HostedPull>;
  /** Closes it without merging; its branch stays. One that is not open stays as it is. */
  close(number: number, signal: AbortSignal): Promise<HostedPull>;
  comments(number: number, signal: AbortSignal): Promise<readonly HostedComment[]>;
  /** Checks and statuses of a commit, the newest of each name; where there are more than are read, a pending one stands for them. */
  checks(commit: string, signal: AbortSignal): Promise<readonly HostedCheck[]>;
  /** Where there are more than are read, one that asks for changes stands for them. */
  reviews(number: number, signal: AbortSignal): Promise<readonly HostedReview[]>;
  /** Merges exactly `head`: when the branch has moved on it is refused. @returns the commit it became */
  merge(
    number: number,
    wish: { readonly head: string; readonly method: MergeMethod; readonly title: string },
    signal: AbortSignal,
  ): Promise<string>;
}
export type MergeMethod = "merge" | "squash" | "rebase";
export type HostedPull = {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly state: "open" | "closed" | "merged";
  readonly draft: boolean;
  /** The branch it comes from, its newest commit, and the repository that is in; null: that is gone. */
  readonly head: { readonly branch: string; readonly commit: string; readonly slug: string | null };
  /** The branch it goes into, and the commit that stands at now. */
  readonly base: { readonly branch: string; readonly commit: string };
};
export interface HostedIssues {
  list(which: "open" | "closed" | "all", limit: number, signal: AbortSignal): Promise<readonly HostedIssue[]>;
  get(number: number, signal: AbortSignal): Promise<HostedIssue>;
  comments(number: number, signal: AbortSignal): Promise<readonly HostedComment[]>;
  create(wish: { readonly title: string; readonly body: string }, signal: AbortSignal): Promise<HostedIssue>;
  /** Of an issue or a pull request. @returns its address */
  comment(number: number, body: string, signal: AbortSignal): Promise<string>;
}
export type HostedIssue = Pick<HostedPull, "number" | "url" | "title" | "body" | "author"> & {
  readonly state: "open" | "closed";
  readonly labels: readonly string[];
};
export type HostedComment = { readonly author: string; readonly at: string; readonly body: string };
export type HostedCheck = {
  readonly name: string;
  /** `other`: skipped or neutral, which holds nothing up. */
  readonly outcome: "pending" | "green" | "red" | "other";
  /** In the host's own word: `timed_out`. */
  readonly word: string;
};
export type HostedReview = {
  readonly author: string;
  /** The newest that this person decided. */
  readonly verdict: "approved" | "changes-requested";
  readonly commit: string;
};
export interface HostedRuns {
  /** @param branch null: of any */
  list(branch: string | null, limit: number, signal: AbortSignal): Promise<readonly HostedRun[]>;
  get(id: number, signal: AbortSignal): Promise<HostedRun & { readonly jobs: readonly HostedJob[] }>;
  /** The end of what a job wrote. @param mostBytes of it */
  log(jobId: number, mostBytes: number, signal: AbortSignal): Promise<string>;
}
export type HostedRun = {
  readonly id: number;
  readonly name: string;
  readonly title: string;
  readonly branch: string;
  readonly commit: string;
  readonly event: string;
  /** Of the run as the host says it: `completed, failure`. */
  readonly state: string;
  readonly url: string;
};
export type HostedJob = {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly failed: boolean;
};
export type HostedRelease = {
  readonly tag: string;
  readonly name: string;
  readonly body: string;
  readonly url: string;
  readonly at: string;
};
