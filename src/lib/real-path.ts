import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, type Stats } from "node:fs";
import { posix } from "node:path";

/** What a path led to, held open: it stays the same file whatever is swapped meanwhile. Closing it lets go of it. */
export type Found = Disposable & {
  /** Absolute, without any link. Names behind one that does not exist are taken as they stand. */
  readonly real: string;
  /** Null when nothing is there. */
  readonly stats: Stats | null;
  /** A path that opens exactly this file, not what has its name by now; null when there is none. */
  readonly held: string | null;
};
export type Lost = { readonly lost: "too many links" | "not readable" };

/** As many as Linux follows in one path. */
const MAX_LINKS = 40;
/** Of Linux, not told by Node: names a file without opening it, so that a pipe does not wait and a device does nothing. */
const O_PATH = 0o10000000;
/** Elsewhere there is no way to open a name below a folder held open, and the names alone must do. */
const HOLDS = process.platform === "linux";

type Step = { readonly name: string; readonly fd: number | null; readonly stats: Stats };
type Walk = {
  /** From `/` down; the last is where the walk stands. */
  readonly steps: Step[];
  /** What is still to be walked, the next one last. */
  readonly rest: string[];
  /** Names below the last step that do not exist. */
  readonly missing: string[];
  links: number;
};

/**
 * Follows a path name by name as the kernel would, each opened below the folder that is held open, so that no swap of a
 * link for a folder can lead it astray between a look and the next step.
 * @param from absolute; where a relative path begins
 */
export function findReal(from: string, path: string): Found | Lost {
  const walk: Walk = { steps: [look("/", "")], rest: [], missing: [], links: 0 };
  enter(walk, posix.isAbsolute(path) ? path : `${from}/${path}`);
  try {
    const lost = walkToEnd(walk);
    if (lost === null) return foundBy(walk);
    close(walk);
    return lost;
  } catch (error) {
    close(walk);
    // EACCES, ENAMETOOLONG and the like: who asks could not get at it either
    if (codeOf(error) !== undefined) return { lost: "not readable" };
    throw error;
  }
}
function foundBy(walk: Walk): Found {
  const last = walk.missing.length === 0 ? walk.steps.at(-1) : undefined;
  const real = pathOf(walk, walk.missing);
  return {
    real,
    stats: last?.stats ?? null,
    held: last === undefined ? null : last.fd === null ? real : `/proc/self/fd/${last.fd}`,
    [Symbol.dispose]: () => close(walk),
  };
}
function close(walk: Walk): void {
  for (const { fd } of walk.steps.splice(0)) if (fd !== null) closeSync(fd);
}
function pathOf({ steps }: Walk, below: readonly string[]): string {
  return `/${[...steps.slice(1).map(({ name }) => name), ...below].join("/")}`;
}

function walkToEnd(walk: Walk): Lost | null {
  for (let name = walk.rest.pop(); name !== undefined; name = walk.rest.pop()) {
    if (name === "" || name === ".") continue;
    if (name === "..") up(walk);
    else if (walk.missing.length > 0 || walk.steps.at(-1)?.stats.isDirectory() !== true) walk.missing.push(name);
    else down(walk, name);
    if (walk.links > MAX_LINKS) return { lost: "too many links" };
    // what looks like a link below it is a door to whatever some process has open
    if (walk.steps.length > 2 && walk.steps[1]?.name === "proc") return { lost: "not readable" };
  }
  return null;
}
function enter(walk: Walk, path: string): void {
  if (posix.isAbsolute(path)) while (walk.steps.length > 1) up(walk);
  walk.rest.push(...path.split("/").toReversed());
}
function up(walk: Walk): void {
  if (walk.missing.pop() !== undefined || walk.steps.length === 1) return;
  const left = walk.steps.pop();
  if (left !== undefined && left.fd !== null) closeSync(left.fd);
}
function down(walk: Walk, name: string): void {
  const folder = walk.steps.at(-1)?.fd ?? null;
  const path = folder === null ? pathOf(walk, [name]) : `/proc/self/fd/${folder}/${name}`;
  const step = lookIfThere(path, name);
  if (step === null) walk.missing.push(name);
  else if (!step.stats.isSymbolicLink()) walk.steps.push(step);
  else {
    if (step.fd !== null) closeSync(step.fd);
    walk.links += 1;
    // one that is no link any more is looked at anew
    enter(walk, targetOf(path) ?? name);
  }
}
function look(path: string, name: string): Step {
  if (!HOLDS) return { name, fd: null, stats: lstatSync(path) };
  const fd = openSync(path, constants.O_NOFOLLOW | O_PATH);
  return { name, fd, stats: fstatSync(fd) };
}
function lookIfThere(path: string, name: string): Step | null {
  try {
    return look(path, name);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}
function targetOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch (error) {
    if (codeOf(error) === "EINVAL" || codeOf(error) === "ENOENT") return null;
    throw error;
  }
}
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
