import type { SandboxLimits } from "../../core/ports/sandbox.ts";

/** Read anew with each look: knobs may have changed. */
export type WarmOptions = {
  /** Containers that wait; 0: none. */
  readonly count: number;
  /** One that waited so long is replaced. */
  readonly maxAgeMs: number;
  /** What the next task will get; of the wall clock, the longest that any session may ask for. */
  readonly limits: SandboxLimits;
};
type Waiting = { readonly since: number; readonly limits: SandboxLimits };

/** May a session with the limits `asked` run in what was made with the limits `made`? Its wall clock is its own and begins when it does. */
export function fits(made: SandboxLimits, asked: SandboxLimits): boolean {
  return (
    made.memoryBytes === asked.memoryBytes &&
    made.cpus === asked.cpus &&
    made.processes === asked.processes &&
    made.fileBytes === asked.fileBytes &&
    made.wallClockMs >= asked.wallClockMs
  );
}
/**
 * What to do about those that wait: the ones too old, made with other limits, or one too many go, the oldest first.
 * @param ready oldest first
 * @param now milliseconds on the same clock as `since`
 */
export function planPool<Entry extends Waiting>(
  ready: readonly Entry[],
  wish: WarmOptions,
  now: number,
): { readonly retire: readonly Entry[]; readonly missing: number } {
  const good = ready.filter(({ since, limits }) => now - since < wish.maxAgeMs && fits(limits, wish.limits));
  const kept = new Set(good.slice(Math.max(0, good.length - wish.count)));
  return { retire: ready.filter((entry) => !kept.has(entry)), missing: Math.max(0, wish.count - kept.size) };
}
