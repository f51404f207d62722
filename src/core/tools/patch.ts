import { z } from "zod";
import { pathRefused, failed, succeeded } from "./answer.ts";
import { applyHunks } from "./patch/apply-hunks.ts";
import type { FileChange } from "./patch/patch-plan.ts";
import { readPatch } from "./patch/read-patch.ts";
import { writeAll, type Write } from "./patch/write-all.ts";
import { reach } from "./reach.ts";
import { readTextFile } from "./text-file.ts";
import { defineTool, type ToolAnswer, type ToolContext } from "./tool.ts";

const schema = z.strictObject({
  patch: z
    .string()
    .min(1)
    .max(400_000)
    .superRefine((text, context) => {
      const plan = readPatch(text);
      if (plan.kind === "invalid") context.addIssue({ code: "custom", message: plan.problem });
    })
    .describe(
      "A unified diff (--- a/path, +++ b/path, @@ hunks; /dev/null makes or deletes a file), or blocks: a line with the path, <<<<<<< SEARCH, whole lines as they stand, =======, the lines instead, >>>>>>> REPLACE",
    ),
});

export const patch = defineTool({
  name: "patch",
  description:
    "Changes several places in several files at once: all of it, or nothing when one piece does not fit. Line numbers are hints; what stands in the file must be given exactly.",
  schema,
  risk: "low",
  mutates: true,
  intent: ({ patch: text }) => ({
    effect: "edit",
    paths: [...new Set(changesIn(text).map(({ path }) => path))],
    content: text,
  }),
  async run({ patch: text }, context) {
    const pieces: Pieces = new Map();
    for (const change of changesIn(text)) {
      const refused = await add(pieces, change, context);
      if (refused !== null) return { ...refused, text: `${refused.text}\nNothing was changed.` };
    }
    const writes = [...pieces.values()].filter(({ before, after }) => before !== after);
    if (writes.length === 0) return failed("the files are like that already; nothing was changed.");
    const problem = await writeAll(writes, context);
    return problem === null ? succeeded(`Patched:\n${writes.map(told).join("\n")}`) : failed(problem);
  },
});
/** By the real path: two names of one file are one. */
type Pieces = Map<string, Write>;

function changesIn(text: string): readonly FileChange[] {
  const plan = readPatch(text);
  return plan.kind === "changes" ? plan.changes : [];
}
/** Works out what a file becomes; nothing is written yet. */
async function add(pieces: Pieces, change: FileChange, context: ToolContext): Promise<ToolAnswer | null> {
  const { path: name } = change;
  const reached = await reach(name, "write", context);
  if ("refused" in reached) return reached.refused;
  const known = pieces.get(reached.path);
  const before = known ?? (await readBefore(name, reached.path, context));
  if ("refused" in before) return before.refused;
  const put = (after: string | null) =>
    pieces.set(reached.path, { name, path: reached.path, before: before.before, after });
  const now = known === undefined ? before.before : known.after;
  if (change.kind === "create") {
    if (now !== null) return failed(`${name} exists already: give the lines to change.`);
    put(change.content);
    return null;
  }
  if (now === null) return pathRefused(name, "missing");
  if (change.kind === "delete") {
    put(null);
    return null;
  }
  const applied = applyHunks(now, change.hunks);
  if ("problem" in applied) return failed(`${name}: ${applied.problem}`);
  put(applied.text);
  return null;
}
/** A text as it stands; null of a file that is not there. */
async function readBefore(
  name: string,
  path: string,
  context: ToolContext,
): Promise<{ readonly before: string | null } | { readonly refused: ToolAnswer }> {
  const { session, signal } = context;
  const found = await session.locate(path, { signal });
  if (found.kind === "at" && found.entry === "nothing") return { before: null };
  const file = await readTextFile(name, context);
  return "refused" in file ? file : { before: file.text };
}
function told({ name, before, after }: Write): string {
  return `${before === null ? "made" : after === null ? "deleted" : "changed"} ${name}`;
}
