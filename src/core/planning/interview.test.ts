import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../lib/time.ts";
import { answerInterview, beginInterview, optionOf } from "./interview.ts";

const START = { inboxId: 1, goal: "g", repositoryId: 1, callId: "c", round: 0, earlier: [] };
const NOW = instant(1000);
const question = fc.record({
  question: fc.string({ minLength: 1 }),
  options: fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }),
});
const words = fc
  .string({ minLength: 1 })
  .filter((text) => text.trim() !== "" && !/^(cancel|stop|never ?mind|abort)$/i.test(text.trim()));

test("every question is asked once, in order, and the last answer completes it", () => {
  fc.assert(
    fc.property(
      fc.array(question, { minLength: 1, maxLength: 3 }),
      fc.array(words, { minLength: 3, maxLength: 3 }),
      (questions, answers) => {
        let step = beginInterview({ ...START, questions }, NOW);
        for (const [number, asked] of questions.entries()) {
          expect(step).toMatchObject({ kind: "ask", number, question: asked });
          if (step.kind === "ask") step = answerInterview(step.interview, answers[number] ?? "x", NOW);
        }
        expect(step.kind).toBe("complete");
        if (step.kind === "complete") expect(step.interview.answers).toHaveLength(questions.length);
      },
    ),
  );
});
test("a word of cancelling ends it at any question, and an empty answer asks again", () => {
  const step = beginInterview({ ...START, questions: [{ question: "q", options: [] }] }, NOW);
  if (step.kind !== "ask") throw new Error("it asks");
  expect(answerInterview(step.interview, " Never mind ", NOW).kind).toBe("cancelled");
  expect(answerInterview(step.interview, "  ", NOW)).toMatchObject({ kind: "ask", number: 0 });
});
test("a button of an earlier question is not taken for the one that stands open", () => {
  const step = beginInterview(
    {
      ...START,
      questions: [
        { question: "a", options: ["x", "y"] },
        { question: "b", options: ["z"] },
      ],
    },
    NOW,
  );
  if (step.kind !== "ask") throw new Error("it asks");
  expect(optionOf(step.interview, 0, 1)).toBe("y");
  const next = answerInterview(step.interview, "y", NOW);
  if (next.kind !== "ask") throw new Error("it asks on");
  expect(optionOf(next.interview, 0, 0)).toBeNull();
  expect(optionOf(next.interview, 1, 7)).toBeNull();
});
