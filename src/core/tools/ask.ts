import { z } from "zod";
import { failed, succeeded } from "./answer.ts";
import { defineTool } from "./tool.ts";

const schema = z.strictObject({
  question: z.string().trim().min(1).max(1500).describe("One question, with what must be known to answer it"),
  options: z
    .array(z.string().trim().min(1).max(200))
    .max(6)
    .default([])
    .describe("Likely answers, shown as buttons; own words are possible as well"),
});

/** How it is asked and awaited is the gate's to know, which hands the answer over. */
export const ask = defineTool({
  name: "ask",
  description:
    "Asks the person who gave the goal, and waits for the answer. Only for what the repository cannot tell and what would lead to other work: they may be away, and then you must go on with what is likely.",
  schema,
  risk: "low",
  mutates: false,
  intent: ({ question, options }) => ({ effect: "ask", command: options, content: question }),
  run: (_, { answer }) => {
    switch (answer?.kind) {
      case "answered":
        return Promise.resolve(succeeded(`${answer.byName} answered: ${answer.words}`));
      case "left":
        return Promise.resolve(
          succeeded(`${answer.byName} leaves it to you: take what is likely, and say in your summary what you took.`),
        );
      case "nobody":
        return Promise.resolve(succeeded(NOBODY[answer.because]));
      case undefined:
        return Promise.resolve(failed("nobody can be asked here."));
    }
  },
});
const GO_ON = "Go on with what is likely, and say in your summary what you took for granted.";
const NOBODY = {
  unattended: `Nobody is there to be asked. ${GO_ON}`,
  expired: `Nobody answered in time. ${GO_ON}`,
} as const;
