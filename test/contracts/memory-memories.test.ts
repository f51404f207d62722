import { createMemoryMemories } from "../support/memory-memories.ts";
import { describeMemories } from "./memories-contract.ts";

describeMemories("memory", async () => ({
  memories: createMemoryMemories(),
  [Symbol.asyncDispose]: async () => undefined,
}));
