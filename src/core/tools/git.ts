import { z } from "zod";
import type { Intent } from "../policy/intent.ts";
import { secretOf } from "../policy/commands/secret-names.ts";
import { ANSWER_BYTES, failed, ranAnswer } from "./answer.ts";
import { runRemoteGit } from "./git-remote.ts";
import type { RemoteName, TaskRemote } from "./remote.ts";
import { changesShown } from "./without-secrets.ts";
import { defineTool, type Tool, type ToolAnswer, type ToolContext } from "./tool.ts";

/** Git inside the sandbox, without what a repository could make it run or page through. */
export const SAFE_GIT = [
  "git",
  "--no-pager",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "color.ui=false",
] as const;
const LOOKS = ["status", "diff", "log", "show", "blame"] as const;
const CHANGES = ["add", "restore"] as const;
const REMOTES = ["fetch", "push"] as const;

const args = z
  .array(z.string())
  .max(100)
  .default([])
  .refine(
    (all) =>
      !all.some((arg) =>
        // as short as git takes them; the second half would hide which file a change is of
        /^--(ou|ext-|textc|no-ind|exe|lin|sr|ds)|^-[Oz]/.test(arg),
      ),
    "this option is not allowed here",
  )
  .describe("Arguments after the action, one each; paths after `--`");
const schema = z.strictObject({ action: z.enum([...LOOKS, ...CHANGES]), args });
const remoteSchema = z
  .strictObject({ action: z.enum([...LOOKS, ...CHANGES, ...REMOTES]), args })
  .refine((given) => given.args.length === 0 || !REMOTES.some((action) => action === given.action), {
    path: ["args"],
    message: "fetch and push take no arguments: where from, where to and what is settled already",
  });
type RemoteArgs = z.infer<typeof remoteSchema>;
const LOOKS_AND_CHANGES =
  "Looks at the repository's state and history, or takes changes back. What you change is kept without commits: you need not commit.";

export const git = defineTool({
  name: "git",
  description: LOOKS_AND_CHANGES,
  schema,
  risk: "low",
  mutates: ({ action }) => action === "restore",
  intent: intentOf,
  run: runGit,
});
/** As `git`, and with the two that the host does on the code host of this task's repository. */
export function createRemoteGit({ host, slug, branch }: RemoteName, remote: () => TaskRemote): Tool {
  return defineTool({
    name: "git",
    description: `${LOOKS_AND_CHANGES} fetch says what is new on ${host}; push puts your work as it is now there as the branch ${branch}, never by force. Neither changes the workspace.`,
    schema: remoteSchema,
    risk: "low",
    mutates: ({ action }) => action === "restore",
    intent: (given) => {
      if (!isRemote(given)) return intentOf(given);
      if (given.action === "fetch") return { effect: "host", command: ["git", "fetch", slug] };
      return { effect: "deed", deed: "push", command: ["git", "push", slug, branch] };
    },
    run: (given, context) => (isRemote(given) ? runRemoteGit(given.action, remote(), context) : runGit(given, context)),
  });
}
type Towards = RemoteArgs & { readonly action: (typeof REMOTES)[number] };
function isRemote(given: RemoteArgs): given is Towards {
  return REMOTES.some((action) => action === given.action);
}
function intentOf({ action, args: given }: RemoteArgs): Pick<Intent, "effect" | "paths" | "command"> {
  return {
    effect: isChange(action) ? "edit" : "look",
    paths: isChange(action) ? given.filter((arg) => !arg.startsWith("-")) : [],
    command: ["git", action, ...given],
  };
}
async function runGit({ action, args: given }: RemoteArgs, { session, signal }: ToolContext): Promise<ToolAnswer> {
  const secret = given.map((arg) => secretIn(arg)).find((found) => found !== undefined);
  if (secret !== undefined) return failed(`${secret}: it is neither shown nor changed.`);
  const limits = action === "log" && !given.some((arg) => /^(-n|-\d|--max-count)/.test(arg)) ? ["--max-count=30"] : [];
  const plain = action === "diff" || action === "show" || action === "log" ? ["--no-ext-diff", "--no-textconv"] : [];
  const result = await session.run(
    { argv: [...SAFE_GIT, action, ...plain, ...limits, ...given] },
    { timeoutMs: 60_000, outputBytes: 16 * ANSWER_BYTES, signal },
  );
  return ranAnswer({ ...result, stdout: { ...result.stdout, text: changesShown(result.stdout.text) } });
}
/** A path, or one of another commit as in `HEAD~2:config/.env`. */
function secretIn(arg: string): string | undefined {
  if (arg.startsWith("-")) return undefined;
  const what = [arg, arg.slice(arg.lastIndexOf(":") + 1)].map((path) => secretOf(path)).find(Boolean);
  return what === undefined ? undefined : `${arg} is ${what}`;
}
function isChange(action: RemoteArgs["action"]): boolean {
  return CHANGES.some((change) => change === action);
}
