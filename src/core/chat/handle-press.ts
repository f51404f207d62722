import { paragraph } from "../../lib/blocks.ts";
import type { IncomingContent } from "../incoming.ts";
import { answerInterview, optionOf } from "../planning/interview.ts";
import type { Task } from "../tasks/task.ts";
import { readButtonData, type ButtonData } from "./button-data.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";
import { chooseRepository, follow } from "./goal.ts";
import { closePlan } from "./plan-messages.ts";
import { showDiff } from "./task-messages.ts";

type Press = IncomingContent & { kind: "press" };
const GONE = "That button is from an earlier time; nothing was done.";

/** A button: the act is stored first, then the press is answered; pressing again does nothing more. */
export async function handlePress(deps: ChatDependencies, turn: Turn, press: Press): Promise<void> {
  const data = readButtonData(press.data);
  const toast = (text: string, alert = false) => deps.messenger.toast(press.callbackId, text, { alert });
  switch (data?.kind) {
    case "plan":
      return toast(await pressPlan(deps, turn, data));
    case "task":
      return toast(await pressTask(deps, turn, data));
    case "approval":
      return toast(await pressApproval(deps, turn, data));
    case "question":
      return pressQuestion(deps, turn, data, toast);
    case "repo":
      return pressRepository(deps, turn, data, toast);
    case "run":
    case undefined:
      return toast(GONE);
  }
}
/** Buttons act on things of the chat they stand in, and of no other. */
async function taskOf(deps: ChatDependencies, turn: Turn, id: number): Promise<Task | null> {
  const task = await deps.tasks.get(id);
  return task?.chat?.chatId === turn.incoming.chat.chatId ? task : null;
}
async function pressPlan(deps: ChatDependencies, turn: Turn, data: ButtonData): Promise<string> {
  const task = await taskOf(deps, turn, data.id);
  if (task === null) return GONE;
  const { from, chat } = turn.incoming;
  if (task.state.kind !== "planned") return `Task ${task.id} was decided already.`;
  if (data.version !== task.plan.version)
    return `This plan was replaced by version ${task.plan.version}; press the buttons there.`;
  switch (data.action) {
    case "approve":
      if (!(await deps.tasks.move({ ...task, state: { kind: "queued", at: deps.clock.now() } }, "planned")))
        return `Task ${task.id} was decided already.`;
      await closePlan(deps, task, `✅ Approved by ${from.name}.`);
      deps.runner.wake();
      return "Approved. Work begins.";
    case "cancel":
      if (!(await deps.tasks.move({ ...task, state: { kind: "cancelled", at: deps.clock.now() } }, "planned")))
        return `Task ${task.id} was decided already.`;
      await closePlan(deps, task, `✖️ Cancelled by ${from.name}. Nothing was run.`);
      return "Cancelled.";
    case "edit":
      await deps.conversations.open(chat.chatId, from.userId, {
        kind: "editing",
        taskId: task.id,
        version: task.plan.version,
        at: deps.clock.now(),
      });
      await turn.reply([
        paragraph(`Write what should be different in the plan of task ${task.id}; “cancel” leaves it as it is.`),
      ]);
      return "Write what should change.";
    default:
      return GONE;
  }
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
async function pressApproval(deps: ChatDependencies, turn: Turn, data: ButtonData): Promise<string> {
  const approval = await deps.approvalStore.get(data.id);
  if (approval === null || (await taskOf(deps, turn, approval.taskId)) === null) return GONE;
  if (data.action !== "approve" && data.action !== "deny") return GONE;
  const { from } = turn.incoming;
  const decided = await deps.approvals.decide(
    data.id,
    { userId: from.userId, name: from.name },
    data.action === "approve",
  );
  switch (decided) {
    case "decided":
      return data.action === "approve" ? "Approved, once, for exactly this." : "Denied. It was not run.";
    case "already":
      return "That was decided already.";
    case "expired":
      return "That question has expired; it was not run.";
    case "unknown":
      return GONE;
  }
}
async function pressQuestion(
  deps: ChatDependencies,
  turn: Turn,
  data: ButtonData,
  toast: (text: string) => Promise<void>,
): Promise<void> {
  const { chat, from } = turn.incoming;
  const { open } = await deps.conversations.get(chat.chatId, from.userId);
  const interview = open?.kind === "interview" && open.interview.inboxId === data.id ? open.interview : null;
  const option =
    interview === null || data.version === null
      ? null
      : optionOf(interview, data.version, Number(data.action.slice(1)));
  if (interview === null || option === null) return toast("That question is not open any more.");
  await toast(option);
  await follow(deps, turn, answerInterview(interview, option, deps.clock.now()));
}
async function pressRepository(
  deps: ChatDependencies,
  turn: Turn,
  data: ButtonData,
  toast: (text: string) => Promise<void>,
): Promise<void> {
  const { chat, from } = turn.incoming;
  const { open } = await deps.conversations.get(chat.chatId, from.userId);
  const repository = data.version === null ? null : await deps.book.get(data.version);
  if (open?.kind !== "choosing-repository" || open.inboxId !== data.id || repository === null)
    return toast("That question is not open any more.");
  await toast(repository.name);
  await chooseRepository(deps, turn, open.goal, repository);
}
