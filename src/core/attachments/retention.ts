import { HOUR_MS, instant, type Clock } from "../../lib/time.ts";
import type { Emit } from "../events.ts";
import type { AttachmentShelf, AttachmentStore } from "../ports/attachments.ts";
import { repeat } from "../../lib/repeat.ts";

export type RetentionDependencies = {
  readonly attachments: AttachmentStore;
  readonly shelf: AttachmentShelf;
  readonly clock: Clock;
  readonly emit: Emit;
  /** How long what no open task has is kept; read anew each time. */
  readonly keepMs: () => number;
};
/** Forgets what is old and clears away what nobody knows, now and every hour, until it is closed. */
export function startFileRetention({
  attachments,
  shelf,
  clock,
  emit,
  keepMs,
}: RetentionDependencies): AsyncDisposable {
  const round = async () => {
    await attachments.removeOld(instant(Math.max(0, clock.now() - keepMs())));
    await shelf.keepOnly(new Set((await attachments.contents()).map(({ hash }) => hash)));
  };
  return repeat(round, {
    everyMs: HOUR_MS,
    clock,
    failed: (error) =>
      emit({ kind: "fault", doing: "clearing away old files", code: "files.retention", detail: String(error) }),
  });
}
