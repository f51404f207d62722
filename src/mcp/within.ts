import type { Clock } from "../lib/time.ts";
import { ServerProblem } from "./problem.ts";

export class TimedOut extends ServerProblem {}

/** Does the work with a signal that ends it after `ms` or with `stop`. @throws TimedOut, or what the work throws */
export async function within<Result>(
  { ms, stop, clock }: { readonly ms: number; readonly stop: AbortSignal; readonly clock: Clock },
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const over = new AbortController();
  const done = new AbortController();
  async function watch(): Promise<void> {
    await clock.sleep(ms, AbortSignal.any([done.signal, stop]));
    if (!done.signal.aborted && !stop.aborted) over.abort(new TimedOut("it did not answer in time"));
  }
  void watch();
  try {
    return await work(AbortSignal.any([stop, over.signal]));
  } catch (error) {
    throw over.signal.aborted ? over.signal.reason : error;
  } finally {
    done.abort();
  }
}
