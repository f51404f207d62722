import type { LocalUser } from "../client-api.ts";
import { sentenceOf } from "./api.ts";
import type { App } from "./app.ts";
import { askGroup, askName } from "./dialogs.ts";

/** Users and groups that whoever sits at the page makes. */
export function createNewcomers(
  app: App,
  { speakAs, openChat }: { readonly speakAs: (userId: number) => void; readonly openChat: (chatId: number) => void },
) {
  const { api, model, selection } = app;
  async function orTell(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (problem) {
      app.notify(sentenceOf(problem), "error");
    }
  }
  /** The server makes the first member the owner. */
  function creatorFirst(): LocalUser[] {
    const mine = model.users.filter(({ id }) => id === selection.userId);
    return [...mine, ...model.users.filter(({ id }) => id !== selection.userId)];
  }
  return {
    async user(): Promise<void> {
      const name = await askName();
      if (name === undefined) return;
      await orTell(async () => {
        const { user } = await api.addUser(name);
        model.users = [...model.users.filter(({ id }) => id !== user.id), user];
        speakAs(user.id);
      });
    },
    async group(): Promise<void> {
      const group = await askGroup(creatorFirst(), selection.userId);
      if (group === undefined) return;
      await orTell(async () => {
        const { chat: info } = await api.addChat(group.title, group.memberIds, group.forum);
        if (!model.chats.has(info.chat.id))
          model.chats.set(info.chat.id, {
            info,
            messages: [],
            hasOlder: false,
            drafts: new Map(),
            ephemerals: [],
            action: undefined,
          });
        openChat(info.chat.id);
      });
    },
  };
}
