import { bold, bullets, italic, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import type { ChatRef, Incoming } from "../../incoming.ts";
import { CHOICES, type Brief } from "../../planning/brief.ts";
import type { Button } from "../../ports/messenger.ts";
import { answerTo, hintBlocks } from "./answer-to.ts";
import { writeButtonData } from "../desk/button-data.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";

/** The interview as it stands: one message, edited in place. */
export async function showBrief(
  { messenger }: Pick<ChatDependencies, "messenger">,
  incoming: Incoming,
  brief: Brief,
  hint: string | null = null,
): Promise<void> {
  await messenger.put({
    key: briefKey(brief),
    chat: incoming.chat,
    ...answerTo(incoming),
    anchor: "📝 What is wanted?",
    blocks: [
      ...fieldBlocks(brief),
      ...questionBlocks(brief),
      ...hintBlocks(incoming),
      ...(hint === null ? [] : [paragraph(`☝️ ${hint}`)]),
    ],
    keyboard: keyboardOf(brief),
  });
}
/** An interview whose end is told under it. */
export const CONFIRMED = "✅ Confirmed; see below.";
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
