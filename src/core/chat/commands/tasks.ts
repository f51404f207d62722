import { z } from "zod";
import { code, paragraph } from "../../../lib/blocks.ts";
import { checksOf, preparationOf, survey } from "../../tasks/survey.ts";
import type { Task } from "../../tasks/task.ts";
import { taskFileBlocks } from "../files/view-files.ts";
import { offerPull } from "../tasks/discarded-pull.ts";
import { defineCommand, taskNumber, type Command } from "../desk/command.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { putPlan } from "../interview/plan-messages.ts";
import { showDiff, taskBlocks, taskKeyboard } from "../tasks/task-messages.ts";
import { tasksCommand } from "./task-list.ts";
import { stateLine } from "../tasks/task-view.ts";

const noTask = z.literal("").transform(() => null);
export const taskCommands: readonly Command[] = [
  tasksCommand,
  defineCommand(
    {
      name: "task",
      summary: "One task: plan, state, proof",
      usage: "<number>",
      examples: ["/task 3"],
      role: "viewer",
      arguments: taskNumber,
    },
    async (deps, turn, id) => withTask(deps, turn, id, async (task) => showTask(deps, turn, task)),
  ),
  defineCommand(
    {
      name: "diff",
      summary: "The change a task made; the newest task's without a number",
      usage: "[number]",
      examples: ["/diff", "/diff 3"],
      role: "viewer",
      arguments: z.union([noTask, taskNumber], { error: "Which task? Give its number, or nothing for the newest." }),
    },
    async (deps, turn, id) => {
      const asked = id ?? (await newestEnded(deps, turn));
      if (asked === null)
        return turn.reply([paragraph("No task of this chat has ended yet, so there is no change to show.")]);
      return withTask(deps, turn, asked, (task) => showDiff(deps, task));
    },
  ),
  verdictCommand("apply", "Write a task's proved change as a branch into the repository", async (deps, task, by) => {
    const done = await deps.verdicts.apply(task.id, by, null);
    return done.kind === "applied" ? `✅ Branch ${done.branch} is in your repository.` : done.reason;
  }),
  verdictCommand("discard", "Drop a task's proved change", async (deps, task, by) => {
    const done = await deps.verdicts.discard(task.id, by);
    if (done.kind === "discarded") await offerPull(deps, task);
    return done.kind === "discarded" ? "🗑 Discarded; your repository was never touched." : done.reason;
  }),
  verdictCommand("rollback", "Remove the branch that a task's change was applied as", async (deps, task, by) => {
    const done = await deps.verdicts.rollback(task.id, by);
    return done.kind === "rolled-back" ? `↩️ Branch ${done.branch} is removed again.` : done.reason;
  }),
  defineCommand(
    {
      name: "retry",
      summary: "Do an ended task's plan once more, on the repository as it is now",
      usage: "<number>",
      examples: ["/retry 3"],
      role: "member",
      arguments: taskNumber,
    },
    async (deps, turn, id) => withTask(deps, turn, id, (task) => retry(deps, turn, task)),
  ),
  defineCommand(
    {
      name: "stop",
      summary: "Stop what runs in this chat",
      usage: "[task number]",
      examples: ["/stop", "/stop 3"],
      role: "member",
      arguments: z.union([noTask, taskNumber], { error: "Which task? Give its number, or nothing for all." }),
    },
    stop,
  ),
];

async function showTask(deps: ChatDependencies, turn: Turn, task: Task): Promise<void> {
  const keyboard = taskKeyboard(task);
  const blocks = [...(await taskBlocks(deps, task)), ...taskFileBlocks(await deps.attachments.ofTask(task.id))];
  await turn.reply(blocks, keyboard.length === 0 ? {} : { keyboard });
}
/** A command that decides on a proved change, by those who may approve such. */
function verdictCommand(
  name: string,
  summary: string,
  decide: (deps: ChatDependencies, task: Task, by: string) => Promise<string>,
): Command {
  return defineCommand(
    { name, summary, usage: "<number>", examples: [`/${name} 3`], role: "member", arguments: taskNumber },
    async (deps, turn, id) =>
      withTask(deps, turn, id, async (task) => {
        const { from } = turn.incoming;
        const may = await deps.approvers.may(from.userId, task, "medium");
        await turn.reply([
          paragraph(
            may ? await decide(deps, task, from.name) : "Only who may approve decides on a change. Nothing was done.",
          ),
        ]);
      }),
  );
}
async function newestEnded(deps: ChatDependencies, turn: Turn): Promise<number | null> {
  const [newest] = await deps.tasks.list({ limit: 1, states: ["ended"], chatId: turn.incoming.chat.chatId });
  return newest?.id ?? null;
}
/** The same plan as a new task. It was approved for the commit it was made for: of another one it is asked again. */
async function retry(deps: ChatDependencies, turn: Turn, task: Task): Promise<void> {
  if (task.state.kind !== "ended" && task.state.kind !== "cancelled")
    return turn.reply([
      paragraph(`Task ${task.id} has not ended: it ${stateLine(task)}. `, code(`/stop ${task.id}`), " ends it."),
    ]);
  const repository = await deps.book.get(task.repositoryId);
  if (repository === null)
    return turn.reply([paragraph("Its repository was removed from the list; register it again first.")]);
  const found = await survey(deps, repository, turn.signal);
  const { chat, from } = turn.incoming;
  const same = found.state.head === task.base && task.state.kind === "ended";
  const now = deps.clock.now();
  const { id: _, topic: __, kept: ___, ...before } = task;
  const fresh = await deps.tasks.add({
    ...before,
    origin: `update:${turn.row.id}`,
    chat,
    requestedBy: from.userId,
    createdAt: now,
    base: found.state.head,
    plan: { ...task.plan, version: 1, checks: checksOf(found.pipeline), prepare: preparationOf(found.pipeline) },
    state: same ? { kind: "queued", at: now } : { kind: "planned" },
  });
  deps.emit({ kind: "task.created", taskId: fresh.id, goal: fresh.goal });
  if (fresh.state.kind === "planned") {
    await putPlan(deps, fresh, repository.name);
    return turn.reply([
      paragraph(
        `🔁 Task ${fresh.id} is the plan of task ${task.id} for the repository as it is now: see it and approve.`,
      ),
    ]);
  }
  deps.runner.wake();
  await turn.reply([paragraph(`🔁 Task ${fresh.id} does the plan of task ${task.id} once more.`)]);
}
async function withTask(
  deps: ChatDependencies,
  turn: Turn,
  id: number,
  act: (task: Task) => Promise<void>,
): Promise<void> {
  const task = await deps.tasks.get(id);
  if (task === null || task.chat?.chatId !== turn.incoming.chat.chatId)
    return turn.reply([paragraph(`There is no task ${id} in this chat. `, code("/tasks"), " lists them.")]);
  await act(task);
}
async function stop(deps: ChatDependencies, turn: Turn, id: number | null): Promise<void> {
  const { chat, from } = turn.incoming;
  if (id !== null) {
    return withTask(deps, turn, id, async (task) => {
      const stopped = await deps.runner.stop(task.id, from.name);
      await turn.reply([paragraph(stopped ? `⏹ Stopping task ${task.id}.` : `Task ${task.id} is not running.`)]);
    });
  }
  const active = await deps.tasks.list({
    limit: 50,
    states: ["queued", "running", "interrupted"],
    chatId: chat.chatId,
  });
  const stopped: number[] = [];
  for (const task of active) if (await deps.runner.stop(task.id, from.name)) stopped.push(task.id);
  await turn.reply([
    paragraph(
      stopped.length === 0
        ? "⏹ No task was running. Anything else under way in this chat was stopped."
        : `⏹ Stopping task ${stopped.join(", ")}.`,
    ),
  ]);
}
