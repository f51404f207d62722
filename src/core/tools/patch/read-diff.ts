import type { FileChange, Hunk, PatchPlan } from "./patch-plan.ts";

const HUNK = /^@@(?: -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))?)? ?@@/;
const BARE_HUNK = /^@@\s*$/;
/** What git writes beside the change itself, and what this cannot do. */
const REFUSED = /^(rename (from|to)|copy (from|to)|GIT binary patch|Binary files )/;

/**
 * Reads a unified diff as git writes it. Models count lines badly: the numbers are hints, and a hunk goes on for as long
 * as its lines look like one.
 */
export function readDiff(text: string): PatchPlan {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const changes: FileChange[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (REFUSED.test(line)) return invalid(`line ${at + 1}: renames, copies and binary files cannot be patched here`);
    if (!startsFile(lines, at)) {
      if (line.startsWith("@@")) return invalid(`line ${at + 1}: a hunk before any file was named with --- and +++`);
      at += 1;
      continue;
    }
    const file = readFile(lines, at);
    if ("problem" in file) return invalid(file.problem);
    changes.push(file.change);
    at = file.next;
  }
  return changes.length === 0 ? invalid("there is no file in it") : { kind: "changes", changes };
}
function invalid(problem: string): PatchPlan {
  return { kind: "invalid", problem };
}
function startsFile(lines: readonly string[], at: number): boolean {
  return /^--- \S/.test(lines[at] ?? "") && /^\+\+\+ \S/.test(lines[at + 1] ?? "");
}

type FileRead = { readonly change: FileChange; readonly next: number } | { readonly problem: string };
function readFile(lines: readonly string[], at: number): FileRead {
  const [from, to] = [nameIn(lines[at] ?? ""), nameIn(lines[at + 1] ?? "")];
  const hunks: Hunk[] = [];
  let next = at + 2;
  while (lines[next]?.startsWith("@@") === true) {
    const hunk = readHunk(lines, next);
    if ("problem" in hunk) return hunk;
    hunks.push(hunk.hunk);
    next = hunk.next;
  }
  const change = changeOf(from, to, hunks);
  return "problem" in change ? { problem: `line ${at + 1}: ${change.problem}` } : { change, next };
}
/** `a/` and `b/` are git's; a name may be followed by a tab and a time. */
function nameIn(line: string): { readonly name: string | null; readonly prefixed: boolean } {
  const given = (line.slice(4).split("\t")[0] ?? "").trim().replace(/^"(.*)"$/, "$1");
  if (given === "/dev/null") return { name: null, prefixed: false };
  return { name: given, prefixed: /^[ab]\//.test(given) };
}
type Name = ReturnType<typeof nameIn>;
function changeOf(from: Name, to: Name, hunks: readonly Hunk[]): FileChange | { readonly problem: string } {
  // Only where both sides have one is it git's and not a folder of that name.
  const prefixed = (from.name === null || from.prefixed) && (to.name === null || to.prefixed);
  const plain = ({ name }: Name) => (name === null ? null : prefixed ? name.slice(2) : name);
  const [old, path] = [plain(from), plain(to)];
  if (old === null && path === null) return { problem: "neither side names a file" };
  if (path === null) return { kind: "delete", path: old ?? "" };
  if (old === null) {
    if (hunks.some((hunk) => hunk.old.length > 0)) return { problem: `${path} is new, yet lines are taken from it` };
    const open = hunks.at(-1)?.textOpen === true;
    const lines = hunks.flatMap(({ text }) => text);
    return { kind: "create", path, content: lines.join("\n") + (open || lines.length === 0 ? "" : "\n") };
  }
  if (old !== path) return { problem: `it would rename ${old} to ${path}; use the shell tool with git mv for that` };
  return hunks.length === 0 ? { problem: `${path} has no hunk` } : { kind: "hunks", path, hunks };
}

type HunkRead = { readonly hunk: Hunk; readonly next: number } | { readonly problem: string };
function readHunk(lines: readonly string[], at: number): HunkRead {
  const header = lines[at] ?? "";
  const match = HUNK.exec(header);
  if (match === null && !BARE_HUNK.test(header))
    return { problem: `line ${at + 1}: this is no hunk header: ${header}` };
  const [, line, count = "1"] = match ?? [];
  const [old, text]: [string[], string[]] = [[], []];
  const open = { old: false, text: false };
  let next = at + 1;
  for (let last = ""; next < lines.length; next += 1) {
    const body = lines[next] ?? "";
    const mark = body.charAt(0);
    if (mark === "\\") {
      if (last !== "+") open.old = true;
      if (last !== "-") open.text = true;
      continue;
    }
    if (endsHunk(lines, next, line === undefined ? null : Number(count) - old.length)) break;
    if (mark !== "+") old.push(body.slice(1));
    if (mark !== "-") text.push(body.slice(1));
    last = mark;
  }
  if (old.length === 0 && text.length === 0) return { problem: `line ${at + 1}: the hunk is empty` };
  const hunk = { line: line === undefined ? null : Number(line), old, text, oldOpen: open.old, textOpen: open.text };
  return { hunk, next };
}
/** @param missing old lines that the header announced and that have not come; null: it announced none */
function endsHunk(lines: readonly string[], at: number, missing: number | null): boolean {
  const line = lines[at] ?? "";
  // An empty line is one of the file whose blank was cut off, unless nothing of the hunk comes after it.
  if (line === "") return missing === 0 || !goesOn(lines, at);
  if (!/^[ +-]/.test(line)) return true;
  return startsFile(lines, at) && (lines[at + 2]?.startsWith("@@") === true || (missing !== null && missing <= 0));
}
function goesOn(lines: readonly string[], at: number): boolean {
  const next = lines.findIndex((line, index) => index > at && line !== "");
  return next !== -1 && /^[ +-]/.test(lines[next] ?? "") && !startsFile(lines, next);
}
