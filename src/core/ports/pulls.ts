import type { Pull } from "../pulls/pull.ts";

export interface PullStore {
  get(taskId: number): Promise<Pull | null>;
  /** Keeps it as it is now, in place of what was kept of this task. */
  put(pull: Pull): Promise<void>;
  /** Those with something left to do, the oldest task first. */
  underWay(): Promise<readonly Pull[]>;
}
