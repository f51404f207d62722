import { expect, test } from "vitest";
import { instant } from "../../lib/time.ts";
import type { Event } from "../events.ts";
import type { ActivityRow } from "../ports/activity.ts";
import { findUndoable } from "./undoable.ts";

const ADA = { chatId: 1, userId: 7, name: "Ada" };
function rowsOf(...events: readonly Event[]): ActivityRow[] {
  return events.map((event, at) => ({
    id: at + 1,
    at: instant(at),
    event,
    summary: "",
    about: { chatId: 1, userId: null, taskId: null, runId: null, spark: null, tool: null },
    hash: "",
  }));
}
const set = (key: string, from: string, to: string, by = 7): Event => ({
  kind: "setting.changed",
  key,
  from,
  to,
  by,
  byName: "",
});
const applied: Event = { kind: "task.applied", taskId: 3, branch: "b", by: "Ada" };
const undone = (rowId: number): Event => ({ kind: "undone", ...ADA, rowId, what: "" });

test("the newest of one's own comes first, and never what others did", () => {
  expect(findUndoable(rowsOf(applied, set("a", "1", "2"), set("a", "2", "3", 8)), ADA)).toMatchObject({
    key: "a",
    to: "1",
  });
  expect(findUndoable(rowsOf(set("a", "1", "2", 8)), ADA)).toBeNull();
  expect(findUndoable(rowsOf({ ...applied, by: "Ben" }), ADA)).toBeNull();
});
test("what was taken back is passed over, with what the taking back did; the one before it is next", () => {
  const once = [set("a", "1", "2"), applied, set("b", "1", "2"), set("b", "2", "1"), undone(3)];
  expect(findUndoable(rowsOf(...once), ADA)).toMatchObject({ kind: "applied", taskId: 3 });
  const twice = [...once, { kind: "task.rolled-back", taskId: 3, branch: "b", by: "Ada" } as const, undone(2)];
  expect(findUndoable(rowsOf(...twice), ADA)).toMatchObject({ key: "a", to: "1" });
  expect(findUndoable(rowsOf(...twice, set("a", "2", "1"), undone(1)), ADA)).toBeNull();
});
