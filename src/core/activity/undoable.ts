import type { ActivityRow } from "../ports/activity.ts";

/** The last thing somebody did that can be taken back, with the row that tells of it. */
export type Undoable = { readonly row: ActivityRow } & (
  | { readonly kind: "setting"; readonly key: string; readonly to: string }
  | { readonly kind: "applied"; readonly taskId: number }
  | { readonly kind: "started"; readonly taskId: number }
  | { readonly kind: "forgot"; readonly memoryId: number }
);
type Person = { readonly chatId: number; readonly userId: number; readonly name: string };

/**
 * What was taken back before is passed over, and so is what the taking back itself did: it stands just before the row that tells of it.
 * @param rows in order, newest last
 */
export function findUndoable(rows: readonly ActivityRow[], person: Person): Undoable | null {
  const undone = new Set<number>();
  let doneByUndo = false;
  for (const row of rows.toReversed()) {
    const { event } = row;
    if (event.kind === "undone" && event.userId === person.userId && event.chatId === person.chatId) {
      undone.add(event.rowId);
      doneByUndo = true;
      continue;
    }
    const found = undoableOf(row, person);
    if (found === null) continue;
    if (found.kind === "setting" && doneByUndo) {
      doneByUndo = false;
      continue;
    }
    if (!undone.has(row.id)) return found;
    doneByUndo = false;
  }
  return null;
}
function undoableOf(row: ActivityRow, { chatId, userId, name }: Person): Undoable | null {
  const { event } = row;
  const here = row.about.chatId === chatId;
  if (event.kind === "setting.changed" && event.by === userId && !/^(chat|repository)\./.test(event.key))
    return { kind: "setting", row, key: event.key, to: event.from };
  if (event.kind === "task.applied" && here && event.by === name) return { kind: "applied", row, taskId: event.taskId };
  if (event.kind === "memory.forgotten" && here && event.userId === userId)
    return { kind: "forgot", row, memoryId: event.memoryId };
  if (event.kind === "plan.approved" && here && event.userId === userId)
    return { kind: "started", row, taskId: event.taskId };
  return null;
}
