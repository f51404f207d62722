// node scripts/delivery-test.ts <runs> [first seed]: messages through a world that loses, delays, doubles and refuses any request or
// answer and kills the process before or after any call. Each text must be visible exactly once. A seed that fails is told and can be run again.
import { runDelivery } from "../test/support/delivery-world.ts";

const runs = Number(process.argv[2] ?? "1000");
const first = Number(process.argv[3] ?? "1");
const total = { kills: 0, faults: 0, ambiguous: 0, orphans: 0, mostOrphans: 0 };
/** Of a problem, which may quote a long text. */
const MOST_SAID = 300;
let failed = 0;
const began = performance.now();
for (let seed = first; seed < first + runs; seed += 1) {
  const { problems, kills, faults, ambiguous, orphans } = await runDelivery(seed);
  total.kills += kills;
  total.faults += faults;
  total.ambiguous += ambiguous;
  total.orphans += orphans;
  if (problems.length === 0) continue;
  failed += 1;
  console.log(`seed ${seed}: ${problems.map((problem) => problem.slice(0, MOST_SAID)).join("; ")}`);
  if (failed >= 20) break;
}
const seconds = (performance.now() - began) / 1000;
console.log(
  `${runs} runs in ${seconds.toFixed(0)} s: ${failed} failed; ${total.faults} faults, ${total.kills} kills, ${total.ambiguous} doubtful sends, ${total.orphans} anchors left over`,
);
process.exitCode = failed === 0 ? 0 : 1;
