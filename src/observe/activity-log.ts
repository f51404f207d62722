import type { ActivityLog, ActivityRow } from "../core/ports/activity.ts";
import type { ActivityStore } from "../core/ports/store.ts";

const PAGE = 500;
export type WatchedLog = ActivityLog & {
  /** Something was kept: those who watch are given it. */
  kept(): void;
  /** Resolves when nobody who watches is behind. */
  idle(): Promise<void>;
};
/**
 * What is stored, to be asked and to be watched: each watcher has a place in the log of its own, so none misses a row.
 * @param settled resolves when what has happened so far is stored: who asks knows of it.
 */
export function createActivityLog(
  store: Pick<ActivityStore, "read" | "search">,
  settled: () => Promise<void> = () => Promise.resolve(),
): WatchedLog {
  const watchers = new Set<{ pump(): Promise<void> }>();
  return {
    async read(options) {
      await settled();
      return store.read(options);
    },
    async search(text, options) {
      await settled();
      return store.search(text, options);
    },
    kept() {
      for (const watcher of watchers) void watcher.pump();
    },
    async idle() {
      await Promise.all([...watchers].map((watcher) => watcher.pump()));
    },
    subscribe(listener, { after } = {}) {
      const watcher = createWatcher(store, listener, after ?? null);
      watchers.add(watcher);
      void watcher.pump();
      return {
        [Symbol.dispose]() {
          watchers.delete(watcher);
          watcher.close();
        },
      };
    },
  };
}
function createWatcher(
  store: Pick<ActivityStore, "read">,
  listener: (row: ActivityRow) => void,
  after: number | null,
): { pump(): Promise<void>; close(): void } {
  let last = after;
  let running: Promise<void> | null = null;
  let again = false;
  const closed = new AbortController();
  async function run(): Promise<void> {
    if (last === null) last = (await store.read({ limit: 1 })).at(-1)?.id ?? 0;
    do {
      again = false;
      const rows = await store.read({ after: last, limit: PAGE });
      for (const row of rows) {
        if (closed.signal.aborted) return;
        last = row.id;
        listener(row);
      }
      if (rows.length === PAGE) again = true;
    } while (again && !closed.signal.aborted);
  }
  return {
    async pump() {
      again = true;
      while (again && !closed.signal.aborted) {
        running ??= run()
          // A store in trouble is told of by whoever writes to it; the next row kept tries again from the same place.
          .catch(() => undefined)
          .finally(() => {
            running = null;
          });
        await running;
      }
    },
    close() {
      closed.abort();
    },
  };
}
