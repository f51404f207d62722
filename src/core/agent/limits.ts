import type { Conversation } from "./journal.ts";

export type AgentLimits = {
  /** Turns of the model. */
  readonly steps: number;
  /** Input and output of all turns together. */
  readonly tokens: number;
  /** Of working, without waiting for people; counted anew when the process is started again. */
  readonly wallClockMs: number;
  /** The most that is sent to the model in one turn, estimated. */
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  /** The most that all tools together may say to the model, in bytes of UTF-8. */
  readonly outputBytes: number;
};
export type OverLimit = { readonly over: "steps" | "tokens" | "time" | "output"; readonly text: string };

/** May one more turn be asked of the model? Money is set aside apart, with each request. */
export function checkLimits(
  { turns, usage, saidBytes }: Pick<Conversation, "turns" | "usage" | "saidBytes">,
  { workedMs }: { readonly workedMs: number },
  limits: AgentLimits,
): OverLimit | null {
  const used = usage.inputTokens + usage.outputTokens;
  if (turns >= limits.steps) return { over: "steps", text: `all ${limits.steps} steps were used` };
  if (used >= limits.tokens) return { over: "tokens", text: `${used} tokens were used of ${limits.tokens}` };
  if (workedMs >= limits.wallClockMs)
    return { over: "time", text: `it worked for ${Math.round(workedMs / 60_000)} minutes, which is all it had` };
  if (saidBytes >= limits.outputBytes)
    return {
      over: "output",
      text: `its tools said ${Math.round(saidBytes / 1024)} KiB, which is all that it may read`,
    };
  return null;
}
