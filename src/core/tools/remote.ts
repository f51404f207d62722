import type { HostedPull, HostedRepository } from "../ports/code-host.ts";

/** What of it a model and people are told: `GitHub`, `ada/shop`, and the only branch that is pushed to. */
export type RemoteName = { readonly host: string; readonly slug: string; readonly branch: string };
/** The side of a task's repository that is on a code host, for the tools of that task alone. Throws faults of git and of the host. */
export interface TaskRemote {
  readonly hosted: HostedRepository;
  /** The only branch that is pushed to. */
  readonly branch: string;
  /** Gets what is new there into the mirror. @returns what came after the commit that the task began at, the newest first */
  fetch(signal: AbortSignal): Promise<FetchedState>;
  /** @returns the commit that stands there now */
  push(commit: string, signal: AbortSignal): Promise<string>;
  openPull(
    wish: { readonly commit: string; readonly title: string; readonly body: string },
    signal: AbortSignal,
  ): Promise<Opened>;
  /** By the rules that are set, and of no other than the task's own. */
  mergePull(number: number, signal: AbortSignal): Promise<Merged>;
  /** Why words are not let out; null when they are. */
  problemOf(text: string, form: "title" | "body"): string | null;
  /** False when this call was begun before: what it does there is not done twice. */
  begin(cause: string): Promise<boolean>;
}
export type FetchedState = {
  readonly branch: string | null;
  readonly head: string;
  readonly commits: readonly { readonly commit: string; readonly subject: string }[];
  /** There are more than are named. */
  readonly more: boolean;
};
export type Opened =
  | ({ readonly kind: "opened" } & Pick<HostedPull, "number" | "url">)
  | { readonly kind: "refused"; readonly reason: string };
export type Merged =
  | { readonly kind: "merged"; readonly commit: string }
  | { readonly kind: "refused"; readonly reason: string };
