import { Fault } from "../core/fault.ts";
import { pushBranchProblem } from "../core/policy/commands/push-branch.ts";
import { expectSuccess, gitFailed } from "./git.ts";
import type { Git } from "./git.ts";
import { isThisMachine } from "../lib/this-machine.ts";
import { authoredAt } from "./author.ts";

const ACTION = "push the branch";

export type PushRequest = {
  readonly mirror: string;
  readonly url: string;
  readonly commit: string;
  readonly branch: string;
  readonly signal: AbortSignal;
};
/**
 * Pushes a commit of the mirror as a branch of ours, forwards only. Where an earlier push of ours stands, what is pushed goes on from it:
 * the same files, with that commit as its parent.
 * @returns the commit that stands there now
 */
export async function push(git: Git, request: PushRequest): Promise<string> {
  const { mirror, url, commit, branch, signal } = request;
  checkTarget(url, branch);
  const access = git.access(url);
  const run = async (...args: string[]) =>
    git.run([...access.args, "-c", "http.followRedirects=false", "--git-dir", mirror, ...args], {
      action: ACTION,
      signal,
      env: access.env,
    });
  const ref = `refs/heads/${branch}`;
  const kept = `refs/sparks-pushed/${branch}`;
  expectSuccess(await run("check-ref-format", ref), ACTION);
  const there = hashIn(expectSuccess(await run("ls-remote", "--", url, ref), ACTION));
  if (there === commit) return commit;
  const ours = (await run("for-each-ref", "--format=%(objectname)", kept)).stdout.toString("utf8").trim();
  const next = there === "" ? commit : await goingOn(git, request, there);
  if (there !== "" && there === next) return next;
  if (there !== "" && !(await isOurs(run, there, ours))) throw new Fault("branch.exists", { branch });
  // Kept before it is pushed: after a crash what stands there is known to be ours.
  expectSuccess(await run("update-ref", kept, next), ACTION);
  const args = ["push", "--quiet", "--no-verify", "--no-follow-tags", `--force-with-lease=${ref}:${there}`];
  const result = await run(...args, "--", url, `${next}:${ref}`);
  if (result.code === 0) return next;
  if (/stale info|already exists|non-fast-forward|fetch first/iu.test(result.stderr))
    throw new Fault("branch.exists", { branch });
  throw gitFailed(ACTION, result.stderr);
}
/** Only over the network with its own safeguards, or to this machine; and only a branch of the form that is ours. */
function checkTarget(url: string, branch: string): void {
  const problem = pushBranchProblem(branch);
  if (problem !== null) throw gitFailed(ACTION, problem);
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const here = parsed !== null && isThisMachine(parsed.hostname);
  const may = parsed?.protocol === "https:" || parsed?.protocol === "ssh:" || (parsed?.protocol === "http:" && here);
  if (!may || parsed.password !== "") throw gitFailed(ACTION, "its address is none that is pushed to");
}
type Run = (...args: string[]) => ReturnType<Git["run"]>;
/** What stands there was pushed by us, or comes before what was. */
async function isOurs(run: Run, there: string, ours: string): Promise<boolean> {
  if (ours === "" || there === ours) return there === ours;
  return (await run("merge-base", "--is-ancestor", there, ours)).code === 0;
}
/** The files of `commit` as the next commit after `there`; the same input gives the same commit. */
async function goingOn(git: Git, { mirror, commit, signal }: PushRequest, there: string): Promise<string> {
  const run = async (args: readonly string[], more: { env?: Record<string, string>; stdin?: string } = {}) =>
    git.run(["--git-dir", mirror, ...args], { action: ACTION, signal, ...more });
  if ((await run(["cat-file", "-e", `${there}^{commit}`])).code !== 0) return commit;
  if ((await run(["merge-base", "--is-ancestor", there, commit])).code === 0) return commit;
  const treeOf = async (of: string) => expectSuccess(await run(["rev-parse", `${of}^{tree}`]), ACTION);
  const tree = await treeOf(commit);
  if (tree === (await treeOf(there))) return there;
  const about = expectSuccess(await run(["show", "--no-patch", "--format=%at%n%B", commit]), ACTION);
  const [at = "0", ...message] = about.split("\n");
  const env = authoredAt(at);
  return expectSuccess(
    await run(["commit-tree", tree, "-p", there, "-F", "-"], { env, stdin: message.join("\n") }),
    ACTION,
  );
}
function hashIn(listed: string): string {
  return /^([0-9a-f]+)\t/u.exec(listed)?.[1] ?? "";
}
