// Runs the benchmarks one after the other: npm run bench [-- name …]
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const all = ["first-request", "first-tool-call", "start", "detect", "stop"];
const wanted = process.argv.slice(2);
for (const name of wanted.length === 0 ? all : wanted) {
  if (!all.includes(name)) throw new Error(`there is no benchmark ${name}; there are ${all.join(", ")}`);
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`./${name}.ts`, import.meta.url))], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
