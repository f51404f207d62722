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
