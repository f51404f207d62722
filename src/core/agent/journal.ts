import type { Clock } from "../../lib/time.ts";
import type { Origin } from "../policy/taint.ts";
import type { ModelMessage, ToolCall, Usage } from "../ports/model.ts";
import type { Step, StepStore } from "../ports/store.ts";
import { isFailure } from "../tools/answer.ts";
import { addUsage, NO_USAGE } from "./cost.ts";

/** A call and what came of it, in the order they happened. */
export type AnsweredCall = {
  readonly call: ToolCall;
  readonly text: string;
  /** The workspace before the call, as a commit. */
  readonly stateBefore: string;
};
/** All that a journal says; the loop keeps no other state, so that it goes on after a crash as if there had been none. */
export type Conversation = {
  readonly messages: readonly ModelMessage[];
  /** Calls of the last turn that have no answer yet. */
  readonly open: readonly ToolCall[];
  readonly answered: readonly AnsweredCall[];
  /** Answered since somebody last said something to the model. */
  readonly recent: readonly AnsweredCall[];
  readonly turns: number;
  readonly usage: Usage;
  /** Commit of the workspace after the last call that changed it. */
  readonly commit: string;
  /** What the model said it did, when it has finished and nothing was said to it since. */
  readonly finished: string | null;
  /** Ids of what people said meanwhile and was taken up. */
  readonly steered: readonly number[];
  /** Where the texts came from that the model was given, each once. */
  readonly origins: readonly Origin[];
};

function readJournal(steps: readonly Step[], base: string): Conversation {
  const answered: AnsweredCall[] = [];
  let [open, commit, usage, turns, recentFrom]: [ToolCall[], string, Usage, number, number] = [
    [],
    base,
    NO_USAGE,
    0,
    0,
  ];
  let finished: string | null = null;
  for (const { message, snapshot, usage: used } of steps) {
    if (message.role === "assistant") {
      open = [...message.calls];
      turns += 1;
      usage = addUsage(usage, used ?? NO_USAGE);
    } else if (message.role === "tool") {
      const call = open.shift();
      if (call === undefined) throw new Error(`the journal answers a call that nobody made: ${message.callId}`);
      answered.push({ call, text: message.text, stateBefore: commit });
      finished ??= finishedBy(call, message.text);
      commit = snapshot ?? commit;
    } else {
      finished = null;
      recentFrom = answered.length;
    }
  }
  const messages = steps.map(({ message }) => message);
  const steered = steps.flatMap(({ steering }) => (steering === undefined ? [] : [steering]));
  const origins = [...new Set(steps.flatMap(({ origin }) => (origin === undefined ? [] : [origin])))];
  const recent = answered.slice(recentFrom);
  return { messages, open, answered, recent, turns, usage, commit, finished, steered, origins };
}
function finishedBy(call: ToolCall, answer: string): string | null {
  if (call.name !== "finish" || call.kind !== "parsed" || isFailure(answer)) return null;
  const summary = call.arguments["summary"];
  return typeof summary === "string" ? summary : null;
}

type JournalEntry = {
  readonly message: ModelMessage;
  readonly usage?: Usage;
  readonly snapshot?: string | null;
  readonly steering?: number;
  readonly origin?: Origin;
};
/** A task's journal, held in memory as it stands in the store. */
export interface Journal {
  read(): Conversation;
  append(entry: JournalEntry): Promise<void>;
}
export async function openJournal(
  { taskId, base }: { taskId: number; base: string },
  { steps: store, clock }: { steps: StepStore; clock: Clock },
): Promise<Journal> {
  const steps: Step[] = [...(await store.list(taskId))];
  return {
    read: () => readJournal(steps, base),
    async append({ message, usage = null, snapshot = null, steering, origin }) {
      const step: Step = {
        taskId,
        index: steps.length,
        at: clock.now(),
        message,
        usage,
        snapshot,
        ...(steering === undefined ? {} : { steering }),
        ...(origin === undefined ? {} : { origin }),
      };
      await store.append(step);
      steps.push(step);
    },
  };
}
