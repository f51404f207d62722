import type { FileTree, PipelineStep, Project } from "../pipeline.ts";
import { findNodeManager } from "../detect/node-manager.ts";
import { readNodeManifest } from "../detect/node-manifest.ts";
import type { NodeManifest } from "../detect/node-manifest.ts";
import { workspaceMembers, workspacePatterns } from "../detect/workspaces.ts";
import { joinPath } from "../workspace.ts";
import { isRealScript, planNodeTests } from "./node-tests.ts";
import { nodeTools } from "./node-tools.ts";
import type { NodeTools } from "./node-tools.ts";
import { because, makeStep } from "./step.ts";

export type Planned = { readonly steps: readonly PipelineStep[]; readonly notes: readonly string[] };
type Package = { readonly project: Project; readonly manifest: NodeManifest };

/** @param projects the repository's Node projects; a workspace's packages share its install and come after it */
export async function planNode(projects: readonly Project[], tree: FileTree): Promise<Planned> {
  const packages: Package[] = [];
  for (const project of projects) {
    const manifest = await readNodeManifest(tree, project.root);
    if (manifest !== null) packages.push({ project, manifest });
  }
  const claimed = new Set<string>();
  const plans: Planned[] = [];
  // Roots before what lies in them: only so is a package known to be a workspace's when its turn comes.
  for (const each of packages.toSorted((a, b) => a.project.root.length - b.project.root.length)) {
    if (claimed.has(each.project.root)) continue;
    const patterns = await workspacePatterns(tree, each.project.root, each.manifest);
    const folders = packages.map((other) => other.project.root);
    const roots = patterns === null ? [] : workspaceMembers(each.project.root, patterns, folders);
    for (const root of roots) claimed.add(root);
    const members = packages.filter((other) => roots.includes(other.project.root));
    plans.push(planWorkspace(each, members, tree));
  }
  return { steps: plans.flatMap((plan) => plan.steps), notes: plans.flatMap((plan) => plan.notes) };
}

function planWorkspace(root: Package, members: readonly Package[], tree: FileTree): Planned {
  const { project, manifest } = root;
  const files = new Set(
    tree.paths
      .filter((path) => isDirectlyIn(path, project.root))
      .map((path) => path.slice(project.root === "" ? 0 : project.root.length + 1)),
  );
  const { found, lockfile } = findNodeManager(project.root, files, manifest);
  const tools = nodeTools({ manager: found.name, version: found.version, locked: lockfile !== null });
  const notes: string[] = [];
  const own = planNodeTests(project, manifest, tools);
  const tests: PipelineStep[] = own.kind === "step" ? [own.step] : [];
  if (own.kind !== "step") {
    for (const member of members) {
      const plan = planNodeTests(member.project, member.manifest, tools);
      if (plan.kind === "step") tests.push(plan.step);
    }
  }
  if (own.kind === "members" && tests.length === 0)
    notes.push(
      `${joinPath(project.root, "package.json")}: the "test" script hands over to packages, but none of them has tests that were understood.`,
    );
  const checks = [...lintSteps(root, tools), ...typecheckSteps(root, tools, files), ...buildSteps(root, tools)];
  const needed = checks.length > 0 || tests.length > 0;
  const fetches = manifest.needsInstall || members.some((member) => member.manifest.needsInstall);
  return {
    steps: [
      ...(needed && fetches ? installSteps(root, tools, because(found, "no lockfile: npm is the default")) : []),
      ...checks,
      ...tests,
    ].map((step) => withEnv(step, tools)),
    notes,
  };
}
function isDirectlyIn(path: string, root: string): boolean {
  const prefix = root === "" ? "" : `${root}/`;
  return path.startsWith(prefix) && !path.slice(prefix.length).includes("/");
}
function withEnv(step: PipelineStep, tools: NodeTools): PipelineStep {
  return { ...step, env: { ...step.env, ...tools.env } };
}

function installSteps({ project }: Package, tools: NodeTools, reason: string): PipelineStep[] {
  const program = project.packageManager?.name ?? "npm";
  const install = makeStep("node", project.root, {
    name: "install",
    title: `Install with ${program}`,
    kind: "install",
    argv: tools.install,
    because: reason,
  });
  if (tools.bootstrap === null) return [install];
  const bring = makeStep("node", project.root, {
    name: "tools",
    title: `Get ${program}`,
    kind: "install",
    argv: tools.bootstrap,
    because: reason,
  });
  return [bring, install];
}

/** A script that mends files is no check. */
const MENDS = /--(?:fix|write|apply|unsafe)\b/;
const LINTERS: Readonly<Record<string, readonly string[]>> = {
  ESLint: ["eslint", "."],
  Biome: ["biome", "ci", "."],
  oxlint: ["oxlint"],
  Prettier: ["prettier", "--check", "."],
};
function lintSteps({ project, manifest }: Package, tools: NodeTools): PipelineStep[] {
  const script = manifest.scripts["lint"];
  if (isRealScript(script) && !MENDS.test(script))
    return [
      makeStep("node", project.root, {
        name: "lint",
        title: "Lint",
        kind: "lint",
        argv: tools.script("lint", []),
        because: scriptLine(manifest, "lint"),
      }),
    ];
  return project.linters
    .filter((linter) => linter.confidence >= 0.9)
    .flatMap((linter) => {
      const command = LINTERS[linter.name];
      if (command === undefined) return [];
      return [
        makeStep("node", project.root, {
          name: linter.name.toLowerCase(),
          title: linter.name,
          kind: "lint",
          argv: tools.binary(command),
          because: because(linter, linter.name),
        }),
      ];
    });
}
function typecheckSteps({ project, manifest }: Package, tools: NodeTools, files: ReadonlySet<string>): PipelineStep[] {
  const name = ["typecheck", "type-check", "check-types", "check:types", "types", "tsc"].find((each) =>
    isRealScript(manifest.scripts[each]),
  );
  const step = (argv: PipelineStep["argv"], reason: string): PipelineStep =>
    makeStep("node", project.root, { name: "typecheck", title: "Types", kind: "typecheck", argv, because: reason });
  if (name !== undefined) return [step(tools.script(name, []), scriptLine(manifest, name))];
  const compiler = manifest.facts.dependencies.find((dependency) => dependency.name === "typescript");
  if (compiler === undefined || !files.has("tsconfig.json")) return [];
  return [
    step(tools.binary(["tsc", "--noEmit"]), `${compiler.at.file}:${compiler.at.line ?? "?"}: ${compiler.at.what}`),
  ];
}
function buildSteps({ project, manifest }: Package, tools: NodeTools): PipelineStep[] {
  if (!isRealScript(manifest.scripts["build"])) return [];
  return [
    makeStep("node", project.root, {
      name: "build",
      title: "Build",
      kind: "build",
      argv: tools.script("build", []),
      because: scriptLine(manifest, "build"),
    }),
  ];
}
function scriptLine(manifest: NodeManifest, name: string): string {
  const at = manifest.facts.scripts.find((script) => script.name === name)?.at;
  return at === undefined ? "" : `${at.file}:${at.line ?? "?"}: ${at.what}`;
}
