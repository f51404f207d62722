import { repeat } from "../../lib/repeat.ts";
import { type Clock, HOUR_MS } from "../../lib/time.ts";
import type { Emit } from "../events.ts";
import type { Memories } from "../ports/memory.ts";

/** Removes what was forgotten and what is too old or too much, now and every hour, until it is closed. */
export function startTidying({
  memories,
  clock,
  emit,
}: {
  readonly memories: Pick<Memories, "tidy">;
  readonly clock: Clock;
  readonly emit: Emit;
}): AsyncDisposable {
  const round = async () => {
    const count = await memories.tidy();
    if (count > 0) emit({ kind: "memory.tidied", count });
  };
  return repeat(round, {
    everyMs: HOUR_MS,
    clock,
    failed: (error) =>
      emit({ kind: "fault", doing: "tidying memories", code: "memory.tidying", detail: String(error) }),
  });
}
