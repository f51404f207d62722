import { z } from "zod";
import { bold, code, italic, paragraph, type Block } from "../../../lib/blocks.ts";
import type { Button } from "../../ports/messenger.ts";
import type { Task, TaskState } from "../../tasks/task.ts";
import { writeButtonData } from "../desk/button-data.ts";
import { defineCommand } from "../desk/command.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import { stateLine } from "../tasks/task-view.ts";

/** What can be asked for, with the states that it means. */
const FILTERS = {
  all: null,
  planned: ["planned"],
  queued: ["queued"],
  running: ["running", "interrupted"],
  ended: ["ended", "cancelled"],
} as const satisfies Record<string, readonly TaskState["kind"][] | null>;
export type TaskFilter = keyof typeof FILTERS;
export const TASK_FILTERS = Object.keys(FILTERS) as readonly TaskFilter[];
const PAGE = 10;

export const tasksCommand = defineCommand(
  {
    name: "tasks",
    summary: "What is planned, queued, running and ended",
    usage: "[planned | queued | running | ended]",
    examples: ["/tasks", "/tasks running"],
    role: "viewer",
    arguments: z
      .string()
      .transform((text) => (text === "" ? "all" : text.toLowerCase()))
      .pipe(z.enum(TASK_FILTERS, { error: `Which ones? ${TASK_FILTERS.slice(1).join(", ")}, or nothing for all.` })),
  },
  async (deps, turn, filter) => {
    const { blocks, keyboard } = await taskPage(deps, {
      chatId: turn.incoming.chat.chatId,
      rowId: turn.row.id,
      filter,
    });
    await turn.reply(blocks, keyboard.length === 0 ? {} : { keyboard });
  },
);
/** One page of a chat's tasks, newest first; `before`: those older than this one. */
export async function taskPage(
  deps: Pick<ChatDependencies, "tasks">,
  { chatId, rowId, filter, before }: { chatId: number; rowId: number; filter: TaskFilter; before?: number },
): Promise<{ readonly blocks: readonly Block[]; readonly keyboard: readonly (readonly Button[])[] }> {
  const states = FILTERS[filter];
  const asked = {
    chatId,
    limit: PAGE + 1,
    ...(states === null ? {} : { states }),
    ...(before === undefined ? {} : { before }),
  };
  const found = await deps.tasks.list(asked);
  const shown = found.slice(0, PAGE);
  const queue = await queueOf(deps);
  const oldest = shown.at(-1)?.id ?? 0;
  const page = (text: string, version: number): Button => ({
    text,
    data: writeButtonData({ kind: "tasks", id: rowId, action: filter, version }),
  });
  const turns = [
    ...(before === undefined ? [] : [page("Newest", 0)]),
    ...(found.length > PAGE ? [page("Older", oldest)] : []),
  ];
  return {
    blocks:
      shown.length === 0
        ? [paragraph(filter === "all" ? "No tasks yet. Say what you want done." : `No task is ${filter}.`)]
        : [
            paragraph(bold(filter === "all" ? "Tasks" : `Tasks, ${filter}`)),
            {
              kind: "table",
              header: [[], ["state"]],
              rows: shown.map((task) => [[bold(`${task.id}`), ` ${task.plan.title}`], [stateIn(queue, task)]]),
            },
            paragraph(italic("One of them: "), code(`/task ${shown[0]?.id ?? 1}`)),
          ],
    keyboard: turns.length === 0 ? [] : [turns],
  };
}
function stateIn(queue: readonly number[], task: Task): string {
  const place = queue.indexOf(task.id);
  if (place !== -1) return `queued, ${place === 0 ? "next" : `${place} before it`}`;
  return task.kept === true ? "kept for later" : stateLine(task);
}
const MOST_QUEUED = 1000;
/** Of all chats: they share the queue. */
async function queueOf({ tasks }: Pick<ChatDependencies, "tasks">): Promise<readonly number[]> {
  const queued = await tasks.list({ limit: MOST_QUEUED, states: ["queued"] });
  const since = ({ state }: Task) => (state.kind === "queued" ? state.at : 0);
  return queued.toSorted((a, b) => since(a) - since(b) || a.id - b.id).map(({ id }) => id);
}
