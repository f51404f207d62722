import type { Command } from "commander";
import { nearestName } from "../lib/nearest-name.ts";

/**
 * Makes every group of commands say what there is where somebody names another, also where the group has a command of its own to run: that one would
 * take the word for an argument too many.
 */
export function nameUnknownCommands(group: Command): void {
  if (group.commands.length === 0) return;
  for (const below of group.commands) nameUnknownCommands(below);
  const refuse = (given: string | undefined): void => {
    if (given !== undefined && !given.startsWith("-") && !isKnown(group, given)) group.error(tell(group, given));
  };
  group.on("command:*", ([given]: readonly string[]) => refuse(given));
  group.hook("preSubcommand", ({ args }) => refuse(args[0]));
  group.allowExcessArguments();
  group.hook("preAction", ({ args }, acting) => {
    if (acting === group) refuse(args[0]);
  });
}
function isKnown({ commands }: Command, given: string): boolean {
  return commands.some((each) => each.name() === given || each.aliases().includes(given));
}
/** What is near to no name may be anything, a secret too: it is not repeated. */
function tell({ commands }: Command, given: string): string {
  const names = commands.map((each) => each.name());
  const near = nearestName(given, names);
  const all = `There are: ${names.join(", ")}.`;
  return near === null
    ? `error: unknown command. ${all}`
    : `error: unknown command '${given}'. ${all} Did you mean ${near}?`;
}
