import { find, type ReadCall } from "../commands/scene.ts";
import type { Programs, Rule } from "./rule.ts";

/** Options that only say how much is told, in which form, or that nothing is to be changed. */
const TELLING =
  "-q --quiet --silent -v -vv --verbose --no-color --nocolor --no-colors --color? --colour? --no-progress --dry-run --version! -V! -version! --help! -h! -help!";

/**
 * A program that works on files of the workspace by settings that stand there: a checker, a formatter, a compiler. Each option was
 * judged by whether it runs what it names, reaches the network, or writes elsewhere; those that do are of a kind that is checked.
 */
export function tool(options = "", operands: Rule["operands"] = ["inside"], more: Omit<Rule, "options"> = {}): Rule {
  return { options: `${TELLING} ${options}`, operands, changes: true, runs: true, ...more };
}
/** Of a program whose first word says what it runs: all that follows are that one's words. */
export const TAKES_ALL = { operands: ["text"], stops: true, needs: 1, changes: true, runs: true } as const;
/** Rules for subcommands; what is not among them is asked about. */
export function parts(subcommands: Programs, options = ""): Rule {
  return { options: `--version! -V! -version! --help! -h! ${options}`, subcommands, needs: 1 };
}
/** Names that say that something is brought out, or that more than the workspace is changed. */
const LEAVES =
  /deploy|publish|release|push|upload|install|prod|docker|login|ship|destroy|drop|purge|reset|sudo|ssh|secret|credential|serve|server|watch|watcher|dev|start/i;
/** Tasks of the repository's own go by their names. */
export function checkTaskNames(call: ReadCall): void {
  checkNames(call, call.operands);
}
export function checkNames(call: ReadCall, names: ReadCall["operands"]): void {
  for (const { text, known, glob } of names)
    if (!known || glob || LEAVES.test(text) || text.includes("="))
      find(call, "opaque", `the task ${text.slice(0, 60)} may do more than check`);
}
