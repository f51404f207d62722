/** What a repository is made of, read from its files alone: nothing of it is ever run. */
import type { Detection, FileTree, Found, Project } from "../pipeline.ts";
import { joinPath } from "../workspace.ts";
import { GO, readGoManifest } from "./go.ts";
import { findNodeManager } from "./node-manager.ts";
import { readNodeManifest } from "./node-manifest.ts";
import { NODE } from "./node-rules.ts";
import { isPlaceholder } from "./node-scripts.ts";
import { findPythonManager } from "./python-manager.ts";
import { readPythonManifest } from "./python-manifest.ts";
import { PYTHON } from "./python-rules.ts";
import { findRoots, MOST_ENTRIES } from "./roots.ts";
import type { Root } from "./roots.ts";
import { applyRules, round } from "./rules.ts";
import type { EcosystemTable, Facts, ProjectView } from "./rules.ts";
import { cargoMembers, readRustManifest, RUST } from "./rust.ts";
import { workspaceMembers, workspacePatterns } from "./workspaces.ts";

const TABLES = [NODE, PYTHON, GO, RUST];
const TESTS_OR_DOCS =
  /(?:^|\/)(?:tests?|__tests__|spec|docs?|scripts|tools|bench(?:marks)?)\/|[._-](?:test|spec)\.[^/]+$/;

type Reading = { readonly project: Project; readonly sources: number; readonly notes: readonly string[] };

/** @returns its projects, the one with most source files first: the first to match says little about what matters */
export async function detect(tree: FileTree): Promise<Detection> {
  const roots = await dropCargoMembers(tree, findRoots(tree.paths, TABLES));
  const managers = await workspaceManagers(tree, roots);
  const readings = (await Promise.all(roots.map((root) => readProject(tree, root, managers)))).filter(
    (each) => each !== null,
  );
  const sorted = readings.sort((a, b) => b.sources - a.sources || (a.project.root < b.project.root ? -1 : 1));
  return {
    projects: sorted.map((each) => each.project),
    notes: [...notesOf(tree, sorted), ...sorted.flatMap((each) => each.notes)],
  };
}

function notesOf(tree: FileTree, readings: readonly Reading[]): string[] {
  const notes: string[] = [];
  if (tree.paths.length > MOST_ENTRIES)
    notes.push(
      `The repository has ${tree.paths.length} files; only the ${MOST_ENTRIES} nearest to its root were looked at.`,
    );
  if (tree.paths.length === 0) notes.push("The repository is empty.");
  else if (readings.length === 0)
    notes.push(
      "No package.json, pyproject.toml, go.mod or Cargo.toml was found, so it is not known how to build or test this.",
    );
  return notes;
}

async function readProject(tree: FileTree, root: Root, managers: ReadonlyMap<string, Found>): Promise<Reading | null> {
  switch (root.ecosystem) {
    case "node":
      return readNode(tree, root, managers.get(root.path));
    case "python":
      return readPython(tree, root);
    case "go":
      return withFacts(GO, root, await readGoManifest(tree, root.path));
    case "rust":
      return withFacts(RUST, root, (await readRustManifest(tree, root.path))?.facts ?? null);
  }
}

/** @param shared the manager of the workspace that the package belongs to, which has its lockfile as well */
async function readNode(tree: FileTree, root: Root, shared: Found | undefined): Promise<Reading | null> {
  const manifest = await readNodeManifest(tree, root.path);
  if (manifest === null) return null;
  const { found, notes } =
    shared === undefined ? findNodeManager(root.path, new Set(root.files), manifest) : { found: shared, notes: [] };
  const test = manifest.facts.scripts.find((script) => script.name === "test");
  const placeholder = test !== undefined && isPlaceholder(test.text);
  const remark = `${joinPath(root.path, "package.json")}: the "test" script is npm's placeholder, which tests nothing.`;
  return build(NODE, root, manifest.facts, found, [...notes, ...(placeholder ? [remark] : [])]);
}

async function readPython(tree: FileTree, root: Root): Promise<Reading | null> {
  // A requirements file alone is often only for the tools of somebody's documentation.
  if (root.path !== "" && !root.files.some((file) => file.endsWith(".py"))) return null;
  const manifest = await readPythonManifest(tree, root.path, root.files);
  const { found, notes } = findPythonManager(root.path, new Set(root.files), manifest);
  return build(PYTHON, root, manifest.facts, found, notes);
}

function withFacts(table: EcosystemTable, root: Root, facts: Facts | null): Reading | null {
  const manager = facts?.managers[0];
  if (facts === null || manager === undefined) return null;
  const found = { name: manager.name, version: manager.version, confidence: 1, evidence: [manager.at] };
  return build(table, root, facts, found, []);
}

function build(table: EcosystemTable, root: Root, facts: Facts, manager: Found, notes: readonly string[]): Reading {
  const view: ProjectView = { root: root.path, files: root.files, facts };
  const language = findLanguage(table, view);
  return {
    project: {
      root: root.path,
      ecosystem: table.ecosystem,
      language: language.found,
      packageManager: manager,
      testRunners: applyRules(table, "testRunner", view),
      linters: applyRules(table, "linter", view),
      frameworks: applyRules(table, "framework", view),
    },
    sources: language.sources,
    notes,
  };
}

/** The language of most of the project's own files; the manifest vouches for the ecosystem, the share for the rest. */
function findLanguage(table: EcosystemTable, { root, files, facts }: ProjectView): { found: Found; sources: number } {
  const own = files.filter((file) => !TESTS_OR_DOCS.test(file));
  const counts = table.languages
    .map((language) => ({ language, count: own.filter((file) => language.sources.test(file)).length }))
    .sort((a, b) => b.count - a.count);
  const best = counts[0] ?? { language: table.languages[0], count: 0 };
  const total = counts.reduce((sum, each) => sum + each.count, 0);
  const share = total === 0 ? 0 : best.count / total;
  const manifest = table.manifests.find((name) => files.includes(name));
  const [version] = facts.versions;
  const evidence = [
    ...(manifest === undefined ? [] : [{ file: joinPath(root, manifest), line: null, what: "the manifest" }]),
    ...(version === undefined ? [] : [version.at]),
  ];
  const confidence = round(1 - (1 - 0.6) * (1 - 0.9 * share));
  return {
    found: { name: best.language.name, version: version?.version ?? null, confidence, evidence },
    sources: total,
  };
}

/** @returns for each package of a Node workspace, what installs it */
async function workspaceManagers(tree: FileTree, roots: readonly Root[]): Promise<Map<string, Found>> {
  const packages = roots.filter((root) => root.ecosystem === "node");
  const folders = packages.map((each) => each.path);
  const managers = new Map<string, Found>();
  for (const root of packages) {
    const manifest = managers.has(root.path) ? null : await readNodeManifest(tree, root.path);
    const patterns = manifest === null ? null : await workspacePatterns(tree, root.path, manifest);
    if (manifest === null || patterns === null) continue;
    const { found } = findNodeManager(root.path, new Set(root.files), manifest);
    for (const member of workspaceMembers(root.path, patterns, folders)) managers.set(member, found);
  }
  return managers;
}

/** Crates of a workspace are built and tested by it, so they are part of one project. */
async function dropCargoMembers(tree: FileTree, roots: readonly Root[]): Promise<Root[]> {
  const crates = roots.filter((root) => root.ecosystem === "rust");
  const folders = crates.map((crate) => crate.path);
  const taken = new Map<string, string>();
  for (const crate of crates) {
    const manifest = await readRustManifest(tree, crate.path);
    for (const member of cargoMembers(manifest?.toml ?? {}, crate.path, folders)) taken.set(member, crate.path);
  }
  return roots
    .filter((root) => root.ecosystem !== "rust" || !taken.has(root.path))
    .map((root) => (root.ecosystem === "rust" ? withMembers(root, crates, taken) : root));
}
function withMembers(root: Root, crates: readonly Root[], taken: ReadonlyMap<string, string>): Root {
  const members = crates.filter((crate) => taken.get(crate.path) === root.path);
  const start = root.path === "" ? 0 : root.path.length + 1;
  return {
    ...root,
    files: [
      ...root.files,
      ...members.flatMap((each) => each.files.map((file) => joinPath(each.path.slice(start), file))),
    ],
  };
}
