/** Which folders of a tree are projects. */
import type { Ecosystem } from "../pipeline.ts";
import type { EcosystemTable } from "./rules.ts";

export const MOST_ENTRIES = 50_000;
const MOST_DEPTH = 8;

/** Folders whose manifests describe somebody else's project, or a pretended one. */
const FOREIGN = new Set([
  "node_modules",
  "bower_components",
  "vendor",
  "third_party",
  "third-party",
  "fixtures",
  "__fixtures__",
  "fixture",
  "testdata",
  "test-data",
  "test_data",
  "examples",
  "example",
  "samples",
  "templates",
  "template",
  "site-packages",
  "venv",
  "env",
  "target",
  "dist",
  "__pycache__",
  "__mocks__",
  "__snapshots__",
]);

export type Root = { readonly path: string; readonly ecosystem: Ecosystem; readonly files: readonly string[] };

/**
 * A file belongs to the nearest root above it, in each ecosystem for itself, so that a repository's parts do not
 * answer for each other. Only the 50,000 paths nearest to the root, down to a depth of 8, count.
 */
export function findRoots(paths: readonly string[], tables: readonly EcosystemTable[]): Root[] {
  const own = nearestFirst(paths).slice(0, MOST_ENTRIES).filter(isOwn);
  return tables.flatMap((table) => {
    const manifests = new Set(table.manifests);
    const folders = new Set(own.filter((path) => manifests.has(baseName(path))).map(folderOf));
    const files = new Map<string, string[]>([...folders].sort().map((folder) => [folder, []]));
    for (const path of own) {
      const root = nearest(path, folders);
      if (root !== null) files.get(root)?.push(root === "" ? path : path.slice(root.length + 1));
    }
    return [...files].map(([path, inside]) => ({ path, ecosystem: table.ecosystem, files: inside }));
  });
}

/** Of more files than are looked at, those nearest to the root: manifests lie there. */
function nearestFirst(paths: readonly string[]): readonly string[] {
  if (paths.length <= MOST_ENTRIES) return paths;
  const depth = new Map(paths.map((path) => [path, path.split("/").length]));
  return paths.toSorted((a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0));
}
function isOwn(path: string): boolean {
  const parts = path.split("/");
  return parts.length <= MOST_DEPTH && !parts.slice(0, -1).some((part) => FOREIGN.has(part));
}
function nearest(path: string, folders: ReadonlySet<string>): string | null {
  let folder = folderOf(path);
  while (!folders.has(folder)) {
    if (folder === "") return null;
    folder = folderOf(folder);
  }
  return folder;
}
function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "" : path.slice(0, slash);
}
function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
