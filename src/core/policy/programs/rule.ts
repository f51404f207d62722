import type { Call, CommandTrait, Field, ReadCall } from "../commands/scene.ts";

/** What an operand or an option's value is to the program; each kind has its own check. */
export type Kind =
  /** Any words: they are printed, compared or searched for. */
  | "text"
  /** Words that must be known, of letters that no program takes for more than a name or a number. */
  | "plain"
  /** A name that is built in: no path, and no module to be loaded. */
  | "name"
  /** A revision, a package of the repository: handed on to another program, to which it must be no option. */
  | "word"
  /** A module that only teaches a runtime to read TypeScript or the like. */
  | "loader"
  | "read"
  /** Named, not opened: what `ls` is given. */
  | "list"
  | "write"
  /** Written by a compiler from what stands in the workspace, so not counted as the command's own writing. */
  | "made"
  /** A folder that is emptied before something is written to it. */
  | "emptied"
  /** A folder to work in. */
  | "folder"
  /** A file of the workspace that is run. */
  | "script"
  /** Something in the workspace that decides what runs: settings, or what is tested. */
  | "inside"
  /** A pattern of the names of files that are read. */
  | "names"
  /** A revision, a path, or one in the other: `HEAD:src/a.ts`. */
  | "revision"
  /** A package by its name in a registry, perhaps with a version. */
  | "package"
  | "none"
  /** Only that it is not wanted: `--watch=false`. */
  | "off"
  /** All that follows is a command of its own. */
  | "command"
  | "sed"
  | "awk"
  | "jq"
  /** A program of Node given in place of a file. */
  | "expression";

/** How a program is used without harm. What is not listed here is asked about. */
export type Rule = {
  /**
   * Its options, separated by blanks: `-q` stands alone, `-n=` takes a value that is text, `-f=read` one of that kind, `--color?` perhaps
   * one after `=`, `-#` is a number (`-50`), `-Xmx*` any that starts so, `--version!` makes it tell something and end. `*`: any at all, which are not looked at.
   */
  readonly options?: string;
  /** What the operands are, in their order; the last is repeated. Without it: none are taken. */
  readonly operands?: readonly Kind[];
  readonly subcommands?: Readonly<Record<string, Rule>>;
  /** Subcommands nobody listed: the rule they follow. */
  readonly others?: Rule;
  /** From its first operand on, nothing is an option of its own. */
  readonly stops?: true;
  /** Its options are whole words: `-overlay=x` is not `-o verlay=x`. */
  readonly whole?: true;
  /** Without this many operands it takes its orders from elsewhere, mostly from what is piped into it. */
  readonly needs?: number;
  /** It changes files or runs what is in the workspace. */
  readonly changes?: true;
  /** It runs what files of the workspace say. */
  readonly runs?: true;
  readonly trait?: CommandTrait["kind"];
  /** Looks at all of its words in place of everything else here. @returns what it puts out, as `output` */
  readonly custom?: (call: Call, fields: readonly Field[]) => readonly Field[] | null;
  readonly check?: (call: ReadCall) => void;
  /** An option's value is whatever follows it, also what looks like an option. */
  readonly greedy?: true;
  /** What it writes to its output, as far as that is names or words. */
  readonly output?: (call: ReadCall) => readonly Field[] | null;
};
export type Programs = Readonly<Record<string, Rule>>;
