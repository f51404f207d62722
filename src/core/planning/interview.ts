/** The questions asked before a plan can be made, as a state machine: plain values in, plain values out. */
import { z } from "zod";
import type { Instant } from "../../lib/time.ts";
import type { Machine } from "./machine.ts";

export const questionSchema = z.object({
  question: z.string().min(1).max(500),
  /** Offered as buttons; free text is always accepted as well. */
  options: z.array(z.string().min(1).max(60)).max(6).default([]),
});
export type Question = z.infer<typeof questionSchema>;
/** What is wanted, and what was said of how. */
export const wishSchema = z.object({
  goal: z.string(),
  /** An interview led to it. */
  from: z.literal("interview").exactOptional(),
  /** Whose work it is to be; absent: the usual one's. */
  spark: z.string().exactOptional(),
  /** Ordered as it is: the plan is not asked about first. Risky steps are. */
  atOnce: z.literal(true).exactOptional(),
  /** Words of somebody else stand in it, which the person took up. */
  origin: z.literal("forwarded").exactOptional(),
});
export type Wish = z.infer<typeof wishSchema>;
export const interviewSchema = wishSchema.extend({
  /** The message that began it; its number names the interview in keys and buttons. */
  inboxId: z.number(),
  repositoryId: z.number(),
  /** The call of the model that asked; its answer is what the person says. */
  callId: z.string(),
  round: z.number(),
  questions: z.array(questionSchema).min(1),
  answers: z.array(z.string()),
  /** Questions and answers of earlier rounds. */
  earlier: z.array(z.object({ questions: z.array(questionSchema), answers: z.array(z.string()) })),
  touchedAt: z.number(),
});
export type Interview = z.infer<typeof interviewSchema>;

export type InterviewStep =
  | { readonly kind: "ask"; readonly interview: Interview; readonly question: Question; readonly number: number }
  | { readonly kind: "complete"; readonly interview: Interview }
  | { readonly kind: "cancelled" };

const answerSchema = z.object({
  text: z.string(),
  /** Somebody else's words, which the person took up. */
  origin: z.literal("forwarded").exactOptional(),
});
export type Answer = z.infer<typeof answerSchema>;
export const interviewMachine: Machine<Interview, Answer, InterviewStep> = {
  input: answerSchema,
  step: (interview, { text, ...origin }, now) => answerInterview({ ...interview, ...origin }, text, now),
  after: (step) => (step.kind === "ask" ? step.interview : null),
};
export function beginInterview(start: Omit<Interview, "answers" | "touchedAt">, now: Instant): InterviewStep {
  return next({ ...start, answers: [], touchedAt: now });
}
/** Takes the answer to the question that stands open; a word of cancelling ends it at any time. */
export function answerInterview(interview: Interview, text: string, now: Instant): InterviewStep {
  const answer = text.trim();
  if (isCancelWord(answer)) return { kind: "cancelled" };
  if (answer === "") return next(interview);
  return next({ ...interview, answers: [...interview.answers, answer.slice(0, 2000)], touchedAt: now });
}
/** The option behind a button, if that question is the one that stands open. */
export function optionOf(interview: Interview, questionNumber: number, option: number): string | null {
  if (questionNumber !== interview.answers.length) return null;
  return interview.questions[questionNumber]?.options[option] ?? null;
}
function next(interview: Interview): InterviewStep {
  const number = interview.answers.length;
  const question = interview.questions[number];
  return question === undefined ? { kind: "complete", interview } : { kind: "ask", interview, question, number };
}
const CANCEL_WORDS = new Set(["cancel", "stop", "never mind", "nevermind", "abort"]);
export function isCancelWord(text: string): boolean {
  return CANCEL_WORDS.has(text.trim().toLowerCase());
}
