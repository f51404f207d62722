import type { ButtonData } from "../desk/button-data.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import type { Task } from "../../tasks/task.ts";
import { GONE, taskOf, type PressHandler } from "../desk/press.ts";
import { offerPull, settlePull } from "../tasks/discarded-pull.ts";
import { showDiff } from "../tasks/task-messages.ts";

export const pressTaskButton: PressHandler = async (deps, { turn, data, toast }) =>
  toast(await pressTask(deps, turn, data));

/** No commit begins with it: a button without what it was shown with applies nothing. */
const NOTHING_SHOWN = -1;
/** What is done with a change is decided by those who decide on what leaves a task. */
async function mayNot(deps: ChatDependencies, turn: Turn, task: Task): Promise<string | null> {
  if (await deps.approvers.may(turn.incoming.from.userId, task, "medium")) return null;
  const names = (await deps.approvers.of(task, "medium")).map(({ name }) => name);
  return `Only ${names.length === 0 ? "nobody who is here" : names.join(" or ")} can decide on this change.`;
}
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
      const refused = await mayNot(deps, turn, task);
      if (refused !== null) return refused;
      const applied = await deps.verdicts.apply(task.id, by, data.version ?? NOTHING_SHOWN);
      return applied.kind === "applied" ? `Branch ${applied.branch} is in your repository.` : applied.reason;
    }
    case "discard": {
      const refused = await mayNot(deps, turn, task);
      if (refused !== null) return refused;
      const discarded = await deps.verdicts.discard(task.id, by);
      if (discarded.kind === "discarded") await offerPull(deps, task);
      return discarded.kind === "discarded" ? "Discarded; your repository was never touched." : discarded.reason;
    }
    case "close-pull":
    case "leave-pull": {
      const refused = await mayNot(deps, turn, task);
      return refused ?? settlePull(deps, task, { closes: data.action === "close-pull", by });
    }
    case "diff":
      await showDiff(deps, task);
      return "See below.";
    default:
      return GONE;
  }
}
