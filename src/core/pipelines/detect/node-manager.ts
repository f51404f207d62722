/** Which package manager a Node project uses, and how sure that is. */
import type { Found } from "../pipeline.ts";
import { joinPath } from "../workspace.ts";
import { enginesManager } from "./node-manifest.ts";
import type { NodeManifest } from "./node-manifest.ts";

const LOCKFILES = [
  { file: "pnpm-lock.yaml", name: "pnpm" },
  { file: "bun.lock", name: "bun" },
  { file: "bun.lockb", name: "bun" },
  { file: "yarn.lock", name: "yarn" },
  { file: "package-lock.json", name: "npm" },
  { file: "npm-shrinkwrap.json", name: "npm" },
] as const;

/**
 * Order: what the project declares, its workspace file, a lockfile, `engines`, else npm.
 * @param files paths relative to `root`
 */
export function findNodeManager(
  root: string,
  files: ReadonlySet<string>,
  manifest: NodeManifest,
): { found: Found; lockfile: string | null; notes: string[] } {
  const locks = LOCKFILES.filter((lock) => files.has(lock.file));
  const found =
    declared(manifest) ?? byWorkspaceFile(root, files) ?? byLockfile(root, locks) ?? byEngines(manifest) ?? byDefault();
  const lockfile = locks.find((lock) => lock.name === found.name)?.file ?? null;
  return { found, lockfile, notes: notesOf(root, found.name, lockfile, locks, manifest) };
}

type Lock = (typeof LOCKFILES)[number];
function notesOf(
  root: string,
  name: string,
  lockfile: string | null,
  locks: readonly Lock[],
  { needsInstall }: NodeManifest,
): string[] {
  const where = root === "" ? "" : `${root}: `;
  const kinds = new Set(locks.map((lock) => lock.name));
  const notes: string[] = [];
  if (kinds.size > 1)
    notes.push(
      `${where}several lockfiles (${locks.map((lock) => lock.file).join(", ")}): ${name} is used; remove the others.`,
    );
  else if (lockfile === null && locks[0] !== undefined)
    notes.push(`${where}the project asks for ${name}, but its lockfile is ${locks[0].file}: versions are not fixed.`);
  else if (lockfile === null && needsInstall)
    notes.push(`${where}no lockfile: each install may bring other versions. Commit the lockfile of ${name}.`);
  return notes;
}

function declared({ facts }: NodeManifest): Found | null {
  const [manager] = facts.managers;
  return manager === undefined
    ? null
    : { name: manager.name, version: manager.version, confidence: 1, evidence: [manager.at] };
}
function byWorkspaceFile(root: string, files: ReadonlySet<string>): Found | null {
  if (!files.has("pnpm-workspace.yaml")) return null;
  const file = joinPath(root, "pnpm-workspace.yaml");
  return { name: "pnpm", version: null, confidence: 0.95, evidence: [{ file, line: null, what: "the file is there" }] };
}
function byLockfile(root: string, [lock]: readonly Lock[]): Found | null {
  if (lock === undefined) return null;
  const file = joinPath(root, lock.file);
  return { name: lock.name, version: null, confidence: 0.9, evidence: [{ file, line: null, what: "its lockfile" }] };
}
function byEngines(manifest: NodeManifest): Found | null {
  const manager = enginesManager(manifest);
  return manager === null
    ? null
    : { name: manager.name, version: manager.version, confidence: 0.6, evidence: [manager.at] };
}
function byDefault(): Found {
  return { name: "npm", version: null, confidence: 0.5, evidence: [] };
}
