import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Repositories } from "../core/ports/repositories.ts";
import type { WorkspacePlace, Workspaces } from "../core/ports/workspaces.ts";

type WorkspacesOptions = {
  readonly folder: string;
  /** Gives empty folders below `folder` where a sandbox waits already; null when none does just now. */
  readonly place?: () => Promise<WorkspacePlace | null>;
};

/** Workspaces as folders below `folder`, which nothing else may use but who gives places. */
export function createWorkspaces({ folder, place }: WorkspacesOptions, repositories: Repositories): Workspaces {
  return {
    async open(name, mirrorId, commit, signal) {
      if (!/^[A-Za-z0-9-]{1,60}$/.test(name)) throw new Error(`not a workspace name: ${name}`);
      const path = join(folder, name);
      await removeTree(path);
      await using stack = new AsyncDisposableStack();
      const ready = stack.use((await place?.()) ?? null);
      if (ready !== null) {
        const checkout = await repositories.checkout(mirrorId, commit, ready.folder, signal);
        const keeper = stack.move();
        return { ...checkout, folder: ready.folder, [Symbol.asyncDispose]: () => keeper.disposeAsync() };
      }
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const checkout = await repositories.checkout(mirrorId, commit, path, signal);
      return { ...checkout, folder: path, [Symbol.asyncDispose]: () => removeTree(path) };
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
