import type { Checkout } from "./repositories.ts";

/** Folders in which untrusted work happens, one a use, each a fresh clone. */
export interface Workspaces {
  /**
   * A fresh clone of the mirror at `commit`. What an earlier process left under the same name is removed first.
   * @param name letters, digits, `-`; at most 60
   * @throws Fault repository.git-failed, disk.full
   */
  open(name: string, mirrorId: string, commit: string, signal: AbortSignal): Promise<Workspace>;
  /** Removes what dead processes left; what it cannot remove keeps nothing else from going on. @returns how many folders are gone */
  sweep(): Promise<number>;
}
/** Closing it removes the folder and all in it, never following a link. It does not throw. */
interface Workspace extends AsyncDisposable, Checkout {
  readonly folder: string;
}
/** An empty folder where a sandbox already waits for work. Closing it removes the folder, and the sandbox when nobody took it. */
export interface WorkspacePlace extends AsyncDisposable {
  readonly folder: string;
}
