/** What a call is about to do, in the policy's words: each tool says it for its own arguments. */
export type Intent = {
  readonly tool: string;
  /**
   * `fetch`: the host gets `command[1]`, an address of the web. `call`: something outside of the sandbox does it. `ask`: a person is asked
   * `content`, with `command` to choose from. `recall`, `remember`: memories are read, or `content` is kept as one. `delegate`: another
   * spark works in the same place, and each of its calls is decided by itself. `host`: the code host of the repository is read. `deed`: what `deed` says is done there.
   * `outsource`: the coding CLI `command[0]` does `content` with the model `command[1]`, which is at the host `command[2]`.
   */
  readonly effect:
    | "look"
    | "edit"
    | "run"
    | "fetch"
    | "call"
    | "ask"
    | "recall"
    | "remember"
    | "delegate"
    | "outsource"
    | "end"
    | "host"
    | "deed";
  readonly deed?: Deed;
  /** Paths it names, as given, relative to the workspace; only of tools that take paths. */
  readonly paths: readonly string[];
  /** What runs; empty when no program does. */
  readonly command: readonly string[];
  /** Relative to the workspace, "" for its root. */
  readonly directory: string;
  /** All else that decides the effect and that an approval must be bound to: the text to be written. */
  readonly content: string;
  /** Of a command: it needs the hosts that are granted. */
  readonly network?: boolean;
  /** It runs the plan's checks: of these kinds, or all of them. */
  readonly checks?: "all" | readonly string[];
  /** Of a call, or of what the host gets: the settings let it pass without asking a person. */
  readonly unasked?: boolean;
};
export type Risk = "low" | "medium" | "high";
/** What is done outside of any sandbox with what came of work; `tainted …`: after reading texts of strangers. */
export type Deed =
  | "apply"
  | "push"
  | "tainted push"
  | "pull request"
  | "tainted pull request"
  | "comment"
  | "tainted comment"
  | "merge"
  | "tainted merge"
  | "deploy"
  | "spend";
