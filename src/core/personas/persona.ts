import type { Level } from "../policy/levels.ts";

/** A spark as its file defines it: who it is, what it may use, how far it may go. */
export type Persona = {
  /** Unique, what people say: `coder`. `[a-z][a-z0-9-]{0,29}` */
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  /** Names of the tools it may call; null means all of them. */
  readonly tools: readonly string[] | null;
  readonly strategy: "react" | "code";
  /** Turns of the model; null: as the settings say. Never more than they say. */
  readonly maxSteps: number | null;
  /** How far it may go by itself, at most; null: as far as the others allow. */
  readonly level: Level | null;
  /** Hosts that its commands may reach, as `name:port`, sorted; none: no network. */
  readonly hosts: readonly string[];
  /** What it is told about itself, in Markdown. */
  readonly soul: string;
};
