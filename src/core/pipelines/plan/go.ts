import type { FileTree, PipelineStep, Project } from "../pipeline.ts";
import { readGoManifest } from "../detect/go.ts";
import { joinPath, outPath } from "../workspace.ts";
import type { Planned } from "./node.ts";
import { because, stepsOf } from "./step.ts";

/** The module cache must outlive the session that had a network. GOTOOLCHAIN: the sandbox's Go, never a download. */
const ENV = { GOMODCACHE: outPath("go-mod"), GOTOOLCHAIN: "local", GOFLAGS: "-buildvcs=false -modcacherw" };
const OFFLINE = { ...ENV, GOPROXY: "off" };

export async function planGo(projects: readonly Project[], tree: FileTree): Promise<Planned> {
  const steps: PipelineStep[] = [];
  for (const project of projects) {
    const facts = await readGoManifest(tree, project.root);
    const vendored = tree.paths.includes(joinPath(project.root, "vendor/modules.txt"));
    const reason = because(project.packageManager ?? undefined, "go.mod");
    const step = stepsOf({ ecosystem: "go", root: project.root }, { online: ENV, offline: OFFLINE, reason });
    if ((facts?.dependencies.length ?? 0) > 0 && !vendored)
      steps.push(step("install", "Download Go modules", "install", ["go", "mod", "download"]));
    steps.push(step("vet", "go vet", "lint", ["go", "vet", "./..."]));
    const linter = project.linters.find((each) => each.name === "golangci-lint");
    if (linter !== undefined)
      steps.push(
        step("golangci-lint", "golangci-lint", "lint", ["golangci-lint", "run"], { because: because(linter, "") }),
      );
    const [runner] = project.testRunners;
    if (runner !== undefined)
      steps.push(
        step("test", "Go tests", "test", ["go", "test", "-json", "./..."], {
          because: because(runner, ""),
          results: { parser: "go-json", from: "stdout" },
        }),
      );
    else steps.push(step("build", "Build", "build", ["go", "build", "./..."]));
  }
  return { steps, notes: [] };
}
