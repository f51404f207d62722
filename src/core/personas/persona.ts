/** A spark as its file describes it: what it is for, what it may use, how it works, and its soul. */
export type Persona = {
  /** `[a-z][a-z0-9-]{0,29}`, unique. */
  readonly name: string;
  /** One line for people. */
  readonly summary: string;
  /** Names of the tools it is given. */
  readonly tools: readonly string[];
  readonly strategy: "react" | "code";
  /** What it is told about itself, in Markdown. */
  readonly soul: string;
};
