import { isDeepStrictEqual } from "node:util";
import type { ContextBaseData, ConversationState } from "@grammyjs/conversations";
import type { Update, UserFromGetMe } from "@grammyjs/types";
import type { Machine } from "../../core/planning/machine.ts";
import type { DialogueTurn } from "../../core/ports/dialogues.ts";
import { interviewConversation } from "./interview-conversation.ts";
import { saidUpdate } from "./said-update.ts";

export type Plugin = typeof import("@grammyjs/conversations");

/** Plays a conversation from its beginning to its first wait. */
export async function enter<State, Input, Step>(
  plugin: Plugin,
  machine: Machine<State, Input, Step>,
  { state, rowId, show }: { readonly state: State; readonly rowId: number; readonly show: () => Promise<void> },
): Promise<ConversationState> {
  const outside: Promise<void>[] = [];
  const builder = interviewConversation<State, Input, Step>(machine, {
    begin: () => follow(outside, show()),
    take: outOfTurn,
  });
  const entered = await plugin.enterConversation(builder, baseOf({ update_id: rowId }), { args: [state] });
  await Promise.all(outside);
  if (entered.status !== "handled") throw wentWrong(entered);
  const { args = "[]", replay, interrupts } = entered;
  return { args, replay, interrupts };
}
/**
 * Plays it from the wait it sleeps in to the next one, and writes on in `kept`.
 * @returns null when `kept` is not what led to the state that is known; nothing was told then. `kept` in it: null when it is over
 */
export async function resume<State, Input, Step>(
  plugin: Plugin,
  machine: Machine<State, Input, Step>,
  {
    turn,
    kept,
    tell,
  }: {
    readonly turn: DialogueTurn<State, Input>;
    readonly kept: ConversationState;
    readonly tell: (step: Step) => Promise<void>;
  },
): Promise<{ readonly step: Step; readonly kept: ConversationState | null } | null> {
  const { state, rowId, input, at } = turn;
  const outside: Promise<void>[] = [];
  const steps: Step[] = [];
  const builder = interviewConversation<State, Input, Step>(machine, {
    begin: outOfTurn,
    async take(step, before) {
      if (!isDeepStrictEqual(before, state)) throw new Error("the log leads to another state");
      steps.push(step);
      await follow(outside, tell(step));
    },
  });
  const result = await plugin.resumeConversation(builder, baseOf(saidUpdate(rowId, { input, at })), kept);
  await Promise.all(outside);
  const [step] = steps;
  if (step === undefined) return null;
  if (result.status === "complete") return { step, kept: null };
  if (result.status !== "handled") throw wentWrong(result);
  return { step, kept: { ...kept, replay: result.replay, interrupts: result.interrupts } };
}
/** What fails outside comes out as it was thrown; the plugin has but a copy of it, without its class. */
function follow(outside: Promise<void>[], act: Promise<void>): Promise<void> {
  outside.push(act);
  return act;
}
async function outOfTurn(): Promise<never> {
  throw new Error("not at this place of the conversation");
}
function wentWrong(result: { readonly status: string; readonly error?: unknown }): Error {
  return new Error(`a conversation ended as ${result.status}`, { cause: result.error });
}
// The plugin makes contexts with them. Nothing in a conversation asks the Bot API: all that is shown goes through the outbox.
const ME = { id: 1, is_bot: true, first_name: "Sparks", username: "sparks_bot" } as UserFromGetMe;
function baseOf(update: Update): ContextBaseData {
  return { update, api: { token: "conversations" }, me: ME };
}
