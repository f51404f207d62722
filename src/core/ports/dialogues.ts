import type { Instant } from "../../lib/time.ts";
import type { Machine } from "../planning/machine.ts";

/**
 * Drives a machine from one thing that is said to the next. In between nothing of it is held in memory: what it needs to go on is a
 * value, which whoever calls keeps together with the machine's own state.
 */
export interface Dialogues {
  /**
   * Begins one at `state`.
   * @param show shows what is asked first; what it throws comes out
   * @returns the log to keep
   */
  begin<State, Input, Step>(
    machine: Machine<State, Input, Step>,
    begun: { readonly state: State; readonly rowId: number },
    show: () => Promise<void>,
  ): Promise<DialogueLog>;
  /**
   * Takes what was said in the middle of one. A log that is of another version, or does not lead to `state`, counts for nothing: it is
   * begun anew at `state`, and nothing is lost by that.
   * @param tell called once, with the step; what it throws comes out, and what was kept is as good as before
   */
  hear<State, Input, Step>(
    machine: Machine<State, Input, Step>,
    turn: DialogueTurn<State, Input>,
    tell: (step: Step) => Promise<void>,
  ): Promise<DialogueStep<Step>>;
}
/** JSON; what stands in it is for the driver alone. It is never long, however long the dialogue. */
type DialogueLog = unknown;
export type DialogueTurn<State, Input> = {
  readonly state: State;
  /** As it was kept; null or undefined when there is none. */
  readonly log: DialogueLog;
  /** The message that says it. */
  readonly rowId: number;
  readonly input: Input;
  readonly at: Instant;
};
/** `log` is null when the dialogue is over. */
type DialogueStep<Step> = { readonly step: Step; readonly log: DialogueLog };
