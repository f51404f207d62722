import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Repositories } from "../core/ports/repositories.ts";
import type { Workspaces } from "../core/ports/workspaces.ts";

/** Workspaces as folders below `folder`, which nothing else may use. */
export function createWorkspaces(options: { folder: string }, repositories: Repositories): Workspaces {
  const { folder } = options;
  return {
    async open(name, mirrorId, commit, signal) {
      if (!/^[A-Za-z0-9-]{1,60}$/.test(name)) throw new Error(`not a workspace name: ${name}`);
      const path = join(folder, name);
      await removeTree(path);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await repositories.checkout(mirrorId, commit, path, signal);
      return { folder: path, [Symbol.asyncDispose]: () => removeTree(path) };
    },
    async sweep() {
      const left = await readdir(folder).catch(() => []);
      for (const name of left) await removeTree(join(folder, name));
      return left.length;
    },
  };
}
/** Node's rm unlinks links and never follows them; what a sandbox made read-only is made writable on the way. */
function removeTree(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 3 });
}
