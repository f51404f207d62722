import type { FileChange, PatchPlan } from "./patch-plan.ts";

const SEARCH = /^<{5,9} SEARCH\s*$/;
const MIDDLE = /^={5,9}\s*$/;
const REPLACE = /^>{5,9} REPLACE\s*$/;

/**
 * Reads blocks of search and replace, each below the path it is about (or the path of the one before):
 * `<<<<<<< SEARCH`, the lines as they stand, `=======`, the lines instead, `>>>>>>> REPLACE`. An empty search makes a file.
 */
export function readBlocks(text: string): PatchPlan {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const changes: FileChange[] = [];
  let path: string | null = null;
  let before = 0;
  for (let at = lines.findIndex((line) => SEARCH.test(line)); at !== -1;) {
    path = pathAbove(lines.slice(before, at)) ?? path;
    if (path === null) return invalid(`line ${at + 1}: no path stands above this block`);
    const middle = lines.findIndex((line, index) => index > at && MIDDLE.test(line));
    const end = lines.findIndex((line, index) => index > middle && REPLACE.test(line));
    if (middle === -1 || end === -1)
      return invalid(`line ${at + 1}: this block has no ${middle === -1 ? "=======" : ">>>>>>> REPLACE"}`);
    changes.push(changeOf(path, lines.slice(at + 1, middle), lines.slice(middle + 1, end)));
    before = end + 1;
    at = lines.findIndex((line, index) => index > end && SEARCH.test(line));
  }
  return changes.length === 0 ? invalid("there is no block in it") : { kind: "changes", changes };
}
function invalid(problem: string): PatchPlan {
  return { kind: "invalid", problem };
}
function changeOf(path: string, search: readonly string[], replace: readonly string[]): FileChange {
  if (search.length === 0)
    return { kind: "create", path, content: replace.length === 0 ? "" : `${replace.join("\n")}\n` };
  return { kind: "hunks", path, hunks: [{ line: null, old: search, text: replace, oldOpen: false, textOpen: false }] };
}
/** The last line with words; fences of Markdown around the blocks are no paths. */
function pathAbove(lines: readonly string[]): string | null {
  const last = lines.findLast((line) => line.trim() !== "" && !/^\s*```/.test(line));
  const path = last
    ?.trim()
    .replace(/^(?:#+|\*\*\*|File:)\s*/i, "")
    .replaceAll("`", "");
  return path === undefined || path === "" ? null : path;
}
