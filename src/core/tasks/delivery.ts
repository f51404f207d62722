import type { Repository } from "../ports/store.ts";
import type { TaskRemote } from "../tools/remote.ts";
import type { Task } from "./task.ts";

/** Where proved work goes beyond this machine, and what a task's tools may do there. */
export interface Delivery {
  /** Called before a task ends well: what is to come of it outlives a crash from then on. */
  expect(task: Task): Promise<void>;
  /** It has ended: what is to come of it begins. */
  wake(): void;
  /** Null: its repository is on no code host. */
  remoteOf(task: Task, repository: Repository): Promise<TaskRemote | null>;
}
