import { paragraph } from "../../../lib/blocks.ts";
import { isCancelWord, wishSchema } from "../../planning/interview.ts";
import { type ChatDependencies } from "./dependencies.ts";
import { denyWithWords } from "../approvals/decide-approval.ts";
import { touchedAt, type Open } from "../interview/conversation.ts";
import { type Turn } from "./desk.ts";
import type { Task } from "../../tasks/task.ts";
import { mentioned } from "../repository-book.ts";
import { repositoryFor } from "../interview/repository-for.ts";
import { leaveOpen, chooseRepository, pursue, answerQuestions } from "../interview/goal.ts";
import { answerBrief, openBrief } from "../interview/brief.ts";
import { wantsPlan } from "../../planning/wants-plan.ts";
import { showTranscript } from "../files/voice.ts";
import { answeredQuestion, answering, answerWithWords } from "../interview/answer-question.ts";
import { awaitTurn } from "./await-turn.ts";
import { perhapsSteered, steer, steeredTask } from "./steer.ts";
import { revise } from "../interview/revise.ts";

/** A plain message: an answer to what is open (or was, when it was spoken), else a goal or talk. */
export async function handleText(
  deps: ChatDependencies,
  turn: Turn,
  text: string,
  given?: { readonly open: Open | null; readonly origin?: "forwarded" },
): Promise<void> {
  const { chat, from } = turn.incoming;
  const kept = await deps.conversations.get(chat.chatId, from.userId);
  if (kept.heard === turn.row.id) return;
  const key = await answeredKey(deps, turn);
  const question = (await answeredQuestion(deps, key))?.id ?? (await answering(deps, turn, key));
  if (question !== null && !isCancelWord(text)) return answerWithWords(deps, turn, question, text);
  const task = question === null ? await steeredTask(deps, turn, key) : null;
  if (task !== null) return steer(deps, turn, task, { text });
  const answered = await answeredPlan(deps, key);
  if (answered !== null && !isCancelWord(text))
    return revise(deps, turn, answered.id, answered.plan.version, { wish: text });
  const left = await dropExpired(deps, turn, (given ?? kept).open);
  const isDriven = left?.kind === "brief" || left?.kind === "interview";
  if (left !== null && !isDriven && isCancelWord(text)) return leaveOpen(deps, turn);
  // Written as an answer to some other message, it is not the one that the question waits for; what was spoken comes as a press.
  const open = left?.kind === "answering" && turn.incoming.kind === "text" ? null : left;
  const origin = given?.origin === undefined ? {} : { origin: given.origin };
  switch (open?.kind) {
    case "interview":
      return answerQuestions(deps, turn, open, { text, ...origin });
    case "brief":
      return answerBrief(deps, turn, { open, input: { kind: "text", text } });
    case "transcript": {
      const corrected = { ...open, text, at: deps.clock.now() };
      await showTranscript(deps, turn.incoming.chat, corrected);
      return deps.conversations.open(chat.chatId, from.userId, corrected);
    }
    case "editing":
      return revise(deps, turn, open.taskId, open.version, { wish: text, ...origin });
    case "answering":
      return answerWithWords(deps, turn, open.approvalId, text);
    case "denying":
      return denyWithWords(deps, turn, open.approvalId, text);
    case "choosing-repository": {
      const chosen = mentioned(text, await deps.book.list());
      if (chosen !== null) return chooseRepository(deps, turn, wishSchema.parse(open), chosen);
      break;
    }
    case undefined: {
      const perhaps = await perhapsSteered(deps, turn);
      if (perhaps !== null) return steer(deps, turn, perhaps, { text, perhaps: true, ...origin });
    }
  }
  const auto = deps.planningAuto();
  const planning = auto === "off" ? "no" : wantsPlan(text);
  // A wish that is put into words step by step is the person's own.
  if (planning === "bare" || (planning === "mentioned" && auto === "start" && given?.origin === undefined))
    return openBrief(deps, turn, planning === "bare" ? "" : text);
  await awaitTurn(deps, turn);
  await pursue(deps, turn, { goal: text, ...origin }, await repositoryFor(deps, turn, text));
}

/** The name of the message of ours that this one answers; null when it answers none. */
async function answeredKey(deps: ChatDependencies, { incoming }: Turn): Promise<string | null> {
  if (incoming.kind !== "text" || incoming.replyTo === null) return null;
  return (await deps.outbox.byMessage(incoming.chat.chatId, incoming.replyTo))?.key ?? null;
}
/** The plan that waits and that the message named `key` shows: what is said of it refines it. */
async function answeredPlan(deps: ChatDependencies, key: string | null): Promise<Task | null> {
  const [, id, version] = /^task:(\d+):plan:(\d+)$/.exec(key ?? "") ?? [];
  const task = id === undefined ? null : await deps.tasks.get(Number(id));
  return task?.state.kind === "planned" && task.plan.version === Number(version) ? task : null;
}
/** A question left open for too long is not what the next message answers; the person is told so. */
async function dropExpired(deps: ChatDependencies, turn: Turn, open: Open | null): Promise<Open | null> {
  if (open === null || deps.clock.now() - touchedAt(open) <= deps.questionExpiryMs()) return open;
  const { chat, from } = turn.incoming;
  await deps.conversations.open(chat.chatId, from.userId, null);
  await turn.reply([paragraph("⌛ The question that was open has expired; this is taken as something new.")], {
    suffix: "expired",
  });
  return null;
}
