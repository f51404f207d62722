import { beginBrief, briefMachine, goalOf, type Brief, type BriefInput, type BriefStep } from "../../planning/brief.ts";
import { closeBrief, CONFIRMED, showBrief } from "./view-brief.ts";
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
  const rowId = turn.row.id;
  const { open, heard } = await deps.conversations.get(chat.chatId, from.userId);
  if (heard === rowId) return;
  const brief = beginBrief(rowId, goal, deps.clock.now());
  if (open !== null && !(open.kind === "brief" && open.brief.rowId === brief.rowId))
    await closeOpen(deps, chat, open, "✖️ Left for a new one. Nothing was started.");
  const log = await deps.dialogues.begin(briefMachine, { state: brief, rowId }, () =>
    showBrief(deps, turn.incoming, brief),
  );
  const begun: Open = { kind: "brief", brief, threadId: chat.threadId, log };
  await deps.conversations.hear(chat.chatId, from.userId, { rowId, open: begun });
}
/** @param tell hears first what was made of it */
export async function answerBrief(
  deps: ChatDependencies,
  turn: Turn,
  {
    open: { brief, log: before, threadId },
    input,
    tell,
  }: {
    readonly open: OpenBrief;
    readonly input: BriefInput;
    readonly tell?: (step: BriefStep) => Promise<void>;
  },
): Promise<void> {
  const { chat, from } = turn.incoming;
  const rowId = turn.row.id;
  const said = { state: brief, log: before, rowId, input, at: deps.clock.now() };
  const { step, log } = await deps.dialogues.hear(briefMachine, said, async (made) => {
    await tell?.(made);
    if (made.kind === "open") await showBrief(deps, turn.incoming, made.brief, made.hint);
  });
  switch (step.kind) {
    case "stale":
      return;
    case "open": {
      const open: Open = { kind: "brief", brief: step.brief, threadId, log };
      return deps.conversations.hear(chat.chatId, from.userId, { rowId, open });
    }
    case "cancelled":
      await closeBrief(deps, chat, brief, "✖️ Cancelled. Nothing was started.");
      return deps.conversations.hear(chat.chatId, from.userId, { rowId, open: null });
    case "confirmed":
      return confirmed(deps, turn, step.brief);
  }
}
/** The act comes before the end of the interview: begun again after a crash, it makes the same plan in the same message. */
async function confirmed(deps: ChatDependencies, turn: Turn, brief: Brief): Promise<void> {
  const { chat, from } = turn.incoming;
  await closeBrief(deps, chat, brief, "📝 Planning…");
  const goal = goalOf(brief);
  await pursue(deps, turn, { goal, from: "interview" }, await repositoryFor(deps, turn, goal));
  await closeBrief(deps, chat, brief, CONFIRMED);
  const { open } = await deps.conversations.get(chat.chatId, from.userId);
  if (open?.kind === "brief" && open.brief.rowId === brief.rowId)
    await deps.conversations.hear(chat.chatId, from.userId, { rowId: turn.row.id, open: null });
}
