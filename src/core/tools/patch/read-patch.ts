import type { PatchPlan } from "./patch-plan.ts";
import { readBlocks } from "./read-blocks.ts";
import { readDiff } from "./read-diff.ts";

const MOST_FILES = 50;
/** More than these is much at once, which the policy looks at where commands do it. */
const MOST_DELETED = 10;

/** A unified diff or blocks of search and replace, whichever it is. */
export function readPatch(text: string): PatchPlan {
  const plan = /^<{5,9} SEARCH\s*$/m.test(text) ? readBlocks(text) : readDiff(text);
  if (plan.kind === "invalid") return plan;
  if (new Set(plan.changes.map(({ path }) => path)).size > MOST_FILES)
    return { kind: "invalid", problem: `it changes more than ${MOST_FILES} files: make several of it` };
  if (plan.changes.filter(({ kind }) => kind === "delete").length > MOST_DELETED)
    return { kind: "invalid", problem: `it deletes more than ${MOST_DELETED} files: use the shell tool for that` };
  return plan;
}
