import { expect, test } from "vitest";
import type { ModelMessage } from "../ports/model.ts";
import { withFindings } from "./found-so-far.ts";

const says = (text: string): ModelMessage => ({ role: "assistant", text, calls: [] });

test("work that was ended tells why, and what its model last found", () => {
  const messages = [says("The rule is in src/a.ts."), says("  "), { role: "user" as const, text: "Go on." }];
  expect(withFindings("all 9 steps were used", { messages, answered: [] })).toBe(
    "all 9 steps were used. After 0 calls its last words were: The rule is in src/a.ts.",
  );
  expect(withFindings("all 9 steps were used", { messages: [], answered: [] })).toBe("all 9 steps were used");
});
test("long words are cut", () => {
  expect(withFindings("why", { messages: [says("x".repeat(9000))], answered: [] }).length).toBeLessThan(1700);
});
