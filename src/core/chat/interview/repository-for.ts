import type { Repository } from "../../ports/store.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { mentioned } from "../repository-book.ts";

/** The repository a message means: named in it, chosen for this chat, or the only one; "ask" when it cannot be told. */
export async function repositoryFor(
  deps: ChatDependencies,
  turn: Turn,
  text: string,
): Promise<Repository | null | "ask"> {
  const all = await deps.book.list();
  const named = mentioned(text, all);
  if (named !== null) return named;
  const settings = await deps.chats.get(turn.incoming.chat.chatId);
  const chosen = all.find((repository) => repository.id === settings?.repositoryId);
  if (chosen !== undefined) return chosen;
  return all.length > 1 ? "ask" : (all[0] ?? null);
}
