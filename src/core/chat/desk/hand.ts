import { named, viewAttachments, type AttachmentView } from "../../attachments/views.ts";
import { distinctNames } from "../../attachments/names.ts";
import type { HeldFiles } from "../interview/conversation.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";

/**
 * The files that a person is talking about. Those that wait are taken by their next message; what a message took stays with what it
 * opened (an interview, a question), and is let go when the next one comes and nothing is open. Nothing is let go at a turn's end:
 * a turn handled again after a crash finds them.
 */
export async function takeWaiting(deps: ChatDependencies, turn: Turn): Promise<void> {
  const { chatId, userId, files, isOpen } = await heldBy(deps, turn);
  if (files === null || files.takenBy === turn.row.id) return;
  if (files.takenBy === null) return deps.conversations.holdFiles(chatId, userId, { ...files, takenBy: turn.row.id });
  if (!isOpen) await deps.conversations.holdFiles(chatId, userId, null);
}
/** Commands that begin something which files can go with; others leave them to be decided on. */
export function takesFiles(command: string): boolean {
  return ["plan", "implement", "dispatch"].includes(command);
}
/** So many files wait for one message; with an album more may go. */
export const MOST_HELD = 20;
/** These go with this message; those that waited for it as well. */
export async function takeNow(deps: ChatDependencies, turn: Turn, ids: readonly number[]): Promise<void> {
  const { chatId, userId, files, isOpen } = await heldBy(deps, turn);
  if (ids.length === 0) return;
  const stays = files !== null && (isOpen || files.takenBy === null || files.takenBy === turn.row.id);
  const held = stays ? union(files.ids, ids) : [...ids];
  await deps.conversations.holdFiles(chatId, userId, { ids: held, takenBy: turn.row.id });
}
/** These wait for the next message; where a question is open they go with that. @returns which of both, or that it was not kept */
export async function keepForNext(
  deps: ChatDependencies,
  turn: Turn,
  ids: readonly number[],
): Promise<"next" | "question" | "too-many"> {
  const { chatId, userId, files, isOpen } = await heldBy(deps, turn);
  if (union(isOpen || files?.takenBy === null ? (files?.ids ?? []) : [], ids).length > MOST_HELD) return "too-many";
  if (isOpen) {
    const held = { ids: union(files?.ids ?? [], ids), takenBy: files?.takenBy ?? turn.row.id };
    await deps.conversations.holdFiles(chatId, userId, held);
    return "question";
  }
  const waiting = files?.takenBy === null ? files.ids : [];
  await deps.conversations.holdFiles(chatId, userId, { ids: union(waiting, ids), takenBy: null });
  return "next";
}
/** These are not talked about any more. */
export async function letGo(deps: ChatDependencies, turn: Turn, ids: readonly number[]): Promise<void> {
  const { chatId, userId, files } = await heldBy(deps, turn);
  if (files === null || !files.ids.some((id) => ids.includes(id))) return;
  const left = files.ids.filter((id) => !ids.includes(id));
  await deps.conversations.holdFiles(chatId, userId, left.length === 0 ? null : { ...files, ids: left });
}
/** What the model is told of what is in hand. */
export async function viewHand(deps: ChatDependencies, turn: Turn): Promise<readonly AttachmentView[]> {
  const { files } = await heldBy(deps, turn);
  if (files === null || files.takenBy === null) return [];
  const known = await deps.attachments.get(files.ids);
  return viewAttachments(named(known), deps.fileLimits().textBytes, deps.shelf);
}
/** Gives what is in hand to a task. `taken` "by-this": only what came with this very message. @returns the names it has there */
export async function giveHand(
  deps: ChatDependencies,
  turn: Turn,
  { taskId, givenBy, taken }: { taskId: number; givenBy: number | null; taken: "by-this" | "any" },
): Promise<readonly string[]> {
  const { files } = await heldBy(deps, turn);
  if (files === null || files.takenBy === null) return [];
  if (taken === "by-this" && files.takenBy !== turn.row.id) return [];
  return giveFiles(deps, files.ids, { taskId, givenBy });
}
/** @returns the names they have in the task's workspace */
export async function giveFiles(
  { attachments }: Pick<ChatDependencies, "attachments">,
  ids: readonly number[],
  { taskId, givenBy }: { taskId: number; givenBy: number | null },
): Promise<readonly string[]> {
  const there = await attachments.ofTask(taskId);
  const given = new Set(there.map(({ attachment }) => attachment.id));
  const fresh = (await attachments.get(ids)).filter(({ id }) => !given.has(id));
  const names = distinctNames(
    fresh.map(({ file }) => file.name),
    there.map(({ name }) => name),
  );
  await attachments.give(
    taskId,
    fresh.map(({ id }, at) => ({ id, name: names[at] ?? `file-${id}`, givenBy })),
  );
  const now = await attachments.ofTask(taskId);
  return now.flatMap(({ attachment, name }) => (ids.includes(attachment.id) ? [name] : []));
}
async function heldBy(
  { conversations }: ChatDependencies,
  { incoming }: Turn,
): Promise<{ chatId: number; userId: number; files: HeldFiles | null; isOpen: boolean }> {
  const [chatId, userId] = [incoming.chat.chatId, incoming.from.userId];
  const { files, open } = await conversations.get(chatId, userId);
  return { chatId, userId, files, isOpen: open !== null };
}
function union(a: readonly number[], b: readonly number[]): number[] {
  return [...new Set([...a, ...b])];
}
