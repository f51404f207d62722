import { paragraph } from "../../../lib/blocks.ts";
import { hintBlocks } from "../interview/answer-to.ts";
import type { ButtonData } from "../desk/button-data.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { decidePlan } from "../interview/decide-plan.ts";
import { GONE, taskOf, type PressHandler } from "../desk/press.ts";

export const pressPlanButton: PressHandler = async (deps, { turn, data, toast }) =>
  toast(await pressPlan(deps, turn, data));

async function pressPlan(deps: ChatDependencies, turn: Turn, data: ButtonData): Promise<string> {
  const task = await taskOf(deps, turn, data.id);
  if (task === null) return GONE;
  const { from, chat } = turn.incoming;
  if (!(await deps.approvers.may(from.userId, task, "low"))) return "Those who may decide on plans see to this one.";
  if (task.state.kind !== "planned") return `Task ${task.id} was decided already.`;
  if (data.version !== task.plan.version)
    return `This plan was replaced by version ${task.plan.version}; press the buttons there.`;
  switch (data.action) {
    case "approve":
    case "cancel":
    case "keep":
      return decidePlan(deps, turn, task, data.action);
    case "edit":
      await deps.conversations.open(chat.chatId, from.userId, {
        kind: "editing",
        taskId: task.id,
        version: task.plan.version,
        at: deps.clock.now(),
      });
      await turn.reply([
        paragraph(`Write what should be different in the plan of task ${task.id}; “cancel” leaves it as it is.`),
        ...hintBlocks(turn.incoming),
      ]);
      return "Write what should change.";
    default:
      return GONE;
  }
}
