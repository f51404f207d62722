import type { Instant } from "../../lib/time.ts";
import type { Pin, PinState } from "../policy/approvals/pin.ts";

export interface PinStore {
  /** Keeps it as asked; one of the same server and hash that is there already is returned as it stands. */
  ask(pin: Omit<Pin, "id" | "state">): Promise<Pin>;
  get(id: number): Promise<Pin | null>;
  /** In the order they were asked. */
  list(): Promise<readonly Pin[]>;
  /** Moves from one state to another, once. @returns false when it was not in `from` any more */
  move(id: number, from: PinState["kind"], to: PinState): Promise<boolean>;
}
/** Calls that leave the sandbox, each begun at most once. */
export interface CallMarks {
  /** @returns false when a call of this name was begun before */
  begin(cause: string, at: Instant): Promise<boolean>;
  /** Forgets those from before. */
  prune(before: Instant): Promise<void>;
}
