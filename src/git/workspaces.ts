import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Repositories } from "../core/ports/repositories.ts";
import type { WorkspacePlace, Workspaces } from "../core/ports/workspaces.ts";
import { removeTree } from "../lib/remove-tree.ts";

type WorkspacesOptions = {
  readonly folder: string;
  /** Gives empty folders below `folder` where a sandbox waits already; null when none does just now. */
  readonly place?: () => Promise<WorkspacePlace | null>;
  /** Told of each folder that could not be removed. The next sweep finds it again. */
  readonly onStay: (folder: string, error: unknown) => void;
};

/** Workspaces as folders below `folder`, which nothing else may use but who gives places. */
export function createWorkspaces({ folder, place, onStay }: WorkspacesOptions, repositories: Repositories): Workspaces {
  /** What became of the work in it counts, whatever stays of its folder. */
  const remove = (path: string): Promise<boolean> =>
    removeTree(path).then(
      () => true,
      (error: unknown) => {
        onStay(path, error);
        return false;
      },
    );
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
      return { ...checkout, folder: path, [Symbol.asyncDispose]: async () => void (await remove(path)) };
    },
    async sweep() {
      const left = await readdir(folder).catch(() => []);
      let removed = 0;
      for (const name of left) if (await remove(join(folder, name))) removed += 1;
      return removed;
    },
  };
}
