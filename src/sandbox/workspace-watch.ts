import { execFile } from "node:child_process";
import { statfs } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { Link } from "./session.ts";

/** How often the disk's free space is looked at, which costs nothing; the workspace is only added up when that shrank. */
const LOOK_MS = 500;
/** It is added up at least so often: what others free on the disk can hide what it took. */
const AT_LEAST_MS = 15_000;
const MEASURE_MS = 30_000;

export type Looked = {
  readonly freeBytes: number;
  readonly nowMs: number;
  /** Of the last time it was added up; null when it never was. */
  readonly last: { readonly freeBytes: number; readonly endedMs: number; readonly tookMs: number } | null;
};
/**
 * Is it worth adding the workspace up again? When the disk lost an eighth of the limit since, or after a while; but a
 * tree that takes long to walk is walked at most a tenth of the time.
 */
export function isDue({ freeBytes, nowMs, last }: Looked, limitBytes: number): boolean {
  if (last === null) return true;
  const agoMs = nowMs - last.endedMs;
  if (agoMs < 9 * last.tookMs) return false;
  return last.freeBytes - freeBytes >= limitBytes / 8 || agoMs >= AT_LEAST_MS;
}

/**
 * Ends the sandbox behind a link when its workspace takes more of the disk than it may. No engine limits that for a folder
 * of the host, so it can be passed for the moment until it is seen.
 */
export function watchWorkspace(link: Link, folder: string, limitBytes: number): Link {
  const stop = new AbortController();
  const over = watch(folder, limitBytes, stop.signal).then(
    () => `its workspace took more than ${Math.round(limitBytes / 1024 ** 2)} MiB of the disk`,
  );
  const ended = Promise.race([link.ended, over]);
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
/** Resolves when the folder takes more than it may; never, once it is stopped. */
async function watch(folder: string, limitBytes: number, signal: AbortSignal): Promise<void> {
  let last: Looked["last"] = null;
  while (!signal.aborted) {
    await wait(LOOK_MS, undefined, { signal, ref: false }).catch(() => undefined);
    const disk = await statfs(folder).catch(() => null);
    const nowMs = performance.now();
    if (disk === null || signal.aborted) continue;
    const freeBytes = disk.bfree * disk.bsize;
    if (!isDue({ freeBytes, nowMs, last }, limitBytes)) continue;
    const bytes = await bytesOf(folder, signal);
    const endedMs = performance.now();
    last = { freeBytes, endedMs, tookMs: endedMs - nowMs };
    if (bytes > limitBytes) return;
  }
  return new Promise(() => undefined);
}
/** What a tree takes of its disk, each file once, holes not counted; 0 when it cannot be told. */
function bytesOf(folder: string, signal: AbortSignal): Promise<number> {
  const env = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
  return new Promise((resolve) => {
    // What is removed meanwhile makes du complain and count on.
    execFile("du", ["-skx", "--", folder], { cwd: "/", env, signal, timeout: MEASURE_MS }, (_error, stdout) =>
      resolve(Number(/^(\d+)/.exec(stdout)?.[1] ?? 0) * 1024),
    );
  });
}
