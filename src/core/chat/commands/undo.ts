import { code, paragraph } from "../../../lib/blocks.ts";
import { findUndoable, type Undoable } from "../../activity/undoable.ts";
import { defineCommand, nothing } from "../desk/command.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { roleRefusal } from "../people/role-refusal.ts";

const LOOKED_AT = 1000;
export const undoCommand = defineCommand(
  {
    name: "undo",
    summary:
      "Take back the last thing you did here: a setting, an applied change, a task on its way, a forgotten memory",
    usage: "",
    examples: ["/undo"],
    role: "member",
    arguments: nothing,
  },
  async (deps, turn) => {
    const { chat, from } = turn.incoming;
    const rows = await deps.activity.read({ limit: LOOKED_AT });
    const mine = { chatId: chat.chatId, userId: from.userId, name: from.name };
    const found = findUndoable(rows, mine);
    if (found === null)
      return turn.reply([
        paragraph(
          "There is nothing of yours here that can be taken back. What ran in a sandbox changed nothing outside it.",
        ),
      ]);
    const said = await undo(deps, turn, found);
    await turn.reply([paragraph(said.text, ...(said.hint === undefined ? [] : [" ", code(said.hint)]))]);
    if (said.done) deps.emit({ kind: "undone", ...mine, rowId: found.row.id, what: found.row.summary });
  },
);
type Said = { readonly done: boolean; readonly text: string; readonly hint?: string };
async function undo(deps: ChatDependencies, turn: Turn, found: Undoable): Promise<Said> {
  const { from } = turn.incoming;
  if (found.kind === "setting") {
    const refusal = await roleRefusal(deps, turn, "maintainer");
    if (refusal !== null) return { done: false, text: `Settings are for a maintainer; ${refusal}` };
    const change = await deps.knobs.set(found.key, found.to, from);
    if (change.kind === "changed")
      return { done: true, text: `↩️ ${change.key} is ${change.to} again; it was ${change.from}.` };
    if (change.kind === "same") return { done: true, text: `${change.key} is ${change.value} already.` };
    return { done: false, text: `${found.key} cannot be set back.`, hint: "/knobs" };
  }
  if (found.kind === "forgot") {
    const { memoryId } = found;
    const back = await deps.memories.restore(memoryId);
    if (!back)
      return {
        done: false,
        text: `Memory #${memoryId} cannot be taken back: it is gone for good, or was said again since.`,
      };
    const { chat, from: person } = turn.incoming;
    deps.emit({ kind: "memory.restored", memoryId, chatId: chat.chatId, userId: person.userId, name: person.name });
    return { done: true, text: `↩️ I remember #${memoryId} again.` };
  }
  const task = await deps.tasks.get(found.taskId);
  if (task === null) return { done: false, text: `Task ${found.taskId} is not there any more.` };
  if (found.kind === "started") {
    const stopped = await deps.runner.stop(task.id, from.name);
    return stopped
      ? { done: true, text: `↩️ Task ${task.id} is stopped; nothing of it left its sandbox.` }
      : { done: true, text: `Task ${task.id} has ended already; nothing of it was applied.`, hint: `/task ${task.id}` };
  }
  if (!(await deps.approvers.may(from.userId, task, "medium")))
    return { done: false, text: "Only who may approve decides on a change. Nothing was done." };
  const back = await deps.verdicts.rollback(task.id, from.name);
  return back.kind === "rolled-back"
    ? { done: true, text: `↩️ Branch ${back.branch} is removed again.` }
    : { done: false, text: back.reason };
}
