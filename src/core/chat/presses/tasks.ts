import { TASK_FILTERS, taskPage } from "../commands/task-list.ts";
import { GONE, type PressHandler } from "../desk/press.ts";

/** Another page of a list of tasks, in its message. */
export const pressTasksButton: PressHandler = async (deps, { turn, data, toast }) => {
  const { chat } = turn.incoming;
  const filter = TASK_FILTERS.find((each) => each === data.action);
  const asked = (await deps.inbox.get(data.id))?.incoming;
  if (filter === undefined || asked?.kind !== "command" || asked.chat.chatId !== chat.chatId) return toast(GONE);
  const before = data.version ?? 0;
  const { blocks, keyboard } = await taskPage(deps, {
    chatId: chat.chatId,
    rowId: data.id,
    filter,
    ...(before === 0 ? {} : { before }),
  });
  await deps.messenger.put({
    key: `update:${data.id}:reply`,
    chat: asked.chat,
    anchor: "Tasks",
    blocks,
    ...(keyboard.length === 0 ? {} : { keyboard }),
  });
  await toast("");
};
