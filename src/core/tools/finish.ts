import { z } from "zod";
import { defineTool } from "./tool.ts";

const schema = z.strictObject({
  summary: z
    .string()
    .min(1)
    .max(4000)
    .describe("What was changed and why, in a few sentences for the person who asked"),
});

export const finish = defineTool({
  name: "finish",
  description:
    "Ends the work. Call it once the checks are green, or when you cannot go on; the checks are then run again by others.",
  schema,
  risk: "low",
  mutates: false,
  intent: () => ({ effect: "end" }),
  run: ({ summary }) => Promise.resolve({ ok: true, text: "The work is handed over to the checks.", end: summary }),
});
