import type { Instant } from "../../lib/time.ts";

/** Something a person said to a task at work. It has been taken up when a step of the task's journal names its id. */
export type Steering = {
  readonly id: number;
  readonly taskId: number;
  /** The message it came with. */
  readonly rowId: number;
  readonly name: string;
  readonly text: string;
  readonly saidAt: Instant;
  /** They are words of somebody else, passed on. */
  readonly origin?: "forwarded";
};
export interface SteeringStore {
  /** Keeps it; that of the same message is returned as it stands. */
  add(said: Omit<Steering, "id">): Promise<Steering>;
  /** Takes back what came with this message. @returns false when the journal of its task holds it already, or it never was */
  withdraw(rowId: number): Promise<boolean>;
  /** What came with this message; null when it never was, or was taken back. */
  ofMessage(rowId: number): Promise<Steering | null>;
  /** All of a task, oldest first. */
  list(taskId: number): Promise<readonly Steering[]>;
}
