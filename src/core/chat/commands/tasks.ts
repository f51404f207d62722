import { z } from "zod";
import { bold, bullets, code, paragraph, type Inline } from "../../../lib/blocks.ts";
import type { Task } from "../../tasks/task.ts";
import { defineCommand, nothing, taskNumber, type Command } from "../command.ts";
import type { ChatDependencies } from "../dependencies.ts";
import type { Turn } from "../desk.ts";
import { showDiff, taskBlocks } from "../task-messages.ts";
import { stateLine } from "../task-view.ts";

const noTask = z.literal("").transform(() => null);
export const taskCommands: readonly Command[] = [
  defineCommand(
    {
      name: "tasks",
      summary: "What is running and what ended lately",
      usage: "",
      examples: ["/tasks"],
      role: "viewer",
      arguments: nothing,
    },
    listTasks,
  ),
  defineCommand(
    {
      name: "task",
      summary: "One task: plan, state, proof",
      usage: "<number>",
      examples: ["/task 3"],
      role: "viewer",
      arguments: taskNumber,
    },
    async (deps, turn, id) => withTask(deps, turn, id, async (task) => turn.reply(await taskBlocks(deps, task))),
  ),
  defineCommand(
    {
      name: "diff",
      summary: "The change a task made",
      usage: "<number>",
      examples: ["/diff 3"],
      role: "viewer",
      arguments: taskNumber,
    },
    async (deps, turn, id) => withTask(deps, turn, id, (task) => showDiff(deps, task)),
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

async function listTasks(deps: ChatDependencies, turn: Turn): Promise<void> {
  const tasks = await deps.tasks.list({ limit: 15, chatId: turn.incoming.chat.chatId });
  if (tasks.length === 0) return turn.reply([paragraph("No tasks yet. Say what you want done.")]);
  await turn.reply([
    paragraph(bold("Tasks")),
    bullets(...tasks.map((task): Inline[] => [bold(`${task.id}`), ` ${task.plan.title}: ${stateLine(task)}`])),
    paragraph(code("/task <number>"), " shows one."),
  ]);
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
