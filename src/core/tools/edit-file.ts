import { z } from "zod";
import { failed, pathRefused, succeeded } from "./answer.ts";
import { reach } from "./reach.ts";
import { replaceText } from "./replace-text.ts";
import { readTextFile } from "./text-file.ts";
import { defineTool } from "./tool.ts";

const schema = z.strictObject({
  path: z.string().min(1).describe("Relative to the workspace"),
  old_text: z.string().min(1).describe("Exactly as it stands in the file, without line numbers; must occur once"),
  new_text: z.string(),
  replace_all: z.boolean().default(false).describe("Replace every occurrence"),
});

export const editFile = defineTool({
  name: "edit_file",
  description: "Replaces a piece of a text file. old_text must occur exactly once: take lines around it to make it so.",
  schema,
  risk: "low",
  mutates: true,
  intent: (args) => ({
    effect: "edit",
    paths: [args.path],
    content: JSON.stringify([args.old_text, args.new_text, args.replace_all]),
  }),
  async run(args, context) {
    const file = await readTextFile(args.path, context);
    if ("refused" in file) return file.refused;
    const edited = replaceText(file.text, args);
    if ("problem" in edited) return failed(`${args.path}: ${edited.problem}`);
    const reached = await reach(args.path, "write", context);
    if ("refused" in reached) return reached.refused;
    const written = await context.session.write(reached.path, new TextEncoder().encode(edited.text), {
      signal: context.signal,
    });
    if (written.kind === "refused") return pathRefused(args.path, written.why);
    return succeeded(`Replaced ${edited.count} ${edited.count === 1 ? "piece" : "pieces"} of ${args.path}.`);
  },
});
