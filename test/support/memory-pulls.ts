import type { PullStore } from "../../src/core/ports/pulls.ts";
import { isUnderWay, type Pull } from "../../src/core/pulls/pull.ts";

/** Pull requests that are kept in memory, by their task. */
export function createMemoryPulls(): PullStore {
  const pulls = new Map<number, Pull>();
  return {
    get: async (taskId) => structuredClone(pulls.get(taskId) ?? null),
    put: async (pull) => void pulls.set(pull.taskId, structuredClone(pull)),
    async underWay() {
      const open = [...pulls.values()].filter((pull) => isUnderWay(pull));
      return structuredClone(open.toSorted((a, b) => a.taskId - b.taskId));
    },
  };
}
