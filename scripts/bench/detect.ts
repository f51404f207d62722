/**
 * How long detection takes on a repository of 10,000 files held in memory: 40 packages of a workspace, a Python service,
 * Go modules. Prints the median, the 95th percentile and the worst of 50 runs after 5 to warm up. Bar: p95 150 ms.
 *   node scripts/bench/detect.ts [files]
 */
import { detect } from "../../src/core/pipelines/detect/detect.ts";
import type { FileTree } from "../../src/core/pipelines/pipeline.ts";
import { planPipeline } from "../../src/core/pipelines/plan/plan.ts";

const files = Number(process.argv[2] ?? 10_000);
const PACKAGES = 40;
const RUNS = 50;

function repository(): FileTree {
  const held = new Map<string, string>([
    [
      "package.json",
      JSON.stringify({
        workspaces: ["packages/*"],
        scripts: { test: "turbo run test" },
        devDependencies: { turbo: "2", eslint: "9" },
      }),
    ],
    ["package-lock.json", "{}"],
    ["service/pyproject.toml", '[project]\nname = "service"\ndependencies = ["fastapi"]\n[tool.pytest.ini_options]\n'],
    ["tools/go.mod", "module example.test/tools\n\ngo 1.22\n"],
  ]);
  for (let index = 0; index < PACKAGES; index += 1) {
    const dependencies = Object.fromEntries(Array.from({ length: 60 }, (_, each) => [`dependency-${each}`, "^1.0.0"]));
    held.set(
      `packages/p${index}/package.json`,
      JSON.stringify({ scripts: { test: "vitest run" }, dependencies, devDependencies: { vitest: "3" } }, null, 2),
    );
  }
  for (let index = 0; held.size < files; index += 1) {
    const folder = ["service/app", "tools/cmd", `packages/p${index % PACKAGES}/src`][index % 3] ?? "";
    const extension = ["py", "go", "ts"][index % 3] ?? "";
    held.set(`${folder}/part-${index % 97}/file-${index}.${extension}`, "");
  }
  return { paths: [...held.keys()].sort(), read: async (path) => held.get(path) ?? null };
}

const tree = repository();
const times: number[] = [];
for (let run = -5; run < RUNS; run += 1) {
  const start = performance.now();
  const detection = await detect(tree);
  await planPipeline(detection, tree);
  if (run >= 0) times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
const at = (share: number): string =>
  (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
console.log(
  `detect and plan, ${tree.paths.length} files: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms (${RUNS} runs)`,
);
