/** What may be pushed to: a branch of our own, named after its task. `sparks/task-12-fix-the-cart` */
const BRANCH = /^sparks\/task-[1-9]\d{0,9}(?:-[a-z0-9]{1,40}){0,20}$/;
const MOST = 120;

/** @returns why this branch is not pushed to; null when it may be */
export function pushBranchProblem(branch: string): string | null {
  if (branch.length <= MOST && BRANCH.test(branch)) return null;
  return "only branches of the form sparks/task-<number>-<words> are pushed, never a default branch";
}
