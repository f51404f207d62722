import type { Instant } from "../../lib/time.ts";
import type { TaskId } from "../tasks/task.ts";

/** What is counted apart. That of a task is for all its life, the others are filled anew each day. */
export type PurseKind = DayPurse | "cli";
type DayPurse = "task" | "day" | "spark" | "purpose";
/** In USD; null: no limit. `cli`: of a task, for one purpose. */
export type PurseCaps = Readonly<Record<DayPurse, number | null>> & { readonly cli?: number | null };
/** Money: set aside before it can be spent, in one transaction with the look at what is left of each purse. */
export interface SpendingStore {
  /** @returns what was empty when `usd` more than all that was set aside or spent from a purse passes its cap */
  reserve(want: SpendingWish): Promise<Reserved>;
  /** What it came to; the first time counts. What is never settled counts as spent whole. */
  settle(id: number, usd: number): Promise<void>;
  /** In USD, with what is set aside; of one purpose alone where it is named. */
  spent(taskId: TaskId, purpose?: string): Promise<number>;
  /** The same of everything since then, in all and by spark and purpose. */
  spentSince(since: Instant): Promise<SpentOfDay>;
}
export type SpendingWish = {
  /** Null: for talk. */
  readonly taskId: TaskId | null;
  readonly spark: string | null;
  readonly purpose: string;
  readonly usd: number;
  readonly at: Instant;
  readonly caps: PurseCaps;
  /** Where the day began: the purses but that of the task count from there. */
  readonly since: Instant;
};
type Reserved =
  | { readonly kind: "reserved"; readonly id: number }
  | { readonly kind: "empty"; readonly purse: PurseKind; readonly spentUsd: number };
export type SpentOfDay = {
  readonly day: number;
  readonly sparks: ReadonlyMap<string, number>;
  readonly purposes: ReadonlyMap<string, number>;
};
