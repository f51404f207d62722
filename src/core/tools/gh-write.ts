import { failed, succeeded } from "./answer.ts";
import type { GhArgs, GhWrite } from "./gh-args.ts";
import type { TaskRemote } from "./remote.ts";
import type { ToolAnswer, ToolContext } from "./tool.ts";

/** What is done there. The policy, and a person where it says so, has allowed exactly this. */
export async function writeHost(
  action: GhWrite,
  { number = 0, title = "", body = "" }: GhArgs,
  remote: TaskRemote,
  context: ToolContext,
): Promise<ToolAnswer> {
  const { hosted } = remote;
  const { signal, commit } = context;
  const problem = problemOf(action, { title, body }, remote);
  if (problem !== null) return failed(`nothing was sent: ${problem}.`);
  switch (action) {
    case "pr create":
      return opened(remote, await remote.openPull({ commit, title, body }, signal));
    case "pr merge":
      return merged(number, await remote.mergePull(number, signal));
    case "pr comment":
    case "issue comment":
      return once(
        remote,
        context,
        async () => `The comment is there: ${await hosted.issues.comment(number, body, signal)}`,
      );
    case "issue create":
      return once(remote, context, async () => {
        const issue = await hosted.issues.create({ title, body }, signal);
        return `Issue ${issue.number} is open: ${issue.url}`;
      });
  }
}
function problemOf(
  action: GhWrite,
  { title, body }: { title: string; body: string },
  remote: TaskRemote,
): string | null {
  if (action === "pr merge") return null;
  const inTitle = action.endsWith("create") ? remote.problemOf(title, "title") : null;
  return inTitle ?? remote.problemOf(body, "body");
}
function opened({ branch }: TaskRemote, answer: Awaited<ReturnType<TaskRemote["openPull"]>>): ToolAnswer {
  if (answer.kind === "refused") return failed(`no pull request was opened: ${answer.reason}`);
  return succeeded(`Pull request ${answer.number} of ${branch} is open: ${answer.url}`);
}
function merged(number: number, answer: Awaited<ReturnType<TaskRemote["mergePull"]>>): ToolAnswer {
  return answer.kind === "merged"
    ? succeeded(`Pull request ${number} is merged as ${answer.commit}.`)
    : failed(`pull request ${number} was not merged: ${answer.reason}`);
}
/** Marked before it is made: after a crash nobody can tell whether it was done, and it is not done twice. */
async function once(remote: TaskRemote, { cause }: ToolContext, act: () => Promise<string>): Promise<ToolAnswer> {
  if (!(await remote.begin(cause)))
    return failed(
      "this was begun before the work was stopped, and may have been done. Look whether it was before you do it again.",
    );
  return succeeded(await act());
}
