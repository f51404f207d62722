import { inspect } from "../inspect.ts";
import type { CommandTrait } from "./scene.ts";

/**
 * What a command is up to, told from its text so that a person is asked before it is tried: what is not known to be harmless is `opaque`.
 * It is not the guard: a sandbox without network holds whatever is disguised well enough to pass here.
 * @param directory relative to the workspace, "" for its root
 * @returns nothing when all of it is known, and known to be harmless
 */
export function classifyCommand(argv: readonly string[], directory = ""): readonly CommandTrait[] {
  return inspect(argv, directory).traits;
}

/** Does it only look at what is in the workspace? */
export function onlyReads(argv: readonly string[], directory = ""): boolean {
  const { traits, changes } = inspect(argv, directory);
  return traits.length === 0 && !changes;
}

const INTERPRETERS =
  /^(sh|bash|dash|ash|zsh|ksh|fish|csh|tcsh|busybox|node|nodejs|deno|bun|tsx|ts-node|python[\d.]*|pypy\d?|ruby|perl|php|lua|java|Rscript|julia|elixir|osascript|pwsh|awk|gawk|mawk|sed|xargs|find|env|make|eval|source|\.)$/;
/** Is it a program that does whatever its arguments or a file say? What was approved of it says nothing about the next time. */
export function isInterpreter(argv: readonly string[]): boolean {
  const [program = ""] = argv;
  return INTERPRETERS.test(program.slice(program.lastIndexOf("/") + 1));
}
