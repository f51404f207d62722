import type { Instant } from "../../lib/time.ts";
import type { HostedCheck } from "../ports/code-host.ts";
import type { TaskId } from "../tasks/task.ts";

/** What becomes of a task's work on a code host: one a task. */
export type Pull = {
  readonly taskId: TaskId;
  /** `ada/shop`; "" until it is known. */
  readonly slug: string;
  readonly host: string;
  /** What is pushed, and the branch it is to go into; "" until they are known. */
  readonly branch: string;
  readonly base: string;
  /** Of the work, in our mirror. */
  readonly commit: string;
  /** What stands on the host since it was pushed; null before. */
  readonly pushed: string | null;
  readonly title: string;
  readonly body: string;
  /** The number of the one whose opening is on record; absent: none is. */
  readonly opened?: number;
  readonly state: PullState;
  /** What went wrong last and is tried again, for people; null: nothing. */
  readonly trouble: string | null;
};
type Seen = { readonly number: number; readonly url: string };
export type PullState =
  /** Its task is about to end well: nothing was decided yet. */
  | { readonly kind: "expected" }
  /** A person is asked whether it may be opened. */
  | { readonly kind: "asked"; readonly approvalId: number }
  /** It may be: pushed, then opened, each once. */
  | { readonly kind: "opening"; readonly by: string }
  /** `at`: since when it is known here. */
  | ({ readonly kind: "open"; readonly at: Instant; readonly checks: ChecksWord; readonly merge: MergeWish } & Seen)
  /** It may be merged, as `head`. */
  | ({ readonly kind: "merging"; readonly at: Instant; readonly head: string; readonly by: string } & Seen)
  /** `commit`: what it became, where that was told. */
  | ({ readonly kind: "merged"; readonly at: Instant; readonly by: string; readonly commit?: string } & Seen)
  | ({ readonly kind: "closed"; readonly at: Instant } & Seen)
  /** Not opened; `told`: people are told of it without asking. */
  | { readonly kind: "left"; readonly reason: string; readonly told: boolean };
/** `none`: nothing checks it there. */
export type ChecksWord = "unknown" | "none" | "pending" | "green" | "red";
export type MergeWish =
  | { readonly kind: "none" }
  /** A person is asked, or was, about this commit. */
  | { readonly kind: "asked"; readonly head: string; readonly approvalId: number }
  /** The host would not merge this commit: it is not tried by itself again. */
  | { readonly kind: "refused"; readonly head: string; readonly reason: string };

/** Is there something left that goes on by itself? */
export function isUnderWay({ state }: Pull): boolean {
  return ["expected", "asked", "opening", "open", "merging"].includes(state.kind);
}
/** One red is red; one that runs is pending; what was skipped holds nothing up. */
export function checksWord(checks: readonly HostedCheck[]): ChecksWord {
  if (checks.length === 0) return "none";
  if (checks.some(({ outcome }) => outcome === "red")) return "red";
  if (checks.some(({ outcome }) => outcome === "pending")) return "pending";
  return checks.some(({ outcome }) => outcome === "green") ? "green" : "none";
}
/** Of a task about which nothing is known yet. */
export function freshPull(taskId: TaskId): Pull {
  const unknown = { slug: "", host: "", branch: "", base: "", commit: "", title: "", body: "" };
  return { taskId, ...unknown, pushed: null, trouble: null, state: { kind: "expected" } };
}
