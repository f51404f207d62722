import type { Clock, Instant } from "../../lib/time.ts";
import type { Emit } from "../events.ts";
import type { Model, ModelMessage } from "../ports/model.ts";
import type { Toolbox } from "../tools/toolbox.ts";
import type { PartEnd, PartWish, WorkAbout } from "../tools/tool.ts";
import type { Budget } from "./budget.ts";
import type { Steering } from "../ports/steering.ts";
import type { Gate } from "./gate.ts";
import type { InspectAnswer } from "./inspect-answer.ts";
import type { Journal } from "./journal.ts";
import type { AgentLimits } from "./limits.ts";
import type { Spark } from "./prompt.ts";
import type { Workbench } from "./workbench.ts";

export type AgentEnd =
  | { readonly kind: "finished"; readonly summary: string }
  /** It answered with words alone, again and again. */
  | { readonly kind: "stalled"; readonly summary: string }
  | {
      readonly kind: "gave-up";
      readonly over: "steps" | "tokens" | "cost" | "repetition" | "time" | "output";
      readonly summary: string;
    }
  | { readonly kind: "denied"; readonly action: string; readonly by: "person" | "nobody" }
  /** Nobody has decided on the open call yet; the journal says where to go on. */
  | { readonly kind: "waiting"; readonly approvalId: number; readonly what: string }
  /** The signal was aborted; the journal says where to go on. */
  | { readonly kind: "stopped" };
export type AgentProgress = {
  /** The tool at work; null while the model thinks. */
  readonly tool: string | null;
  readonly since: Instant;
  readonly stepCount: number;
  readonly tokens: number;
  readonly costUsd: number | null;
  /** Of what the tool prints, or the model's last words. */
  readonly lastLines: readonly string[];
};
export type AgentJob = {
  readonly taskId: number;
  /** System prompt and assignment: made anew each time, and always the same for the same task. */
  readonly opening: readonly ModelMessage[];
  /** What the whole work is for, in the words of the person who asked. */
  readonly goal: string;
  readonly limits: AgentLimits;
  /** Where this is a part of a work: of which call, and who does it. */
  readonly part?: { readonly at: number; readonly spark: string };
  /** Asked for instead of the usual one. */
  readonly model?: string;
  readonly signal: AbortSignal;
};
export type AgentDependencies = {
  readonly model: Model;
  readonly toolbox: Toolbox;
  readonly gate: Gate;
  readonly inspect: InspectAnswer;
  readonly budget: Pick<Budget, "purse" | "purseOf" | "raise" | "by">;
  readonly work: WorkAbout;
  /** What a spark has for a part of this work: never more than this work has itself. */
  readonly partBy: (spark: string) => PartPlace;
  readonly bench: Workbench;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly onProgress: (progress: AgentProgress) => void;
  /** What the model has said of an answer that is not whole yet. */
  readonly onThought: (text: string) => void;
  /** What people said to the task, taken up or not, oldest first. */
  readonly steering: () => Promise<readonly Steering[]>;
  /** What the model is told of files that came with it, and that are in the workspace now; null when none did. */
  readonly attached: (said: Steering) => Promise<(ModelMessage & { readonly role: "user" }) | null>;
  /** Called after it was taken up. */
  readonly onSteered: (said: Steering, step: number) => Promise<void>;
};
export type PartPlace = {
  readonly spark: Spark;
  /** Turns of the model; null: as many as the caller has left. */
  readonly maxSteps: number | null;
  readonly toolbox: Toolbox;
  readonly gate: Gate;
  readonly work: WorkAbout;
};
/** What one run of the loop keeps besides the journal: only how long it worked, and waited for people. */
export type Worked = { readonly since: Instant; waitedMs: number };
export type Run = {
  readonly job: AgentJob;
  readonly deps: AgentDependencies;
  readonly worked: Worked;
  /** Has another spark do a part, for the call after so many answered ones. */
  readonly runPart: (wish: PartWish, at: number) => Promise<PartEnd>;
};
/** What asking a person for more money needs of it. */
export type Paying = {
  readonly job: Pick<AgentJob, "signal">;
  readonly deps: Pick<AgentDependencies, "budget" | "clock" | "journal">;
  readonly worked: Worked;
};
/** Who does it, in what is recorded of a part. */
export function bySpark({ part }: AgentJob): { readonly spark?: string } {
  return part === undefined ? {} : { spark: part.spark };
}

export function report(
  { journal, onProgress }: Pick<AgentDependencies, "journal" | "onProgress">,
  now: Pick<AgentProgress, "tool" | "since" | "lastLines">,
): void {
  const { turns, usage } = journal.read();
  onProgress({ ...now, stepCount: turns, tokens: usage.inputTokens + usage.outputTokens, costUsd: usage.costUsd });
}
