import { z } from "zod";
import { failed, pathRefused, succeeded } from "./answer.ts";
import { nearestLines } from "./nearest-lines.ts";
import { reach } from "./reach.ts";
import { readTextFile } from "./text-file.ts";
import { defineTool } from "./tool.ts";

const schema = z.strictObject({
  path: z.string().min(1).describe("Relative to the workspace"),
  old_text: z.string().min(1).describe("Exactly as it stands in the file, without line numbers; must occur once"),
  new_text: z.string(),
  replace_all: z.boolean().default(false).describe("Replace every occurrence"),
});
type Args = z.infer<typeof schema>;

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

type Edited = { readonly text: string; readonly count: number } | { readonly problem: string };
function replaceText(text: string, { old_text, new_text, replace_all }: Omit<Args, "path">): Edited {
  if (old_text === new_text) return { problem: "old_text and new_text are the same; nothing was changed." };
  const [old, replacement] = withLineEndsOf(text, old_text, new_text);
  const count = text.split(old).length - 1;
  if (count === 0) return { problem: `old_text does not occur; nothing was changed. ${nearestLines(text, old)}` };
  if (count > 1 && !replace_all)
    return {
      problem: `old_text occurs ${count} times, at lines ${lineNumbers(text, old)}; nothing was changed. Take more lines around it, or set replace_all.`,
    };
  return { text: text.split(old).join(replacement), count };
}
/** Models write `\n`; a file with `\r\n` throughout keeps its own. */
function withLineEndsOf(text: string, old: string, replacement: string): [string, string] {
  const windows = text.includes("\r\n") && !text.includes(old) && !old.includes("\r");
  return windows ? [old.replaceAll("\n", "\r\n"), replacement.replaceAll(/\r?\n/g, "\r\n")] : [old, replacement];
}
function lineNumbers(text: string, old: string): string {
  const found: number[] = [];
  for (let at = text.indexOf(old); at !== -1 && found.length < 10; at = text.indexOf(old, at + old.length))
    found.push(text.slice(0, at).split("\n").length);
  return found.join(", ");
}
