import { z } from "zod";
import { ANSWER_BYTES, ranAnswer, succeeded } from "./answer.ts";
import { repositoryFiles } from "./repository-files.ts";
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
  async run({ path, limit }, context) {
    const found = await repositoryFiles([path], context, 8 * ANSWER_BYTES);
    if (found.kind === "failed") return ranAnswer(found.result);
    if (found.files.length === 0) return succeeded(`No files below ${path}.`);
    const more = found.files.length > limit || found.cut ? `\n[there are more: name a folder]` : "";
    return succeeded(`${found.files.slice(0, limit).join("\n")}${more}`);
  },
});
