import { chatsOf, type App } from "./app.ts";

type Views = {
  /** Another chat, topic or user is selected: all that shows the selection is drawn anew. */
  readonly selected: () => void;
  /** The input is to be typed into. */
  readonly focus: () => void;
};
/** Which chat and topic is open, and in whose name. The address says which chat, so that the browser's own way back works. */
export function createNavigation(app: App, { selected, focus }: Views) {
  const { model, selection, session } = app;
  function openChatById(chatId: number): void {
    history.pushState(null, "", `#${chatId}`);
    showSelection();
    if (!matchMedia("(pointer: coarse)").matches) focus();
  }
  function selectTopic(threadId: number | undefined): void {
    selection.threadId = threadId;
    selected();
  }
  function showSelection(): void {
    const mine = chatsOf(app, selection.userId).map(({ info }) => info.chat.id);
    const asked = Number(location.hash.slice(1));
    const wide = matchMedia("(min-width: 720px)").matches;
    const fallback = wide || mine.length === 1 ? mine[0] : undefined;
    const chatId = mine.includes(asked) ? asked : location.hash === "" || wide ? fallback : undefined;
    if (chatId !== selection.chatId) Object.assign(selection, { chatId, threadId: undefined });
    document.body.dataset["view"] = chatId === undefined ? "list" : "chat";
    selected();
  }
  function speakAs(userId: number): void {
    session.setUserId(userId);
    const { chatId } = selection;
    const stays =
      chatId !== undefined && chatId < 0 && model.chats.get(chatId)?.info.memberIds.includes(userId) === true;
    Object.assign(selection, { userId, ...(stays ? {} : { chatId: undefined, threadId: undefined }) });
    if (!stays) history.replaceState(null, "", `#${userId}`);
    showSelection();
  }
  return { openChatById, selectTopic, showSelection, speakAs };
}
