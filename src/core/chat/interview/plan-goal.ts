import { code, paragraph } from "../../../lib/blocks.ts";
import { parseMarkdown } from "../../../lib/markdown.ts";
import type { AttachmentView } from "../../attachments/views.ts";
import type { Quoted } from "../../incoming.ts";
import { beginInterview, type Wish } from "../../planning/interview.ts";
import type { Planned } from "../../planning/planner.ts";
import type { PlanningContext } from "../../planning/prompt.ts";
import { wantsPlan } from "../../planning/wants-plan.ts";
import { isOfStrangers, type Origin, taintOf } from "../../policy/taint.ts";
import type { Survey } from "../../tasks/survey.ts";
import { writeButtonData } from "../desk/button-data.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { viewHand } from "../desk/hand.ts";
import { contextOf, modelOf, withoutModelAnswer } from "./planner-call.ts";
import { showNewPlan } from "./new-plan.ts";
import { labelled } from "./plan-messages.ts";
import { beginQuestions } from "./questions.ts";

/** `survey` is null when the goal is about no repository; `rounds`: what was asked and answered about it. */
type Pursuit = { readonly wish: Wish; readonly survey: Survey | null; readonly rounds: PlanningContext["rounds"] };

/** What the planner is given beside the goal, and whose words that is. */
type Material = {
  readonly history: PlanningContext["history"];
  readonly files: readonly AttachmentView[];
  readonly quoted: Quoted | null;
  readonly memories: string | null;
  readonly strangers: boolean;
  /** How what is said now is to be remembered. */
  readonly origin: { readonly origin?: "forwarded" | "memory" };
  /** Whose words a task of it begins with. */
  readonly read: readonly Origin[];
};

/** Has a goal planned, and tells what came of it: an answer, questions, or a plan. */
export async function planGoal(deps: ChatDependencies, turn: Turn, pursuit: Pursuit): Promise<void> {
  const material = await gather(deps, turn, pursuit);
  const planned = await askPlanner(deps, turn, pursuit, material);
  if (planned === null) return;
  switch (planned.kind) {
    case "talk":
      await remember(deps, turn, { pursuit, material, answer: planned.text });
      return turn.reply(labelled(deps, parseMarkdown(planned.text)), offerOfPlan(deps, turn, pursuit.wish.goal));
    case "questions":
      return askBack(deps, turn, pursuit, { ...planned, strangers: material.strangers });
    case "plan": {
      const { wish, survey } = pursuit;
      if (survey === null)
        return needsRepository(turn, "That is work on a repository, and none is registered. ", "; then say it again.");
      await remember(deps, turn, { pursuit, material, answer: `(a plan: ${planned.draft.title})` });
      return showNewPlan(deps, turn, wish, { found: survey, draft: planned.draft, read: material.read });
    }
  }
}
async function gather(deps: ChatDependencies, turn: Turn, { wish, survey }: Pursuit): Promise<Material> {
  const { incoming } = turn;
  const { history } = await deps.conversations.get(incoming.chat.chatId, incoming.from.userId);
  const quoted = incoming.kind === "text" ? (incoming.quoted ?? null) : null;
  const strangers = wish.origin !== undefined || quoted?.by === "other";
  const place = { chatId: incoming.chat.chatId, repositoryId: survey?.repository.id ?? null };
  const files = await viewHand(deps, turn);
  const remembered = await deps.memory.recall(wish.goal, { place, taskId: null });
  const ofStrangers = remembered !== null && isOfStrangers(taintOf([remembered.origin])) ? [remembered.origin] : [];
  const origin = strangers ? "forwarded" : ofStrangers.length > 0 ? "memory" : undefined;
  const heard = history.flatMap((said) => (said.origin === undefined ? [] : [said.origin]));
  return {
    history,
    files,
    quoted,
    memories: remembered?.text ?? null,
    strangers,
    origin: origin === undefined ? {} : { origin },
    read: [...new Set<Origin>([...(strangers ? ["forwarded" as const] : []), ...ofStrangers, ...heard])],
  };
}
/** Shows what is thought and said while it comes. @returns null when no model can serve it, which is told */
async function askPlanner(
  deps: ChatDependencies,
  turn: Turn,
  { wish, survey, rounds }: Pursuit,
  { files, history, quoted, memories }: Material,
): Promise<Planned | null> {
  const { chat } = turn.incoming;
  let said = "";
  let unseen = false;
  // Shown at once, since it comes with the Stop button.
  deps.messenger.draft(chat, turn.row.id, { thought: `Thinking about ${survey?.repository.name ?? "it"} …` });
  const context: PlanningContext = {
    goal: wish.goal,
    repository: contextOf(survey),
    history,
    rounds,
    revision: null,
    quoted,
    memories,
    attachments: files,
  };
  const model = await modelOf(deps, chat);
  const planned = await withoutModelAnswer(deps, turn, () =>
    deps.planner.plan(context, {
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
    }),
  );
  if (planned !== null && unseen) await sayUnseen(turn, files);
  return planned;
}
async function askBack(
  deps: ChatDependencies,
  turn: Turn,
  { wish, survey, rounds }: Pursuit,
  asked: Planned & { readonly kind: "questions" } & Pick<Material, "strangers">,
): Promise<void> {
  if (survey === null) return needsRepository(turn, "Tell me more: which repository is it about? ", ".");
  const start = {
    ...wish,
    ...(asked.strangers ? { origin: "forwarded" as const } : {}),
    inboxId: turn.row.id,
    repositoryId: survey.repository.id,
    callId: asked.callId,
    round: rounds.length,
    questions: [...asked.questions],
    earlier: rounds.map((round) => ({ questions: [...round.questions], answers: [...round.answers] })),
  };
  const first = beginInterview(start, deps.clock.now());
  if (first.kind !== "ask") throw new Error("a model asked nothing");
  return beginQuestions(deps, turn, first);
}
function needsRepository(turn: Turn, before: string, after: string): Promise<void> {
  return turn.reply([paragraph(before, code("/repo add <path or git URL>"), ` registers one${after}`)]);
}
async function remember(
  { conversations }: ChatDependencies,
  { incoming: { chat, from } }: Turn,
  said: { readonly pursuit: Pursuit; readonly material: Material; readonly answer: string },
): Promise<void> {
  const { files, origin } = said.material;
  await conversations.say(
    chat.chatId,
    from.userId,
    { role: "person", text: withFiles(said.pursuit.wish.goal, files), ...origin },
    { role: "sparks", text: said.answer, ...origin },
  );
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
