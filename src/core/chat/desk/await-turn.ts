import { paragraph } from "../../../lib/blocks.ts";
import { isAtLeast } from "../../policy/roles.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";

/**
 * Holds a goal or talk back until it is its turn; nothing is lost by it. Commands, buttons and answers to a question are never held, nor
 * is anything of those whose own time and money it is.
 */
export async function awaitTurn(deps: ChatDependencies, turn: Turn): Promise<void> {
  const { chat, from } = turn.incoming;
  const role = await deps.people.roleOf(from.userId, chat.chatId);
  if (role !== null && isAtLeast(role, "maintainer")) return;
  const waitMs = deps.patience.wait(chat.chatId, from.userId);
  if (waitMs === 0) return;
  await turn.reply(
    [
      paragraph(
        `⏳ That is more at once than I take from one person. It is kept, and taken up in ${Math.ceil(waitMs / 1000)} s.`,
      ),
    ],
    { silent: true },
  );
  await deps.clock.sleep(waitMs, turn.signal);
  turn.signal.throwIfAborted();
}
