import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Most of a test of the whole program is waiting: on a machine of two processors one worker leaves three quarters of it idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Dates without a zone of their own are the machine's.
    env: { TZ: "UTC" },
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "test/attack/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/*.e2e.test.ts"],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/{contracts,e2e,faults}/**/*.test.ts", "test/attack/**/*.e2e.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: "docker", include: ["test/docker/**/*.test.ts"], testTimeout: 180_000, hookTimeout: 120_000 } },
    ],
  },
});
