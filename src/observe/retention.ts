import type { Emit } from "../core/events.ts";
import type { ActivityStore } from "../core/ports/store.ts";
import { HOUR_MS, instant, type Clock } from "../lib/time.ts";

export type RetentionOptions = {
  /** Read anew each time. */
  readonly keepMs: () => number;
  readonly maxBytes: () => number;
};
/** Prunes the record now and every hour, until it is closed. */
export function startRetention(
  { keepMs, maxBytes }: RetentionOptions,
  { activity, clock, emit }: { activity: Pick<ActivityStore, "prune">; clock: Clock; emit: Emit },
): AsyncDisposable {
  const closing = new AbortController();
  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await activity.prune({ before: instant(Math.max(0, clock.now() - keepMs())), maxBytes: maxBytes() });
      } catch (error) {
        emit({ kind: "fault", doing: "pruning the record", code: "activity.prune", detail: String(error) });
      }
      await clock.sleep(HOUR_MS, closing.signal);
    }
  }
  const running = run();
  return {
    async [Symbol.asyncDispose]() {
      closing.abort();
      await running;
    },
  };
}
