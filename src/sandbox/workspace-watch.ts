import { spawn } from "node:child_process";
import { once } from "node:events";
import { statfs } from "node:fs/promises";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import type { Link } from "./session.ts";

/** How often the disk's free space is looked at, which costs nothing; the workspace is only added up when that shrank. */
const LOOK_MS = 500;
/** It is added up at least so often: what others free on the disk can hide what it took. */
const AT_LEAST_MS = 15_000;
const MEASURE_MS = 30_000;
const MAX_ENTRIES = 2_000_000;
const BYTES_AN_ENTRY = 1024;
/** Less than this, and less than a twentieth of the disk, is nearly nothing. */
const NEARLY_NONE: Amount = { bytes: 1024 ** 3, entries: 100_000 };

/** Files, folders and links are entries, each counted once. */
type Amount = { readonly bytes: number; readonly entries: number };
/** Where a file system has no fixed number of entries, both of its numbers are 0. */
export type Disk = { readonly free: Amount; readonly all: Amount };
export type Looked = {
  readonly free: Amount;
  readonly nowMs: number;
  /** Of the last time it was added up; null when it never was. */
  readonly last: { readonly free: Amount; readonly endedMs: number; readonly tookMs: number } | null;
};
const KINDS = ["bytes", "entries"] as const;

/** An entry may be empty and still takes of the disk: as many as would fill the limit with a KiB each, two millions at most. */
export function limitOf(bytes: number): Amount {
  return { bytes, entries: Math.min(MAX_ENTRIES, Math.ceil(bytes / BYTES_AN_ENTRY)) };
}
/**
 * Is it worth adding the workspace up again? When the disk lost an eighth of the limit since, or after a while; but a
 * tree that takes long to walk is walked at most a tenth of the time.
 */
export function isDue({ free, nowMs, last }: Looked, limit: Amount): boolean {
  if (last === null) return true;
  const agoMs = nowMs - last.endedMs;
  if (agoMs < 9 * last.tookMs) return false;
  return KINDS.some((kind) => last.free[kind] - free[kind] >= limit[kind] / 8) || agoMs >= AT_LEAST_MS;
}
/**
 * Is hardly anything left of a disk that had at least twice as much when the sandbox was opened? Whoever took it: a sandbox
 * is what can be spared. A disk that was full before is left to its owner.
 */
export function isNearlyFull(atFirst: Disk, now: Disk): boolean {
  return KINDS.some((kind) => now.free[kind] < Math.min(NEARLY_NONE[kind], now.all[kind] / 20, atFirst.free[kind] / 2));
}

/**
 * Ends the sandbox behind a link when its workspace takes more of the disk than it may, by bytes or by the number of
 * files, when that cannot be told twice running, and when the disk is nearly full. No engine limits that for a folder of
 * the host, so it can be passed for the moment until it is seen. The runner counts files that were deleted and are open;
 * what is hidden from both (mapped only, or held by a process that lets nobody look) ends it when the disk is nearly full.
 */
export function watchWorkspace(link: Link, folder: string, limitBytes: number): Link {
  const stop = new AbortController();
  const ended = Promise.race([link.ended, watch(folder, limitOf(limitBytes), stop.signal)]);
  void ended.then(() => stop.abort());
  return {
    ...link,
    ended,
    async destroy() {
      stop.abort();
      await link.destroy();
    },
  };
}
/** Resolves with why the sandbox must end; never, once it is stopped. */
async function watch(folder: string, limit: Amount, signal: AbortSignal): Promise<string> {
  let last: Looked["last"] = null;
  let unmeasured = 0;
  const atFirst = await diskOf(folder);
  while (!signal.aborted) {
    await wait(LOOK_MS, undefined, { signal, ref: false }).catch(() => undefined);
    const disk = await diskOf(folder);
    const nowMs = performance.now();
    if (disk === null || signal.aborted) continue;
    if (atFirst !== null && isNearlyFull(atFirst, disk)) return "the disk of its workspace was nearly full";
    const { free } = disk;
    if (!isDue({ free, nowMs, last }, limit)) continue;
    const taken = await takenBy(folder, signal);
    if (signal.aborted) continue;
    const endedMs = performance.now();
    last = { free, endedMs, tookMs: endedMs - nowMs };
    unmeasured = taken === null ? unmeasured + 1 : 0;
    if (unmeasured === 2) return "what its workspace takes of the disk could not be told";
    const excess = taken === null ? null : excessOf(taken, limit);
    if (excess !== null) return excess;
  }
  return new Promise(() => undefined);
}
function excessOf(taken: Amount, limit: Amount): string | null {
  if (taken.bytes > limit.bytes)
    return `its workspace took more than ${Math.round(limit.bytes / 1024 ** 2)} MiB of the disk`;
  return taken.entries > limit.entries ? `its workspace held more than ${limit.entries} files` : null;
}
async function diskOf(folder: string): Promise<Disk | null> {
  const found = await statfs(folder).catch(() => null);
  if (found === null) return null;
  // Of the free blocks some are root's alone, which no sandbox can take.
  const free = { bytes: found.bavail * found.bsize, entries: found.ffree };
  return { free, all: { bytes: found.blocks * found.bsize, entries: found.files } };
}
/** What a tree takes of its disk, each file once, holes not counted; null when it cannot be told. */
async function takenBy(folder: string, signal: AbortSignal): Promise<Amount | null> {
  const du = (...options: string[]): Promise<number | null> => addedUp(["du", ...options, "--", folder], signal);
  const [kib, entries] = await Promise.all([du("-skx"), du("-sx", "--inodes")]);
  return kib === null || entries === null ? null : { bytes: kib * 1024, entries };
}
/** A folder that is closed to its owner is none to root, nor to the owner as root of a user namespace. */
async function addedUp(du: readonly string[], signal: AbortSignal): Promise<number | null> {
  const plain = await firstNumber(du, signal);
  if (plain !== null || process.getuid?.() === 0) return plain;
  return firstNumber(["unshare", "--user", "--map-root-user", "--", ...du], signal);
}
/** Null: there was none, or something could not be looked into. What is removed meanwhile makes du complain and count on. */
async function firstNumber([program = "", ...args]: readonly string[], signal: AbortSignal): Promise<number | null> {
  const env = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
  const child = spawn(program, args, { cwd: "/", env, signal, timeout: MEASURE_MS, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let isHidden = false;
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("latin1")));
  createInterface(child.stderr).on("line", (line) => (isHidden ||= line.endsWith(": Permission denied")));
  await once(child, "close").catch(() => undefined);
  const number = /^\d+/.exec(output)?.[0];
  return isHidden || number === undefined ? null : Number(number);
}
