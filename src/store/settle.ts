import { open, type FileHandle } from "node:fs/promises";

/** Makes what was committed before survive a loss of power as well. */
export interface Settle extends AsyncDisposable {
  /** One wait for the disk serves all who ask while another is under way. Rejects with the disk's error. */
  (): Promise<void>;
  /** The same for those who can wait a moment: all of that moment go together. */
  patiently(): Promise<void>;
}
const PATIENCE_MS = 2;

/**
 * Commits in WAL mode with `synchronous=NORMAL` stand in the log file, which outlives the process; only the log's way to the disk is
 * missing. Waiting for that here, and not in the commit, leaves the main thread free meanwhile.
 * @param logFile the database's `-wal` file, which is there from the first commit on and is never replaced while the database is open
 */
export function createSettle(logFile: string): Settle {
  let file: Promise<FileHandle> | null = null;
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  async function sync(): Promise<void> {
    file ??= open(logFile, "r+");
    file.catch(() => {
      file = null;
    });
    await (await file).datasync();
  }
  function begin(): Promise<void> {
    const begun = sync().finally(() => {
      running = null;
    });
    running = begun;
    return begun;
  }
  /** What is under way may have begun before the last commit: who comes later waits for the next. */
  async function follow(before: Promise<void>): Promise<void> {
    await before.catch(() => undefined);
    next = null;
    await begin();
  }
  function settle(): Promise<void> {
    if (running === null) return begin();
    next ??= follow(running);
    return next;
  }
  let gathering: Promise<void> | null = null;
  async function gather(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    gathering = null;
    await settle();
  }
  return Object.assign(settle, {
    patiently() {
      gathering ??= gather();
      return gathering;
    },
    async [Symbol.asyncDispose]() {
      await gathering?.catch(() => undefined);
      await (next ?? running)?.catch(() => undefined);
      await (await file?.catch(() => null))?.close();
    },
  });
}
