import { bold, code, italic, paragraph, type Block } from "../../lib/blocks.ts";
import { parseMarkdown } from "../../lib/markdown.ts";
import { isFault } from "../fault.ts";
import {
  answerInterview,
  beginInterview,
  isCancelWord,
  type Interview,
  type InterviewStep,
} from "../planning/interview.ts";
import type { PlanningContext } from "../planning/prompt.ts";
import type { PlanDraft } from "../planning/planner.ts";
import type { Repository } from "../ports/store.ts";
import { checksOf, preparationOf, survey, type Survey } from "../tasks/survey.ts";
import type { Task } from "../tasks/task.ts";
import { writeButtonData } from "./button-data.ts";
import type { ChatDependencies } from "./dependencies.ts";
import { touchedAt, type Open } from "./conversation.ts";
import type { Turn } from "./desk.ts";
import { mentioned } from "./repository-book.ts";
import { planBlocks, planKeyboard } from "./view-plan.ts";
import { capabilitiesWithoutModel } from "./view-model.ts";

const DEFAULT_SPARK = "coder";

/** A plain message: an answer to what is open, else a goal or talk. */
export async function handleText(deps: ChatDependencies, turn: Turn, text: string): Promise<void> {
  const { chat, from } = turn.incoming;
  const { open: kept } = await deps.conversations.get(chat.chatId, from.userId);
  const open = await dropExpired(deps, turn, kept);
  if (open !== null && isCancelWord(text)) return leaveOpen(deps, turn);
  switch (open?.kind) {
    case "interview":
      return answer(deps, turn, open.interview, text);
    case "editing":
      return revise(deps, turn, open.taskId, open.version, text);
    case "choosing-repository": {
      const chosen = mentioned(text, await deps.book.list());
      if (chosen !== null) return chooseRepository(deps, turn, open.goal, chosen);
      break;
    }
    case undefined:
      break;
  }
  await pursue(deps, turn, text, await repositoryFor(deps, turn, text));
}
/** A question left open for too long is not what the next message answers; the person is told so. */
async function dropExpired(deps: ChatDependencies, turn: Turn, open: Open | null): Promise<Open | null> {
  if (open === null || deps.clock.now() - touchedAt(open) <= deps.questionExpiryMs) return open;
  const { chat, from } = turn.incoming;
  await deps.conversations.open(chat.chatId, from.userId, null);
  await turn.reply([paragraph("⌛ The question that was open has expired; this is taken as something new.")], {
    suffix: "expired",
  });
  return null;
}
export async function leaveOpen(deps: ChatDependencies, turn: Turn): Promise<void> {
  const { chat, from } = turn.incoming;
  const { open } = await deps.conversations.get(chat.chatId, from.userId);
  await deps.conversations.open(chat.chatId, from.userId, null);
  await turn.reply([paragraph(open === null ? "Nothing was open." : "Left it. Nothing was started.")]);
}
/** The repository a message means: named in it, chosen for this chat, or the only one; "ask" when it cannot be told. */
async function repositoryFor(deps: ChatDependencies, turn: Turn, text: string): Promise<Repository | null | "ask"> {
  const all = await deps.book.list();
  const named = mentioned(text, all);
  if (named !== null) return named;
  const settings = await deps.chats.get(turn.incoming.chat.chatId);
  const chosen = all.find((repository) => repository.id === settings?.repositoryId);
  if (chosen !== undefined) return chosen;
  return all.length > 1 ? "ask" : (all[0] ?? null);
}
export async function chooseRepository(
  deps: ChatDependencies,
  turn: Turn,
  goal: string,
  repository: Repository,
): Promise<void> {
  await pursue(deps, turn, goal, repository);
  await closeIf(deps, turn, (open) => open.kind === "choosing-repository" && open.goal === goal);
}
/**
 * Ends what was open, if it still is that. The act comes before: a crash in between repeats the act, which is harmless
 * since messages and tasks are named after their cause, while the other order would lose it.
 */
async function closeIf(deps: ChatDependencies, turn: Turn, isIt: (open: Open) => boolean): Promise<void> {
  const { chat, from } = turn.incoming;
  const { open } = await deps.conversations.get(chat.chatId, from.userId);
  if (open !== null && isIt(open)) await deps.conversations.open(chat.chatId, from.userId, null);
}
async function pursue(
  deps: ChatDependencies,
  turn: Turn,
  goal: string,
  repository: Repository | null | "ask",
): Promise<void> {
  deps.messenger.typing(turn.incoming.chat);
  if (repository === "ask") {
    // Talk needs no repository; the question comes only when a plan is wanted, and the model says so by planning.
    const all = await deps.book.list();
    const looksLikeWork =
      deps.model.about.kind === "live"
        ? /\b(fix|add|change|implement|refactor|write|remove|rename|update|make|test|build)\b/i.test(goal)
        : true;
    if (looksLikeWork) return askRepository(deps, turn, goal, all);
  }
  const chosen = repository === "ask" || repository === null ? null : await survey(deps.git, repository, turn.signal);
  await plan(deps, turn, { goal, survey: chosen, rounds: [] });
}
async function askRepository(
  deps: ChatDependencies,
  turn: Turn,
  goal: string,
  all: readonly Repository[],
): Promise<void> {
  const { chat, from } = turn.incoming;
  await deps.conversations.open(chat.chatId, from.userId, {
    kind: "choosing-repository",
    goal,
    inboxId: turn.row.id,
    at: deps.clock.now(),
  });
  const keyboard = all.slice(0, 8).map((repository) => [
    {
      text: repository.name,
      data: writeButtonData({ kind: "repo", id: turn.row.id, action: "choose", version: repository.id }),
    },
  ]);
  await turn.reply([paragraph("In which repository?")], { keyboard });
}

type Pursuit = { readonly goal: string; readonly survey: Survey | null; readonly rounds: PlanningContext["rounds"] };

async function plan(deps: ChatDependencies, turn: Turn, pursuit: Pursuit): Promise<void> {
  const { chat, from } = turn.incoming;
  const { history } = await deps.conversations.get(chat.chatId, from.userId);
  let said = "";
  const planned = await withoutModelAnswer(deps, turn, () =>
    deps.planner.plan(
      { goal: pursuit.goal, repository: contextOf(pursuit.survey), history, rounds: pursuit.rounds, revision: null },
      {
        signal: turn.signal,
        onText: (delta) => {
          said += delta;
          deps.messenger.draft(chat, turn.row.id, said);
        },
      },
    ),
  );
  if (planned === null) return;
  switch (planned.kind) {
    case "talk":
      await deps.conversations.say(
        chat.chatId,
        from.userId,
        { role: "person", text: pursuit.goal },
        { role: "sparks", text: planned.text },
      );
      return turn.reply(labelled(deps, parseMarkdown(planned.text)));
    case "questions": {
      if (pursuit.survey === null)
        return turn.reply([
          paragraph(
            "Tell me more: which repository is it about? ",
            code("/repo add <path or git URL>"),
            " registers one.",
          ),
        ]);
      const start = {
        inboxId: turn.row.id,
        goal: pursuit.goal,
        repositoryId: pursuit.survey.repository.id,
        callId: planned.callId,
        round: pursuit.rounds.length,
        questions: [...planned.questions],
        earlier: pursuit.rounds.map((round) => ({ questions: [...round.questions], answers: [...round.answers] })),
      };
      return follow(deps, turn, beginInterview(start, deps.clock.now()));
    }
    case "plan":
      if (pursuit.survey === null)
        return turn.reply([
          paragraph(
            "That is work on a repository, and none is registered. ",
            code("/repo add <path or git URL>"),
            " registers one; then say it again.",
          ),
        ]);
      await deps.conversations.say(
        chat.chatId,
        from.userId,
        { role: "person", text: pursuit.goal },
        { role: "sparks", text: `(a plan: ${planned.draft.title})` },
      );
      return showNewPlan(deps, turn, pursuit.goal, pursuit.survey, planned.draft);
  }
}
function contextOf(survey: Survey | null): PlanningContext["repository"] {
  return survey === null
    ? null
    : {
        name: survey.repository.name,
        detection: survey.detection,
        checks: checksOf(survey.pipeline),
        paths: survey.tree.paths,
      };
}
/** Runs what needs a model; without one that can serve it, says what can be done instead, and gives null. */
async function withoutModelAnswer<Answer>(
  deps: ChatDependencies,
  turn: Turn,
  ask: () => Promise<Answer>,
): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (!isFault(error, "model.none") && !isFault(error, "model.not-recorded")) throw error;
    await turn.reply(capabilitiesWithoutModel(deps.model.about, await deps.book.list()));
    return null;
  }
}
/** Everything that rests on a recording says so. */
function labelled(deps: ChatDependencies, blocks: readonly Block[]): readonly Block[] {
  if (deps.model.about.kind !== "recorded") return blocks;
  return [...blocks, paragraph(italic("🎞 Recorded model: a demonstration, not a live answer."))];
}

// --- the interview
async function answer(deps: ChatDependencies, turn: Turn, interview: Interview, text: string): Promise<void> {
  await follow(deps, turn, answerInterview(interview, text, deps.clock.now()));
}
export async function follow(deps: ChatDependencies, turn: Turn, step: InterviewStep): Promise<void> {
  const { chat, from } = turn.incoming;
  if (step.kind === "cancelled") return leaveOpen(deps, turn);
  if (step.kind === "ask") {
    await askQuestion(deps, turn, step);
    return deps.conversations.open(chat.chatId, from.userId, { kind: "interview", interview: step.interview });
  }
  const { interview } = step;
  const repository = await deps.book.get(interview.repositoryId);
  if (repository === null)
    return turn.reply([paragraph("That repository has been removed meanwhile; nothing was started.")]);
  deps.messenger.typing(chat);
  const rounds = [...interview.earlier, { questions: interview.questions, answers: interview.answers }];
  await plan(deps, turn, { goal: interview.goal, survey: await survey(deps.git, repository, turn.signal), rounds });
  await closeIf(
    deps,
    turn,
    (open) =>
      open.kind === "interview" &&
      open.interview.inboxId === interview.inboxId &&
      open.interview.round === interview.round,
  );
}
async function askQuestion(
  deps: ChatDependencies,
  turn: Turn,
  { interview, question, number }: InterviewStep & { kind: "ask" },
): Promise<void> {
  const keyboard = question.options.map((text, option) => [
    { text, data: writeButtonData({ kind: "question", id: interview.inboxId, action: `a${option}`, version: number }) },
  ]);
  const count = interview.questions.length > 1 ? ` (${number + 1} of ${interview.questions.length})` : "";
  const key = `update:${interview.inboxId}:question:${interview.round}:${number}`;
  const blocks = labelled(deps, [
    paragraph(bold(`❓ ${question.question}`), count),
    paragraph(
      italic(
        question.options.length > 0
          ? "Press one or write your own; “cancel” leaves."
          : "Write your answer; “cancel” leaves.",
      ),
    ),
  ]);
  await deps.messenger.put({
    key,
    chat: turn.incoming.chat,
    anchor: question.question.slice(0, 150),
    blocks,
    keyboard,
  });
}

// --- the plan
async function showNewPlan(
  deps: ChatDependencies,
  turn: Turn,
  goal: string,
  found: Survey,
  draft: PlanDraft,
): Promise<void> {
  const task = await deps.tasks.add({
    origin: `update:${turn.row.id}`,
    goal,
    repositoryId: found.repository.id,
    spark: DEFAULT_SPARK,
    chat: turn.incoming.chat,
    requestedBy: turn.incoming.from.userId,
    createdAt: deps.clock.now(),
    base: found.state.head,
    plan: { ...draft, version: 1, checks: checksOf(found.pipeline), prepare: preparationOf(found.pipeline) },
    state: { kind: "planned" },
  });
  deps.emit({ kind: "task.created", taskId: task.id, goal });
  deps.emit({ kind: "plan.made", taskId: task.id, version: 1 });
  if (task.state.kind === "planned") await putPlan(deps, task, found.repository.name);
}
export async function putPlan(deps: ChatDependencies, task: Task, repository: string): Promise<void> {
  if (task.chat === null) return;
  await deps.messenger.put({
    key: planKey(task.id, task.plan.version),
    chat: task.chat,
    anchor: `📋 Task ${task.id}: ${task.plan.title}`,
    blocks: labelled(deps, planBlocks(task, repository)),
    keyboard: planKeyboard(task.id, task.plan.version),
  });
}
/** The plan's message once it is decided: what was decided, and no buttons. */
export async function closePlan(deps: ChatDependencies, task: Task, decision: string): Promise<void> {
  if (task.chat === null) return;
  const repository = (await deps.book.get(task.repositoryId))?.name ?? "(removed)";
  const blocks = labelled(deps, [...planBlocks(task, repository).slice(0, -1), paragraph(bold(decision))]);
  await deps.messenger.put({
    key: planKey(task.id, task.plan.version),
    chat: task.chat,
    anchor: `📋 Task ${task.id}: ${task.plan.title}`,
    blocks,
  });
}
export function planKey(taskId: number, version: number): string {
  return `task:${taskId}:plan:${version}`;
}
async function revise(
  deps: ChatDependencies,
  turn: Turn,
  taskId: number,
  version: number,
  wish: string,
): Promise<void> {
  const { chat, from } = turn.incoming;
  const task = await deps.tasks.get(taskId);
  if (task?.state.kind === "planned" && task.plan.version === version + 1)
    return showRevised(deps, turn, task, version);
  if (task === null || task.state.kind !== "planned" || task.plan.version !== version) {
    await deps.conversations.open(chat.chatId, from.userId, null);
    return turn.reply([paragraph(`Task ${taskId} is not waiting for an edit any more; nothing was changed.`)]);
  }
  const repository = await deps.book.get(task.repositoryId);
  if (repository === null) return turn.reply([paragraph("That repository has been removed meanwhile.")]);
  const found = await survey(deps.git, repository, turn.signal);
  const planned = await withoutModelAnswer(deps, turn, () =>
    deps.planner.plan(
      { goal: task.goal, repository: contextOf(found), history: [], rounds: [], revision: { plan: task.plan, wish } },
      { signal: turn.signal, onText: () => undefined },
    ),
  );
  if (planned === null) return;
  if (planned.kind !== "plan")
    return turn.reply(
      labelled(
        deps,
        planned.kind === "talk"
          ? parseMarkdown(planned.text)
          : [paragraph("Say it in more detail: ", planned.questions.map((question) => question.question).join(" "))],
      ),
    );
  const next: Task = {
    ...task,
    base: found.state.head,
    plan: {
      ...planned.draft,
      version: version + 1,
      checks: checksOf(found.pipeline),
      prepare: preparationOf(found.pipeline),
    },
  };
  if (!(await deps.tasks.move(next, "planned")))
    return turn.reply([paragraph(`Task ${taskId} was decided meanwhile; the edit was not taken.`)]);
  deps.emit({ kind: "plan.made", taskId, version: version + 1 });
  await showRevised(deps, turn, next, version);
}
async function showRevised(deps: ChatDependencies, turn: Turn, task: Task, oldVersion: number): Promise<void> {
  const { chat, from } = turn.incoming;
  await closeReplaced(deps, task, oldVersion);
  await putPlan(deps, task, (await deps.book.get(task.repositoryId))?.name ?? "(removed)");
  await deps.conversations.open(chat.chatId, from.userId, null);
}
async function closeReplaced(deps: ChatDependencies, { id, chat, plan }: Task, oldVersion: number): Promise<void> {
  if (chat === null) return;
  const blocks = [paragraph(`📋 Task ${id}: this plan was replaced by version ${plan.version} below.`)];
  await deps.messenger.put({ key: planKey(id, oldVersion), chat, anchor: `📋 Task ${id}`, blocks });
}
