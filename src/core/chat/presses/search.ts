import { GONE, type PressHandler } from "../desk/press.ts";
import { searchPage } from "../record/search.ts";

/** Turns the page of a search, in its message. */
export const pressSearchButton: PressHandler = async (deps, { turn, data, toast }) => {
  const { chat } = turn.incoming;
  const row = await deps.inbox.get(data.id);
  const asked = row?.incoming;
  if (asked?.kind !== "command" || asked.chat.chatId !== chat.chatId) return toast(GONE);
  const before = data.action === "older" ? data.version : null;
  const { blocks, keyboard } = await searchPage(deps, {
    rowId: data.id,
    chatId: chat.chatId,
    asked: asked.rest,
    before,
  });
  await deps.messenger.put({ key: `update:${data.id}:reply`, chat, anchor: "🔎", blocks, keyboard });
  await toast("");
};
