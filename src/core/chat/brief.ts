import { bold, bullets, italic, paragraph, type Block, type Inline } from "../../lib/blocks.ts";
import type { ChatRef } from "../incoming.ts";
import { beginBrief, CHOICES, goalOf, stepBrief, type Brief, type BriefInput } from "../planning/brief.ts";
import type { Button } from "../ports/messenger.ts";
import { writeButtonData } from "./button-data.ts";
import type { Open } from "./conversation.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";
import { pursue } from "./goal.ts";
import { repositoryFor } from "./repository-for.ts";

type OpenBrief = Open & { readonly kind: "brief" };

/** `/plan`: asks what is wanted; what was open before gives way. */
export async function openBrief(deps: ChatDependencies, turn: Turn, goal: string): Promise<void> {
  const { chat, from } = turn.incoming;
  const brief = beginBrief(turn.row.id, goal, deps.clock.now());
  await showBrief(deps, chat, brief);
  await deps.conversations.open(chat.chatId, from.userId, { kind: "brief", brief, threadId: chat.threadId });
}
/** One thing said or pressed, and what follows from it. */
export async function stepBriefOf(
  deps: ChatDependencies,
  turn: Turn,
  { brief, threadId }: OpenBrief,
  input: BriefInput,
): Promise<void> {
  const { chat, from } = turn.incoming;
  const step = stepBrief(brief, input, deps.clock.now());
  switch (step.kind) {
    case "stale":
      return;
    case "cancelled":
      await closeBrief(deps, chat, brief, "✖️ Cancelled. Nothing was started.");
      return deps.conversations.open(chat.chatId, from.userId, null);
    case "open":
      await showBrief(deps, chat, step.brief, step.hint);
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
async function showBrief(
  { messenger }: Pick<ChatDependencies, "messenger">,
  chat: ChatRef,
  brief: Brief,
  hint: string | null = null,
): Promise<void> {
  await messenger.put({
    key: briefKey(brief),
    chat,
    anchor: "📝 What is wanted?",
    blocks: [...fieldBlocks(brief), ...questionBlocks(brief), ...(hint === null ? [] : [paragraph(`☝️ ${hint}`)])],
    keyboard: keyboardOf(brief),
  });
}
/** The interview's message at its end: what was said, and no buttons but what is given. */
export async function closeBrief(
  { messenger }: Pick<ChatDependencies, "messenger">,
  chat: ChatRef,
  brief: Brief,
  said: string,
  keyboard: readonly (readonly Button[])[] = [],
): Promise<void> {
  await messenger.put({
    key: briefKey(brief),
    chat,
    anchor: "📝 What is wanted?",
    blocks: [...fieldBlocks(brief), paragraph(bold(said))],
    ...(keyboard.length === 0 ? {} : { keyboard }),
  });
}
function briefKey({ rowId }: Brief): string {
  return `brief:${rowId}`;
}
function fieldBlocks({ goal, constraints, timeline, scope, depth, output }: Brief): Block[] {
  const fields = {
    Goal: goal,
    Constraints: constraints,
    Timeline: timeline,
    Scope: scope,
    Depth: depth,
    Output: output,
  };
  const lines = Object.entries(fields).flatMap(([name, value]): Inline[][] =>
    value === null ? [] : [[bold(`${name}: `), value.slice(0, 500)]],
  );
  return [paragraph(bold("📝 What is wanted?")), ...(lines.length === 0 ? [] : [bullets(...lines)])];
}
function questionBlocks({ step }: Brief): Block[] {
  switch (step) {
    case "goal":
      return [
        paragraph("What should be so when it is done? A sentence is enough."),
        paragraph(italic("“cancel” leaves.")),
      ];
    case "details":
      return [paragraph("Choose what fits, write constraints in your own words, then Next.")];
    case "output":
      return [paragraph("What should the plan be?")];
    case "summary":
      return [paragraph("Is it right? Lines such as “Goal: …” change it.")];
    case "confirmed":
      return [];
  }
}
function keyboardOf(brief: Brief): readonly (readonly Button[])[] {
  const { rowId: id, version } = brief;
  const go = (text: string, to: string, style?: Button["style"]): Button => ({
    text,
    data: writeButtonData({ kind: "brief", id, action: to, version }),
    ...(style === undefined ? {} : { style }),
  });
  const choices = (field: keyof typeof CHOICES): readonly Button[] =>
    CHOICES[field].map((choice, option) => {
      const chosen = brief[field] === choice;
      return go(chosen ? `✓ ${choice}` : choice, `${field}-${option}`, chosen ? "primary" : undefined);
    });
  const cancel = go("Cancel", "cancel", "danger");
  switch (brief.step) {
    case "goal":
      return [[cancel]];
    case "details":
      return [
        choices("timeline"),
        choices("scope"),
        choices("depth"),
        [go("No constraints", "none")],
        [go("Next", "next", "success"), cancel],
      ];
    case "output":
      return [choices("output"), [go("Back", "back"), cancel]];
    case "summary":
      return [[go("Confirm", "confirm", "success"), go("Edit", "edit"), cancel]];
    case "confirmed":
      return [];
  }
}
