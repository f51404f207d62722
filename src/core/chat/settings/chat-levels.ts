import type { Emit } from "../../events.ts";
import type { Person } from "../../incoming.ts";
import type { Level } from "../../policy/levels.ts";
import type { ChatStore, Repository, RepositoryStore } from "../../ports/store.ts";

/** How far work may go in a chat and on a repository, as people set it. */
export interface ChatLevels {
  of(chatId: number): Promise<Level | null>;
  /** Null: as far as the others allow. Nothing happens in a chat that is not known. */
  setChat(chatId: number, level: Level | null, by: Person): Promise<void>;
  setRepository(repository: Repository, level: Level | null, by: Person): Promise<void>;
}
export function createChatLevels(deps: {
  readonly chats: Pick<ChatStore, "get" | "put">;
  readonly repositories: Pick<RepositoryStore, "setLevel">;
  readonly emit: Emit;
}): ChatLevels {
  function tell(key: string, change: { from: Level | null; to: Level | null }, by: Person & { chatId?: number }): void {
    if (change.from === change.to) return;
    const [from, to] = [String(change.from ?? "none"), String(change.to ?? "none")];
    const chat = by.chatId === undefined ? {} : { chatId: by.chatId };
    deps.emit({ kind: "setting.changed", key, from, to, by: by.userId, byName: by.name, ...chat });
  }
  return {
    of: async (chatId) => (await deps.chats.get(chatId))?.level ?? null,
    async setChat(chatId, level, by) {
      const settings = await deps.chats.get(chatId);
      if (settings === null) return;
      await deps.chats.put({ ...settings, level });
      tell("chat.level", { from: settings.level ?? null, to: level }, { ...by, chatId });
    },
    async setRepository(repository, level, by) {
      await deps.repositories.setLevel(repository.id, level);
      tell(`repository.${repository.name}.level`, { from: repository.level, to: level }, by);
    },
  };
}
