import { code, paragraph } from "../../../lib/blocks.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";

/** Somebody who may talk to the bot brought it into a group: it says how it is spoken to there. */
export async function handleMembership(deps: ChatDependencies, turn: Turn, member: boolean): Promise<void> {
  if (!member) return;
  const name = deps.botName();
  await turn.reply([
    paragraph(
      "👋 In a group I answer commands, replies to my messages",
      ...(name === null ? [" and mentions"] : [" and mentions of ", code(`@${name}`)]),
      ", and only of those who may talk to me. ",
      code("/allow"),
      " lets everybody here do so, ",
      code("/help"),
      " lists what I can do.",
    ),
  ]);
}
