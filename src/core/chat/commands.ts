import { nearestName } from "../../lib/nearest-name.ts";
import type { CommandSpec } from "../ports/commands.ts";

/** Every command, declared once: menu, help, parser and permission derive from it. */
export const COMMANDS = [
  { name: "start", summary: "What can be done now", usage: "", example: "/start", role: "member" },
  { name: "help", summary: "All commands", usage: "[command]", example: "/help ci", role: "member" },
  {
    name: "repo",
    summary: "List, add, choose or remove repositories",
    usage: "[add <path or git URL> [name] | use <name> | remove <name>]",
    example: "/repo add ~/code/shop",
    role: "member",
  },
  {
    name: "ci",
    summary: "Detect, build and test a repository in the sandbox",
    usage: "[repository]",
    example: "/ci sample",
    role: "member",
  },
  { name: "tasks", summary: "What is running and what ended lately", usage: "", example: "/tasks", role: "member" },
  { name: "task", summary: "One task: plan, state, proof", usage: "<number>", example: "/task 3", role: "member" },
  { name: "diff", summary: "The change a task made", usage: "<number>", example: "/diff 3", role: "member" },
  { name: "stop", summary: "Stop what runs in this chat", usage: "[task number]", example: "/stop 3", role: "member" },
  { name: "approvals", summary: "What waits for a decision", usage: "", example: "/approvals", role: "member" },
  { name: "cancel", summary: "Leave the question that is open", usage: "", example: "/cancel", role: "member" },
  { name: "reset", summary: "Forget what was said in this chat", usage: "", example: "/reset", role: "member" },
  { name: "health", summary: "What works and what does not", usage: "", example: "/health", role: "member" },
  { name: "whoami", summary: "Your number and role", usage: "", example: "/whoami", role: "member" },
] as const satisfies readonly CommandSpec[];
export type CommandName = (typeof COMMANDS)[number]["name"];

export function findCommand(name: string): CommandName | null {
  return COMMANDS.find((command) => command.name === name)?.name ?? null;
}
/** The known command that a mistyped one most looks like, or null. */
export function nearestCommand(name: string): string | null {
  return nearestName(
    name,
    COMMANDS.map((command) => command.name),
  );
}
