import { readButtonData, type ButtonKind } from "./button-data.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";
import { GONE, type PressContent, type PressHandler } from "./press.ts";
import { pressApproval } from "../presses/approval.ts";
import { pressBriefButton, pressReopenButton } from "../presses/brief.ts";
import { pressEditButton } from "../presses/edit.ts";
import { pressFileButton } from "../presses/file.ts";
import { pressMemoryButton } from "../presses/memory.ts";
import { pressPinButton } from "../presses/pin.ts";
import { pressPlanButton } from "../presses/plan.ts";
import { pressQuestionButton, pressRepositoryButton } from "../presses/question.ts";
import { pressQueueButton } from "../presses/queue.ts";
import { pressSearchButton } from "../presses/search.ts";
import { pressSteerButton } from "../presses/steer.ts";
import { pressTaskButton } from "../presses/task.ts";
import { pressTasksButton } from "../presses/tasks.ts";
import { pressDispatchButton } from "../presses/dispatch.ts";
import { pressVoiceButton } from "../presses/voice.ts";
import { pressWatchButton } from "../presses/watch.ts";
import { roleRefusal } from "../people/role-refusal.ts";

/** What each kind of button does. A new one is a kind in `button-data.ts`, a file in `presses/` and a line here. */
const HANDLERS: Readonly<Record<ButtonKind, PressHandler>> = {
  approval: pressApproval,
  brief: pressBriefButton,
  edit: pressEditButton,
  file: pressFileButton,
  memory: pressMemoryButton,
  pin: pressPinButton,
  plan: pressPlanButton,
  question: pressQuestionButton,
  queue: pressQueueButton,
  reopen: pressReopenButton,
  repo: pressRepositoryButton,
  search: pressSearchButton,
  steer: pressSteerButton,
  task: pressTaskButton,
  tasks: pressTasksButton,
  dispatch: pressDispatchButton,
  voice: pressVoiceButton,
  watch: pressWatchButton,
};
/** Kinds that change nothing. What more a kind asks for, its handler looks at. */
const LOOKING: ReadonlySet<ButtonKind> = new Set(["search", "watch", "queue", "tasks", "memory"]);
/** A button: the act is stored first, then the press is answered; pressing again does nothing more. */
export async function handlePress(deps: ChatDependencies, turn: Turn, press: PressContent): Promise<void> {
  const data = readButtonData(press.data);
  const toast = (text: string, options?: { alert: boolean }) => deps.messenger.toast(press.callbackId, text, options);
  if (data === null) {
    if (!(await deps.menus.press({ ...turn.incoming, ...press }))) await toast(GONE);
    return;
  }
  const needed = LOOKING.has(data.kind) ? "viewer" : "member";
  const refusal = await roleRefusal(deps, turn, needed);
  if (refusal !== null) return toast(`That is for a ${needed}; ${refusal}`, { alert: true });
  await HANDLERS[data.kind](deps, { turn, data, toast });
}
