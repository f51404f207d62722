import type { Clock } from "./time.ts";

export type Rounds = {
  /** Between the end of one round and the begin of the next. */
  readonly everyMs: number;
  readonly clock: Pick<Clock, "sleep">;
  /** A round that throws is told, and the next comes all the same. */
  readonly failed: (error: unknown) => void;
};
/** Does a round now and again and again, one at a time, until it is closed, which ends the round under way and waits for it. */
export function repeat(
  round: (signal: AbortSignal) => Promise<unknown>,
  { everyMs, clock, failed }: Rounds,
): AsyncDisposable {
  const closing = new AbortController();
  const running = (async () => {
    while (!closing.signal.aborted) {
      try {
        await round(closing.signal);
      } catch (error) {
        failed(error);
      }
      await clock.sleep(everyMs, closing.signal);
    }
  })();
  return {
    async [Symbol.asyncDispose]() {
      closing.abort();
      await running;
    },
  };
}
