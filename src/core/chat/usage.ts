import { code, paragraph, type Block } from "../../lib/blocks.ts";
import { COMMANDS, type CommandName } from "./commands.ts";

/** How a command is used, after what was wrong, if anything was. */
export function usageBlocks(name: CommandName, problem?: string): Block[] {
  const command = COMMANDS.find((known) => known.name === name);
  const usage = command === undefined || command.usage === "" ? `/${name}` : `/${name} ${command.usage}`;
  return [
    ...(problem === undefined ? [] : [paragraph(problem)]),
    paragraph("Usage: ", code(usage), command === undefined ? "" : `. ${command.summary}.`),
    paragraph("Example: ", code(command?.example ?? `/${name}`)),
  ];
}
