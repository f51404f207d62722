/** The time the server lives by. A test hands in one that it moves by hand. */
export interface EmulatorClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `fn` once after `ms`; the returned function cancels it. */
  after(ms: number, fn: () => void): () => void;
}

export function createRealClock(): EmulatorClock {
  return {
    now: () => Date.now(),
    after: (ms, fn) => {
      const timer = setTimeout(fn, Math.min(Math.max(0, ms), 0x7fffffff));
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

/** Unix time in whole seconds, as the Bot API gives it. */
export function unixTime(clock: EmulatorClock): number {
  return Math.floor(clock.now() / 1000);
}
