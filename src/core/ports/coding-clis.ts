import type { EmptyPurse, Purse } from "./model.ts";
import type { RunResult, SandboxDoor } from "./sandbox.ts";

/** Programs of others that write code by themselves, with a model of their own. */
export const CODING_CLIS = ["claude_code", "codex", "opencode"] as const;
export type CodingCliName = (typeof CODING_CLIS)[number];
/** What people call it, in commands and messages. */
export const CODING_CLI_TITLES: Readonly<Record<CodingCliName, string>> = {
  claude_code: "Claude Code",
  codex: "Codex",
  opencode: "opencode",
};
/** One that the settings switch on. */
export type CodingCliAbout = {
  readonly name: CodingCliName;
  /** The model it uses unless a chat chose another. */
  readonly model: string;
  /** Where its model is asked: all that it can reach. */
  readonly host: string;
  /** Of one task, in USD. */
  readonly ceilingUsd: number;
  /** Why it cannot be used, and what to do about it; null when it can. */
  readonly problem: { readonly what: string; readonly fix: string } | null;
};
type CodingCliJob = {
  readonly name: CodingCliName;
  /** Null: its usual one. */
  readonly model: string | null;
  readonly goal: string;
  /** Pays for each of its requests; each is set aside before it is made. */
  readonly purse: Purse;
};
/** Which coding CLI, and which models of them, a chat wants for its tasks; what is left out: as the settings say. */
export type CodingWish = {
  readonly use?: CodingCliName | "off";
  readonly models?: Readonly<Partial<Record<CodingCliName, string>>>;
};
export interface CodingClis {
  /** Those the settings switch on, in their order. Looks at the disk each time: one may have been installed since. */
  list(): readonly CodingCliAbout[];
  /** What is wrong with a model for it; null when it can be used. */
  modelProblem(name: CodingCliName, model: string): string | null;
  /** Makes ready for one run; nothing is opened before its door is. `job.name` has no problem. */
  begin(job: CodingCliJob): CodingCliRun;
}
/** One run of one, from its key to its result. */
export type CodingCliRun = {
  /** What its sandbox needs. While it is open the one key of this run is good, and not before or afterwards. */
  readonly door: SandboxDoor;
  readonly argv: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: string;
  /** Takes what it prints, as it comes. @returns lines for people about what it does */
  hear(stdout: string): readonly string[];
  end(result: RunResult): CodingCliEnd;
};
/** `said`: its own words, which are material and no more. */
export type CodingCliEnd = {
  readonly ok: boolean;
  readonly said: string;
  /** What went wrong, in our words; null when nothing did. */
  readonly problem: string | null;
  /** The purse that would not pay for a further request, which could have cost so much, in USD; null: none. */
  readonly empty: (EmptyPurse & { readonly worstUsd: number }) | null;
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
};
