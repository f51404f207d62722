import { Fault, isFault } from "../fault.ts";
import { branchName } from "../tasks/branch-name.ts";
import type { Outcome } from "../tasks/task.ts";
import type { HostedPull } from "../ports/code-host.ts";
import { askToOpen, usedBy } from "./questions.ts";
import type { Pull, PullState } from "./pull.ts";
import { pullText } from "./pull-text.ts";
import { keep, left, mayDo, provedChange, type Scene } from "./scene.ts";

const DEEDS = ["push", "pull request"] as const;

/** A task ended well: is its work brought to the code host, asked about, or left here? */
export async function decideOpening(pull: Pull, scene: Scene): Promise<Pull> {
  const { task } = scene;
  if (task.state.kind !== "ended") return pull;
  const outcome = provedChange(task);
  if (outcome === null) return keep(left(pull, "its work was not proved", { told: false }), scene);
  const may = await mayDo(DEEDS, scene);
  if (may.kind === "deny") return keep(left(pull, may.reason, { told: false }), scene);
  const filled = await fill(pull, outcome, scene);
  if (filled === "no-base") return keep(left(pull, baseMissing(scene), { told: true }), scene);
  if (may.kind === "allow")
    return keep({ ...filled, state: { kind: "opening", by: `autonomy level ${may.level}` } }, scene);
  const answer = await askToOpen(filled, scene);
  if (answer.kind === "approved") return keep({ ...filled, state: { kind: "opening", by: answer.byName } }, scene);
  if (answer.kind === "denied") return keep(left(filled, `${answer.byName} said no`, { told: true }), scene);
  if (answer.kind !== "waiting") return pull;
  return keep({ ...filled, state: { kind: "asked", approvalId: answer.approvalId } }, scene);
}
/** What it will be, as far as it is known before anything is sent. */
export function fill(pull: Pull, outcome: Outcome & { kind: "done" }, scene: Scene): Promise<Pull | "no-base"> {
  const { task, deps, taint } = scene;
  const { title, body } = pullText(task, outcome, { rules: deps.outgoing, taint });
  return place(pull, { commit: outcome.commit, title, body }, scene);
}
/** Where it will stand, and what goes there. */
export async function place(
  pull: Pull,
  what: Pick<Pull, "commit" | "title" | "body">,
  { task, hosted, signal }: Scene,
): Promise<Pull | "no-base"> {
  const base = await hosted.defaultBranch(signal);
  if (!(await hosted.hasCommit(task.base, signal))) return "no-base";
  const { slug, host } = hosted;
  return { ...pull, ...what, slug, host, base, branch: branchName(task), trouble: null };
}
export function baseMissing({ hosted }: Pick<Scene, "hosted">): string {
  return `the commit it began at is not on ${hosted.host} yet: push that first`;
}
/** What came of the question. */
export async function takeUpAnswer(pull: Pull & { state: { kind: "asked" } }, scene: Scene): Promise<Pull> {
  const approval = await scene.deps.store.approvals.get(pull.state.approvalId);
  if (approval?.state.kind === "pending") return pull;
  if (approval?.state.kind === "expired") return keep(left(pull, "nobody answered in time", { told: true }), scene);
  const by = usedBy(approval);
  if (by !== null) return keep({ ...pull, state: { kind: "opening", by } }, scene);
  return decideOpening(pull, scene);
}

/** Pushes, then opens: each is looked for before it is done, so that a second try does nothing twice. */
export async function openIt(pull: Pull & { state: { kind: "opening" } }, scene: Scene): Promise<Pull> {
  const { task, hosted, deps, signal } = scene;
  const may = await mayDo(DEEDS, scene, { attended: true });
  if (may.kind === "deny") return keep(left(pull, may.reason, { told: true }), scene);
  const pushed = pull.pushed ?? (await pushIt(pull, scene));
  const standing = await keep({ ...pull, pushed }, scene);
  const found = await findOrCreate(standing, scene);
  const { number, url } = found;
  if (found.state === "merged") return keep(asMerged(standing, found, scene), scene);
  // Pushed to once more it is the same pull request; where the process ended before this was kept, it is told now.
  if (standing.opened !== number)
    deps.emit({
      kind: "pull.opened",
      taskId: task.id,
      slug: hosted.slug,
      number,
      branch: pull.branch,
      by: pull.state.by,
    });
  signal.throwIfAborted();
  return keep(
    {
      ...standing,
      opened: number,
      trouble: null,
      state: { kind: "open", number, url, at: deps.clock.now(), checks: "unknown", merge: { kind: "none" } },
    },
    scene,
  );
}
/**
 * @returns the commit that stands there
 * @throws Fault patch.refused when it must not leave
 */
export async function pushIt({ commit, branch }: Pick<Pull, "commit" | "branch">, scene: Scene): Promise<string> {
  const { task, repository, hosted, deps, signal } = scene;
  const change = await deps.git.diff(repository.mirrorId, task.base, commit, signal);
  if (deps.known(change.text) !== change.text)
    throw new Fault("patch.refused", { reason: "it holds a secret of this machine, and was not pushed" });
  // The commit's message is made of these.
  const message = `${task.plan.title}\n${task.goal}`;
  if (deps.outgoing.redact(message) !== message)
    throw new Fault("patch.refused", { reason: "its message holds what looks like a secret, and it was not pushed" });
  const pushed = await deps.git.push(repository.mirrorId, commit, { url: hosted.pushUrl, branch }, signal);
  deps.emit({ kind: "branch.pushed", taskId: task.id, slug: hosted.slug, branch, commit: pushed });
  return pushed;
}
async function findOrCreate(pull: Pull, { hosted, signal }: Scene): Promise<HostedPull> {
  const { branch, base, title, body, pushed } = pull;
  const isIt = (found: HostedPull | null): found is HostedPull =>
    found !== null && (found.state === "open" || (found.state === "merged" && found.head.commit === pushed));
  const found = await hosted.pulls.ofBranch(branch, signal);
  if (isIt(found)) return found;
  try {
    return await hosted.pulls.create({ branch, base, title, body }, signal);
  } catch (error) {
    // It may have been made although no answer came, or in the same moment.
    if (!(error instanceof Fault) || !(isFault(error, "forge.refused") || isFault(error, "forge.unreachable")))
      throw error;
    const after = await hosted.pulls.ofBranch(branch, signal);
    if (isIt(after)) return after;
    throw error;
  }
}
export function asMerged(
  pull: Pull,
  { number, url }: Pick<HostedPull, "number" | "url">,
  { hosted, deps }: Scene,
  by = `on ${hosted.host}`,
): Pull & { readonly state: PullState & { readonly kind: "merged" } } {
  return { ...pull, trouble: null, state: { kind: "merged", number, url, at: deps.clock.now(), by } };
}
