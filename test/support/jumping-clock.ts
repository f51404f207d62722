import { instant, type Clock } from "../../src/lib/time.ts";

/** Time that jumps on whenever somebody sleeps, so that waits cost a test nothing. `slept` are the lengths, oldest first. */
export function createJumpingClock(): Clock & { readonly slept: readonly number[] } {
  let now = 1_000_000;
  const slept: number[] = [];
  return {
    slept,
    now: () => instant(now),
    async sleep(ms, signal) {
      if (signal?.aborted === true) return;
      slept.push(ms);
      now += ms;
      await new Promise<void>((resolve) => setImmediate(resolve));
    },
  };
}
