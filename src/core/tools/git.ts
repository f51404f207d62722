import { z } from "zod";
import { ANSWER_BYTES, ranAnswer } from "./answer.ts";
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
      (args) => !args.some((arg) => /^(--output|--ext-diff|--textconv|--no-index|-O|--exec)/.test(arg)),
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
    const limits = action === "log" && !args.some((arg) => /^(-n|-\d|--max-count)/.test(arg)) ? ["--max-count=30"] : [];
    const plain = action === "diff" || action === "show" || action === "log" ? ["--no-ext-diff", "--no-textconv"] : [];
    const result = await session.run(
      { argv: [...SAFE_GIT, action, ...plain, ...limits, ...args] },
      { timeoutMs: 60_000, outputBytes: ANSWER_BYTES, signal },
    );
    return ranAnswer(result);
  },
});
function isChange(action: Args["action"]): boolean {
  return CHANGES.some((change) => change === action);
}
