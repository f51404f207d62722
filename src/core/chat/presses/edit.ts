import { paragraph } from "../../../lib/blocks.ts";
import { want } from "../commands/plan.ts";
import { filesOfMessage } from "../files/file-messages.ts";
import { takeNow } from "../desk/hand.ts";
import { GONE, inPlaceOf, type PressHandler } from "../desk/press.ts";

/** Under an edited message that had been dealt with: it is to be dealt with as it reads now. */
export const pressEditButton: PressHandler = async (deps, { turn, data, toast }) => {
  const { chat, from } = turn.incoming;
  const edited = (await deps.inbox.get(data.id))?.incoming;
  if (edited?.kind !== "edited" || edited.chat.chatId !== chat.chatId || edited.from.userId !== from.userId)
    return toast(GONE);
  await toast("");
  await deps.messenger.put({
    key: `update:${data.id}:reply`,
    chat: edited.chat,
    anchor: "✏️ Taken as new",
    blocks: [paragraph("✏️ Taken as new.")],
    silent: true,
  });
  const files = await filesOfMessage(deps, chat.chatId, edited.messageId);
  await takeNow(
    deps,
    turn,
    files.map(({ id }) => id),
  );
  await want(deps, inPlaceOf(turn, data.id), { goal: edited.text });
};
