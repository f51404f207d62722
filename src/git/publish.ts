import { Fault } from "../core/fault.ts";
import { expectSuccess, gitFailed } from "./git.ts";
import type { Git } from "./git.ts";
import { parseSource } from "./source.ts";

const ACTION = "write the branch";
const WITHDRAW = "remove the branch";

export type PublishRequest = {
  readonly mirror: string;
  readonly source: string;
  readonly commit: string;
  readonly branch: string;
  readonly signal: AbortSignal;
};
export async function publish(git: Git, { mirror, source, commit, branch, signal }: PublishRequest): Promise<void> {
  const { run, local, target, ref } = open(git, { mirror, source, branch, signal }, ACTION);
  const valid = await run("check-ref-format", "--branch", branch);
  if (valid.code !== 0) throw gitFailed(ACTION, `${branch} is no name for a branch`);
  const there = expectSuccess(await run("ls-remote", ...local("upload-pack"), "--", target, ref), ACTION);
  if (there !== "") {
    if (there === `${commit}\t${ref}`) return;
    throw new Fault("branch.exists", { branch });
  }
  // The lease says that nobody has it: should somebody make the branch just now, theirs stays.
  const push = [
    "push",
    "--quiet",
    "--no-verify",
    "--no-follow-tags",
    `--force-with-lease=${ref}:`,
    ...local("receive-pack"),
  ];
  const result = await run(...push, "--", target, `${commit}:${ref}`);
  if (result.code === 0) return;
  if (/stale info|already exists|currently checked out/iu.test(result.stderr))
    throw new Fault("branch.exists", { branch });
  throw gitFailed(ACTION, result.stderr);
}

/** Removes the branch if it still is exactly what was written, and nobody stands on it. */
export async function withdraw(
  git: Git,
  { mirror, source, commit, branch, signal }: PublishRequest,
): Promise<"removed" | "gone" | "moved" | "checked-out"> {
  const { run, local, target, ref } = open(git, { mirror, source, branch, signal }, WITHDRAW);
  const there = expectSuccess(await run("ls-remote", ...local("upload-pack"), "--", target, ref), WITHDRAW);
  if (there === "") return "gone";
  if (there !== `${commit}\t${ref}`) return "moved";
  const lease = `--force-with-lease=${ref}:${commit}`;
  const result = await run("push", "--quiet", "--no-verify", lease, ...local("receive-pack"), "--", target, `:${ref}`);
  if (result.code === 0) return "removed";
  if (/stale info/iu.test(result.stderr)) return "moved";
  if (/deletion of the current branch|checked out|current branch/iu.test(result.stderr)) return "checked-out";
  throw gitFailed(WITHDRAW, result.stderr);
}
function open(git: Git, { mirror, source, branch, signal }: Omit<PublishRequest, "commit">, action: string) {
  const parsed = parseSource(source);
  const rules = ["receive.denyCurrentBranch=refuse", "receive.denyDeleteCurrent=refuse", "receive.autogc=false"];
  const target = parsed.kind === "path" ? parsed.path : parsed.url;
  const access = git.access(target);
  return {
    target,
    ref: `refs/heads/${branch}`,
    run: async (...args: string[]) =>
      git.run([...access.args, "--git-dir", mirror, ...args], { action, signal, env: access.env }),
    local: (name: "upload-pack" | "receive-pack") =>
      parsed.kind === "path" ? [`--${name}=${git.remoteCommand(name, ...rules)}`] : [],
  };
}
