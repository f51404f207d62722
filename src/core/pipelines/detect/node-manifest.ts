import { z } from "zod";

import type { FileTree } from "../pipeline.ts";
import { evidenceOf, escapeRegExp, parseJsonTable, readManifest, readVersionFile } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import type { Dependency, Facts } from "./rules.ts";

const record = z.record(z.string(), z.string()).catch({});
const devEngine = z.object({ name: z.string(), version: z.string().optional() });
/** Only what is used; a field of the wrong shape counts as absent, since others than npm wrote it. */
const packageJson = z.object({
  packageManager: z.string().optional().catch(undefined),
  devEngines: z
    .object({
      packageManager: z
        .union([devEngine, z.array(devEngine)])
        .optional()
        .catch(undefined),
      runtime: z
        .union([devEngine, z.array(devEngine)])
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  engines: record,
  volta: record,
  scripts: record,
  dependencies: record,
  devDependencies: record,
  optionalDependencies: record,
  peerDependencies: record,
  workspaces: z
    .union([z.array(z.string()), z.object({ packages: z.array(z.string()) }).transform((each) => each.packages)])
    .optional()
    .catch(undefined),
});
export type NodeManifest = {
  readonly file: Manifest;
  readonly scripts: Readonly<Record<string, string>>;
  /** Patterns of package folders, from package.json only. */
  readonly workspaces: readonly string[] | null;
  /** What an install would fetch; links inside the repository are no reason for a network. */
  readonly needsInstall: boolean;
  readonly facts: Facts;
};

const MANAGERS = ["npm", "pnpm", "yarn", "bun"];
/** Keys of package.json in which tools keep their settings. */
const TOOL_KEYS = ["jest", "mocha", "ava", "tap", "vitest", "eslintConfig", "prettier"];

/** @returns null when there is no readable package.json in `root` */
export async function readNodeManifest(tree: FileTree, root: string): Promise<NodeManifest | null> {
  const file = await readManifest(tree, root, "package.json");
  const json = file === null ? null : parseJsonTable(file.text);
  if (file === null || json === null) return null;
  const parsed = packageJson.parse(json);
  const dependencies = [
    ...listDependencies(file, { ...parsed.dependencies, ...parsed.optionalDependencies }, "production"),
    ...listDependencies(file, { ...parsed.peerDependencies, ...parsed.devDependencies }, "development"),
  ];
  const fetched = { ...parsed.dependencies, ...parsed.optionalDependencies, ...parsed.devDependencies };
  return {
    file,
    scripts: parsed.scripts,
    workspaces: parsed.workspaces ?? null,
    needsInstall: Object.keys(fetched).length > 0 || parsed.workspaces !== undefined,
    facts: {
      dependencies,
      keys: TOOL_KEYS.filter((key) => key in json).map((key) => ({
        key,
        at: evidenceOf(file, new RegExp(`^\\s*"${key}"\\s*:\\s*[{\\[]`, "m"), `a "${key}" section`),
      })),
      scripts: Object.entries(parsed.scripts).map(([name, text]) => ({
        name,
        text,
        at: evidenceOf(file, keyPattern(name), `script "${name}": ${text.slice(0, 120)}`),
      })),
      versions: await readVersions(tree, root, file, parsed),
      managers: declaredManagers(file, parsed),
    },
  };
}

function listDependencies(file: Manifest, table: Record<string, string>, scope: Dependency["scope"]): Dependency[] {
  return Object.entries(table).map(([name, version]) => ({
    name,
    version,
    scope,
    at: evidenceOf(file, keyPattern(name), `depends on ${name} ${version}`.slice(0, 120)),
  }));
}
function keyPattern(key: string): RegExp {
  return new RegExp(`${escapeRegExp(JSON.stringify(key))}\\s*:\\s*"`);
}

type Parsed = z.infer<typeof packageJson>;
async function readVersions(tree: FileTree, root: string, file: Manifest, parsed: Parsed): Promise<Facts["versions"]> {
  const runtime = [parsed.devEngines?.runtime ?? []].flat().find((each) => each.name === "node")?.version;
  const inManifest = [parsed.engines["node"], runtime, parsed.volta["node"]]
    .filter((version) => version !== undefined)
    .map((version) => ({ version, at: evidenceOf(file, JSON.stringify(version), `asks for Node ${version}`) }));
  const files = [await readVersionFile(tree, root, ".nvmrc"), await readVersionFile(tree, root, ".node-version")];
  return [...inManifest, ...files.filter((each) => each !== null)];
}

function declaredManagers(file: Manifest, parsed: Parsed): Facts["managers"] {
  // Corepack's form: name@version, with an optional hash after a plus.
  const [, name, version] = /^(?<name>[a-z]+)@(?<version>[^+\s]+)/.exec(parsed.packageManager ?? "") ?? [];
  const corepack =
    name !== undefined && version !== undefined
      ? [{ name, version, at: evidenceOf(file, '"packageManager"', `packageManager: ${name}@${version}`) }]
      : [];
  const engines = [parsed.devEngines?.packageManager ?? []].flat().map((each) => ({
    name: each.name,
    version: each.version ?? null,
    at: evidenceOf(file, '"devEngines"', `devEngines asks for ${each.name}`),
  }));
  return [...corepack, ...engines].filter((each) => MANAGERS.includes(each.name));
}

/** `engines` names several managers at times, so it is only asked when nothing else decides. */
export function enginesManager(manifest: NodeManifest): Facts["managers"][number] | null {
  const engines = packageJson.parse(parseJsonTable(manifest.file.text) ?? {}).engines;
  const named = MANAGERS.slice(1).filter((name) => name in engines && !/please|use/i.test(engines[name] ?? ""));
  const [only] = named;
  if (named.length !== 1 || only === undefined) return null;
  return { name: only, version: engines[only] ?? null, at: evidenceOf(manifest.file, '"engines"', `engines: ${only}`) };
}
