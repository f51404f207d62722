import type { ConversationBuilder } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Machine } from "../../core/planning/machine.ts";
import { readSaid } from "./said-update.ts";

/** What is done outside of the conversation, each once: what was done is in the log, and a replay does not do it again. */
export type Stage<State, Step> = {
  begin(): Promise<void>;
  take(step: Step, before: State): Promise<void>;
};
/** An interview from its first question to its end, as grammY's plugin plays it: it sleeps in `wait`, over restarts as well. */
export function interviewConversation<State, Input, Step>(
  machine: Machine<State, Input, Step>,
  stage: Stage<State, Step>,
): ConversationBuilder<Context, Context> {
  return async (conversation, _entered, start: State) => {
    let state = start;
    await conversation.external(() => stage.begin());
    for (;;) {
      const { input, at } = readSaid(machine, (await conversation.wait()).update);
      const step = machine.step(state, input, at);
      const before = state;
      await conversation.external(() => stage.take(step, before));
      const next = machine.after(step, before);
      if (next === null) return;
      state = next;
    }
  };
}
