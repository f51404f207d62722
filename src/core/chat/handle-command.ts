import { code, paragraph } from "../../lib/blocks.ts";
import { isAtLeast } from "../policy/roles.ts";
import { findCommand, nearestCommand } from "./commands.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";

export async function handleCommand(deps: ChatDependencies, turn: Turn, name: string, rest: string): Promise<void> {
  const command = findCommand(name);
  if (command === null) return turn.reply([unknown(name)]);
  const { from, chat } = turn.incoming;
  const role = await deps.people.roleOf(from.userId, chat.chatId);
  if (role === null || !isAtLeast(role, command.role))
    return turn.reply([
      paragraph(code(`/${command.name}`), ` is for a ${command.role}; you are ${role ?? "not known"} here.`),
    ]);
  await command.handle(deps, turn, rest);
}
function unknown(name: string) {
  const near = nearestCommand(name);
  return paragraph(
    "There is no command ",
    code(`/${name.slice(0, 40)}`),
    ".",
    ...(near === null ? [] : [" Did you mean ", code(`/${near}`), "?"]),
    " ",
    code("/help"),
    " lists them all.",
  );
}
