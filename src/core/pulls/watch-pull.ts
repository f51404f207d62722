import { isFault } from "../fault.ts";
import type { HostedPull } from "../ports/code-host.ts";
import { judgeMerge, type MergeVerdict } from "./merge-rules.ts";
import { asMerged } from "./open-pull.ts";
import { checksWord, type ChecksWord, type MergeWish, type Pull } from "./pull.ts";
import { askToMerge, usedBy } from "./questions.ts";
import { deedAfter } from "../policy/decide.ts";
import { DEEDS } from "../policy/table.ts";
import { keep, type May, mayDo, provedChange, type Scene } from "./scene.ts";

type OpenPull = Pull & { readonly state: Pull["state"] & { readonly kind: "open" } };
type MergingPull = Pull & { readonly state: Pull["state"] & { readonly kind: "merging" } };
type Look = { readonly found: HostedPull; readonly checks: ChecksWord; readonly verdict: MergeVerdict };
const BY_RULES = "the rules set";

/** Looks at an open one: what its checks and reviews say, whether it is over, and whether it may be merged. */
export async function watchPull(pull: OpenPull, scene: Scene): Promise<Pull> {
  // While the work goes on, or came to nothing, there is nothing to merge.
  if (provedChange(scene.task) === null) return pull;
  const look = await lookAt(pull, scene);
  const over = await ifOver(pull, look.found, scene);
  if (over !== null) return over;
  const merge = await wishOf(pull, look, scene);
  if (merge.kind === "merging") {
    const { number, url, at } = pull.state;
    return keep(
      { ...pull, trouble: null, state: { kind: "merging", number, url, at, head: merge.head, by: merge.by } },
      scene,
    );
  }
  const next: OpenPull = { ...pull, trouble: null, state: { ...pull.state, checks: look.checks, merge } };
  return isSame(next, pull) ? pull : keep(next, scene);
}
export async function lookAt(
  { commit, pushed, state }: OpenPull | MergingPull,
  { task, hosted, options, signal, deps }: Scene,
): Promise<Look> {
  const found = await hosted.pulls.get(state.number, signal);
  const checks = checksWord(await hosted.pulls.checks(found.head.commit, signal));
  const reviews = await hosted.pulls.reviews(state.number, signal);
  const openMs = deps.clock.now() - state.at;
  const facts = {
    pull: found,
    checks,
    reviews,
    openMs,
    pushed,
    base: task.base,
    proved: provedChange(task)?.commit === commit,
  };
  return { found, checks, verdict: judgeMerge(facts, { approvals: options.mergeApprovals }) };
}
async function ifOver(pull: OpenPull, found: HostedPull, scene: Scene): Promise<Pull | null> {
  const { task, deps } = scene;
  if (found.state === "open") return null;
  await deps.approvals.close(task.id, "pull");
  return asOver(pull, found, scene);
}
/** It is not open any more. */
export async function asOver(pull: OpenPull, found: HostedPull, scene: Scene): Promise<Pull> {
  if (found.state === "merged") return keep(asMerged(pull, found, scene), scene);
  const { number, url } = found;
  return keep({ ...pull, trouble: null, state: { kind: "closed", number, url, at: scene.deps.clock.now() } }, scene);
}
type Wish = MergeWish | { readonly kind: "merging"; readonly head: string; readonly by: string };

async function wishOf(pull: OpenPull, { found, verdict }: Look, scene: Scene): Promise<Wish> {
  const { merge } = pull.state;
  const head = found.head.commit;
  // What a person discarded is merged by their own word alone.
  if (provedChange(scene.task)?.verdict.kind === "discarded") return { kind: "none" };
  if (merge.kind === "refused" && merge.head === head) return merge;
  const may = await mayDo(["merge"], scene);
  if (may.kind === "allow" && verdict.kind === "may") {
    await scene.deps.approvals.close(scene.task.id, "pull");
    return { kind: "merging", head, by: BY_RULES };
  }
  if (merge.kind === "asked" && merge.head === head) return answered(pull, merge, scene);
  if (may.kind === "deny" || verdict.kind === "wait" || scene.task.chat === null) return { kind: "none" };
  return asked(pull, { head, why: whyAsked(may, verdict, scene) }, scene);
}
function whyAsked(may: May, verdict: MergeVerdict, { taint }: Scene): string {
  const why = verdict.kind === "may" ? "its checks are green" : "why" in verdict ? verdict.why : "";
  return may.kind === "ask"
    ? `it ${DEEDS[deedAfter("merge", taint)].says}, and autonomy level ${may.level} asks; ${why}`
    : `no rule covers it: ${why}`;
}
async function asked(pull: OpenPull, { head, why }: { head: string; why: string }, scene: Scene): Promise<Wish> {
  const answer = await askToMerge(pull, { number: pull.state.number, head, why }, scene);
  if (answer.kind === "approved") return { kind: "merging", head, by: answer.byName };
  return answer.kind === "waiting" ? { kind: "asked", head, approvalId: answer.approvalId } : pull.state.merge;
}
/** Denied or without an answer it stays as it is: the same commit is not asked about twice. */
async function answered(pull: OpenPull, merge: MergeWish & { kind: "asked" }, scene: Scene): Promise<Wish> {
  const approval = await scene.deps.store.approvals.get(merge.approvalId);
  const by = usedBy(approval);
  if (by !== null) return { kind: "merging", head: merge.head, by };
  if (approval?.state.kind !== "approved") return merge;
  return asked(pull, { head: merge.head, why: approval.reason }, scene);
}
function isSame(next: OpenPull, { state, trouble }: OpenPull): boolean {
  return JSON.stringify([next.state, next.trouble]) === JSON.stringify([state, trouble]);
}

/** Merges exactly the commit that was meant, if what allowed it still holds. */
export async function mergeIt(pull: MergingPull, scene: Scene): Promise<Pull> {
  const { hosted, options, signal, task, deps } = scene;
  const { number, url, at, head, by } = pull.state;
  const { found, checks, verdict } = await lookAt(pull, scene);
  const back = (merge: MergeWish): Pull => ({
    ...pull,
    trouble: null,
    state: { kind: "open", number, url, at, checks, merge },
  });
  const merged = (commit?: string): Promise<Pull> => {
    deps.emit({ kind: "pull.merged", taskId: task.id, slug: pull.slug, number, by });
    const { state, ...rest } = asMerged(pull, found, scene, by);
    return keep({ ...rest, state: commit === undefined ? state : { ...state, commit } }, scene);
  };
  // It was meant to be: the process ended, or the answer was lost, before that was kept.
  if (found.state === "merged") return merged();
  const may = await mayDo(["merge"], scene, { attended: true });
  const ruled = by !== BY_RULES || (may.kind === "allow" && verdict.kind === "may");
  if (found.head.commit !== head || may.kind === "deny" || !ruled) return keep(back({ kind: "none" }), scene);
  const wish = { head, method: options.mergeMethod, title: `${pull.title} (#${number})` };
  let commit: string;
  try {
    commit = await hosted.pulls.merge(number, wish, signal);
  } catch (error) {
    if (!isFault(error, "forge.refused")) throw error;
    return keep(back({ kind: "refused", head, reason: error.data.reason }), scene);
  }
  return merged(commit);
}
