import type { Clock } from "../lib/time.ts";
import { Fault } from "../core/fault.ts";
import type { Timeouts } from "./options.ts";

/** Ends a request that takes too long: `signal` is aborted with a Fault model.timeout, or with the caller's reason. */
export interface Watchdog extends Disposable {
  readonly signal: AbortSignal;
  readonly connected: () => void;
  readonly progress: () => void;
}

export type WatchdogOptions = {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly model: string;
  readonly timeouts: Timeouts;
  /** What is left of `timeouts.totalMs`. */
  readonly leftMs: number;
};

export function startWatchdog({ clock, signal, model, timeouts, leftMs }: WatchdogOptions): Watchdog {
  const expired = new AbortController();
  const expire = (phase: "connect" | "idle" | "total", afterMs: number) => {
    expired.abort(new Fault("model.timeout", { model, phase, afterMs }));
  };
  const cancelTotal = startTimer(clock, leftMs, () => expire("total", timeouts.totalMs));
  const arm = (phase: "connect" | "idle", ms: number) => startTimer(clock, ms, () => expire(phase, ms));
  let cancelPhase = arm("connect", timeouts.connectMs);
  const enter = (ms: number) => {
    cancelPhase();
    cancelPhase = arm("idle", ms);
  };
  return {
    signal: AbortSignal.any([signal, expired.signal]),
    connected: () => enter(timeouts.firstTokenMs),
    progress: () => enter(timeouts.idleMs),
    [Symbol.dispose]() {
      cancelPhase();
      cancelTotal();
    },
  };
}

function startTimer(clock: Clock, ms: number, ring: () => void): () => void {
  const cancel = new AbortController();
  const ringLater = async () => {
    await clock.sleep(ms, cancel.signal);
    if (!cancel.signal.aborted) ring();
  };
  void ringLater();
  return () => cancel.abort();
}
