import { code, paragraph } from "../../../lib/blocks.ts";
import { COMMANDS, findCommand } from "./commands.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";
import { roleRefusal } from "../people/role-refusal.ts";
import { unknownCommand } from "./usage.ts";

export async function handleCommand(deps: ChatDependencies, turn: Turn, name: string, rest: string): Promise<void> {
  const command = findCommand(name);
  if (command === null) return turn.reply([unknownCommand(name, COMMANDS)]);
  const refusal = await roleRefusal(deps, turn, command.role);
  if (refusal !== null)
    return turn.reply([paragraph(code(`/${command.name}`), ` is for a ${command.role}; ${refusal}`)]);
  await command.handle(deps, turn, rest);
}
