import type { Instant } from "../../lib/time.ts";
import type { Event } from "../events.ts";

/** One thing that happened, as it stands in the log for good. */
export type ActivityRow = {
  /** Counts up from 1 without gaps, in the order in which things happened. */
  readonly id: number;
  readonly at: Instant;
  readonly event: Event;
  /** One line that a person can read; at most 300 characters. */
  readonly summary: string;
  readonly about: ActivityAbout;
  /** SHA-256, hex, over the row and the hash of the one before: a change anywhere breaks all that follow. */
  readonly hash: string;
};
/** Whom and what a row is about; null where it is about none. */
export type ActivityAbout = {
  readonly chatId: number | null;
  readonly userId: number | null;
  readonly taskId: number | null;
  readonly runId: number | null;
  readonly spark: string | null;
  readonly tool: string | null;
};
export type ActivityFilter = {
  /** Rows of this chat, and of tasks that belong to it; absent: of all chats. */
  readonly chatId?: number;
  /** With `chatId`: rows that are of no chat as well. */
  readonly orNoChat?: true;
  readonly taskId?: number;
  readonly kinds?: readonly Event["kind"][];
  /** Not older than this. */
  readonly since?: Instant;
  /** Without what people said that begins with this, such as `/search`: a question is no answer to itself. */
  readonly notSaying?: string;
};
/** What happened, to be asked and to be watched. */
export interface ActivityLog {
  /** In order: the first after `after`, else the last before `before`, else the newest. */
  read(
    options: ActivityFilter & { readonly after?: number; readonly before?: number; readonly limit: number },
  ): Promise<readonly ActivityRow[]>;
  /** All words must occur; newest first. `before` pages on. */
  search(
    text: string,
    options: ActivityFilter & { readonly before?: number; readonly limit: number },
  ): Promise<{ readonly rows: readonly ActivityRow[]; readonly total: number }>;
  /**
   * Calls `listener` with each row after it is stored, in order, none left out and none twice, until it is closed.
   * `after`: begins with the first row after this id instead of with the next to come.
   */
  subscribe(listener: (row: ActivityRow) => void, options?: { readonly after?: number }): Disposable;
}
