import { paragraph, type Block } from "../../../lib/blocks.ts";
import type { Button } from "../../ports/messenger.ts";
import type { Pull } from "../../pulls/pull.ts";
import type { Task } from "../../tasks/task.ts";
import { writeButtonData } from "../desk/button-data.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import { pullLine } from "./view-pull.ts";

type Needed = Pick<ChatDependencies, "pulls" | "messenger">;

/** A discarded change may still be open for all to see on its code host: people are told, and say what becomes of that. */
export async function offerPull({ pulls, messenger }: Needed, task: Task): Promise<void> {
  const pull = (await pulls?.discarded(task.id)) ?? null;
  if (pull === null || task.chat === null) return;
  const { kind } = pull.state;
  if (kind === "open" || kind === "opening" || kind === "merging")
    await messenger.put(messageOf(task, task.chat, openBlocks(pull), kind === "open" ? buttonsOf(task) : []));
}
/** @returns the answer to whoever pressed */
export async function settlePull(
  { pulls, messenger }: Needed,
  task: Task,
  { closes, by }: { readonly closes: boolean; readonly by: string },
): Promise<string> {
  const told = closes ? await pulls?.close(task.id) : undefined;
  if (closes && told?.kind !== "told") return `It was not closed: ${told?.reason ?? "no code host is set up"}.`;
  const pull = (await pulls?.get(task.id)) ?? null;
  const end = closes ? `Closed by ${by}. Its branch is still there.` : `Left as it is by ${by}.`;
  if (task.chat !== null)
    await messenger.put(messageOf(task, task.chat, [paragraph(...(pullLine(pull) ?? [])), paragraph(end)], []));
  return end;
}
function messageOf(task: Task, chat: NonNullable<Task["chat"]>, blocks: Block[], keyboard: Button[][]) {
  const key = `discarded-pull:${task.id}`;
  return {
    key,
    chat,
    anchor: `🔀 Pull request of task ${task.id}`,
    blocks,
    ...(keyboard.length === 0 ? {} : { keyboard }),
  };
}
function openBlocks(pull: Pull): Block[] {
  const words = {
    open: "The change is discarded, and its pull request is still there. It is not merged by itself any more. Close it, or leave it to the people there?",
    opening: `The change is discarded while its pull request is being opened. /pr close ${pull.taskId} closes it once it is there.`,
    merging: "The change is discarded here, and its pull request was being merged already: look at it there.",
  };
  const { kind } = pull.state;
  const text = kind === "opening" || kind === "merging" ? words[kind] : words.open;
  return [paragraph(...(pullLine(pull) ?? [])), paragraph(text)];
}
function buttonsOf({ id }: Task): Button[][] {
  const data = (action: string) => writeButtonData({ kind: "task", id, action });
  return [
    [
      { text: "Close it", data: data("close-pull"), style: "danger" },
      { text: "Leave it open", data: data("leave-pull") },
    ],
  ];
}
