import { parseToml } from "../../../lib/toml.ts";
import { asTable, asText, dig } from "../detect/manifest.ts";
import { readRustManifest } from "../detect/rust.ts";
import type { FileTree, PipelineStep, Project } from "../pipeline.ts";
import { joinPath, outPath } from "../workspace.ts";
import type { Planned } from "./node.ts";
import { because, fromFile, stepsOf, type MakeStep } from "./step.ts";

/** Crates must outlive the session that had a network; the target folder stays out of the repository's sight. */
const ENV = {
  CARGO_HOME: outPath("cargo"),
  CARGO_TARGET_DIR: outPath("target"),
  CARGO_TERM_COLOR: "never",
  RUST_BACKTRACE: "0",
};
const OFFLINE = { ...ENV, CARGO_NET_OFFLINE: "true" };

export async function planRust(projects: readonly Project[], tree: FileTree): Promise<Planned> {
  const steps: PipelineStep[] = [];
  const notes: string[] = [];
  for (const project of projects) {
    const manifest = await readRustManifest(tree, project.root);
    const locked = tree.paths.includes(joinPath(project.root, "Cargo.lock"));
    const needsFetch = (manifest?.needsFetch ?? false) || (locked && (await lockNeedsFetch(tree, project.root)));
    const reason = because(project.packageManager ?? undefined, "Cargo.toml");
    const step = stepsOf({ ecosystem: "rust", root: project.root }, { online: ENV, offline: OFFLINE, reason });
    const flags = manifest?.toml["workspace"] === undefined ? [] : ["--workspace"];
    if (needsFetch)
      steps.push(step("install", "Fetch crates", "install", ["cargo", "fetch", ...(locked ? ["--locked"] : [])]));
    if (needsFetch && !locked)
      notes.push(`${joinPath(project.root, "Cargo.toml")}: no Cargo.lock, so each install may bring other versions.`);
    for (const linter of project.linters) {
      if (linter.name === "rustfmt")
        steps.push(
          step("fmt", "rustfmt", "lint", ["cargo", "fmt", "--all", "--check"], { because: because(linter, "") }),
        );
      if (linter.name === "Clippy")
        steps.push(
          step("clippy", "Clippy", "lint", ["cargo", "clippy", ...flags, "--all-targets"], {
            because: because(linter, ""),
          }),
        );
    }
    steps.push(await testStep(project, tree, flags, step));
  }
  return { steps, notes };
}

/** nextest only where a profile of it writes JUnit: its text is not meant for machines, that of `cargo test` is stable. */
async function testStep(
  project: Project,
  tree: FileTree,
  flags: readonly string[],
  step: MakeStep,
): Promise<PipelineStep> {
  const config = await tree.read(joinPath(project.root, ".config/nextest.toml"));
  const profiles = Object.entries(asTable(dig(parseToml(config ?? "") ?? {}, "profile")));
  for (const [profile, settings] of profiles) {
    const path = asText(dig(settings, "junit", "path"));
    if (path === null) continue;
    const file = outPath("target", "nextest", profile, path);
    return step(
      "test",
      "Rust tests",
      "test",
      ["cargo", "nextest", "run", ...flags, "--profile", profile, "--no-fail-fast"],
      {
        because: `${joinPath(project.root, ".config/nextest.toml")}: profile ${profile} writes JUnit`,
        results: fromFile("junit", file),
      },
    );
  }
  return step("test", "Rust tests", "test", ["cargo", "test", ...flags, "--no-fail-fast"], {
    because: because(project.testRunners[0], "Cargo.toml"),
    results: { parser: "libtest", from: "stdout" },
  });
}
/** Members' dependencies are in the workspace's lockfile, so it tells whether anything comes from outside. */
async function lockNeedsFetch(tree: FileTree, root: string): Promise<boolean> {
  const lock = await tree.read(joinPath(root, "Cargo.lock"));
  return lock === null || /^source = "/m.test(lock);
}
