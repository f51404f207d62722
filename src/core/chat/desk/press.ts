import type { IncomingContent } from "../../incoming.ts";
import type { Task } from "../../tasks/task.ts";
import type { ButtonData } from "./button-data.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";

type Press = {
  readonly turn: Turn;
  readonly data: ButtonData;
  /** Answers the press; once, and after the act is stored. */
  readonly toast: (text: string, options?: { alert: boolean }) => Promise<void>;
};
/** What a button of one kind does. Pressing it again does nothing more. */
export type PressHandler = (deps: ChatDependencies, press: Press) => Promise<void>;
export type PressContent = IncomingContent & { kind: "press" };
export const GONE = "That button is from an earlier time; nothing was done.";

/** Why a press on what is not open for this person does nothing: it is another's, or over. `rowId`: the message that began it. */
export async function notOpen({ inbox }: ChatDependencies, { incoming }: Turn, rowId: number): Promise<string> {
  const began = (await inbox.get(rowId))?.incoming;
  const isOthers = began?.chat.chatId === incoming.chat.chatId && began.from.userId !== incoming.from.userId;
  return isOthers ? `That is for ${began.from.name} to answer.` : GONE;
}
/** Buttons act on things of the chat they stand in, and of no other. */
export async function taskOf(deps: ChatDependencies, turn: Turn, id: number): Promise<Task | null> {
  const task = await deps.tasks.get(id);
  return task?.chat?.chatId === turn.incoming.chat.chatId ? task : null;
}
/** What a press begins belongs to the message it is under: pressed twice, it makes one task. */
export function inPlaceOf(turn: Turn, rowId: number): Turn {
  return { ...turn, row: { ...turn.row, id: rowId } };
}
