import type { Turn } from "./desk.ts";
import { takeAlong } from "../files/answered-files.ts";
import { handleFile } from "../files/files.ts";
import { takesFiles, takeWaiting } from "./hand.ts";
import { handleCommand } from "./handle-command.ts";
import { handlePress } from "./handle-press.ts";
import { handleEdited } from "./edited.ts";
import { handleReaction } from "./feedback.ts";
import { handleMembership } from "../people/membership.ts";
import { handleText } from "./handle-text.ts";
import { refusesQuoted, refusesWords } from "../interview/inspect-words.ts";
import { handleForwarded, handleVoice } from "../files/voice.ts";
import { roleRefusal } from "../people/role-refusal.ts";
import { taskOfDraft } from "../tasks/task-messages.ts";
import { paragraph } from "../../../lib/blocks.ts";
import type { ChatDependencies } from "./dependencies.ts";

/** One received thing, handled to its end. */
export async function handleTurn(deps: ChatDependencies, turn: Turn): Promise<void> {
  await rememberChat(deps, turn);
  const { incoming } = turn;
  switch (incoming.kind) {
    case "text": {
      const refusal = await roleRefusal(deps, turn, "member");
      if (refusal !== null) return turn.reply([paragraph(`Giving me work is for a member; ${refusal}`)]);
      if (await refusesWords(deps, turn, incoming.text)) return;
      if (await refusesQuoted(deps, turn, incoming.quoted)) return;
      if (!(await takeAlong(deps, turn, incoming))) return;
      return handleText(deps, turn, incoming.text);
    }
    case "file":
      return handleFile(deps, turn, incoming);
    case "command":
      if (incoming.rest !== "" && (await refusesWords(deps, turn, incoming.rest))) return;
      if (takesFiles(incoming.name) && (await roleRefusal(deps, turn, "member")) === null)
        if (!(await takeAlong(deps, turn, incoming))) return;
      return handleCommand(deps, turn, incoming.name, incoming.rest);
    case "press":
      return handlePress(deps, turn, incoming);
    case "edited": {
      const refusal = await roleRefusal(deps, turn, "member");
      return refusal === null ? handleEdited(deps, turn, incoming) : undefined;
    }
    case "reaction":
      return handleReaction(deps, turn, incoming);
    case "membership":
      return handleMembership(deps, turn, incoming.member);
    case "draft-stopped":
      return stopDraft(deps, turn, incoming.draftId);
    case "forwarded":
    case "voice": {
      const refusal = await roleRefusal(deps, turn, "member");
      if (refusal !== null) return turn.reply([paragraph(`Giving me work is for a member; ${refusal}`)]);
      await takeWaiting(deps, turn);
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
/** Stop under what a task's model writes ends the task, as /stop does; that of an answer was ended when the press came in. */
async function stopDraft(deps: ChatDependencies, turn: Turn, draftId: number): Promise<void> {
  const { chat, from } = turn.incoming;
  const id = taskOfDraft(draftId);
  const task = id === null ? null : await deps.tasks.get(id);
  if (task?.chat?.chatId !== chat.chatId || (await roleRefusal(deps, turn, "member")) !== null) return;
  await deps.runner.stop(task.id, (await deps.nameOf(from.userId)) ?? "you");
}
async function rememberChat({ chats, locales }: ChatDependencies, { incoming }: Turn): Promise<void> {
  const { chat, chatKind, from } = incoming;
  const { chatId } = chat;
  if ((await chats.get(chatId)) === null)
    await chats.put({ chatId, kind: chatKind, ownerId: from.userId, title: from.name, repositoryId: null });
  if (chatKind === "private" && from.language !== undefined) await locales.heard(chatId, from.language);
}
