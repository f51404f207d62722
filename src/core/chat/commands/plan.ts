import { anyText, defineCommand, type Command } from "../desk/command.ts";
import { openBrief } from "../interview/brief.ts";
import { z } from "zod";
import { code, paragraph } from "../../../lib/blocks.ts";
import { nearestName } from "../../../lib/nearest-name.ts";
import { readDispatch } from "../../personas/read-dispatch.ts";
import type { Wish } from "../../planning/interview.ts";
import type { CommandSpec } from "../../ports/commands.ts";
import { writeButtonData } from "../desk/button-data.ts";
import { decidePlan } from "../interview/decide-plan.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { leaveOpen, pursue } from "../interview/goal.ts";
import { repositoryFor } from "../interview/repository-for.ts";
import { usageBlocks } from "../desk/usage.ts";

const planCommand = defineCommand(
  {
    name: "plan",
    summary: "Say what is wanted, step by step, before a plan is made",
    usage: "[goal | cancel]",
    examples: ["/plan", "/plan make the checkout faster"],
    role: "member",
    arguments: anyText,
  },
  async (deps, turn, goal) => (/^(cancel|stop)$/i.test(goal) ? leaveOpen(deps, turn) : openBrief(deps, turn, goal)),
);

const IMPLEMENT: CommandSpec = {
  name: "implement",
  summary: "Begin with a plan that waits or is kept; with words, make one for them first",
  usage: "[task number | goal]",
  examples: ["/implement", "/implement 3", "/implement make the checkout faster"],
  role: "member",
};
const implementCommand = defineCommand({ ...IMPLEMENT, arguments: anyText }, async (deps, turn, said) => {
  const number = /^#?(\d{1,9})$/.exec(said)?.[1];
  if (said !== "" && number === undefined) return want(deps, turn, { goal: said });
  const { chatId } = turn.incoming.chat;
  const [newest] = await deps.tasks.list({ limit: 1, states: ["planned"], chatId });
  const task = number === undefined ? newest : await deps.tasks.get(Number(number));
  if (task === undefined || task === null || task.chat?.chatId !== chatId)
    return turn.reply(
      usageBlocks(
        IMPLEMENT,
        number === undefined ? "No plan waits in this chat." : `There is no plan ${number} in this chat.`,
      ),
    );
  await turn.reply([paragraph(await decidePlan(deps, turn, task, "approve"))]);
});
const DISPATCH: CommandSpec = {
  name: "dispatch",
  summary: "Have a spark do something at once; risky steps are still asked about",
  usage: "[spark] <goal>",
  examples: ["/dispatch fix the failing test in sample", "/dispatch coder fix the failing test in sample"],
  role: "member",
};
const dispatchCommand = defineCommand({ ...DISPATCH, arguments: z.string().min(1, "What is to be done?") }, dispatch);
async function dispatch(deps: ChatDependencies, turn: Turn, said: string): Promise<void> {
  if (deps.sparks.some(({ name }) => name === said.toLowerCase()))
    return turn.reply(usageBlocks(DISPATCH, `What is ${said.toLowerCase()} to do?`));
  const { spark, goal } = readDispatch(said, deps.sparks);
  if (spark !== null) return want(deps, turn, { goal, spark, atOnce: true });
  const [first = "", ...rest] = said.split(/\s+/);
  const names = deps.sparks.map(({ name }) => name);
  const near = rest.length === 0 ? null : nearestName(first.toLowerCase(), names);
  if (near === null) return want(deps, turn, { goal: said, atOnce: true });
  const data = (action: string) => writeButtonData({ kind: "dispatch", id: turn.row.id, action });
  await turn.reply([paragraph("There is no spark ", code(first.slice(0, 40)), ". Did you mean ", code(near), "?")], {
    keyboard: [
      [{ text: `${near} does it`, data: data(`spark-${names.indexOf(near)}`) }],
      [{ text: "It is part of the goal", data: data("goal") }],
    ],
  });
}
export async function want(deps: ChatDependencies, turn: Turn, wish: Wish): Promise<void> {
  const { chat, from } = turn.incoming;
  const { heard } = await deps.conversations.get(chat.chatId, from.userId);
  // Begun again after a crash: what came of it is open.
  if (heard === turn.row.id) return;
  await pursue(deps, turn, wish, await repositoryFor(deps, turn, wish.goal));
}
export const planCommands: readonly Command[] = [planCommand, implementCommand, dispatchCommand];
