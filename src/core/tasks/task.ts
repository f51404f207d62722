import type { Instant } from "../../lib/time.ts";
import type { Origin } from "../policy/taint.ts";
import type { CodingWish } from "../ports/coding-clis.ts";
import type { ChatRef } from "../incoming.ts";
import type { NetworkUse } from "./network-use.ts";
import type { Plan } from "./plan.ts";
import type { CheckRun, Proof } from "./proof.ts";

/** Counts up from 1; people say "task 12". */
export type TaskId = number;
export type Task = {
  readonly id: TaskId;
  /** What made it, e.g. `update:17`: unique, so that the same cause handled twice after a crash makes one task. */
  readonly origin: string;
  readonly goal: string;
  readonly repositoryId: number;
  readonly spark: string;
  /** Asked for instead of the usual one. */
  readonly model?: string;
  /** Which coding CLI it may hand work to, as its chat wanted it; absent: as the settings say. */
  readonly coding?: CodingWish;
  /** Where its messages go and who may decide; null when nobody is there to ask (a command line without a chat). */
  readonly chat: ChatRef | null;
  /** `open`: `chat` is a topic of its own. `asked`: one was asked for, once; it has none unless it is `open`. */
  readonly topic?: "asked" | "open";
  /** An interview led to it: its plan is refined, implemented or kept. */
  readonly from?: "interview";
  /** A plan that is put by: it waits for no decision, and /implement takes it up. */
  readonly kept?: true;
  readonly requestedBy: number | null;
  readonly createdAt: Instant;
  readonly plan: Plan;
  /** Full hash; what the work starts from. */
  readonly base: string;
  readonly state: TaskState;
  /** Files of the repository that its workspace has not; absent until it has one. */
  readonly held?: readonly string[];
  /** What it had to do with the network, up to its last phase. */
  readonly network?: readonly NetworkUse[];
  /** Where the words came from that its goal and plan were made of, besides the person. */
  readonly read?: readonly Origin[];
};
export type TaskState =
  /** The plan is shown and waits for a person. */
  | { readonly kind: "planned" }
  | { readonly kind: "cancelled"; readonly at: Instant }
  | { readonly kind: "queued"; readonly at: Instant }
  | { readonly kind: "running"; readonly phase: Phase; readonly startedAt: Instant; readonly red: readonly CheckRun[] }
  /** It was at work, and needs a person to say whether it goes on; `approvalId`: to decide on that approval. */
  | {
      readonly kind: "interrupted";
      readonly at: Instant;
      readonly reason: string;
      readonly red: readonly CheckRun[];
      readonly approvalId?: number;
    }
  | { readonly kind: "ended"; readonly startedAt: Instant; readonly endedAt: Instant; readonly outcome: Outcome };
/** Approved and not at its end: what is said to such a task reaches it. */
export const AT_WORK = ["queued", "running", "interrupted"] as const satisfies readonly TaskState["kind"][];
export function isAtWork({ state }: Task): boolean {
  return AT_WORK.some((kind) => kind === state.kind);
}
export type Phase = "preparing" | "checking-before" | "working" | "checking-after";
export type Outcome =
  | {
      readonly kind: "done";
      readonly summary: string;
      readonly commit: string;
      readonly proof: Proof;
      readonly verdict: Verdict;
    }
  | {
      readonly kind: "not-proved";
      readonly summary: string;
      readonly commit: string | null;
      readonly proof: Proof;
      readonly reasons: readonly string[];
    }
  | {
      readonly kind: "gave-up";
      readonly over: "steps" | "tokens" | "cost" | "repetition" | "time" | "output";
      readonly summary: string;
      /** What it had changed by then, and why that is not taken for proved; absent: nothing. */
      readonly unproved?: { readonly commit: string; readonly proof: Proof; readonly reasons: readonly string[] };
    }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "denied"; readonly action: string; readonly by: "person" | "nobody" }
  | { readonly kind: "stopped"; readonly by: string };
/** The commit of what a task changed; null where there is nothing to show. */
export function changeOf({ state }: Task): string | null {
  if (state.kind !== "ended") return null;
  const { outcome } = state;
  if (outcome.kind === "gave-up") return outcome.unproved?.commit ?? null;
  return outcome.kind === "done" || outcome.kind === "not-proved" ? outcome.commit : null;
}
/** What a person did with a proved change. */
export type Verdict =
  | { readonly kind: "open" }
  | { readonly kind: "applied"; readonly branch: string; readonly at: Instant; readonly by: string }
  /** The branch that had been applied was removed again. */
  | { readonly kind: "rolled-back"; readonly branch: string; readonly at: Instant; readonly by: string }
  | { readonly kind: "discarded"; readonly at: Instant; readonly by: string };
