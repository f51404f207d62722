import { expect, test } from "vitest";
import { checkLimits, type AgentLimits } from "./limits.ts";

const LIMITS: AgentLimits = {
  steps: 10,
  tokens: 1000,
  wallClockMs: 60_000,
  contextTokens: 1000,
  maxOutputTokens: 100,
  outputBytes: 100,
};
const NOW = { workedMs: 0 };
const used = (turns: number, tokens: number, costUsd: number | null, saidBytes = 0) => ({
  turns,
  saidBytes,
  usage: { inputTokens: tokens, outputTokens: 0, costUsd },
});

test("each limit ends the work when it is reached, and names itself", () => {
  expect(checkLimits(used(0, 0, 0), NOW, LIMITS)).toBeNull();
  expect(checkLimits(used(10, 0, 0), NOW, LIMITS)?.over).toBe("steps");
  expect(checkLimits(used(1, 1000, 0), NOW, LIMITS)?.over).toBe("tokens");
  expect(checkLimits(used(1, 1, 0), { ...NOW, workedMs: 60_000 }, LIMITS)?.over).toBe("time");
  expect(checkLimits(used(1, 1, 0, 99), NOW, LIMITS)).toBeNull();
  expect(checkLimits(used(1, 1, 0, 100), NOW, LIMITS)?.over).toBe("output");
});
