import { fence } from "../../lib/fence.ts";
import { Fault } from "../fault.ts";
import { failed, succeeded } from "./answer.ts";
import { tellForgeFault } from "./forge-words.ts";
import type { FetchedState, TaskRemote } from "./remote.ts";
import type { ToolAnswer, ToolContext } from "./tool.ts";

/** Git towards the code host, done by the host and not in the sandbox: no token is where the work is. */
export async function runRemoteGit(
  action: "fetch" | "push",
  remote: TaskRemote,
  { commit, signal }: ToolContext,
): Promise<ToolAnswer> {
  try {
    if (action === "fetch") return fetched(remote, await remote.fetch(signal));
    const stands = await remote.push(commit, signal);
    return succeeded(`${remote.branch} on ${remote.hosted.host} stands at ${stands}, which is your work as it is now.`);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return failed(tellForgeFault(error));
  }
}
function fetched({ hosted }: TaskRemote, { branch, head, commits, more }: FetchedState): ToolAnswer {
  const where = `${branch ?? "the newest commit"} on ${hosted.host} stands at ${head}`;
  if (commits.length === 0) return succeeded(`${where}: nothing is new there since this task began.`);
  const lines = commits.map((each) => `${each.commit.slice(0, 12)} ${each.subject}`);
  const text = `${where}. New there since this task began, and not in your workspace:\n${fence("commits", [...lines, ...(more ? ["…"] : [])].join("\n"))}`;
  return { ...succeeded(text), origin: "forge" };
}
