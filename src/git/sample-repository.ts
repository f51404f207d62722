import { execFile } from "node:child_process";
import { cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { authored } from "./author.ts";

const run = promisify(execFile);
/** Fixed, so that the sample is the same commit on every machine: a recording is made for exactly that. */
const SAMPLE_DATE = "2026-01-01T00:00:00Z";

/**
 * Makes the sample a git repository of its own at `folder`, unless it is there already. A crash half-way leaves nothing
 * that is taken for a finished one.
 * @param source the sample's files as they are shipped
 */
export async function ensureSampleRepository(source: string, folder: string): Promise<void> {
  if (await exists(`${folder}/.git`)) return;
  const unfinished = `${folder}.making`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await cp(source, unfinished, { recursive: true });
  await git(unfinished, "init", "--quiet", "--initial-branch=main");
  await git(unfinished, "add", "--all");
  await git(unfinished, "commit", "--quiet", "--message=A small shop, with one failing test");
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
}
async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
async function git(folder: string, ...command: string[]): Promise<void> {
  const env = {
    PATH: process.env["PATH"] ?? "/usr/bin:/bin",
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    ...authored(SAMPLE_DATE),
  };
  await run("git", ["-C", folder, "-c", "core.hooksPath=/dev/null", "-c", "core.autocrlf=false", ...command], { env });
}
