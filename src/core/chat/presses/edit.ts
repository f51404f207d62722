import { pursue } from "../goal.ts";
import { GONE, type PressHandler } from "../press.ts";
import { repositoryFor } from "../repository-for.ts";

/** Under an edited message that had been dealt with: it is to be dealt with as it reads now. */
export const pressEditButton: PressHandler = async (deps, { turn, data, toast }) => {
  const { chat, from } = turn.incoming;
  const edited = (await deps.inbox.get(data.id))?.incoming;
  if (edited?.kind !== "edited" || edited.chat.chatId !== chat.chatId || edited.from.userId !== from.userId)
    return toast(GONE);
  await toast("");
  await pursue(deps, turn, edited.text, await repositoryFor(deps, turn, edited.text));
};
