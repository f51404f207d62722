import type { Instant } from "../../lib/time.ts";

/** A rule over everything that happens: what is looked at, what it must hold, how often, and whom it tells. */
export type AlertRule = {
  readonly id: number;
  /** The chat that made it and is told. */
  readonly chatId: number;
  readonly name: string;
  /** What of an entry is looked at: a fact by its path, such as `costUsd` or `arguments.path`, or `any` and its like. */
  readonly field: string;
  /** `above` and `below`: a number beyond that which `text` holds; with `sum`, all of them within the window added up. */
  readonly match: {
    readonly kind: "contains" | "regex" | "above" | "below";
    readonly text: string;
    readonly sum?: true;
  };
  /** So many in so long; 1: each one. */
  readonly count: number;
  readonly windowMs: number;
  readonly severity: Severity;
  /** Silent for so long after it told. */
  readonly coolDownMs: number;
  /** Chats that are told as well. */
  readonly alsoTo?: readonly number[];
  /** Rows of all chats, or only of its own and of none. */
  readonly everywhere: boolean;
  readonly enabled: boolean;
  readonly lastFiredAt: Instant | null;
  /** Held back by the cool-down since it told last. */
  readonly heldBack: number;
};
export const SEVERITIES = ["info", "warning", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface AlertStore {
  list(): Promise<readonly AlertRule[]>;
  add(rule: Omit<AlertRule, "id" | "lastFiredAt" | "heldBack">): Promise<AlertRule>;
  put(rule: AlertRule): Promise<void>;
  remove(id: number): Promise<void>;
  /** The last row of the record that the rules have seen. */
  cursor(): Promise<number | null>;
  setCursor(rowId: number): Promise<void>;
  /** Keeps something to be posted; the same key once. */
  addHook(key: string, body: string, at: Instant): Promise<void>;
  /** Due by now, oldest first. */
  dueHooks(
    now: Instant,
  ): Promise<readonly { readonly key: string; readonly body: string; readonly attempts: number }[]>;
  /** Null: delivered or given up; it is removed. */
  retryHook(key: string, at: Instant | null): Promise<void>;
}
