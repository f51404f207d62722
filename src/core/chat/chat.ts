import type { Turn } from "./desk.ts";
import { handleCommand } from "./handle-command.ts";
import { handlePress } from "./handle-press.ts";
import { handleText } from "./handle-text.ts";
import { handleForwarded, handleVoice } from "./voice.ts";
import { roleRefusal } from "./role-refusal.ts";
import { paragraph } from "../../lib/blocks.ts";
import type { ChatDependencies } from "./dependencies.ts";

/** One received thing, handled to its end. */
export async function handleTurn(deps: ChatDependencies, turn: Turn): Promise<void> {
  await rememberChat(deps, turn);
  const { incoming } = turn;
  switch (incoming.kind) {
    case "text": {
      const refusal = await roleRefusal(deps, turn, "member");
      if (refusal !== null) return turn.reply([paragraph(`Giving me work is for a member; ${refusal}`)]);
      return handleText(deps, turn, incoming.text);
    }
    case "command":
      return handleCommand(deps, turn, incoming.name, incoming.rest);
    case "press":
      return handlePress(deps, turn, incoming);
    case "draft-stopped":
      return;
    case "forwarded":
    case "voice": {
      const refusal = await roleRefusal(deps, turn, "member");
      if (refusal !== null) return turn.reply([paragraph(`Giving me work is for a member; ${refusal}`)]);
      return incoming.kind === "voice" ? handleVoice(deps, turn, incoming) : handleForwarded(deps, turn, incoming.text);
    }
    case "unsupported":
      return turn.reply([
        paragraph(
          `I cannot read ${incoming.what} yet; nothing was done with it. Text works, and so do commands (/help).`,
        ),
      ]);
  }
}
async function rememberChat({ chats }: ChatDependencies, { incoming }: Turn): Promise<void> {
  if ((await chats.get(incoming.chat.chatId)) !== null) return;
  const { chat, chatKind, from } = incoming;
  await chats.put({ chatId: chat.chatId, kind: chatKind, ownerId: from.userId, title: from.name, repositoryId: null });
}
