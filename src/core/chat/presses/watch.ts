import type { PressHandler } from "../desk/press.ts";

export const pressWatchButton: PressHandler = async (deps, { turn, data, toast }) => {
  const stopped = await deps.watches.stop(turn.incoming.chat.chatId, data.id);
  await toast(stopped ? "Stopped." : "It has ended already.");
};
