import { z } from "zod";
import type { Clock } from "../../lib/time.ts";
import type { Emit } from "../events.ts";
import { Fault } from "../fault.ts";
import type { Model, ModelMessage, ToolCall, ToolSpec } from "../ports/model.ts";
import { toToolSpec } from "../tools/tool-spec.ts";
import type { Criterion, Plan } from "../tasks/plan.ts";
import { questionSchema, type Question } from "./interview.ts";
import { callAndAnswer, planningMessages, type PlanningContext } from "./prompt.ts";

/** What came of a message: an answer, questions, or a plan in words whose checks are known to exist. */
export type Planned =
  | { readonly kind: "talk"; readonly text: string }
  | { readonly kind: "questions"; readonly callId: string; readonly questions: readonly Question[] }
  | { readonly kind: "plan"; readonly draft: PlanDraft };
export type PlanDraft = {
  readonly title: string;
  readonly summary: string;
  readonly steps: Plan["steps"];
  readonly criteria: readonly Criterion[];
  readonly openQuestions: readonly string[];
};
export interface Planner {
  /** @throws the faults of Model.complete; model.incomplete when no usable answer came in three tries */
  plan(context: PlanningContext, options: PlanOptions): Promise<Planned>;
}
type PlanOptions = {
  readonly signal: AbortSignal;
  readonly onText: (delta: string) => void;
  readonly onThought?: (thought: string) => void;
  readonly onUnseen?: () => void;
  /** Instead of the usual one. */
  readonly model?: string;
};
const TRIES = 3;
const MAX_OUTPUT_TOKENS = 4000;

const askSchema = z.object({ questions: z.array(questionSchema).min(1).max(3) });
const planSchema = z.object({
  title: z.string().min(1).max(80).describe("What is done, as a short phrase"),
  summary: z.string().min(1).max(1000),
  steps: z
    .array(
      z.object({
        text: z.string().min(1).max(400),
        risk: z.enum(["low", "medium", "high"]),
        spark: z.string().max(30).optional().describe("Whose work it is, by name; leave it out for the usual one"),
      }),
    )
    .min(1)
    .max(12),
  criteria: z
    .array(
      z.object({
        text: z.string().min(1).max(400),
        check: z.string().nullable().describe("Id of the check that decides it"),
      }),
    )
    .min(1)
    .max(12),
  open_questions: z
    .array(z.string().min(1).max(300))
    .max(6)
    .default([])
    .describe("What is not known yet and does not stop the work; none is best"),
});
const ASK: ToolSpec = toToolSpec(
  "ask_person",
  "Asks the person what must be known before a plan can be made.",
  askSchema,
);
const PROPOSE: ToolSpec = toToolSpec(
  "propose_plan",
  "Shows the person a plan for work on the repository, to approve, edit or cancel.",
  planSchema,
);

type PlannerDependencies = {
  readonly model: Model;
  readonly clock: Clock;
  readonly emit: Emit;
  /** Their names. */
  readonly sparks: readonly string[];
};
export function createPlanner(deps: PlannerDependencies): Planner {
  return {
    async plan(context, options) {
      const messages = planningMessages(context);
      const checkIds = new Set(context.repository?.checks.map((check) => check.id));
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const reply = await complete(deps, messages, context, options);
        const [call] = reply.calls;
        if (call === undefined) return { kind: "talk", text: reply.text };
        const answer = readCall(call, { checkIds, sparks: deps.sparks });
        if (answer.kind !== "problem") return answer;
        messages.push(...callAndAnswer(call, answer.text));
      }
      const model = deps.model.about.kind === "none" ? "none" : deps.model.about.name;
      throw new Fault("model.incomplete", { model, reason: `no usable plan in ${TRIES} tries` });
    },
  };
}
async function complete(
  { model, clock, emit }: { model: Model; clock: Clock; emit: Emit },
  messages: readonly ModelMessage[],
  context: PlanningContext,
  options: PlanOptions,
) {
  const began = clock.now();
  const tools = context.repository === null ? [] : [ASK, PROPOSE];
  const reply = await model.complete(
    {
      purpose: "talk",
      messages,
      tools,
      toolChoice: "auto",
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      ...(options.model === undefined ? {} : { model: options.model }),
    },
    options,
  );
  emit({
    kind: "model.called",
    taskId: null,
    purpose: "talk",
    model: reply.model,
    ...reply.usage,
    ms: clock.now() - began,
  });
  return reply;
}
type Known = { readonly checkIds: ReadonlySet<string>; readonly sparks: readonly string[] };
function readCall(call: ToolCall, { checkIds, sparks }: Known): Planned | { kind: "problem"; text: string } {
  if (call.kind === "invalid") return problem(`The arguments are not a JSON object: ${call.problem}`);
  if (call.name === ASK.name) {
    const asked = askSchema.safeParse(call.arguments);
    return asked.success
      ? { kind: "questions", callId: call.id, questions: asked.data.questions }
      : problem(z.prettifyError(asked.error));
  }
  if (call.name !== PROPOSE.name)
    return problem(`There is no tool "${call.name}"; there are ${ASK.name} and ${PROPOSE.name}.`);
  const plan = planSchema.safeParse(call.arguments);
  if (!plan.success) return problem(z.prettifyError(plan.error));
  const unknown = plan.data.criteria.find(({ check }) => check !== null && !checkIds.has(check));
  if (unknown !== undefined)
    return problem(`There is no check "${unknown.check}". Known: ${[...checkIds].join(", ") || "none (use null)"}.`);
  const criteria = plan.data.criteria.map(({ text, check }) => ({ text, checkId: check }));
  const stranger = plan.data.steps.find(({ spark }) => spark !== undefined && !sparks.includes(spark));
  if (stranger !== undefined) return problem(`There is no spark "${stranger.spark}". Known: ${sparks.join(", ")}.`);
  const steps = plan.data.steps.map(({ spark, ...step }) => (spark === undefined ? step : { ...step, spark }));
  const { title, summary, open_questions: openQuestions } = plan.data;
  return { kind: "plan", draft: { title, summary, steps, criteria, openQuestions } };
}
function problem(text: string): { kind: "problem"; text: string } {
  return { kind: "problem", text };
}
