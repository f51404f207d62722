import type { Config } from "../config/config.ts";
import { createMemoryKeeper, type MemoryKeeper } from "../core/memories/keeper.ts";
import { startTidying } from "../core/memories/tidying.ts";
import type { Memories } from "../core/ports/memory.ts";
import type { Emit } from "../core/events.ts";
import type { Store } from "../core/ports/store.ts";
import { MASK } from "../lib/redact.ts";
import type { Clock } from "../lib/time.ts";
import { createMemories } from "../memory/memories.ts";

type MemoryWorld = {
  readonly store: Pick<Store, "memories">;
  readonly clock: Clock;
  readonly emit: Emit;
  /** For what leaves: the secrets that are known, and what looks like one. */
  readonly leaving: (text: string) => string;
};
/** What is remembered, and the one way in and out of it. Closing it ends the tidying. */
export function openMemory(
  live: () => Config,
  { store, clock, emit, leaving }: MemoryWorld,
): AsyncDisposable & { readonly memories: Memories; readonly keeper: MemoryKeeper } {
  const memories = createMemories(() => live().memory, { store: store.memories, clock });
  const keeper = createMemoryKeeper(() => ({ recalled: live().memory.recalled, scanner: live().scanner }), {
    memories,
    clock,
    emit,
    // A model says the mark when what it means was taken out of what it read.
    holdsSecret: (text) => leaving(text) !== text || text.includes(MASK),
  });
  const tidying = startTidying({ memories, clock, emit });
  return { memories, keeper, [Symbol.asyncDispose]: () => tidying[Symbol.asyncDispose]() };
}
