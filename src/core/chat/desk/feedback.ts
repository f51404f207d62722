import { code, paragraph } from "../../../lib/blocks.ts";
import type { IncomingContent } from "../../incoming.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";
import { taskOfKey } from "../tasks/task-messages.ts";

const MORE = ["👍", "❤", "🔥", "🎉", "👏", "🥰", "🤩", "💯", "🏆", "👌", "🙏", "🫡"];
const LESS = ["👎", "😡", "🤬", "💩", "🤮", "😢", "🥱", "🙉"];

/** What a person put under one of the bot's messages is kept; where there is something to turn down, they are told how. */
export async function handleReaction(
  deps: ChatDependencies,
  turn: Turn,
  { messageId, emoji }: IncomingContent & { readonly kind: "reaction" },
): Promise<void> {
  const { chat, from } = turn.incoming;
  const wish = emoji.some((one) => LESS.includes(one))
    ? "less"
    : emoji.some((one) => MORE.includes(one))
      ? "more"
      : null;
  const row = await deps.outbox.byMessage(chat.chatId, messageId);
  if (wish === null || row === null) return;
  const taskId = taskOfKey(row.key);
  deps.emit({
    kind: "feedback.given",
    chatId: chat.chatId,
    userId: from.userId,
    name: from.name,
    key: row.key,
    wish,
    ...(taskId === null ? {} : { taskId }),
  });
  if (wish === "less") await offerLess(deps, turn, row.key);
}
async function offerLess(deps: ChatDependencies, turn: Turn, key: string): Promise<void> {
  const { chat } = turn.incoming;
  const [, kind, id] = /^(watch|alert):(\d+)/.exec(key) ?? [];
  if (kind === "watch" && (await deps.watches.stop(chat.chatId, Number(id))))
    return turn.reply([paragraph("👎 Less of this: the watch has ended.")], { silent: true });
  if (kind === "alert")
    return turn.reply(
      [
        paragraph(
          "👎 Less of this: ",
          code(`/alerts off ${id}`),
          " turns that rule off, ",
          code("/alerts"),
          " lists all.",
        ),
      ],
      { silent: true },
    );
}
