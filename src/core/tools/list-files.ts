import { z } from "zod";
import { ANSWER_BYTES, ranAnswer, succeeded } from "./answer.ts";
import { SAFE_GIT } from "./git.ts";
import { defineTool } from "./tool.ts";

const schema = z.strictObject({
  path: z.string().default(".").describe("Folder to list, relative to the workspace"),
  limit: z.int().min(1).max(1000).default(300),
});

export const listFiles = defineTool({
  name: "list_files",
  description:
    "Lists the files of the repository below a folder: those that git tracks and new ones, without what is ignored.",
  schema,
  risk: "low",
  mutates: false,
  intent: ({ path }) => ({ effect: "look", paths: [path] }),
  async run({ path, limit }, { session, signal }) {
    const argv = [
      ...SAFE_GIT,
      "-c",
      "core.quotePath=false",
      "ls-files",
      "--cached",
      "--others",
      "--exclude-standard",
      "--deduplicate",
      "--",
      path,
    ] as const;
    const result = await session.run({ argv: [...argv] }, { timeoutMs: 30_000, outputBytes: 8 * ANSWER_BYTES, signal });
    if (result.kind !== "exited" || result.code !== 0) return ranAnswer(result);
    const files = result.stdout.text.split("\n").filter((line) => line !== "");
    if (files.length === 0) return succeeded(`No files below ${path}.`);
    const more = files.length > limit || result.stdout.truncated ? `\n[there are more: name a folder]` : "";
    return succeeded(`${files.slice(0, limit).join("\n")}${more}`);
  },
});
