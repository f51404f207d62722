import { z } from "zod";
import type { Command, RunResult } from "../ports/sandbox.ts";
import { failed, ANSWER_BYTES, ranAnswer, succeeded } from "./answer.ts";
import { reach } from "./reach.ts";
import { matchesShown } from "./without-secrets.ts";
import { defineTool, type ToolContext } from "./tool.ts";

const schema = z.strictObject({
  pattern: z.string().min(1).describe("Regular expression, or plain text with `literal`"),
  path: z.string().default(".").describe("File or folder to search, relative to the workspace"),
  glob: z.string().min(1).optional().describe("Only files whose name matches, e.g. *.ts"),
  literal: z.boolean().default(false),
  ignore_case: z.boolean().default(false),
});
type Args = z.infer<typeof schema>;

export const search = defineTool({
  name: "search",
  description: "Searches file contents. Answers with path:line:text.",
  schema,
  risk: "low",
  mutates: false,
  intent: ({ path }) => ({ effect: "look", paths: [path] }),
  async run(args, context) {
    const reached = await reach(args.path, "read", context);
    if ("refused" in reached) return reached.refused;
    const at = { ...args, path: reached.path };
    const found = await run(ripgrepCommand(at), context);
    const result = found.kind === "not-started" ? await run(grepCommand(at), context) : found;
    // Both programs: 0 found something, 1 found nothing, 2 failed.
    if (result.kind !== "exited" || result.code > 1) return ranAnswer(result);
    if (result.code === 1) return succeeded(`Nothing matches in ${args.path}.`);
    const text = matchesShown(result.stdout.text).trimEnd();
    return text === "" ? failed("what it found cannot be shown: name a folder or a narrower pattern") : succeeded(text);
  },
});

function run(command: Command, { session, signal }: ToolContext): Promise<RunResult> {
  return session.run(command, { timeoutMs: 30_000, outputBytes: 4 * ANSWER_BYTES, signal });
}
/** Every pattern and path stands after `--`: neither can become an option. */
function ripgrepCommand({ pattern, path, glob, literal, ignore_case }: Args): Command {
  const options = [
    "--line-number",
    "--no-heading",
    "--with-filename",
    "--null",
    "--color=never",
    "--hidden",
    "--glob=!.git",
    "--max-columns=300",
    "--max-columns-preview",
    "--max-count=50",
    "--sort=path",
    "--no-config",
  ];
  return {
    argv: [
      "rg",
      ...options,
      ...(glob === undefined ? [] : [`--glob=${glob}`]),
      ...(literal ? ["--fixed-strings"] : []),
      ...(ignore_case ? ["--ignore-case"] : []),
      "--",
      pattern,
      path,
    ],
  };
}
function grepCommand({ pattern, path, glob, literal, ignore_case }: Args): Command {
  const options = [
    "-rnIH",
    "--null",
    "--color=never",
    "--exclude-dir=.git",
    "--exclude-dir=node_modules",
    "--max-count=50",
  ];
  return {
    argv: [
      "grep",
      ...options,
      ...(glob === undefined ? [] : [`--include=${glob}`]),
      literal ? "-F" : "-E",
      ...(ignore_case ? ["-i"] : []),
      "--",
      pattern,
      path,
    ],
  };
}
