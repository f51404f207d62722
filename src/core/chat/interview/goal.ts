import { code, paragraph } from "../../../lib/blocks.ts";
import { parseMarkdown } from "../../../lib/markdown.ts";
import { isFault } from "../../fault.ts";
import {
  beginInterview,
  interviewMachine,
  type Answer,
  type Interview,
  type Wish,
  wishSchema,
} from "../../planning/interview.ts";
import type { CodingWish } from "../../ports/coding-clis.ts";
import type { ChatRef } from "../../incoming.ts";
import type { Recalled } from "../../memories/keeper.ts";
import { isOfStrangers, type Origin, taintOf } from "../../policy/taint.ts";
import { wantsPlan } from "../../planning/wants-plan.ts";
import { type PlanningContext } from "../../planning/prompt.ts";
import { type PlanDraft } from "../../planning/planner.ts";
import { type Repository } from "../../ports/store.ts";
import type { Task } from "../../tasks/task.ts";
import { checksOf, survey, type Survey } from "../../tasks/survey.ts";
import type { AttachmentView } from "../../attachments/views.ts";
import { giveHand, viewHand } from "../desk/hand.ts";
import { writeButtonData } from "../desk/button-data.ts";
import { type ChatDependencies } from "../desk/dependencies.ts";
import { type Open } from "./conversation.ts";
import { type Turn } from "../desk/desk.ts";
import { capabilitiesWithoutModel } from "../settings/view-model.ts";
import { closePlan, labelled, putPlan } from "./plan-messages.ts";
import { planOf } from "./plan-of.ts";
import { repositoryQuestion } from "./ask-question.ts";
import { openAfter } from "./open-after.ts";
import { beginQuestions, showQuestions } from "./questions.ts";
import { closeOpen } from "../desk/close-open.ts";

const DEFAULT_SPARK = "coder";

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
  await plan(deps, turn, { wish, survey: chosen, rounds: [] });
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

type Pursuit = { readonly wish: Wish; readonly survey: Survey | null; readonly rounds: PlanningContext["rounds"] };

async function plan(deps: ChatDependencies, turn: Turn, pursuit: Pursuit): Promise<void> {
  const { chat, from } = turn.incoming;
  const { history } = await deps.conversations.get(chat.chatId, from.userId);
  const model = await modelOf(deps, chat);
  const files = await viewHand(deps, turn);
  const quoted = turn.incoming.kind === "text" ? (turn.incoming.quoted ?? null) : null;
  const strangers = pursuit.wish.origin !== undefined || quoted?.by === "other";
  const remembered = await recallFor(deps, turn, pursuit);
  const fromMemory = remembered !== null && isOfStrangers(taintOf([remembered.origin]));
  const theirs = strangers ? { origin: "forwarded" as const } : fromMemory ? { origin: "memory" as const } : {};
  const heard = history.flatMap(({ origin }) => (origin === undefined ? [] : [origin]));
  const read = [
    ...new Set<Origin>([
      ...(strangers ? ["forwarded" as const] : []),
      ...(fromMemory ? [remembered.origin] : []),
      ...heard,
    ]),
  ];
  let said = "";
  let unseen = false;
  const about = pursuit.survey === null ? "it" : pursuit.survey.repository.name;
  // Shown at once, since it comes with the Stop button.
  deps.messenger.draft(chat, turn.row.id, { thought: `Thinking about ${about} …` });
  const planned = await withoutModelAnswer(deps, turn, () =>
    deps.planner.plan(
      {
        goal: pursuit.wish.goal,
        repository: contextOf(pursuit.survey),
        history,
        rounds: pursuit.rounds,
        revision: null,
        quoted,
        memories: remembered?.text ?? null,
        attachments: files,
      },
      {
        ...model,
        signal: turn.signal,
        onUnseen: () => {
          unseen = true;
        },
        onText: (delta) => {
          said += delta;
          deps.messenger.draft(chat, turn.row.id, said);
        },
        onThought: (thought) => deps.messenger.draft(chat, turn.row.id, said === "" ? { thought } : said),
      },
    ),
  );
  if (planned === null) return;
  if (unseen) await sayUnseen(turn, files);
  switch (planned.kind) {
    case "talk":
      await deps.conversations.say(
        chat.chatId,
        from.userId,
        { role: "person", text: withFiles(pursuit.wish.goal, files), ...theirs },
        { role: "sparks", text: planned.text, ...theirs },
      );
      return turn.reply(labelled(deps, parseMarkdown(planned.text)), offerOfPlan(deps, turn, pursuit.wish.goal));
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
        ...pursuit.wish,
        ...(strangers ? { origin: "forwarded" as const } : {}),
        inboxId: turn.row.id,
        repositoryId: pursuit.survey.repository.id,
        callId: planned.callId,
        round: pursuit.rounds.length,
        questions: [...planned.questions],
        earlier: pursuit.rounds.map((round) => ({ questions: [...round.questions], answers: [...round.answers] })),
      };
      const first = beginInterview(start, deps.clock.now());
      if (first.kind !== "ask") throw new Error("a model asked nothing");
      return beginQuestions(deps, turn, first);
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
        { role: "person", text: withFiles(pursuit.wish.goal, files), ...theirs },
        { role: "sparks", text: `(a plan: ${planned.draft.title})`, ...theirs },
      );
      return showNewPlan(deps, turn, pursuit.wish, { found: pursuit.survey, draft: planned.draft, read });
  }
}

/** What is remembered of such a goal here; it comes along as material. */
async function recallFor(
  { memory }: Pick<ChatDependencies, "memory">,
  { incoming }: Turn,
  { wish, survey: found }: Pursuit,
): Promise<Recalled | null> {
  const place = { chatId: incoming.chat.chatId, repositoryId: found?.repository.id ?? null };
  return memory.recall(wish.goal, { place, taskId: null });
}
/** What was said, as it is remembered: the files themselves are not. */
function withFiles(text: string, files: readonly AttachmentView[]): string {
  return files.length === 0 ? text : `${text}\n(sent along: ${files.map(({ name }) => name).join(", ")})`;
}
async function sayUnseen(turn: Turn, files: readonly AttachmentView[]): Promise<void> {
  const names = files.flatMap(({ image, name }) => (image === null ? [] : [name]));
  const what = names.length === 1 ? "a picture was" : `${names.length} pictures were`;
  await turn.reply(
    [paragraph(`🙈 The model that answered cannot see: ${what} only named to it (${names.join(", ")}).`)],
    {
      suffix: "unseen",
      silent: true,
    },
  );
}
/** Talk of planning may be a wish for a plan: it is offered under the answer, and never taken for granted. */
function offerOfPlan(deps: ChatDependencies, { row, incoming }: Turn, text: string) {
  if (incoming.kind !== "text" || deps.planningAuto() === "off" || wantsPlan(text) === "no") return {};
  const data = writeButtonData({ kind: "reopen", id: row.id, action: "again" });
  return { keyboard: [[{ text: "Make a plan of it", data }]] };
}
/** Not asked about: it may begin. One that was decided on otherwise meanwhile stays what it is. */
async function queued({ tasks, clock }: ChatDependencies, task: Task): Promise<Task> {
  if (task.state.kind !== "planned") return task;
  await tasks.move({ ...task, state: { kind: "queued", at: clock.now() } }, "planned");
  return (await tasks.get(task.id)) ?? task;
}
/** The model chosen for this chat, if one was. */
async function modelOf({ chats }: ChatDependencies, { chatId }: ChatRef): Promise<{ model?: string }> {
  const model = (await chats.get(chatId))?.model ?? null;
  return model === null ? {} : { model };
}
async function codingOf({ chats }: ChatDependencies, { chatId }: ChatRef): Promise<{ coding?: CodingWish }> {
  const coding = (await chats.get(chatId))?.coding ?? null;
  return coding === null ? {} : { coding };
}

export function contextOf(survey: Survey | null): PlanningContext["repository"] {
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
export async function withoutModelAnswer<Answer>(
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
  if (repository === null)
    return turn.reply([paragraph("That repository has been removed meanwhile; nothing was started.")]);
  deps.messenger.typing(turn.incoming.chat);
  const rounds = [...interview.earlier, { questions: interview.questions, answers: interview.answers }];
  await plan(deps, turn, {
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

async function showNewPlan(
  deps: ChatDependencies,
  turn: Turn,
  { goal, from, spark = DEFAULT_SPARK, atOnce }: Wish,
  { found, draft, read }: { found: Survey; draft: PlanDraft; read: readonly Origin[] },
): Promise<void> {
  const now = deps.clock.now();
  const added = await deps.tasks.add({
    origin: `update:${turn.row.id}`,
    goal,
    repositoryId: found.repository.id,
    spark,
    ...(await modelOf(deps, turn.incoming.chat)),
    ...(await codingOf(deps, turn.incoming.chat)),
    ...(from === undefined ? {} : { from }),
    chat: turn.incoming.chat,
    requestedBy: turn.incoming.from.userId,
    createdAt: now,
    base: found.state.head,
    plan: await planOf(deps, draft, found, 1),
    state: { kind: "planned" },
    ...(read.length === 0 ? {} : { read }),
  });
  // Before it can begin, so that it begins with them.
  await giveHand(deps, turn, { taskId: added.id, givenBy: null, taken: "any" });
  const task = atOnce === true ? await queued(deps, added) : added;
  deps.emit({ kind: "task.created", taskId: task.id, goal });
  deps.emit({ kind: "plan.made", taskId: task.id, version: 1, title: task.plan.title });
  if (task.state.kind === "planned") return putPlan(deps, task, found.repository.name);
  if (task.state.kind === "queued")
    await closePlan(deps, task, `🚀 Dispatched to ${spark} by ${turn.incoming.from.name}.`);
  deps.runner.wake();
}
