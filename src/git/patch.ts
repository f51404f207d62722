import { Fault } from "../core/fault.ts";
import type { FileMask } from "../core/policy/paths/file-mask.ts";
import { visible } from "../lib/visible.ts";
import { readQuotedPath } from "./quoted-path.ts";

const PATCH_BYTES = 20 * 1024 * 1024;
const FILES = 5000;
const MODES = new Set(["100644", "100755", "120000"]);

export function refusePatch(reason: string): Fault<"patch.refused"> {
  return new Fault("patch.refused", { reason });
}
/**
 * Reads a patch as data, before git sees it. What it does in the end is checked once more on the tree that came of it.
 * @returns whether it changes anything
 * @throws Fault patch.refused
 */
export function checkPatch(patch: Uint8Array): boolean {
  if (patch.length > PATCH_BYTES) throw refusePatch(`it is ${patch.length} bytes, more than 20 MB`);
  // One character a byte: positions and counts are those of the bytes, and names are decoded when they are read.
  const lines = Buffer.from(patch.buffer, patch.byteOffset, patch.length).toString("latin1").split("\n");
  if (lines.at(-1) === "") lines.pop();
  let files = 0;
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? "";
    if (!line.startsWith("diff --git ")) throw refusePatch(`line ${at + 1} belongs to no file`);
    files += 1;
    if (files > FILES) throw refusePatch(`it changes more than ${FILES} files`);
    at = checkFile(lines, at + 1);
  }
  return files > 0;
}
/** @returns the line after this file's part */
function checkFile(lines: readonly string[], start: number): number {
  let at = start;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line.startsWith("diff --git ")) return at;
    if (line.startsWith("@@ ")) return checkHunks(lines, at);
    if (line === "GIT binary patch") return skipBinary(lines, at + 1);
    checkHeader(line, at);
  }
  return at;
}
function checkHeader(line: string, at: number): void {
  const mode = /^(?:old mode|new mode|deleted file mode|new file mode) (\d+)$/u.exec(line);
  if (mode !== null) return checkMode(mode[1] ?? "", `line ${at + 1}`);
  const index = /^index [0-9a-f]+\.\.[0-9a-f]+(?: (\d+))?$/u.exec(line);
  if (index !== null) return index[1] === undefined ? undefined : checkMode(index[1], `line ${at + 1}`);
  const named = /^(rename from|rename to|copy from|copy to|---|\+\+\+) (.+)$/u.exec(line);
  if (named !== null) return checkNamed(named[1] ?? "", named[2] ?? "", at);
  if (/^(?:dis)?similarity index \d{1,3}%$/u.test(line)) return;
  if (line.startsWith("Binary files ")) throw refusePatch(`line ${at + 1}: a binary file's content is missing`);
  throw refusePatch(`line ${at + 1} is not understood`);
}
function checkNamed(keyword: string, rest: string, at: number): void {
  const name = unquote(rest.replace(/\t$/u, ""), at);
  if (keyword !== "---" && keyword !== "+++") return checkPath(name);
  if (name === "/dev/null") return;
  if (!/^[ab]\//u.test(name)) throw refusePatch(`line ${at + 1}: the path ${show(name)} does not begin with a/ or b/`);
  checkPath(name.slice(2));
}
/** Counts lines as the hunk's head says: an added line `++ b/x` looks like a head of its own. */
function checkHunks(lines: readonly string[], start: number): number {
  let at = start;
  while (lines[at]?.startsWith("@@ ") === true) {
    const head = /^@@ -\d{1,9}(?:,(\d{1,9}))? \+\d{1,9}(?:,(\d{1,9}))? @@/u.exec(lines[at] ?? "");
    if (head === null) throw refusePatch(`line ${at + 1} is no head of a change`);
    let removed = Number(head[1] ?? 1);
    let added = Number(head[2] ?? 1);
    for (at += 1; removed > 0 || added > 0; at += 1) {
      const mark = lines[at]?.[0];
      if (mark !== " " && mark !== "+" && mark !== "-" && mark !== "\\")
        throw refusePatch(`line ${at + 1}: a change breaks off`);
      if (mark === " " || mark === "-") removed -= 1;
      if (mark === " " || mark === "+") added -= 1;
    }
    if (removed < 0 || added < 0) throw refusePatch(`line ${at}: a change is longer than its head says`);
    if (lines[at]?.startsWith("\\") === true) at += 1;
  }
  return at;
}
/** `literal <n>` or `delta <n>`, lines in base 85, an empty line; twice (there and back). */
function skipBinary(lines: readonly string[], start: number): number {
  let at = start;
  while (/^(?:literal|delta) \d{1,10}$/u.test(lines[at] ?? "")) {
    for (at += 1; lines[at] !== ""; at += 1) {
      if (!/^[A-Za-z][0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]+$/u.test(lines[at] ?? "")) {
        throw refusePatch(`line ${at + 1}: a binary change is damaged`);
      }
    }
    at += 1;
  }
  return at;
}
function checkMode(mode: string, where: string): void {
  if (mode === "160000") throw refusePatch(`${where}: submodules cannot be changed`);
  if (!MODES.has(mode)) throw refusePatch(`${where}: the mode ${mode} is not one of files`);
}

/** @throws Fault patch.refused */
function unquote(text: string, at: number): string {
  const path = readQuotedPath(text);
  if (path === null) throw refusePatch(`line ${at + 1}: a path's quotes are damaged`);
  return path;
}

/** What git checks too, and what file systems of other machines would make of a name. @throws Fault patch.refused */
export function checkPath(path: string): void {
  if (path === "" || path.startsWith("/") || path.includes("\0") || path.includes("\\")) {
    throw refusePatch(`the path ${show(path)} is not allowed`);
  }
  for (const part of path.split("/")) {
    if (part === "" || part === "." || part === "..") throw refusePatch(`the path ${show(path)} leaves the repository`);
    if (isGitName(part)) throw refusePatch(`the path ${show(path)} is git's own`);
  }
}
/** `.git` as HFS+ (which skips these characters) and NTFS (trailing dots and spaces, streams, short names) read it. */
function isGitName(part: string): boolean {
  const plain = part
    .replaceAll(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/:.*$/su, "")
    .replace(/[ .]+$/u, "");
  return plain === ".git" || /^git~\d+$/u.test(plain);
}
/**
 * A link may point to another place in the repository, not out of it and not into `.git`. Up it goes only at its beginning,
 * where the folders are known: a name on the way may be a link as well, and the folder above that is another.
 * @throws Fault patch.refused
 */
export function checkLink(path: string, target: string): void {
  const parts = target.split("/").filter((part) => part !== "" && part !== ".");
  const up = [...parts, ""].findIndex((part) => part !== "..");
  const leaves = target.startsWith("/") || target.includes("\0") || up > path.split("/").length - 1;
  if (leaves) throw refusePatch(`the link ${show(path)} points out of the repository, to ${show(target)}`);
  if (parts.includes("..", up))
    throw refusePatch(`the link ${show(path)} goes up behind a name, which may be a link: ${show(target)}`);
  if (target.split("/").some(isGitName)) throw refusePatch(`the link ${show(path)} points into git's own folder`);
}
/** A file that is held back from workspaces can only be changed by whoever has it. @throws Fault patch.refused */
export function checkMasked(path: string, mask: FileMask): void {
  if (mask.hides(path))
    throw refusePatch(
      `${show(path)} is held back from workspaces, so no change of it is taken: remove it or keep it out of git`,
    );
}
/** @throws Fault patch.refused */
export function checkEntry(path: string, oldMode: string, newMode: string): void {
  checkPath(path);
  for (const mode of [oldMode, newMode]) if (mode !== "000000") checkMode(mode, show(path));
}
function show(path: string): string {
  return visible(JSON.stringify(path.length > 200 ? `${path.slice(0, 200)}…` : path));
}
