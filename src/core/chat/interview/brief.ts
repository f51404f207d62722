import { beginBrief, goalOf, stepBrief, type BriefInput, type BriefStep } from "../../planning/brief.ts";
import { closeBrief, showBrief } from "./view-brief.ts";
import { closeOpen } from "../desk/close-open.ts";
import type { Open } from "./conversation.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { pursue } from "./goal.ts";
import { repositoryFor } from "./repository-for.ts";

type OpenBrief = Open & { readonly kind: "brief" };

/** `/plan`: asks what is wanted; what was open before gives way. */
export async function openBrief(deps: ChatDependencies, turn: Turn, goal: string): Promise<void> {
  const { chat, from } = turn.incoming;
  const brief = beginBrief(turn.row.id, goal, deps.clock.now());
  const { open } = await deps.conversations.get(chat.chatId, from.userId);
  if (open !== null && !(open.kind === "brief" && open.brief.rowId === brief.rowId))
    await closeOpen(deps, chat, open, "✖️ Left for a new one. Nothing was started.");
  await showBrief(deps, turn.incoming, brief);
  await deps.conversations.open(chat.chatId, from.userId, { kind: "brief", brief, threadId: chat.threadId });
}
/** What one thing said or pressed comes to; nothing is done yet. */
export function readBriefStep(
  { clock }: Pick<ChatDependencies, "clock">,
  { brief }: OpenBrief,
  input: BriefInput,
): BriefStep {
  return stepBrief(brief, input, clock.now());
}
export async function followBrief(
  deps: ChatDependencies,
  turn: Turn,
  { brief, threadId }: OpenBrief,
  step: BriefStep,
): Promise<void> {
  const { chat, from } = turn.incoming;
  switch (step.kind) {
    case "stale":
      return;
    case "cancelled":
      await closeBrief(deps, chat, brief, "✖️ Cancelled. Nothing was started.");
      return deps.conversations.open(chat.chatId, from.userId, null);
    case "open":
      await showBrief(deps, turn.incoming, step.brief, step.hint);
      return deps.conversations.open(chat.chatId, from.userId, { kind: "brief", brief: step.brief, threadId });
    case "confirmed": {
      await closeBrief(deps, chat, step.brief, "📝 Planning…");
      const goal = goalOf(step.brief);
      // The act comes before the end of the interview: begun again after a crash, it makes the same plan in the same message.
      await pursue(deps, turn, { goal, from: "interview" }, await repositoryFor(deps, turn, goal));
      await closeBrief(deps, chat, step.brief, "✅ Confirmed; see below.");
      const { open } = await deps.conversations.get(chat.chatId, from.userId);
      if (open?.kind === "brief" && open.brief.rowId === brief.rowId)
        await deps.conversations.open(chat.chatId, from.userId, null);
    }
  }
}
