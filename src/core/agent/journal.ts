import { utf8Length } from "../../lib/cap-text.ts";
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
/**
 * All that a journal says; the loop keeps no other state, so that it goes on after a crash as if there had been none. What is said of
 * messages and calls is of the main work or of one part; limits, origins and the workspace are of all together.
 */
export type Conversation = {
  readonly messages: readonly ModelMessage[];
  /** Calls of the last turn that have no answer yet. */
  readonly open: readonly ToolCall[];
  readonly answered: readonly AnsweredCall[];
  /** Answered since somebody last said something to the model. */
  readonly recent: readonly AnsweredCall[];
  readonly turns: number;
  /** Those of this work alone, without parts of it that others did. */
  readonly ownTurns: number;
  readonly usage: Usage;
  /** What all tools said to models, in bytes of UTF-8. */
  readonly saidBytes: number;
  /** Commit of the workspace after the last call that changed it. */
  readonly commit: string;
  /** What the model said it did, when it has finished and nothing was said to it since. */
  readonly finished: string | null;
  /** Ids of what people said meanwhile and was taken up. */
  readonly steered: readonly number[];
  /** Where the texts came from that the model was given, each once. */
  readonly origins: readonly Origin[];
  /** What in them reads like orders, and where it was read, each once. */
  readonly found: readonly string[];
};

function readJournal(steps: readonly Step[], base: string, part: number | null): Conversation {
  const all = totalsOf(steps, base);
  const own = steps.filter((step) => (step.part ?? null) === part);
  const answered: AnsweredCall[] = [];
  let [open, recentFrom, finished]: [ToolCall[], number, string | null] = [[], 0, null];
  for (const [at, { message }] of own.entries()) {
    if (message.role === "assistant") open = [...message.calls];
    else if (message.role === "tool") {
      const call = open.shift();
      if (call === undefined) throw new Error(`the journal answers a call that nobody made: ${message.callId}`);
      // A part that another did meanwhile belongs to the call.
      answered.push({ call, text: message.text, stateBefore: all.commitAfter(own[at - 1]) });
      finished ??= finishedBy(call, message.text);
    } else {
      finished = null;
      recentFrom = answered.length;
    }
  }
  const messages = own.map(({ message }) => message);
  const ownTurns = messages.filter(({ role }) => role === "assistant").length;
  const steered = steps.flatMap(({ steering }) => (steering === undefined ? [] : [steering]));
  const origins = [...new Set(steps.flatMap(({ origin }) => (origin === undefined ? [] : [origin])))];
  const found = [...new Set(steps.flatMap((step) => (step.found === undefined ? [] : [step.found])))];
  const recent = answered.slice(recentFrom);
  const { turns, usage, saidBytes, commit } = all;
  return {
    messages,
    open,
    answered,
    recent,
    turns,
    ownTurns,
    usage,
    saidBytes,
    commit,
    finished,
    steered,
    origins,
    found,
  };
}
/** What main work and parts have in common. */
function totalsOf(steps: readonly Step[], base: string) {
  let [commit, usage, turns, saidBytes]: [string, Usage, number, number] = [base, NO_USAGE, 0, 0];
  const commits = new Map<Step, string>();
  for (const step of steps) {
    if (step.message.role === "assistant") {
      turns += 1;
      usage = addUsage(usage, step.usage ?? NO_USAGE);
    } else if (step.message.role === "tool") {
      saidBytes += utf8Length(step.message.text);
      usage = addUsage(usage, step.usage ?? NO_USAGE);
    }
    commit = step.snapshot ?? commit;
    commits.set(step, commit);
  }
  const commitAfter = (step: Step | undefined) => (step === undefined ? base : (commits.get(step) ?? base));
  return { turns, usage, saidBytes, commit, commitAfter };
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
  readonly found?: string;
};
/** A task's journal, held in memory as it stands in the store. */
export interface Journal {
  read(): Conversation;
  append(entry: JournalEntry): Promise<void>;
  /** The journal of the part that another spark does for the call after so many answered ones. */
  part(at: number): Journal;
}
export async function openJournal(
  { taskId, base }: { taskId: number; base: string },
  { steps: store, clock }: { steps: Pick<StepStore, "append" | "list">; clock: Clock },
): Promise<Journal> {
  const steps: Step[] = [...(await store.list(taskId))];
  function journalOf(part: number | null): Journal {
    // It is read at each piece of a command's output and grows between turns alone: all that tools ever said is looked through once a step.
    let known: { readonly length: number; readonly conversation: Conversation } | null = null;
    return {
      read() {
        if (known?.length !== steps.length)
          known = { length: steps.length, conversation: readJournal(steps, base, part) };
        return known.conversation;
      },
      part: journalOf,
      async append({ message, usage = null, snapshot = null, steering, origin, found }) {
        const step: Step = {
          taskId,
          index: steps.length,
          at: clock.now(),
          message,
          usage,
          snapshot,
          ...(steering === undefined ? {} : { steering }),
          ...(origin === undefined ? {} : { origin }),
          ...(found === undefined ? {} : { found }),
          ...(part === null ? {} : { part }),
        };
        await store.append(step);
        steps.push(step);
      },
    };
  }
  return journalOf(null);
}
