import { z } from "zod";
import { code, paragraph, type Inline } from "../../../lib/blocks.ts";
import type { Pull } from "../../pulls/pull.ts";
import type { Pulls } from "../../pulls/pulls.ts";
import type { Task } from "../../tasks/task.ts";
import { defineCommand, type Command } from "../desk/command.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { pullLine } from "../tasks/view-pull.ts";

const VERBS = ["open", "merge", "close"] as const;
const given = z
  .string()
  .trim()
  .regex(
    /^(?:(?:open|merge|close)(?:\s+|$))?(?:#?\d{1,9})?$/i,
    "Say the task's number, and merge or close before it to do that.",
  )
  .transform((text) => ({
    verb: VERBS.find((verb) => text.toLowerCase().startsWith(verb)) ?? "open",
    taskId: /\d+/.test(text) ? Number(/\d+/.exec(text)?.[0]) : null,
  }));
type Deed = {
  readonly risk: "medium" | "high";
  readonly done: string;
  readonly act: (
    pulls: Pick<Pulls, "open" | "merge" | "close">,
    taskId: number,
    by: string,
  ) => ReturnType<Pulls["open"]>;
};
const DEEDS: Readonly<Record<(typeof VERBS)[number], Deed>> = {
  open: { risk: "medium", done: "opened", act: (pulls, taskId, by) => pulls.open(taskId, by) },
  merge: { risk: "high", done: "merged", act: (pulls, taskId, by) => pulls.merge(taskId, by) },
  close: { risk: "medium", done: "closed", act: (pulls, taskId) => pulls.close(taskId) },
};

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
  async (deps, turn, { verb, taskId }) => {
    if (deps.pulls === null) return tell(turn, NO_HOST);
    const task = await taskOf(deps, turn, taskId);
    if (task === null) return tell(turn, ["There is no such task in this chat. ", code("/tasks"), " lists them."]);
    const known = await deps.pulls.get(task.id);
    if (verb === "open" && known !== null && isThere(known)) return tell(turn, pullLine(known) ?? []);
    const { from } = turn.incoming;
    const { risk, done, act } = DEEDS[verb];
    if (!(await deps.approvers.may(from.userId, task, risk)))
      return tell(turn, ["Only who may approve that decides on it. Nothing was done."]);
    const told = await act(deps.pulls, task.id, from.name);
    if (told.kind === "refused")
      return tell(turn, [`Nothing was ${done} for task ${task.id}: ${told.reason}. The change is kept.`]);
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
