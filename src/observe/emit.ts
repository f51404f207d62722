import type { Logger } from "pino";
import type { Emit, Event } from "../core/events.ts";
import type { ActivityStore } from "../core/ports/store.ts";
import type { Clock, Instant } from "../lib/time.ts";

/** More than these waiting for the database would fill the memory: later ones are in the log only, and counted. */
const WAITING = 10_000;

export type EmitDependencies = {
  readonly log: Pick<Logger, "debug" | "info" | "warn" | "error">;
  readonly activity: ActivityStore;
  readonly clock: Clock;
};
/** Writes each event to the log at once and to the activity in order. `flush` resolves when all so far are kept. */
export function createEmit({ log, activity, clock }: EmitDependencies): Emit & { flush(): Promise<void> } {
  const waiting: { event: Event; at: Instant }[] = [];
  let left = 0;
  let work: Promise<void> | null = null;
  async function drain(): Promise<void> {
    // Not within emit: `work` must be set before this can end.
    await Promise.resolve();
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        await activity.append(next.event, next.at);
      } catch (error) {
        log.error({ event: next.event.kind, error: String(error) }, "activity.not-kept");
      }
    }
    if (left > 0) log.error({ events: left }, "activity.not-kept");
    left = 0;
    work = null;
  }
  const emit: Emit = (event) => {
    const { kind, ...facts } = event;
    log[levelOf(kind)](facts, kind);
    if (waiting.length >= WAITING) left += 1;
    else waiting.push({ event, at: clock.now() });
    work ??= drain();
  };
  async function flush(): Promise<void> {
    if (work === null) return;
    await work;
    await flush();
  }
  return Object.assign(emit, { flush });
}
const LEVELS: Partial<Record<Event["kind"], "debug" | "warn" | "error">> = {
  fault: "error",
  "stranger.refused": "warn",
  "task.interrupted": "warn",
  "model.retried": "warn",
  "message.refused": "warn",
  "update.received": "debug",
  "update.handled": "debug",
  "message.sent": "debug",
  "tool.called": "debug",
  "run.step": "debug",
  "sandbox.opened": "debug",
  "sandbox.egress": "debug",
};
function levelOf(kind: Event["kind"]): "debug" | "info" | "warn" | "error" {
  return LEVELS[kind] ?? "info";
}
