import type { Command } from "./command.ts";
import { alertsCommand } from "../commands/alerts.ts";
import { approvalsCommand } from "../commands/approvals.ts";
import { activityCommands } from "../commands/activity.ts";
import { basicCommands } from "../commands/basics.ts";
import { ciCommand } from "../commands/ci.ts";
import { codingCommands } from "../commands/coding.ts";
import { explainCommands } from "../commands/explain.ts";
import { peopleCommands } from "../commands/people.ts";
import { memoryCommands } from "../commands/memories.ts";
import { mcpCommand } from "../commands/mcp.ts";
import { planCommands } from "../commands/plan.ts";
import { prCommand } from "../commands/pr.ts";
import { repoCommand } from "../commands/repo.ts";
import { settingsCommands } from "../commands/settings.ts";
import { taskCommands } from "../commands/tasks.ts";
import { undoCommand } from "../commands/undo.ts";

/** Every command there is, in the order of the menu. A new one is a file in `commands/` and a line here. */
export const COMMANDS: readonly Command[] = [
  ...basicCommands(() => COMMANDS),
  ...planCommands,
  repoCommand,
  ciCommand,
  ...taskCommands,
  prCommand,
  undoCommand,
  approvalsCommand,
  ...memoryCommands,
  mcpCommand,
  ...settingsCommands,
  ...codingCommands,
  ...activityCommands,
  ...explainCommands,
  alertsCommand,
  ...peopleCommands,
];
export function findCommand(name: string): Command | null {
  return COMMANDS.find((command) => command.name === name || command.aliases?.includes(name) === true) ?? null;
}
