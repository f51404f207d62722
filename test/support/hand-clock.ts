import { type Clock, type Instant, instant } from "../../src/lib/time.ts";

export type HandClock = Clock & {
  /** Moves time on and wakes whoever's time has come, earliest first. */
  advance(ms: number): void;
  /** Resolves when somebody sleeps for exactly `ms`, at once when somebody does already. */
  untilSleeping(ms: number): Promise<void>;
  /** The lengths of all sleeps that have not ended. */
  sleeping(): number[];
};

type Sleeper = { readonly ms: number; readonly wakesAt: number; wake: () => void };

/** A clock that stands until it is moved. */
export function createHandClock(start = 0): HandClock {
  let now = start;
  const sleepers = new Set<Sleeper>();
  const waiters = new Set<{ ms: number; found: () => void }>();
  return {
    now: (): Instant => instant(now),
    sleep(ms, signal) {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (signal?.aborted === true || ms <= 0) return Promise.resolve();
      const sleeper = { ms, wakesAt: now + ms, wake };
      function wake() {
        sleepers.delete(sleeper);
        resolve();
      }
      signal?.addEventListener("abort", wake, { once: true });
      sleepers.add(sleeper);
      for (const waiter of waiters) if (waiter.ms === ms) waiter.found();
      return promise;
    },
    advance(ms) {
      const until = now + ms;
      for (;;) {
        const [next] = [...sleepers]
          .filter(({ wakesAt }) => wakesAt <= until)
          .toSorted((a, b) => a.wakesAt - b.wakesAt);
        if (next === undefined) break;
        now = Math.max(now, next.wakesAt);
        next.wake();
      }
      now = until;
    },
    async untilSleeping(ms) {
      if ([...sleepers].some((sleeper) => sleeper.ms === ms)) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const waiter = { ms, found: resolve };
      waiters.add(waiter);
      await promise;
      waiters.delete(waiter);
    },
    sleeping: () => [...sleepers].map(({ ms }) => ms),
  };
}
