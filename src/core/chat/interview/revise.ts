import { viewAttachments } from "../../attachments/views.ts";
import { giveHand } from "../desk/hand.ts";
import { paragraph } from "../../../lib/blocks.ts";
import { parseMarkdown } from "../../../lib/markdown.ts";
import { survey } from "../../tasks/survey.ts";
import { type Task } from "../../tasks/task.ts";
import { type ChatDependencies } from "../desk/dependencies.ts";
import { type Turn } from "../desk/desk.ts";
import { labelled, putPlan, closeReplaced } from "./plan-messages.ts";
import { planOf } from "./plan-of.ts";
import { contextOf, withoutModelAnswer } from "./planner-call.ts";

export async function revise(
  deps: ChatDependencies,
  turn: Turn,
  taskId: number,
  version: number,
  { wish, goal, origin }: { wish: string; goal?: string; origin?: "forwarded" },
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
  await giveHand(deps, turn, { taskId, givenBy: null, taken: "any" });
  const files = await viewAttachments(await deps.attachments.ofTask(taskId), deps.fileLimits().textBytes, deps.shelf);
  const found = await survey(deps, repository, turn.signal);
  const planned = await withoutModelAnswer(deps, turn, () =>
    deps.planner.plan(
      {
        goal: goal ?? task.goal,
        repository: contextOf(found),
        history: [],
        rounds: [],
        attachments: files,
        revision: { plan: task.plan, wish },
      },
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
    goal: goal ?? task.goal,
    base: found.state.head,
    ...(origin === undefined ? {} : { read: [...new Set([...(task.read ?? []), origin])] }),
    plan: await planOf(deps, planned.draft, found, version + 1),
  };
  if (!(await deps.tasks.move(next, "planned")))
    return turn.reply([paragraph(`Task ${taskId} was decided meanwhile; the edit was not taken.`)]);
  deps.emit({ kind: "plan.made", taskId, version: version + 1, title: planned.draft.title });
  await showRevised(deps, turn, next, version);
}

async function showRevised(deps: ChatDependencies, turn: Turn, task: Task, oldVersion: number): Promise<void> {
  const { chat, from } = turn.incoming;
  await closeReplaced(deps, task, oldVersion);
  await putPlan(deps, task, (await deps.book.get(task.repositoryId))?.name ?? "(removed)");
  await deps.conversations.open(chat.chatId, from.userId, null);
}
