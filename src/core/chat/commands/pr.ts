import { z } from "zod";
import { code, paragraph, type Inline } from "../../../lib/blocks.ts";
import type { Pull } from "../../pulls/pull.ts";
import type { Task } from "../../tasks/task.ts";
import { defineCommand, type Command } from "../desk/command.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { pullLine } from "../tasks/view-pull.ts";

const given = z
  .string()
  .trim()
  .regex(
    /^(?:(?:open|merge|close)(?:\s+|$))?(?:#?\d{1,9})?$/i,
    "Say the task's number, and merge or close before it to do that.",
  )
  .transform((text) => ({
    merges: /^merge/i.test(text),
    closes: /^close/i.test(text),
    taskId: /\d+/.test(text) ? Number(/\d+/.exec(text)?.[0]) : null,
  }));

/** Whoever gives it is the person who would be asked: it needs the right to decide, and no other yes. */
export const prCommand: Command = defineCommand(
  {
    name: "pr",
    summary:
      "Push a task's proved change and open its pull request, or merge or close that; the newest task's without a number",
    usage: "[merge|close] [task number]",
    examples: ["/pr", "/pr 3", "/pr merge 3", "/pr close 3"],
    role: "member",
    arguments: given,
  },
  async (deps, turn, { merges, closes, taskId }) => {
    if (deps.pulls === null) return tell(turn, NO_HOST);
    const task = await taskOf(deps, turn, taskId);
    if (task === null) return tell(turn, ["There is no such task in this chat. ", code("/tasks"), " lists them."]);
    const known = await deps.pulls.get(task.id);
    if (!merges && !closes && known !== null && isThere(known)) return tell(turn, pullLine(known) ?? []);
    const { from } = turn.incoming;
    if (!(await deps.approvers.may(from.userId, task, merges ? "high" : "medium")))
      return tell(turn, ["Only who may approve that decides on it. Nothing was done."]);
    const told = closes
      ? await deps.pulls.close(task.id)
      : merges
        ? await deps.pulls.merge(task.id, from.name)
        : await deps.pulls.open(task.id, from.name);
    if (told.kind === "refused") {
      const what = closes ? "closed" : merges ? "merged" : "opened";
      return tell(turn, [`Nothing was ${what} for task ${task.id}: ${told.reason}. The change is kept.`]);
    }
    await tell(turn, pullLine(told.pull) ?? [`Task ${task.id} has no pull request.`]);
  },
);
const NO_HOST: readonly Inline[] = [
  "No code host is set up, so nothing is pushed anywhere. Keep a token with ",
  code("sparks secrets set GITHUB_TOKEN"),
  " and start me again; ",
  code("/apply"),
  " writes a branch into a repository of this machine without one.",
];
function isThere({ state }: Pull): boolean {
  return ["open", "merging", "merged"].includes(state.kind);
}
async function taskOf(deps: ChatDependencies, turn: Turn, id: number | null): Promise<Task | null> {
  const { chatId } = turn.incoming.chat;
  const [newest] = id === null ? await deps.tasks.list({ limit: 1, states: ["ended"], chatId }) : [];
  const task = id === null ? (newest ?? null) : await deps.tasks.get(id);
  return task?.chat?.chatId === chatId ? task : null;
}
function tell(turn: Turn, inline: readonly Inline[]): Promise<void> {
  return turn.reply([paragraph(...inline)]);
}
