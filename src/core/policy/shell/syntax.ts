/** The shell as far as the policy understands it; whatever else a shell knows is no part of these types. */
export type Part =
  /** `quoted`: nothing in it is special any more. */
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean }
  | { readonly kind: "variable"; readonly name: string; readonly quoted: boolean; readonly change?: Change }
  /** `$(…)` or backticks: the script whose output it becomes. */
  | { readonly kind: "output"; readonly script: string; readonly quoted: boolean }
  /** `<(…)`: the name of a file that gives what the script puts out. */
  | { readonly kind: "file"; readonly script: string }
  /** `$((…))` of numbers, of these names and of what these scripts put out, each of which must be a number. */
  | { readonly kind: "number"; readonly names: readonly string[]; readonly scripts: readonly string[] };
/** What `${…}` makes of a value besides telling it. */
export type Change =
  /** `${#x}` */
  | { readonly kind: "length" }
  /** `${x:-other}`, or with `-` only where there is none. */
  | { readonly kind: "otherwise"; readonly other: string; readonly whenEmpty: boolean }
  /** `${x%.js}`, `${x##*\/}`: of its beginning or end, the part that fits is left out. */
  | { readonly kind: "cut"; readonly mark: "%" | "%%" | "#" | "##"; readonly pattern: string };
export type Word = readonly Part[];
export type Assignment = { readonly name: string; readonly value: Word };
/** `text`: the words themselves are its input, as `<<` and `<<<` give them. */
export type Redirect = { readonly to: "read" | "write" | "text"; readonly target: Word };
export type Node =
  | {
      readonly kind: "simple";
      readonly assignments: readonly Assignment[];
      readonly words: readonly Word[];
      readonly redirects: readonly Redirect[];
    }
  /** At least two, the output of each the input of the next. */
  | { readonly kind: "pipe"; readonly commands: readonly Node[] }
  /** One after another. */
  | { readonly kind: "list"; readonly nodes: readonly Node[] }
  /** What stands behind `&&` runs when all before succeeded, behind `||` when it failed. */
  | {
      readonly kind: "chain";
      readonly first: Node;
      readonly rest: readonly { readonly after: "&&" | "||"; readonly node: Node }[];
    }
  /** After `!`: it succeeds when the other fails. */
  | { readonly kind: "not"; readonly node: Node }
  | {
      readonly kind: "if";
      readonly branches: readonly { readonly test: Node; readonly body: Node }[];
      readonly otherwise: Node | null;
    }
  /** In a process of its own: what it assigns and where it goes ends with it. */
  | { readonly kind: "subshell"; readonly body: Node; readonly redirects: readonly Redirect[] }
  | { readonly kind: "for"; readonly name: string; readonly words: readonly Word[]; readonly body: Node }
  /** Any one of the bodies runs, or none. */
  | { readonly kind: "case"; readonly word: Word; readonly branches: readonly Branch[] }
  /** `while read …`, whose body runs once a line of what comes in, and loops that count to a number. */
  | { readonly kind: "loop"; readonly test: Node; readonly body: Node; readonly redirects: readonly Redirect[] };
export type Branch = { readonly patterns: readonly Word[]; readonly body: Node };

/** A place in a text, moved on by whoever reads. */
export type Cursor = { readonly text: string; at: number };
/** Thrown by the readers of this folder only, and caught by `parseScript`. */
export class UnknownSyntax extends Error {}
