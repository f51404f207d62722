// Kills the program at random moments of the main job, again and again.
// Usage: node scripts/kill-test.ts [runs = 200] [bubblewrap | docker] [first seed = 1] [at once = 2] [text | album]
import { runKilled } from "../test/support/killed-run.ts";

const [runs = "200", sandbox = "bubblewrap", first = "1", atOnce = "2", goal = "text"] = process.argv.slice(2);
if (sandbox !== "bubblewrap" && sandbox !== "docker") throw new Error(`no such sandbox: ${sandbox}`);
if (goal !== "text" && goal !== "album") throw new Error(`no such way to say the goal: ${goal}`);
const how = { sandbox, goal } as const;
const seeds = Array.from({ length: Number(runs) }, (_, index) => Number(first) + index);
let good = 0;
let kills = 0;
async function work(): Promise<void> {
  for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
    const result = await runKilled({ seed, ...how });
    kills += result.kills;
    if (result.problems.length === 0) good += 1;
    else console.log(`seed ${seed} (${result.kills} kills): ${result.problems.join("; ")}`);
  }
}
await Promise.all(Array.from({ length: Number(atOnce) }, work));
console.log(
  `${good} of ${runs} runs ended with one answer, one branch and no sandbox left, over ${kills} kills (${sandbox}).`,
);
process.exitCode = good === Number(runs) ? 0 : 1;
