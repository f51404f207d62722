import type { Clock } from "../../../lib/time.ts";
import type { Emit } from "../../events.ts";
import type { Approval } from "./approval.ts";

export type ExpiryWatchDependencies = {
  readonly clock: Clock;
  readonly emit: Emit;
  readonly remind: (approval: Approval) => Promise<void>;
  readonly expire: (approval: Approval) => Promise<unknown>;
  /** Aborted once the approval is decided. */
  readonly untilDecided: (id: number) => AbortSignal;
};
/** Reminds of each approval and expires it in its time, unless it is decided before. Closing leaves them as they are. */
export interface ExpiryWatch extends AsyncDisposable {
  /** One that is watched already is not watched twice. */
  watch(approval: Approval): void;
}
export function createExpiryWatch(deps: ExpiryWatchDependencies): ExpiryWatch {
  const closing = new AbortController();
  const watches = new Map<number, Promise<void>>();
  return {
    watch(approval) {
      const { id } = approval;
      if (watches.has(id)) return;
      const stop = AbortSignal.any([closing.signal, deps.untilDecided(id)]);
      const watched = follow(approval, deps, stop).catch((error: unknown) =>
        deps.emit({ kind: "fault", doing: `watching approval ${id}`, code: "approvals", detail: String(error) }),
      );
      watches.set(
        id,
        watched.finally(() => watches.delete(id)),
      );
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await Promise.all(watches.values());
    },
  };
}
async function follow(
  approval: Approval,
  { clock, remind, expire }: ExpiryWatchDependencies,
  stop: AbortSignal,
): Promise<void> {
  const { remindAt, expiresAt } = approval;
  if (remindAt !== null && remindAt < expiresAt) {
    await clock.sleep(Math.max(0, remindAt - clock.now()), stop);
    if (stop.aborted) return;
    await remind(approval);
  }
  await clock.sleep(Math.max(0, expiresAt - clock.now()), stop);
  if (!stop.aborted) await expire(approval);
}
