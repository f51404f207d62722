import { posix } from "node:path";
import { mayStandFor, standsFor, standsForAll } from "./notable.ts";
import { placeOf } from "./protected-paths.ts";
import { type Call, type Field, find } from "../commands/scene.ts";
import { isSecretPath } from "./secret-paths.ts";

/** What everybody may read outside of the workspace: what is installed, scratch files, what the machine is. */
const READABLE =
  /^\/(tmp|usr\/(bin|lib|lib64|local\/(bin|lib|include|share)|include|share|src)|opt)(\/|$)|^\/dev\/(null|stdin|stdout|stderr|tty)$|^\/proc\/(cpuinfo|meminfo|version|loadavg|uptime)$|^\/etc\/(os-release|debian_version|alpine-release)$|^\/(usr|bin|lib)$/;
const WRITABLE = /^\/tmp(\/|$)|^\/dev\/(null|stdout|stderr|tty)$/;

export function absolutePath(call: Call, path: string): string {
  const home = path.startsWith("~") ? path.replace(/^~[^/]*/, "/home/agent") : path;
  return posix.resolve(call.scene.directory, home);
}
function inWorkspace(absolute: string): boolean {
  return absolute === "/workspace" || absolute.startsWith("/workspace/");
}

export function isReadable(absolute: string): boolean {
  return inWorkspace(absolute) || READABLE.test(absolute);
}
/** An address, or a name with a prefix that makes many a program fetch or load it; a Windows drive is none. */
const ELSEWHERE =
  /^[a-z][a-z0-9+.-]+:\/\/|^(node|npm|jsr|data|https?|ftp|ext|git|ssh|oci|s3|gs|github|gitlab|bitbucket|docker|registry|file|hg|pkg|module|gh|gl|bb):|^[\w.-]+@[\w.-]+:/i;
/** Its contents are read. */
export function checkRead(call: Call, field: Field): void {
  if (field.text === "-" && field.known) return;
  // `gcc @file`, `javac @file` and others read words from a file that is named so.
  if (field.text.startsWith("@") && field.text.length > 1) checkRead(call, { ...field, text: field.text.slice(1) });
  if (!checkListed(call, field)) return;
  if (isSecretPath(absolutePath(call, field.text), field.glob)) find(call, "secret", field.text);
  if (field.among?.includes(".git/config") === true) find(call, "secret", ".git/config may be among them");
  if (absolutePath(call, field.text) === "/workspace/.git") find(call, "secret", "git's own files may hold tokens");
  if (field.glob && mayBeGitConfig(absolutePath(call, field.text))) find(call, "secret", field.text);
}
/** A pattern of a shell's that stands for git's settings. */
function mayBeGitConfig(absolute: string): boolean {
  const parts = absolute.split("/");
  const at = parts.findIndex((part) => part.startsWith(".") && standsFor(part, ".git"));
  return at !== -1 && parts.slice(at + 1).some((part) => standsFor(part, "config"));
}
/** All below it is read. */
export function checkReadWhole(call: Call, field: Field): void {
  checkRead(call, field);
  if (/^\/workspace(\/\*)?$/.test(absolutePath(call, field.text)))
    find(call, "secret", "everything there is goes with it");
}
/** Its name, size or kind is told; of a folder, the names in it. @returns whether it is known what it is */
export function checkListed(call: Call, field: Field): boolean {
  if (!field.known) {
    find(call, "opaque", "which file it reads is only known when it runs");
    return false;
  }
  if (ELSEWHERE.test(field.text)) find(call, "network", `${field.text.slice(0, 60)} is an address`);
  const absolute = absolutePath(call, field.text);
  if (!isReadable(absolute)) find(call, "outside read", field.text);
  return true;
}
/** It is worked in. */
export function checkFolder(call: Call, field: Field): void {
  if (field.text === "-") find(call, "opaque", "it works on what is piped into it");
  if (checkListed(call, field) && !inWorkspace(absolutePath(call, field.text))) find(call, "outside read", field.text);
}
/** It decides what runs, as a file of settings or of tests does. */
export function checkInside(call: Call, field: Field): void {
  checkRead(call, field);
  if (field.text === "-") find(call, "opaque", "it runs what is piped into it");
  // An option behind `--`, words from a file, settings in place, an assignment: more than a path.
  else if (field.known && /^[-@{"]|\n|\$[$({[]|^[A-Za-z]\w*\+?=/.test(field.text))
    find(call, "opaque", `${field.text.slice(0, 60)} is no plain path`);
  const absolute = absolutePath(call, field.text);
  if (!inWorkspace(absolute)) find(call, "outside read", field.text);
  if (call.report.written.includes(absolute)) find(call, "opaque", "it runs what it has just written");
}
/** Files of such names are among what is read; one that begins with `!` leaves them out. */
export function checkPattern(call: Call, { text, known }: Field): void {
  if (!known) find(call, "opaque", "which files it reads is only known when it runs");
  else if (!text.startsWith("!") && isSecretPath(text.replace(/^\*\*\//, ""), true)) find(call, "secret", text);
}
/** It is made, overwritten, moved, or its permissions change. */
export function checkWrite(call: Call, field: Field): void {
  if (!field.known) return find(call, "opaque", "which file it writes is only known when it runs");
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(field.text)) find(call, "network", `${field.text.slice(0, 60)} is an address`);
  if (/^@./.test(field.text)) checkRead(call, { ...field, text: field.text.slice(1) });
  const absolute = absolutePath(call, field.text);
  if (/^\/dev\/(null|stdout|stderr|tty)$/.test(absolute)) return;
  checkName(call, field);
  call.report.changes = true;
  call.report.written.push(absolute);
  if (/\/(node_modules\/\.bin|\.?venv\/bin|vendor\/bin)\/[^/]/.test(absolute))
    find(call, "opaque", "it makes or changes a program that others call by its name");
  if (WRITABLE.test(absolute)) return;
  if (absolute.startsWith("/dev/tcp/") || absolute.startsWith("/dev/udp/")) return find(call, "network");
  checkPlace(call, field);
}
/**
 * A name that says more than a name to who meets it later by `*`: an option, an order to perl, an ending away from what agents read, or one
 * that falls into several where a script forgets its quotes.
 */
function checkName(call: Call, { text }: Field): void {
  const [, ...pieces] = text.split(/\s+/);
  const pieced = pieces.some((piece) => {
    const absolute = absolutePath(call, piece);
    const place = placeOf(absolute);
    const kept = place.kind !== "inside" || place.protectedAs !== null || isSecretPath(absolute, false);
    return /^[-+.~/]|=/.test(piece) || (piece !== "" && kept);
  });
  const option = /(^|\/)(-|\+\w{1,2}$|(agents?|claude|gemini|qwen)\.[\w.]+$)/i.test(text);
  if (pieced || option || /[|<>\n]/.test(text))
    find(call, "opaque", `the name ${text.slice(0, 60)} says more than a name`);
}
/** A compiler makes it, of files that the same command did not write. */
export function checkMade(call: Call, field: Field): void {
  checkWrite({ ...call, report: { ...call.report, written: [] } }, field);
  call.report.changes = true;
}
/** What stands there is changed. */
export function checkPlace(call: Call, { text, glob, among }: Field): void {
  const absolute = absolutePath(call, text);
  const place = placeOf(absolute);
  const [notable] = among ?? [];
  if (notable !== undefined) find(call, "opaque", `${notable} may be among what it changes`);
  const below = glob && inWorkspace(absolute) ? absolute.slice("/workspace/".length) : null;
  const meant = below === null ? null : mayStandFor(below);
  if (below !== null && among === undefined && standsForAll(below))
    find(call, "protected file", `${text} may stand for AGENTS.md`);
  if (meant !== null) find(call, "protected file", `${text} may stand for ${meant}`);
  if (place.kind === "outside") return find(call, "outside", text);
  if (place.kind === "git" || (glob && /(^|\/)\.[g*?[]/.test(text))) return find(call, "git's own files", text);
  if (place.protectedAs !== null) return find(call, "protected file", `${text} (${place.protectedAs})`);
  if (isSecretPath(absolute, glob)) find(call, "secret", text);
}

/** A word that is perhaps a file. */
export function checkUnprotected(call: Call, text: string): void {
  const place = placeOf(absolutePath(call, text));
  if (place.kind === "git") find(call, "git's own files", text.slice(0, 60));
  if (place.kind === "inside" && place.protectedAs !== null) find(call, "protected file", text.slice(0, 60));
}

const REMAKEABLE =
  /^\/workspace\/([\w@.-]+\/)*(node_modules|dist|build|out|target|coverage|__pycache__|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.nyc_output|\.cache|\.next|\.turbo|\.parcel-cache|\.venv|venv|tmp|temp|bin\/obj|obj|\.gradle|\.tox|htmlcov|[\w*-]+\.egg-info)(\/[^.][^/]*)*\/?$|\.(pyc|pyo|o|log|tmp|bak|orig|rej|class|tsbuildinfo)$/;
/** More named files than this in one command is much. */
const MANY_FILES = 10;
/** Files and, with `recursive`, folders that go. */
export function checkDeleted(call: Call, fields: readonly Field[], recursive: boolean): void {
  let much = 0;
  for (const field of fields) {
    checkWrite(call, field);
    const absolute = absolutePath(call, field.text);
    if (/^\/workspace(\/(\[[^\]/]*\]|[.*?])*)?$/.test(absolute)) find(call, "wipe", `${field.text} is all there is`);
    const scratch = absolute.startsWith("/tmp/") || (REMAKEABLE.test(absolute) && !absolute.includes(".."));
    if (!scratch) much += recursive || field.glob ? MANY_FILES + 1 : 1;
  }
  if (much > MANY_FILES) find(call, "delete");
}
