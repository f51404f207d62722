import { z } from "zod";
import { secretOf } from "../policy/secret-names.ts";
import { ANSWER_BYTES, failed, ranAnswer } from "./answer.ts";
import { changesShown } from "./without-secrets.ts";
import { defineTool } from "./tool.ts";

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

const schema = z.strictObject({
  action: z.enum([...LOOKS, ...CHANGES]),
  args: z
    .array(z.string())
    .max(100)
    .default([])
    .refine(
      (args) =>
        !args.some((arg) =>
          // as short as git takes them; the second half would hide which file a change is of
          /^--(ou|ext-|textc|no-ind|exe|lin|sr|ds)|^-[Oz]/.test(arg),
        ),
      "this option is not allowed here",
    )
    .describe("Arguments after the action, one each; paths after `--`"),
});
type Args = z.infer<typeof schema>;

export const git = defineTool({
  name: "git",
  description:
    "Looks at the repository's state and history, or takes changes back. What you change is kept without commits: you need not commit.",
  schema,
  risk: "low",
  mutates: ({ action }) => action === "restore",
  intent: ({ action, args }) => ({
    effect: isChange(action) ? "edit" : "look",
    paths: isChange(action) ? args.filter((arg) => !arg.startsWith("-")) : [],
    command: ["git", action, ...args],
  }),
  async run({ action, args }: Args, { session, signal }) {
    const secret = args.map((arg) => secretIn(arg)).find((found) => found !== undefined);
    if (secret !== undefined) return failed(`${secret}: it is neither shown nor changed.`);
    const limits = action === "log" && !args.some((arg) => /^(-n|-\d|--max-count)/.test(arg)) ? ["--max-count=30"] : [];
    const plain = action === "diff" || action === "show" || action === "log" ? ["--no-ext-diff", "--no-textconv"] : [];
    const result = await session.run(
      { argv: [...SAFE_GIT, action, ...plain, ...limits, ...args] },
      { timeoutMs: 60_000, outputBytes: 16 * ANSWER_BYTES, signal },
    );
    return ranAnswer({ ...result, stdout: { ...result.stdout, text: changesShown(result.stdout.text) } });
  },
});
/** A path, or one of another commit as in `HEAD~2:config/.env`. */
function secretIn(arg: string): string | undefined {
  if (arg.startsWith("-")) return undefined;
  const what = [arg, arg.slice(arg.lastIndexOf(":") + 1)].map((path) => secretOf(path)).find(Boolean);
  return what === undefined ? undefined : `${arg} is ${what}`;
}
function isChange(action: Args["action"]): boolean {
  return CHANGES.some((change) => change === action);
}
