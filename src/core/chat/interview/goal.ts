import { paragraph } from "../../../lib/blocks.ts";
import { interviewMachine, type Answer, type Interview, type Wish, wishSchema } from "../../planning/interview.ts";
import type { Repository } from "../../ports/store.ts";
import { survey } from "../../tasks/survey.ts";
import { writeButtonData } from "../desk/button-data.ts";
import { closeOpen } from "../desk/close-open.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { repositoryQuestion } from "./ask-question.ts";
import type { Open } from "./conversation.ts";
import { openAfter } from "./open-after.ts";
import { planGoal } from "./plan-goal.ts";
import { showQuestions } from "./questions.ts";

export async function leaveOpen(deps: ChatDependencies, turn: Turn): Promise<void> {
  const { chat, from } = turn.incoming;
  const { open, heard } = await deps.conversations.get(chat.chatId, from.userId);
  if (heard === turn.row.id) return;
  if (open !== null) await closeOpen(deps, chat, open, "✖️ Left. Nothing was started.");
  await turn.reply([paragraph(open === null ? "Nothing was open." : "Left it. Nothing was started.")]);
  await deps.conversations.hear(chat.chatId, from.userId, { rowId: turn.row.id, open: null });
}

export async function chooseRepository(
  deps: ChatDependencies,
  turn: Turn,
  wish: Wish,
  repository: Repository,
): Promise<void> {
  const { chat, from } = turn.incoming;
  const { open } = await deps.conversations.get(chat.chatId, from.userId);
  if (open?.kind === "choosing-repository") await closeOpen(deps, chat, open, `✓ ${repository.name}`);
  await pursue(deps, turn, wish, repository);
  await closeIf(deps, turn, (now) => now.kind === "choosing-repository" && now.goal === wish.goal);
}

/**
 * Ends what was open, if it still is that. The act comes before: a crash in between repeats the act, which is harmless
 * since messages and tasks are named after their cause, while the other order would lose it.
 */
async function closeIf(deps: ChatDependencies, turn: Turn, isIt: (open: Open) => boolean): Promise<void> {
  const { chat, from } = turn.incoming;
  const { open } = await deps.conversations.get(chat.chatId, from.userId);
  if (open !== null && isIt(open))
    await deps.conversations.hear(chat.chatId, from.userId, { rowId: turn.row.id, open: null });
}

export async function pursue(
  deps: ChatDependencies,
  turn: Turn,
  wish: Wish,
  repository: Repository | null | "ask",
): Promise<void> {
  const { goal } = wish;
  deps.messenger.typing(turn.incoming.chat);
  if (repository === "ask") {
    // Talk needs no repository; the question comes only when a plan is wanted, and the model says so by planning.
    const all = await deps.book.list();
    const looksLikeWork =
      deps.model.about.kind === "live"
        ? /\b(fix|add|change|implement|refactor|write|remove|rename|update|make|test|build)\b/i.test(goal)
        : true;
    if (looksLikeWork) return askRepository(deps, turn, wish, all);
  }
  const chosen = repository === "ask" || repository === null ? null : await survey(deps, repository, turn.signal);
  await planGoal(deps, turn, { wish, survey: chosen, rounds: [] });
}

async function askRepository(
  deps: ChatDependencies,
  turn: Turn,
  wish: Wish,
  all: readonly Repository[],
): Promise<void> {
  const keyboard = all.slice(0, 8).map((repository) => [
    {
      text: repository.name,
      data: writeButtonData({ kind: "repo", id: turn.row.id, action: "choose", version: repository.id }),
    },
  ]);
  await turn.reply(repositoryQuestion(turn.incoming), { keyboard });
  await openAfter(deps, turn, {
    ...wishSchema.parse(wish),
    kind: "choosing-repository",
    inboxId: turn.row.id,
    at: deps.clock.now(),
  });
}

/** One answer; with the last one the plan is made. */
export async function answerQuestions(
  deps: ChatDependencies,
  turn: Turn,
  { interview, log: before }: Open & { readonly kind: "interview" },
  answer: Answer,
): Promise<void> {
  const { chat, from } = turn.incoming;
  const rowId = turn.row.id;
  const said = { state: interview, log: before, rowId, input: answer, at: deps.clock.now() };
  const { step, log } = await deps.dialogues.hear(interviewMachine, said, (made) => showQuestions(deps, turn, made));
  switch (step.kind) {
    case "cancelled":
      return leaveOpen(deps, turn);
    case "ask": {
      const open: Open = { kind: "interview", interview: step.interview, log };
      return deps.conversations.hear(chat.chatId, from.userId, { rowId, open });
    }
    case "complete":
      return planAnswered(deps, turn, step.interview);
  }
}
async function planAnswered(deps: ChatDependencies, turn: Turn, interview: Interview): Promise<void> {
  const repository = await deps.book.get(interview.repositoryId);
  if (repository === null) {
    const { chat, from } = turn.incoming;
    await turn.reply([paragraph("That repository has been removed meanwhile; nothing was started.")]);
    return deps.conversations.hear(chat.chatId, from.userId, { rowId: turn.row.id, open: null });
  }
  deps.messenger.typing(turn.incoming.chat);
  const rounds = [...interview.earlier, { questions: interview.questions, answers: interview.answers }];
  await planGoal(deps, turn, {
    wish: wishSchema.parse(interview),
    survey: await survey(deps, repository, turn.signal),
    rounds,
  });
  await closeIf(
    deps,
    turn,
    (open) =>
      open.kind === "interview" &&
      open.interview.inboxId === interview.inboxId &&
      open.interview.round === interview.round,
  );
}
