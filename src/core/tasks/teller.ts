import type { Instant } from "../../lib/time.ts";
import type { NetworkUse } from "./network-use.ts";
import type { Steering } from "../ports/steering.ts";
import type { Phase, Task } from "./task.ts";

/** What people are told of tasks. Every call may come again with the same content after a restart. */
export interface TaskTeller {
  /** Its messages go into a topic of its own from now on. */
  moved(task: Task): Promise<void>;
  /** Something changed: called often, so whoever shows it puts changes together. */
  card(task: Task, progress: TaskProgress): Promise<void>;
  /** What the model says while it works, as far as it has come; shown for the moment, and kept nowhere. */
  thinking(task: Task, text: string): void;
  /** It ended, was interrupted, or got a verdict: the task's state says which, and is stored already. */
  ended(task: Task): Promise<void>;
  /** Something a person said to it was taken up at a step of the model, or came too late. */
  steered(task: Task, said: Steering, takenAt: number | "too-late"): Promise<void>;
}
export type TaskProgress = {
  /** What it had to do with the network so far. */
  readonly network: readonly NetworkUse[];
  readonly phase: Phase;
  /** The tool or check at work; null while the model thinks. */
  readonly tool: string | null;
  /** When that began. */
  readonly startedAt: Instant;
  /** Of the whole task, over restarts. */
  readonly tokens: number;
  /** Null when a price is unknown. */
  readonly costUsd: number | null;
  readonly stepCount: number;
  /** Numbers of the plan's steps, from 1, that the model says are done. */
  readonly ticked: readonly number[];
  readonly lastLines: readonly string[];
};
