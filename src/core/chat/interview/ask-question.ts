import { bold, italic, paragraph, type Block } from "../../../lib/blocks.ts";
import type { ChatRef, Incoming } from "../../incoming.ts";
import type { Interview, InterviewStep } from "../../planning/interview.ts";
import type { Messenger } from "../../ports/messenger.ts";
import type { Model } from "../../ports/model.ts";
import { answerHint, answerTo, hintBlocks } from "./answer-to.ts";
import { writeButtonData } from "../desk/button-data.ts";
import type { Turn } from "../desk/desk.ts";
import { labelled } from "./plan-messages.ts";

export type AskDependencies = { readonly messenger: Messenger; readonly model: Pick<Model, "about"> };

export async function askQuestion(
  deps: AskDependencies,
  { incoming }: Turn,
  { interview, question, number }: InterviewStep & { kind: "ask" },
): Promise<void> {
  const keyboard = question.options.map((text, option) => [
    { text, data: writeButtonData({ kind: "question", id: interview.inboxId, action: `a${option}`, version: number }) },
  ]);
  const how = answerHint(incoming);
  const usual =
    question.options.length > 0
      ? "Press one or write your own; “cancel” leaves."
      : "Write your answer; “cancel” leaves.";
  await deps.messenger.put({
    key: questionKey(interview, number),
    chat: incoming.chat,
    ...answerTo(incoming),
    anchor: question.question.slice(0, 150),
    blocks: labelled(deps, [
      questionTitle(interview, number),
      paragraph(italic(how === null ? usual : `${usual} ${how}`)),
    ]),
    keyboard,
  });
}
/** A question that is over: what was answered, or what became of it, and no buttons. */
export async function closeQuestion(
  deps: AskDependencies,
  chat: ChatRef,
  interview: Interview,
  { number, said }: { readonly number: number; readonly said: string },
): Promise<void> {
  const question = interview.questions[number];
  if (question === undefined) return;
  await deps.messenger.put({
    key: questionKey(interview, number),
    chat,
    anchor: question.question.slice(0, 150),
    blocks: labelled(deps, [questionTitle(interview, number), paragraph(said.slice(0, MOST_SAID).toWellFormed())]),
  });
}
const MOST_SAID = 500;
function questionKey({ inboxId, round }: Interview, number: number): string {
  return `update:${inboxId}:question:${round}:${number}`;
}
function questionTitle({ questions }: Interview, number: number): Block {
  const count = questions.length > 1 ? ` (${number + 1} of ${questions.length})` : "";
  return paragraph(bold(`❓ ${questions[number]?.question ?? ""}`), count);
}
const WHICH_REPOSITORY = "In which repository?";
export function repositoryQuestion(place: Pick<Incoming, "chatKind">): readonly Block[] {
  return [paragraph(WHICH_REPOSITORY), ...hintBlocks(place)];
}
export async function closeRepositoryQuestion(
  deps: AskDependencies,
  chat: ChatRef,
  rowId: number,
  said: string,
): Promise<void> {
  await deps.messenger.put({
    key: `update:${rowId}:reply`,
    chat,
    anchor: WHICH_REPOSITORY,
    blocks: [paragraph(WHICH_REPOSITORY), paragraph(said)],
  });
}
