import type { Clock } from "../../lib/time.ts";
import type { Emit } from "../events.ts";
import { type Inspection, inspect, type ScannerOptions, tellFindings } from "../policy/scan/inspect.ts";
import type { Origin } from "../policy/taint.ts";
import type { Found, Memories, Memory, MemoryKind, MemoryPlace, MemoryWriter, Saved } from "../ports/memory.ts";
import { fitting, tellMemories } from "./tell.ts";
import { worstOrigin } from "./trust.ts";

/** What somebody wants kept. */
export type MemoryWish = {
  readonly kind: MemoryKind;
  readonly text: string;
  readonly chatId: number | null;
  readonly repositoryId: number | null;
  /** Name of the repository, for the scanner's exceptions. */
  readonly repository: string | null;
  readonly by: MemoryWriter;
  /** Whose words the writer had read. */
  readonly origins: readonly Origin[];
};
type Kept =
  | ({ readonly kind: "saved" } & Saved)
  | { readonly kind: "refused"; readonly why: "secret" }
  | { readonly kind: "refused"; readonly why: "orders"; readonly detail: string };
/** What comes along into a prompt by itself. */
type Recalled = { readonly memories: readonly Memory[]; readonly text: string; readonly origin: Origin };
type Looking = {
  readonly place: MemoryPlace & { readonly repositoryId: number | null };
  readonly taskId: number | null;
};

/** The one way into memory and out of it, for sparks and people. */
export interface MemoryKeeper {
  /** Holds a text against secrets and the scanner before it is kept. Saved twice by the same cause, it is saved once. */
  save(wish: MemoryWish, cause: string): Promise<Kept>;
  search(query: string, looking: Looking & { readonly limit: number }): Promise<readonly Found[]>;
  /** The few that plainly have to do with a goal; null when there are none, or none are wanted. */
  recall(goal: string, looking: Looking): Promise<Recalled | null>;
}
export type KeeperOptions = {
  /** How many come along into a prompt by themselves, at most; 0: none. */
  readonly recalled: number;
  readonly scanner: ScannerOptions;
};
type KeeperDependencies = {
  readonly memories: Memories;
  readonly clock: Pick<Clock, "now">;
  readonly emit: Emit;
  /** Does it hold a secret that is known, or what looks like one? */
  readonly holdsSecret: (text: string) => boolean;
};
/** Of all that comes along by itself. */
const RECALLED_CHARACTERS = 2000;
/** One word in common is chance; where the goal has but one, it has to do. */
const WORDS_IN_COMMON = 2;

/** @param options as they are now: read anew each time */
export function createMemoryKeeper(options: () => KeeperOptions, deps: KeeperDependencies): MemoryKeeper {
  const { memories, clock, emit, holdsSecret } = deps;
  async function search(query: string, { place, taskId, limit }: Looking & { readonly limit: number }) {
    const found = await memories.search(query, { place, limit });
    await tellRecalled(
      found.map(({ memory }) => memory.id),
      { place, taskId, how: "searched" },
    );
    return found;
  }
  async function tellRecalled(
    memoryIds: readonly number[],
    { place, taskId, how }: Looking & { readonly how: "unasked" | "searched" },
  ): Promise<void> {
    if (memoryIds.length === 0) return;
    await memories.used(memoryIds);
    emit({ kind: "memory.recalled", memoryIds, how, taskId, ...chatOf(place) });
  }
  return {
    search,
    async save(wish, cause) {
      const { repository, origins, ...draft } = wish;
      const text = draft.text.trim();
      if (holdsSecret(text)) return { kind: "refused", why: "secret" };
      const source = { surface: "memory", provider: "memory", ...(repository === null ? {} : { repository }) } as const;
      const inspection = inspect(text, source, options().scanner);
      if (inspection.action !== "pass") emit(flagged(wish, inspection));
      const detail = tellFindings(inspection.result);
      const own = wish.by.kind === "person";
      if (inspection.action === "withhold" && !own) return { kind: "refused", why: "orders", detail };
      const warning = inspection.action === "pass" || own ? null : detail;
      const read = own ? [] : [...new Set(origins)].filter((origin) => origin !== "person").toSorted();
      const saved = await memories.save({ ...draft, text, read, warning, savedAt: clock.now() }, cause);
      emit({
        kind: "memory.saved",
        memoryId: saved.memory.id,
        was: saved.was,
        text,
        read,
        ...writerOf(wish),
      });
      return { kind: "saved", ...saved };
    },
    async recall(goal, looking) {
      const most = options().recalled;
      if (most === 0) return null;
      const found = await memories.search(goal, { place: looking.place, limit: most });
      const plain = found.filter(({ words }) => words.held >= Math.min(WORDS_IN_COMMON, words.of));
      const taken = fitting(
        plain.map(({ memory }) => memory),
        RECALLED_CHARACTERS,
      );
      if (taken.length === 0) return null;
      await tellRecalled(
        taken.map(({ id }) => id),
        { ...looking, how: "unasked" },
      );
      return { memories: taken, text: tellMemories(taken), origin: worstOrigin(taken, looking.place.repositoryId) };
    },
  };
}
function chatOf({ chatId }: Pick<MemoryPlace, "chatId">) {
  return chatId === null ? {} : { chatId };
}
function writerOf({ by, chatId }: MemoryWish) {
  return by.kind === "person"
    ? { by: by.name, userId: by.userId, taskId: null, ...chatOf({ chatId }) }
    : { by: by.spark, taskId: by.taskId, ...chatOf({ chatId }) };
}
/** A person's own words are theirs to keep; that they read so is noted, and no more. */
function flagged(wish: MemoryWish, { action, result }: Inspection) {
  const { by: _, ...about } = writerOf(wish);
  const done = wish.by.kind === "person" ? "noted" : action === "withhold" ? "withheld" : "warned";
  return {
    kind: "prompt.flagged",
    surface: "memory",
    score: result.score,
    rules: result.findings.map(({ rule }) => rule),
    why: tellFindings(result),
    action: done,
    excerpt: result.findings[0]?.excerpt ?? "",
    ...about,
  } as const;
}
