import type { Evidence, Found } from "../pipeline.ts";
import { joinPath } from "../workspace.ts";
import type { PythonManifest } from "./python-manifest.ts";

const LOCKFILES = [
  { file: "uv.lock", name: "uv" },
  { file: "poetry.lock", name: "Poetry" },
  { file: "pdm.lock", name: "PDM" },
  { file: "Pipfile.lock", name: "Pipenv" },
] as const;

/** Order: lockfiles (a requirements.txt beside one is an export of it), `[tool.*]` tables, Pipfile, else pip. */
export function findPythonManager(
  root: string,
  files: ReadonlySet<string>,
  { facts }: PythonManifest,
): { found: Found; lockfile: string | null; notes: string[] } {
  const seen = (file: string, what: string): Evidence => ({ file: joinPath(root, file), line: null, what });
  const found = (name: string, confidence: number, ...evidence: Evidence[]): Found => ({
    name,
    version: null,
    confidence,
    evidence,
  });
  const locks = LOCKFILES.filter((lock) => files.has(lock.file));
  const where = root === "" ? "" : `${root}: `;
  const [lock] = locks;
  if (lock !== undefined) {
    const several = `${where}several lockfiles (${locks.map((each) => each.file).join(", ")}): ${lock.name} is used.`;
    return {
      found: found(lock.name, 0.9, seen(lock.file, "its lockfile")),
      lockfile: lock.file,
      notes: locks.length > 1 ? [several] : [],
    };
  }
  for (const [key, name] of [
    ["uv", "uv"],
    ["poetry", "Poetry"],
    ["pdm", "PDM"],
  ] as const) {
    const at = facts.keys.find((each) => each.key === key)?.at;
    if (at !== undefined)
      return { found: found(name, 0.8, at), lockfile: null, notes: unlocked(where, name, facts.dependencies.length) };
  }
  if (files.has("Pipfile"))
    return {
      found: found("Pipenv", 0.8, seen("Pipfile", "the file is there")),
      lockfile: null,
      notes: unlocked(where, "Pipenv", facts.dependencies.length),
    };
  const manifest = ["requirements.txt", "pyproject.toml", "setup.py", "setup.cfg"].filter((file) => files.has(file));
  const evidence = manifest.map((file) => seen(file, "the file is there"));
  return { found: found("pip", manifest.length > 0 ? 0.8 : 0.5, ...evidence), lockfile: null, notes: [] };
}
function unlocked(where: string, name: string, dependencies: number): string[] {
  return dependencies === 0
    ? []
    : [`${where}no lockfile: each install may bring other versions. Commit the lockfile of ${name}.`];
}
