import { z } from "zod";
import type { MemoryKeeper } from "../memories/keeper.ts";
import { MEMORY_KINDS } from "../ports/memory.ts";
import { failed, succeeded } from "./answer.ts";
import { defineTool, type Tool } from "./tool.ts";

/** Of one memory: a thought, not a file. */
export const MEMORY_CHARACTERS = 1000;
const schema = z.strictObject({
  text: z
    .string()
    .trim()
    .min(3)
    .max(MEMORY_CHARACTERS)
    .describe("One thing, in one or two sentences that make sense without what you are doing now"),
  kind: z
    .enum(MEMORY_KINDS)
    .default("fact")
    .describe(
      "fact: how things are; preference: how people want them; decision: what was settled; lesson: what helped",
    ),
  about: z
    .enum(["repository", "chat"])
    .default("repository")
    .describe("repository: of use for work on this repository; chat: for any work that is asked for in this chat"),
});

export const MEMORY_SAVE = "memory_save";
export function createMemorySave(keeper: Pick<MemoryKeeper, "save">): Tool {
  return defineTool({
    name: MEMORY_SAVE,
    description:
      "Remembers one thing for later work: what took long to find out, or what people here want. Not what the repository says itself, not the state of this task, and never a secret.",
    schema,
    risk: "low",
    mutates: false,
    intent: ({ text, kind, about }) => ({ effect: "remember", content: `${kind}, about the ${about}: ${text}` }),
    run: async ({ text, kind, about }, { work, cause }) => {
      const { taskId, spark, chatId, repository, origins } = work;
      const repositoryId = about === "repository" ? work.repositoryId : null;
      const by = { kind: "task", taskId, spark } as const;
      const kept = await keeper.save({ kind, text, chatId, repositoryId, repository, by, origins }, cause);
      if (kept.kind === "saved")
        return succeeded(
          `${kept.was === "new" ? "Remembered" : "That is remembered already"}, as #${kept.memory.id}.${kept.memory.warning === null ? "" : " It reads like orders, and is kept with that warning."}`,
        );
      if (kept.why === "secret")
        return failed("it holds a key or password, and those are never remembered. Say it without.");
      return failed(`it reads like orders to you, and the settings forbid to remember such text: it ${kept.detail}.`);
    },
  });
}
