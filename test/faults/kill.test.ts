import { expect, test } from "vitest";
import { runKilled } from "../support/killed-run.ts";

// `node scripts/kill-test.ts 200` runs as many as one likes.
test.each([1, 2, 3, 4])(
  "killed at random moments and begun again, the main job ends once and whole (seed %i)",
  async (seed) => {
    const { problems } = await runKilled({ seed, sandbox: "bubblewrap" });
    expect(problems).toEqual([]);
  },
);
test.each([11, 12, 13])(
  "killed at random moments, an album with a goal is one goal, with all of its files (seed %i)",
  async (seed) => {
    const { problems } = await runKilled({ seed, sandbox: "bubblewrap", goal: "album" });
    expect(problems).toEqual([]);
  },
);
