import { interviewMachine, type InterviewStep } from "../../planning/interview.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { askQuestion, closeQuestion } from "./ask-question.ts";
import { openAfter } from "./open-after.ts";

/** Asks the first of what the planner must know. */
export async function beginQuestions(
  deps: ChatDependencies,
  turn: Turn,
  first: InterviewStep & { kind: "ask" },
): Promise<void> {
  const { interview } = first;
  const begun = { state: interview, rowId: turn.row.id };
  const log = await deps.dialogues.begin(interviewMachine, begun, () => showQuestions(deps, turn, first));
  await openAfter(deps, turn, { kind: "interview", interview, log });
}
/** What was answered is ticked off, and the next question asked. */
export async function showQuestions(deps: ChatDependencies, turn: Turn, step: InterviewStep): Promise<void> {
  if (step.kind === "cancelled") return;
  const { interview } = step;
  const last = interview.answers.length - 1;
  if (last >= 0)
    await closeQuestion(deps, turn.incoming.chat, interview, { number: last, said: `✓ ${interview.answers[last]}` });
  if (step.kind === "ask") await askQuestion(deps, turn, step);
}
