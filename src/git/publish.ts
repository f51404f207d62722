import { Fault } from "../core/fault.ts";
import { expectSuccess, gitFailed } from "./git.ts";
import type { Git } from "./git.ts";
import { parseSource } from "./source.ts";

const ACTION = "write the branch";

export type PublishRequest = {
  readonly mirror: string;
  readonly source: string;
  readonly commit: string;
  readonly branch: string;
  readonly signal: AbortSignal;
};
export async function publish(git: Git, { mirror, source, commit, branch, signal }: PublishRequest): Promise<void> {
  const parsed = parseSource(source);
  const target = parsed.kind === "path" ? parsed.path : parsed.url;
  const ref = `refs/heads/${branch}`;
  const run = async (...args: string[]) => git.run(["--git-dir", mirror, ...args], { action: ACTION, signal });
  const valid = await run("check-ref-format", "--branch", branch);
  if (valid.code !== 0) throw gitFailed(ACTION, `${branch} is no name for a branch`);
  const local = (name: "upload-pack" | "receive-pack") =>
    parsed.kind === "path"
      ? [`--${name}=${git.remoteCommand(name, "receive.denyCurrentBranch=refuse", "receive.autogc=false")}`]
      : [];
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
