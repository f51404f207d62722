import { type Level, type LevelNow, lowestLevel } from "../policy/levels.ts";
import type { ChatStore, RepositoryStore } from "../ports/store.ts";
import type { Task } from "./task.ts";

/** How far work may go now: read anew for each act, so that a level that is lowered holds at once. */
export interface Levels {
  of(work: Pick<Task, "spark" | "chat" | "repositoryId">): Promise<LevelNow>;
}
export function createLevels(deps: {
  readonly settings: () => Level;
  /** What the spark's own file says. */
  readonly spark: (name: string) => Level | null;
  readonly chats: Pick<ChatStore, "get">;
  readonly repositories: Pick<RepositoryStore, "get">;
}): Levels {
  return {
    async of({ spark, chat, repositoryId }) {
      const settings = chat === null ? null : await deps.chats.get(chat.chatId);
      const repository = await deps.repositories.get(repositoryId);
      return lowestLevel({
        settings: deps.settings(),
        spark: deps.spark(spark),
        chat: settings?.level ?? null,
        repository: repository?.level ?? null,
      });
    },
  };
}
