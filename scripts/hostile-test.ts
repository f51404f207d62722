import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";

// node scripts/hostile-test.ts [tasks of each kind] [seed]: the hostile model at random, as often as you like
const [runs = "200", seed = String(randomInt(2 ** 31 - 1))] = process.argv.slice(2);
process.stdout.write(`${runs} tasks of each kind, seed ${seed}\n`);
const { status } = spawnSync(
  "node_modules/.bin/vitest",
  ["run", "--project", "e2e", "test/attack", "-t", "anything at all"],
  { stdio: "inherit", env: { ...process.env, SPARKS_HOSTILE_RUNS: runs, SPARKS_HOSTILE_SEED: seed } },
);
process.exitCode = status ?? 1;
