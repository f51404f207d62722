import type { ActivityRow } from "../ports/activity.ts";

/** The last thing somebody did that can be taken back, with the row that tells of it. */
export type Undoable = { readonly row: ActivityRow } & (
  | { readonly kind: "setting"; readonly key: string; readonly to: string }
  | { readonly kind: "applied"; readonly taskId: number }
  | { readonly kind: "started"; readonly taskId: number }
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
  switch (event.kind) {
    case "setting.changed":
      return event.by === userId && !event.key.startsWith("chat.")
        ? { kind: "setting", row, key: event.key, to: event.from }
        : null;
    case "task.applied":
      return row.about.chatId === chatId && event.by === name ? { kind: "applied", row, taskId: event.taskId } : null;
    case "plan.approved":
      return row.about.chatId === chatId && event.userId === userId
        ? { kind: "started", row, taskId: event.taskId }
        : null;
    default:
      return null;
  }
}
