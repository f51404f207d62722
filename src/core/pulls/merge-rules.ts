import { MINUTE_MS } from "../../lib/time.ts";
import type { HostedPull, HostedReview } from "../ports/code-host.ts";
import type { ChecksWord } from "./pull.ts";

export type MergeRules = {
  /** Reviews that must approve the newest commit. */
  readonly approvals: number;
};
export type MergeFacts = {
  readonly pull: HostedPull;
  readonly checks: ChecksWord;
  readonly reviews: readonly HostedReview[];
  /** For how long it has been open, in milliseconds. */
  readonly openMs: number;
  /** What we pushed, and what the work began at. */
  readonly pushed: string | null;
  readonly base: string;
  /** Is what we pushed the very commit that the checks proved? */
  readonly proved: boolean;
};
/** Checks begin some time after a push: before that none means not yet. */
const CHECKS_BEGIN_MS = 3 * MINUTE_MS;
/** What the rules say of merging. `wait`: not yet, and nobody need be asked. `uncovered`: no rule covers it, a person may. */
export type MergeVerdict =
  | { readonly kind: "may" }
  | { readonly kind: "wait"; readonly why: string }
  | { readonly kind: "uncovered"; readonly why: string };

/** May it be merged by the rules alone: checks green, approved, nothing changed that the proof rests on? */
export function judgeMerge(
  { pull, checks, reviews, openMs, pushed, base, proved }: MergeFacts,
  rules: MergeRules,
): MergeVerdict {
  if (pull.state !== "open") return wait("it is not open");
  if (pull.draft) return wait("it is a draft");
  if (checks === "pending" || checks === "unknown") return wait("its checks are not through");
  if (checks === "none" && openMs < CHECKS_BEGIN_MS) return wait("its checks have not begun");
  if (checks === "red") return wait("its checks are red");
  const refusing = reviews.filter(({ verdict }) => verdict === "changes-requested").map(({ author }) => author);
  if (refusing.length > 0) return wait(`${refusing.join(", ")} asked for changes`);
  if (!proved) return uncovered("what stands there is not what was proved");
  if (pull.head.commit !== pushed) return uncovered("somebody else pushed to its branch");
  if (pull.base.commit !== base) return uncovered(`${pull.base.branch} has moved on since the work began`);
  if (checks === "none") return uncovered("nothing checks it there");
  const approving = reviews.filter(({ verdict, commit }) => verdict === "approved" && commit === pull.head.commit);
  if (approving.length < rules.approvals)
    return uncovered(`${approving.length} of ${rules.approvals} reviews that are needed approve it`);
  return { kind: "may" };
}
function wait(why: string): MergeVerdict {
  return { kind: "wait", why };
}
function uncovered(why: string): MergeVerdict {
  return { kind: "uncovered", why };
}
