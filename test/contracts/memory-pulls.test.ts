import { createMemoryPulls } from "../support/memory-pulls.ts";
import { describePulls } from "./pulls-contract.ts";

describePulls("memory", async () => {
  let tasks = 0;
  return {
    pulls: createMemoryPulls(),
    newTask: async () => (tasks += 1),
    [Symbol.asyncDispose]: async () => undefined,
  };
});
