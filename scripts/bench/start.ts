// From the start of the process to the printed address, and its memory five seconds later.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { figuresOf, show } from "./measure.ts";

const STARTS = 10;
const home = mkdtempSync(join(tmpdir(), "sparks-bench-"));
const samples: number[] = [];
const memory: number[] = [];
for (let round = 0; round <= STARTS; round += 1) {
  const began = performance.now();
  const child = spawn(process.execPath, ["src/main.js", "--home", home, "up", "--port", "0"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  for await (const chunk of child.stdout) if (String(chunk).includes("Open http")) break;
  // The first start makes the folder and the sample; it is the warm-up.
  if (round > 0) samples.push(performance.now() - began);
  if (round === STARTS) {
    await new Promise((resolve) => setTimeout(resolve, 5000));
    memory.push(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
  }
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
}
show("start to the printed address (bar: 500 ms)", figuresOf(samples));
console.log(`${"idle memory after 5 s (bar: 100 MB)".padEnd(46)} ${memory[0]?.toFixed(0)} MB RSS`);
rmSync(home, { recursive: true, force: true });
