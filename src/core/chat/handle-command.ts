import { code, paragraph } from "../../lib/blocks.ts";
import { findCommand, nearestCommand } from "./commands.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";
import { roleRefusal } from "./role-refusal.ts";

export async function handleCommand(deps: ChatDependencies, turn: Turn, name: string, rest: string): Promise<void> {
  const command = findCommand(name);
  if (command === null) return turn.reply([unknown(name)]);
  const refusal = await roleRefusal(deps, turn, command.role);
  if (refusal !== null)
    return turn.reply([paragraph(code(`/${command.name}`), ` is for a ${command.role}; ${refusal}`)]);
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
