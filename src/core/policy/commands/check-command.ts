import { decide } from "../decide.ts";
import { LEVELS } from "../levels.ts";

/** A command as a person would type it, or as the words a program gets. */
export type CommandRow = { readonly cmd: string } | { readonly argv: readonly string[] };
export type CommandVerdict = { readonly verdict: "allow" | "ask" | "deny"; readonly reason?: string };

/**
 * What the policy says about a command by a spark that has read the repository, with somebody there to ask.
 * @param level 1 to 5; any other counts as 1
 */
export function checkCommand(row: CommandRow, level: number): CommandVerdict {
  const known = LEVELS.find((one) => one === level) ?? 1;
  const command = "argv" in row ? row.argv : ["sh", "-c", row.cmd];
  const intent = { tool: "shell", effect: "run", paths: [], command, directory: "", content: "" } as const;
  const decision = decide({ intent, risk: "low", level: known, attended: true, taint: "repository", planned: [] });
  return decision.kind === "allow" ? { verdict: "allow" } : { verdict: decision.kind, reason: decision.reason };
}
