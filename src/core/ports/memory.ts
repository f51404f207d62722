import type { Instant } from "../../lib/time.ts";
import type { Origin } from "../policy/taint.ts";

/** `fact`: how things are. `preference`: how people want them. `decision`: what was settled, and why. `lesson`: what went wrong, and what helped. */
export const MEMORY_KINDS = ["fact", "preference", "decision", "lesson"] as const;
export type MemoryKind = (typeof MEMORY_KINDS)[number];
export type MemoryWriter =
  | { readonly kind: "person"; readonly userId: number; readonly name: string }
  | { readonly kind: "task"; readonly taskId: number; readonly spark: string };
/** Something worth knowing later, in the words it was saved with. */
export type Memory = {
  readonly id: number;
  readonly kind: MemoryKind;
  readonly text: string;
  /** The chat it was saved in, which is the only one that sees it unless it is shared; null: at a command line without a chat. */
  readonly chatId: number | null;
  /** What it is about; null: no repository in particular. */
  readonly repositoryId: number | null;
  /** A person let it be seen wherever its repository is worked on. */
  readonly shared: boolean;
  readonly by: MemoryWriter;
  /** Whose words the writer had read when it wrote this; empty for a person's own words. */
  readonly read: readonly Origin[];
  /** Why it reads like orders; null: it does not. */
  readonly warning: string | null;
  /** When it was last said, and how often. */
  readonly savedAt: Instant;
  readonly saves: number;
  /** How often it came up in work since, and when it last did. */
  readonly uses: number;
  readonly usedAt: Instant | null;
};
export type MemoryDraft = Omit<Memory, "id" | "shared" | "saves" | "uses" | "usedAt">;
/** From where somebody looks, which decides what they may see. */
export type MemoryPlace = {
  readonly chatId: number | null;
  /** What is worked on: memories of other repositories are left out. `any`: nothing is left out. */
  readonly repositoryId: number | null | "any";
};
/** `known`: an equal text was there, and was counted up. */
export type Saved = { readonly memory: Memory; readonly was: "new" | "known" };
/** A memory that fits a query. Scores are of use within one answer only; the highest is best. */
export type Found = {
  readonly memory: Memory;
  readonly score: number;
  /** How many of the words looked for it holds, and of how many. */
  readonly words: { readonly held: number; readonly of: number };
};
type MemoryPage = { readonly memories: readonly Memory[]; readonly total: number };
export type MemoryBounds = {
  /** What was neither said nor used since is forgotten. */
  readonly before: Instant;
  /** Of one chat; the least used and oldest go first, those of persons last. */
  readonly mostPerChat: number;
};

/** What is remembered between tasks. Every method throws the faults of the store. */
export interface Memories {
  /**
   * Keeps a text. One that is equal but for case, spaces and punctuation in the same chat and for the same repository is counted up
   * instead; said again by a person it becomes that person's.
   * @param cause saved twice by the same cause, it is saved once
   */
  save(draft: MemoryDraft, cause: string): Promise<Saved>;
  /** What fits, best first. */
  search(query: string, options: { readonly place: MemoryPlace; readonly limit: number }): Promise<readonly Found[]>;
  /** Newest first. */
  list(place: MemoryPlace, options: { readonly offset: number; readonly limit: number }): Promise<MemoryPage>;
  /** Null when it is not there, or not to be seen from this place. */
  get(id: number, place: MemoryPlace): Promise<Memory | null>;
  /** Counts up that they came up in work. */
  used(ids: readonly number[]): Promise<void>;
  share(id: number): Promise<Memory | null>;
  /** Takes it out of sight at once; for an hour it can be taken back. False: it is not there. */
  forget(id: number): Promise<boolean>;
  /** False: it is gone for good, or an equal one was saved since. */
  restore(id: number): Promise<boolean>;
  /** Removes what was forgotten more than an hour ago, what nobody used for long, and what is too much. @returns how many of the latter two */
  tidy(): Promise<number>;
}

/** The rows below. Search by words only; how hits are ranked is not decided here. */
export interface MemoryStore {
  /** @param fingerprint equal for texts that count as equal */
  put(draft: MemoryDraft, key: { readonly fingerprint: string; readonly cause: string }): Promise<Saved>;
  /** Whatever its place; null for one that is forgotten. */
  get(id: number): Promise<Memory | null>;
  /** In how many memories each word stands, in the order asked. */
  frequencies(words: readonly string[]): Promise<readonly number[]>;
  /** Those that hold at least one of the words: `relevance` is BM25, above 0, the higher the better. Best first. */
  match(words: readonly string[], place: MemoryPlace, limit: number): Promise<readonly MemoryMatch[]>;
  /** Newest first. */
  list(place: MemoryPlace, options: { readonly offset: number; readonly limit: number }): Promise<MemoryPage>;
  used(ids: readonly number[], at: Instant): Promise<void>;
  share(id: number): Promise<Memory | null>;
  forget(id: number, at: Instant): Promise<boolean>;
  restore(id: number): Promise<boolean>;
  /** Removes what was forgotten before that moment, for good: its text is in no file of the store any more. */
  purge(before: Instant): Promise<void>;
  /** @returns how many were removed */
  prune(bounds: MemoryBounds): Promise<number>;
}
type MemoryMatch = { readonly memory: Memory; readonly relevance: number; readonly held: number };
