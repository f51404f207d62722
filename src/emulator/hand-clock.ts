import type { EmulatorClock } from "./clock.ts";

/** Time that stands still until a test moves it. */
export interface HandClock extends EmulatorClock {
  /** Moves on, and rings on the way whatever falls due, in order. */
  advance(ms: number): void;
}

export function createHandClock(startMs: number): HandClock {
  let now = startMs;
  let timers: { at: number; fn: () => void }[] = [];
  return {
    now: () => now,
    after(ms, fn) {
      const timer = { at: now + Math.max(0, ms), fn };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    advance(ms) {
      const until = now + ms;
      for (;;) {
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.fn();
      }
      now = until;
    },
  };
}
