import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { parseJson } from "../lib/parse-json.ts";

const note = z.object({ pid: z.int().min(2), started: z.string(), owner: z.string() });
type Running = z.infer<typeof note> & { readonly folder: string };
const FILE = "running.json";
/** A folder stands for about this long before its process is noted in it. */
const OPENING_MS = 60_000;
/** How long what was killed may take to be gone, and how often is looked. */
const GONE_MS = 5000;
const LOOK_MS = 5;

/** Remembers a sandbox's process on disk, with its start time: a number alone may be another process by then. */
export async function noteRunning(folder: string, pid: number, owner: string): Promise<void> {
  const started = await startOf(pid);
  if (started === undefined) return;
  // Whole or not at all: the process may end while it writes.
  const file = path.join(folder, FILE);
  await writeFile(`${file}.new`, JSON.stringify({ pid, started, owner }));
  await rename(`${file}.new`, file);
}
/** The sandboxes below a run folder whose processes are alive. */
export async function runningOf(parent: string): Promise<Running[]> {
  const all = await Promise.all((await sessionsOf(parent)).map(async (folder) => readNote(folder)));
  const alive = await Promise.all(all.map(async (one) => one !== undefined && (await isAlive(one))));
  return all.filter((one, index): one is Running => alive[index] === true && one !== undefined);
}
/**
 * Kills what runs and removes what lies below a run folder, but of the owners in `keep`. What it counts is gone when it returns; what the kernel
 * does not let go in time keeps its folder, so that the next look finds it.
 */
export async function reapRunning(parent: string, keep: ReadonlySet<string>): Promise<number> {
  let removed = 0;
  for (const folder of await sessionsOf(parent)) {
    const found = await readNote(folder);
    if (found !== undefined && keep.has(found.owner)) continue;
    if (found !== undefined && (await isAlive(found)) && !(await killTree(found.pid))) continue;
    await rm(folder, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
async function sessionsOf(parent: string): Promise<string[]> {
  const names = await readdir(parent).catch(() => []);
  return names.filter((name) => /^s-[0-9a-f]{12}$/.test(name)).map((name) => path.join(parent, name));
}
/** Removes what dead sessions left below a run folder, but what is named in `keep`. For those that leave no process. */
export async function removeStale(parent: string, keep: ReadonlySet<string>): Promise<void> {
  for (const folder of await sessionsOf(parent))
    if (!keep.has(path.basename(folder)) && (await isOld(folder))) await rm(folder, { recursive: true, force: true });
}
async function isOld(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > OPENING_MS;
}
async function readNote(folder: string): Promise<Running | undefined> {
  const text = await readFile(path.join(folder, FILE), "utf8").catch(() => "null");
  const parsed = note.safeParse(parseJson(text));
  return parsed.success ? { ...parsed.data, folder } : undefined;
}
/** @returns whether it and all that it began are gone */
async function killTree(pid: number): Promise<boolean> {
  // Whose parent is dead is no longer found by it: the tree is read before.
  let left = await treeOf(pid);
  for (const { pid: each } of left) killQuietly(each);
  for (const until = Date.now() + GONE_MS; left.length > 0 && Date.now() < until; await sleep(LOOK_MS)) {
    const alive = await Promise.all(left.map(isAlive));
    left = left.filter((_, index) => alive[index]);
  }
  return left.length === 0;
}
/** A process and all below it. */
async function treeOf(root: number): Promise<Process[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = (await Promise.all(pids.map(readProcess))).filter((one) => one !== undefined);
  const tree = new Set([root]);
  // A child may have a smaller number than its parent: the numbers go round.
  for (let before = 0; before < tree.size;) {
    before = tree.size;
    for (const one of all) if (tree.has(one.parent)) tree.add(one.pid);
  }
  return all.filter(({ pid }) => tree.has(pid));
}
async function isAlive({ pid, started }: Pick<Process, "pid" | "started">): Promise<boolean> {
  return (await startOf(pid)) === started;
}
async function startOf(pid: number): Promise<string | undefined> {
  return (await readProcess(pid))?.started;
}
/** `started`: in clock ticks since boot, with the boot's own id. */
type Process = { readonly pid: number; readonly parent: number; readonly started: string };
/** Undefined when there is no such live process; one that is dead and not yet waited for is none. */
async function readProcess(pid: number): Promise<Process | undefined> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, "latin1");
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    const boot = (await readFile("/proc/sys/kernel/random/boot_id", "latin1")).trim();
    return fields[0] === "Z" ? undefined : { pid, parent: Number(fields[1]), started: `${boot}/${fields[19]}` };
  } catch {
    return undefined;
  }
}
function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // it ended between the look and the kill
  }
}
