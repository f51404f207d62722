import { z } from "zod";
import { fence } from "../../lib/fence.ts";
import { failed, succeeded } from "./answer.ts";
import { defineTool, type Halt, type PartEnd, type Tool, type ToolAnswer } from "./tool.ts";

export const DELEGATE = "delegate";

/** @param sparks whom a part can be handed to; at least one */
export function createDelegate(sparks: readonly { readonly name: string; readonly summary: string }[]): Tool {
  const schema = z.strictObject({
    spark: z
      .enum(sparks.map(({ name }) => name))
      .describe(sparks.map(({ name, summary }) => `${name}: ${summary}`).join("; ")),
    goal: z
      .string()
      .trim()
      .min(10)
      .max(4000)
      .describe("What it shall do or find out, with all it must know for that: it sees nothing of what you did"),
  });
  return defineTool({
    name: DELEGATE,
    description:
      "Hands a part of the work to another spark, which does it in the same workspace and tells you what came of it. For a question that takes much reading, so that you keep your mind on the change. Its steps, time and money are taken from yours.",
    schema,
    risk: "low",
    mutates: false,
    intent: ({ spark, goal }) => ({ effect: "delegate", content: `${spark}: ${goal}` }),
    run: async (wish, { delegate }) => {
      if (delegate === undefined) return failed("a part of a work cannot be handed on.");
      return answerOf(wish.spark, await delegate(wish));
    },
  });
}
function answerOf(spark: string, end: PartEnd): ToolAnswer {
  switch (end.kind) {
    case "finished":
      return succeeded(`${spark} did its part. It says:\n${fence(`part by ${spark}`, end.summary)}`);
    case "stalled":
      return succeeded(
        `${spark} stopped without saying that it was done. Its last words:\n${fence(`part by ${spark}`, end.summary)}`,
      );
    case "gave-up":
      if (end.over === "cost") return halted(end);
      return failed(`${spark} gave up, over ${end.over}:\n${fence(`part by ${spark}`, end.summary)}`);
    case "denied":
      if (end.by === "nobody")
        return failed(
          `${spark} ended its part, as nobody could be asked: ${end.action}. Go on without it, or finish and say so.`,
        );
      return halted(end);
    case "waiting":
    case "stopped":
      return halted(end);
  }
}
function halted(halt: Halt): ToolAnswer {
  return { ok: false, text: "", halt };
}
