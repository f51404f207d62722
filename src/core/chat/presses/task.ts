import type { ButtonData } from "../button-data.ts";
import type { ChatDependencies } from "../dependencies.ts";
import type { Turn } from "../desk.ts";
import { GONE, taskOf, type PressHandler } from "../press.ts";
import { showDiff } from "../task-messages.ts";

export const pressTaskButton: PressHandler = async (deps, { turn, data, toast }) =>
  toast(await pressTask(deps, turn, data));

async function pressTask(deps: ChatDependencies, turn: Turn, data: ButtonData): Promise<string> {
  const task = await taskOf(deps, turn, data.id);
  if (task === null) return GONE;
  const by = turn.incoming.from.name;
  switch (data.action) {
    case "stop":
      return (await deps.runner.stop(task.id, by)) ? "Stopping." : `Task ${task.id} is not running any more.`;
    case "resume":
      return (await deps.runner.resume(task.id)) ? "Going on." : `Task ${task.id} cannot go on from here.`;
    case "apply": {
      const applied = await deps.verdicts.apply(task.id, by);
      return applied.kind === "applied" ? `Branch ${applied.branch} is in your repository.` : applied.reason;
    }
    case "discard": {
      const discarded = await deps.verdicts.discard(task.id, by);
      return discarded.kind === "discarded" ? "Discarded; your repository was never touched." : discarded.reason;
    }
    case "diff":
      await showDiff(deps, task);
      return "See below.";
    default:
      return GONE;
  }
}
