import { lstat, mkdir, readdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { expectSuccess } from "./git.ts";
import type { Git } from "./git.ts";

const ACTION = "make a workspace";

/**
 * Objects are sent, not linked: whoever owns the workspace may change its files, and the mirror's must stay.
 * @param commit with a history that may be given away
 * @param folder not there yet, or empty
 */
export async function checkOut(
  git: Git,
  mirror: string,
  commit: string,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const run = async (...args: string[]) => expectSuccess(await git.run(args, { action: ACTION, signal }), ACTION);
  try {
    const format = await run("--git-dir", mirror, "rev-parse", "--show-object-format");
    await run("init", "--quiet", "--template=", "--initial-branch=work", `--object-format=${format}`, folder);
    await run(
      "-C",
      folder,
      "fetch",
      "--quiet",
      "--no-tags",
      "--update-shallow",
      "--no-write-fetch-head",
      // The commit need not be at the tip of a branch.
      `--upload-pack=${git.remoteCommand("upload-pack", "uploadpack.allowAnySHA1InWant=true")}`,
      "--",
      mirror,
      `${commit}:refs/sparks/start`,
    );
    await run("-C", folder, "reset", "--quiet", "--hard", "refs/sparks/start");
    await run("-C", folder, "update-ref", "-d", "refs/sparks/start");
    await run("-C", folder, "config", "user.name", "Sparks");
    await run("-C", folder, "config", "user.email", "sparks@localhost");
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
/** A link is something as well: nothing is made where it leads. */
export async function expectEmpty(folder: string): Promise<void> {
  if (await holdsSomething(folder)) throw new Error(`A workspace needs a folder that is new or empty: ${folder}`);
}
async function holdsSomething(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  return found !== null && (!found.isDirectory() || (await readdir(folder)).length > 0);
}
