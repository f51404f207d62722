import type { Logger } from "pino";
import type { Emit, Event } from "../core/events.ts";
import type { ActivityStore } from "../core/ports/store.ts";
import { redactTree } from "../lib/redact-tree.ts";
import type { Clock, Instant } from "../lib/time.ts";

/** More than these waiting for the database would fill the memory: later ones are in the log only, and counted. */
const WAITING = 10_000;
/** Events kept in one transaction. */
const BATCH = 500;
/** How long events wait for others to be kept with: an index of words is written once for all of them. */
const GATHER_MS = 5;

export type EmitDependencies = {
  readonly log: Pick<Logger, "debug" | "info" | "warn" | "error">;
  readonly activity: Pick<ActivityStore, "append">;
  readonly clock: Pick<Clock, "now">;
  /** Takes secrets out of text. */
  readonly redact: (text: string) => string;
  /** Called when events have been kept. */
  readonly onKept: () => void;
};
/** Writes each event to the log at once and to the activity in order, without secrets. */
export function createEmit({ log, activity, clock, redact, onKept }: EmitDependencies): Emit & {
  /** Resolves when all so far are kept: who asks the record what happened is told of what they just did. */
  settled(): Promise<void>;
  /** Resolves when nothing waits to be kept. */
  flush(): Promise<void>;
} {
  const waiting: { event: Event; at: Instant }[] = [];
  const askers: { readonly upTo: number; readonly tell: () => void }[] = [];
  /** Of the events that were ever put in line, and that are through. */
  let [queued, through] = [0, 0];
  let lost = 0;
  let work: Promise<void> | null = null;
  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      // An answer does not wait for the record.
      await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      const batch = waiting.splice(0, BATCH);
      await keep(batch);
      through += batch.length;
      while (askers[0] !== undefined && askers[0].upTo <= through) askers.shift()?.tell();
    }
    work = null;
  }
  async function keep(batch: readonly { event: Event; at: Instant }[]): Promise<void> {
    const entries = batch.map(({ event, at }) => ({ event: clean(event, redact), at }));
    try {
      // A full disk gives way to the reserve at the second try.
      await activity.append(entries).catch(() => activity.append(entries));
    } catch (error) {
      log.error({ events: entries.length, error: String(error) }, "activity.not-kept");
      lost += entries.length;
      return;
    }
    onKept();
    if (lost === 0) return;
    // The record itself says where it has a hole.
    log.error({ events: lost }, "activity.not-kept");
    put({ kind: "log.lost", count: lost });
    lost = 0;
  }
  function put(event: Event): void {
    waiting.push({ event, at: clock.now() });
    queued += 1;
  }
  const emit: Emit = (event) => {
    const { kind, ...facts } = event;
    log[levelOf(kind)](facts, kind);
    if (waiting.length >= WAITING) lost += 1;
    else put(event);
    work ??= drain();
  };
  async function flush(): Promise<void> {
    if (work === null) return;
    await work;
    await flush();
  }
  async function settled(): Promise<void> {
    if (through === queued) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    askers.push({ upTo: queued, tell: resolve });
    await promise;
  }
  return Object.assign(emit, { settled, flush });
}
/** The event with every text in it cleaned: what is not there cannot leak from the record. */
function clean(event: Event, redact: (text: string) => string): Event {
  return redactTree(event, redact);
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
