import { paragraph } from "../../../lib/blocks.ts";
import { ATTACHMENTS_FOLDER } from "../../attachments/names.ts";
import type { Attachment } from "../../ports/attachments.ts";
import { settle, togetherWith } from "../files/file-messages.ts";
import { giveFiles, keepForNext, letGo, MOST_HELD } from "../desk/hand.ts";
import { GONE, taskOf, type PressHandler } from "../desk/press.ts";
import { isAtWork } from "../../tasks/task.ts";
import { steer } from "../desk/steer.ts";

/** What becomes of files that came without a word. Each way can be gone once more; a crash between its acts repeats them. */
export const pressFileButton: PressHandler = async (deps, press) => {
  const { turn, data, toast } = press;
  const found = await deps.attachments.ofRow(data.id);
  if (found === null || found.chatId !== turn.incoming.chat.chatId) return toast(GONE);
  const files = await togetherWith(deps.attachments, found);
  const ids = files.map(({ id }) => id);
  switch (data.action) {
    case "use": {
      const goesWith = await keepForNext(deps, turn, ids);
      if (goesWith === "too-many")
        return toast(`${MOST_HELD} files wait for one message at most: write what they are for, or discard some.`, {
          alert: true,
        });
      await settle(
        deps,
        turn.incoming,
        files,
        goesWith === "next"
          ? "✅ Kept for the next message that you write here."
          : "✅ It goes with the question that is open.",
      );
      return toast("Kept.");
    }
    case "put":
      return putIntoWorkspace(deps, press, files);
    case "discard":
      await letGo(deps, turn, ids);
      await settle(deps, turn.incoming, files, "🗑 Discarded. Nothing was done with it.");
      await deps.attachments.remove(ids);
      return toast("Discarded.");
    default:
      return toast(GONE);
  }
};
async function putIntoWorkspace(
  deps: Parameters<PressHandler>[0],
  { turn, data, toast }: Parameters<PressHandler>[1],
  files: readonly Attachment[],
): Promise<void> {
  const task = data.version === null ? null : await taskOf(deps, turn, data.version);
  if (task === null) return toast(GONE);
  if (!isAtWork(task)) {
    await turn.reply([paragraph(`Task ${task.id} has ended meanwhile; the file is still here.`)]);
    return toast(`Task ${task.id} has ended.`);
  }
  const there = await deps.attachments.ofTask(task.id);
  const isThere = there.some(
    ({ attachment, givenBy }) => givenBy !== turn.row.id && files.some(({ id }) => id === attachment.id),
  );
  if (isThere) return toast(`Task ${task.id} has it already.`);
  const names = await giveFiles(
    deps,
    files.map(({ id }) => id),
    { taskId: task.id, givenBy: turn.row.id },
  );
  await settle(deps, turn.incoming, files, `✅ For task ${task.id}: in its workspace, in ${ATTACHMENTS_FOLDER}/.`);
  await toast(`It goes to task ${task.id}.`);
  const what = names.length === 1 ? "a file" : `${names.length} files`;
  await steer(deps, turn, task, { text: `I have put ${what} into your workspace: ${names.join(", ")}.` });
}
