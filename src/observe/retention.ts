import type { Emit } from "../core/events.ts";
import type { ActivityStore } from "../core/ports/store.ts";
import { HOUR_MS, instant, type Clock } from "../lib/time.ts";
import { repeat } from "../lib/repeat.ts";

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
  const round = () => activity.prune({ before: instant(Math.max(0, clock.now() - keepMs())), maxBytes: maxBytes() });
  return repeat(round, {
    everyMs: HOUR_MS,
    clock,
    failed: (error) =>
      emit({ kind: "fault", doing: "pruning the record", code: "activity.prune", detail: String(error) }),
  });
}
