import { code, paragraph } from "../../../lib/blocks.ts";
import type { Approval } from "../../policy/approvals/approval.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import { hintBlocks } from "./answer-to.ts";
import { decideAs } from "../approvals/decide-approval.ts";
import type { Turn } from "../desk/desk.ts";

const MOST_WORDS = 4000;

/** The question of a task that is asked by the message named `key`, as long as it is open. */
export async function answeredQuestion(deps: ChatDependencies, key: string | null): Promise<Approval | null> {
  const id = /^approval:(\d+)(?::to:\d+)?$/.exec(key ?? "")?.[1];
  const approval = id === undefined ? null : await deps.approvalStore.get(Number(id));
  return approval?.subject.kind === "ask" && approval.state.kind === "pending" ? approval : null;
}
/** The answer in a person's own words. */
export async function answerWithWords(deps: ChatDependencies, turn: Turn, id: number, text: string): Promise<void> {
  const { chat, from } = turn.incoming;
  const approval = await deps.approvalStore.get(id);
  const words = text.trim().slice(0, MOST_WORDS).toWellFormed();
  const told =
    approval?.subject.kind !== "ask"
      ? "That question is not there any more."
      : (await decideAs(deps, from, approval, { kind: "approve", scope: "once", words })).text;
  await turn.reply([paragraph(told)]);
  const { open } = await deps.conversations.get(chat.chatId, from.userId);
  if (open?.kind === "answering" && open.approvalId === id)
    await deps.conversations.open(chat.chatId, from.userId, null);
}
/** The next message of this person is the answer. */
export async function awaitWords(deps: ChatDependencies, turn: Turn, { id, taskId }: Approval): Promise<void> {
  const { chat, from } = turn.incoming;
  await deps.conversations.open(chat.chatId, from.userId, { kind: "answering", approvalId: id, at: deps.clock.now() });
  const blocks = [
    paragraph(
      `✍️ Write the answer to task ${taskId} as your next message. `,
      code("cancel"),
      " leaves the question open.",
    ),
    ...hintBlocks(turn.incoming),
  ];
  await turn.reply(blocks, { suffix: `answer-${id}` });
}
/**
 * Did this person just say that their next message is the answer? One that answers the message named `key` is, if that is where they were
 * asked to write it; one that answers any other message is not.
 */
export async function answering(
  deps: ChatDependencies,
  { incoming }: Turn,
  key: string | null,
): Promise<number | null> {
  if (incoming.kind !== "text") return null;
  const { open } = await deps.conversations.get(incoming.chat.chatId, incoming.from.userId);
  if (open?.kind !== "answering") return null;
  const isAnswer = incoming.replyTo === null || key?.endsWith(`:answer-${open.approvalId}`) === true;
  return isAnswer ? open.approvalId : null;
}
