import { parseToml } from "../../../lib/toml.ts";
import type { FileTree } from "../pipeline.ts";
import { asTable, asText, asTexts, dig, escapeRegExp, evidenceOf, readManifest, readVersionFile } from "./manifest.ts";
import type { Manifest, Table } from "./manifest.ts";
import type { Dependency, Facts } from "./rules.ts";

export type PythonManifest = {
  readonly facts: Facts;
  readonly pyproject: Table;
  /** It can be built and installed itself: it has a `[project]`, a `[tool.poetry]` or a setup.py. */
  readonly isPackage: boolean;
  /** Requirement files in the root, `requirements.txt` first. */
  readonly requirementFiles: readonly string[];
  /** Groups and extras that hold what tests need. */
  readonly testExtras: readonly string[];
  readonly testGroups: readonly string[];
};
type Scope = Dependency["scope"];
const FOR_TESTS = /^(?:tests?|testing|dev|develop|development|ci|all-dev|qa|lint|typing)$/i;
const REQUIREMENTS = /^(?:requirements(?:[-_.]?\w+)*|(?:dev|test|tests)[-_]requirements)\.(?:txt|in)$/;

/** @param files the project's own, relative to its root */
export async function readPythonManifest(
  tree: FileTree,
  root: string,
  files: readonly string[],
): Promise<PythonManifest> {
  const read = (name: string): Promise<Manifest | null> => readManifest(tree, root, name);
  const pyproject = await read("pyproject.toml");
  const pipfile = await read("Pipfile");
  const setupCfg = await read("setup.cfg");
  const setupPy = await read("setup.py");
  const toml = pyproject === null ? {} : (parseToml(pyproject.text) ?? {});
  const names = files.filter((file) => REQUIREMENTS.test(file)).sort((a, b) => a.length - b.length);
  const requirements = (await Promise.all(names.map(read))).filter((file) => file !== null);
  return {
    pyproject: toml,
    isPackage:
      "project" in toml ||
      dig(toml, "tool", "poetry", "name") !== undefined ||
      setupPy !== null ||
      /^\[metadata\]/m.test(setupCfg?.text ?? ""),
    requirementFiles: names.filter((name) => name.endsWith(".txt")),
    testExtras: Object.keys(asTable(dig(toml, "project", "optional-dependencies"))).filter((name) =>
      FOR_TESTS.test(name),
    ),
    testGroups: Object.keys({
      ...asTable(toml["dependency-groups"]),
      ...asTable(dig(toml, "tool", "poetry", "group")),
    }).filter((name) => FOR_TESTS.test(name)),
    facts: {
      dependencies: [
        ...(pyproject === null ? [] : pyprojectDependencies(pyproject, toml)),
        ...requirements.flatMap(requirementDependencies),
        ...(pipfile === null ? [] : pipfileDependencies(pipfile)),
        ...(setupCfg === null ? [] : setupCfgDependencies(setupCfg)),
        ...(setupPy === null ? [] : setupPyDependencies(setupPy)),
      ],
      keys: [
        ...(pyproject === null
          ? []
          : Object.keys(asTable(toml["tool"])).map((key) => ({
              key,
              at: evidenceOf(
                pyproject,
                new RegExp(`^\\[+tool\\.${escapeRegExp(key)}\\b`, "m"),
                `a [tool.${key}] section`,
              ),
            }))),
        ...(setupCfg === null ? [] : iniSections(setupCfg)),
      ],
      scripts: [],
      versions: await readVersions(tree, root, pyproject, toml),
      managers: [],
    },
  };
}

/** PEP 503: case, and runs of `-`, `_` and `.`, make no difference. */
function normalizeName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}
/** The name and the rest of a PEP 508 requirement; null for options, links and paths. */
function parseRequirement(line: string): { name: string; version: string | null } | null {
  const text = line.replace(/(?:^|\s)#.*$/, "").trim();
  const match = /^(?<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?<rest>.*)$/.exec(text);
  const name = match?.groups?.["name"];
  const rest = match?.groups?.["rest"] ?? "";
  if (name === undefined || !/^(?:$|[<>=!~;@(,])/.test(rest)) return null;
  const version = rest.split(";", 1)[0]?.trim() ?? "";
  return { name: normalizeName(name), version: version === "" ? null : version };
}
function dependency(file: Manifest, line: string, scope: Scope): Dependency[] {
  const parsed = parseRequirement(line);
  if (parsed === null) return [];
  return [{ ...parsed, scope, at: evidenceOf(file, line.trim(), `depends on ${line.trim().slice(0, 80)}`) }];
}

function pyprojectDependencies(file: Manifest, toml: Table): Dependency[] {
  const list = (value: unknown, scope: Scope): Dependency[] =>
    asTexts(value).flatMap((line) => dependency(file, line, scope));
  const table = (value: unknown, scope: Scope): Dependency[] =>
    Object.entries(asTable(value))
      .filter(([name]) => name.toLowerCase() !== "python")
      .flatMap(([name, version]) => tableDependency(file, name, version, scope));
  const extras = Object.entries(asTable(dig(toml, "project", "optional-dependencies")));
  const groups = Object.values(asTable(toml["dependency-groups"]));
  const poetry = dig(toml, "tool", "poetry");
  return [
    ...list(dig(toml, "project", "dependencies"), "production"),
    ...extras.flatMap(([name, value]) => list(value, FOR_TESTS.test(name) ? "development" : "production")),
    ...groups.flatMap((value) => list(value, "development")),
    ...list(dig(toml, "tool", "uv", "dev-dependencies"), "development"),
    ...Object.values(asTable(dig(toml, "tool", "pdm", "dev-dependencies"))).flatMap((value) =>
      list(value, "development"),
    ),
    ...table(dig(poetry, "dependencies"), "production"),
    ...table(dig(poetry, "dev-dependencies"), "development"),
    ...Object.values(asTable(dig(poetry, "group"))).flatMap((group) =>
      table(dig(group, "dependencies"), "development"),
    ),
  ];
}
function tableDependency(file: Manifest, name: string, value: unknown, scope: Scope): Dependency[] {
  const version = asText(value) ?? asText(asTable(value)["version"]);
  const at = evidenceOf(file, new RegExp(`^\\s*"?${escapeRegExp(name)}"?\\s*=`, "m"), `depends on ${name}`);
  return [{ name: normalizeName(name), version: version === "*" ? null : version, scope, at }];
}
function requirementDependencies(file: Manifest): Dependency[] {
  const scope = /dev|test|ci|lint/i.test(file.path) ? "development" : "production";
  return file.text.split("\n").flatMap((line) => dependency(file, line, scope));
}
function pipfileDependencies(file: Manifest): Dependency[] {
  const toml = parseToml(file.text) ?? {};
  const section = (name: string, scope: Scope): Dependency[] =>
    Object.entries(asTable(toml[name])).flatMap(([key, value]) => tableDependency(file, key, value, scope));
  return [...section("packages", "production"), ...section("dev-packages", "development")];
}
/** setup.cfg is an INI file: a list is the indented lines below its key. */
function setupCfgDependencies(file: Manifest): Dependency[] {
  const found: Dependency[] = [];
  let section = "";
  let key = "";
  for (const line of file.text.split("\n")) {
    section = /^\[(?<name>[^\]]+)\]/.exec(line)?.groups?.["name"] ?? section;
    const entry = /^(?<key>[\w.-]+)\s*[=:]\s*(?<value>.*)$/.exec(line);
    key = entry?.groups?.["key"] ?? (/^\S/.test(line) ? "" : key);
    const value = entry?.groups?.["value"] ?? (/^\s+\S/.test(line) ? line.trim() : "");
    if (value === "") continue;
    if (section === "options" && key === "install_requires") found.push(...dependency(file, value, "production"));
    if (section === "options" && key === "tests_require") found.push(...dependency(file, value, "development"));
    if (section === "options.extras_require")
      found.push(...dependency(file, value, FOR_TESTS.test(key) ? "development" : "production"));
  }
  return found;
}
function iniSections(file: Manifest): { key: string; at: Dependency["at"] }[] {
  return [...file.text.matchAll(/^\[(?:tool:)?(?<name>[\w.-]+)\]/gm)].map((match) => {
    const name = match.groups?.["name"] ?? "";
    return { key: name, at: evidenceOf(file, match[0], `a ${match[0]} section`) };
  });
}
/** setup.py is a program and is never run: only lists written out as text are seen. */
function setupPyDependencies(file: Manifest): Dependency[] {
  const lists = file.text.matchAll(/(?<key>install_requires|tests_require)\s*=\s*\[(?<list>[^\]]*)\]/g);
  return [...lists].flatMap((match) =>
    [...(match.groups?.["list"] ?? "").matchAll(/["'](?<line>[^"']+)["']/g)].flatMap((each) =>
      dependency(
        file,
        each.groups?.["line"] ?? "",
        match.groups?.["key"] === "tests_require" ? "development" : "production",
      ),
    ),
  );
}

async function readVersions(
  tree: FileTree,
  root: string,
  pyproject: Manifest | null,
  toml: Table,
): Promise<Facts["versions"]> {
  const file = await readVersionFile(tree, root, ".python-version");
  const asked =
    asText(dig(toml, "project", "requires-python")) ?? asText(dig(toml, "tool", "poetry", "dependencies", "python"));
  const runtime = await readVersionFile(tree, root, "runtime.txt");
  return [
    ...(file === null ? [] : [file]),
    ...(asked === null || pyproject === null
      ? []
      : [{ version: asked, at: evidenceOf(pyproject, asked, `asks for Python ${asked}`) }]),
    ...(runtime === null ? [] : [{ ...runtime, version: runtime.version.replace(/^python-/, "") }]),
  ];
}
