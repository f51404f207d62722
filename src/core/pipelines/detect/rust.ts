import { matchesGlob } from "node:path";

import { parseToml } from "../../../lib/toml.ts";
import type { FileTree } from "../pipeline.ts";
import { asTable, asText, asTexts, dig, escapeRegExp, evidenceOf, readManifest } from "./manifest.ts";
import type { Manifest, Table } from "./manifest.ts";
import type { Dependency, EcosystemTable, Facts } from "./rules.ts";

export const RUST: EcosystemTable = {
  ecosystem: "rust",
  manifests: ["Cargo.toml"],
  languages: [{ name: "Rust", sources: /\.rs$/ }],
  rules: [
    { name: "cargo test", kind: "testRunner", signals: [{ file: /\.rs$/, weight: 0.95 }] },
    { name: "cargo-nextest", kind: "testRunner", signals: [{ file: /^\.config\/nextest\.toml$/, weight: 0.9 }] },
    // Neither comes with every toolchain, so each needs a sign that the project uses it.
    {
      name: "Clippy",
      kind: "linter",
      signals: [
        { file: /^\.?clippy\.toml$/, weight: 0.9 },
        { key: "lints.clippy", weight: 0.9 },
        { key: "workspace.lints.clippy", weight: 0.9 },
      ],
    },
    { name: "rustfmt", kind: "linter", signals: [{ file: /^\.?rustfmt\.toml$/, weight: 0.9 }] },
    { name: "axum", kind: "framework", signals: [{ dependency: "axum", scope: "production", weight: 0.9 }] },
    { name: "Actix Web", kind: "framework", signals: [{ dependency: "actix-web", scope: "production", weight: 0.9 }] },
    { name: "Rocket", kind: "framework", signals: [{ dependency: "rocket", scope: "production", weight: 0.9 }] },
  ],
};
export type RustManifest = {
  readonly facts: Facts;
  readonly toml: Table;
  /** It needs crates from a registry or from git. */ readonly needsFetch: boolean;
};

export async function readRustManifest(tree: FileTree, root: string): Promise<RustManifest | null> {
  const file = await readManifest(tree, root, "Cargo.toml");
  const toml = file === null ? null : parseToml(file.text);
  if (file === null || toml === null) return null;
  const shared = asTable(dig(toml, "workspace", "dependencies"));
  const dependencies = [
    ...listCrates(
      file,
      { ...asTable(toml["dependencies"]), ...asTable(toml["build-dependencies"]), ...shared },
      "production",
    ),
    ...listCrates(file, asTable(toml["dev-dependencies"]), "development"),
  ];
  return {
    toml,
    needsFetch: dependencies.length > 0,
    facts: {
      dependencies,
      keys: [
        ["lints", "clippy"],
        ["workspace", "lints", "clippy"],
      ]
        .filter((keys) => dig(toml, ...keys) !== undefined)
        .map((keys) => ({
          key: keys.join("."),
          at: evidenceOf(file, `[${keys.join(".")}`, `a [${keys.join(".")}] section`),
        })),
      scripts: [],
      versions: await readVersions(tree, root, file, toml),
      managers: [{ name: "Cargo", version: null, at: { file: file.path, line: null, what: "a Cargo manifest" } }],
    },
  };
}
/** Crates by path are in the repository already. */
function listCrates(file: Manifest, table: Table, scope: Dependency["scope"]): Dependency[] {
  return Object.entries(table)
    .filter(([, value]) => asTable(value)["path"] === undefined && asTable(value)["workspace"] !== true)
    .map(([name, value]) => ({
      name: asText(asTable(value)["package"]) ?? name,
      version: asText(value) ?? asText(asTable(value)["version"]),
      scope,
      at: evidenceOf(
        file,
        new RegExp(`^\\s*(?:\\[.*\\.)?"?${escapeRegExp(name)}"?\\s*[=\\].]`, "m"),
        `depends on ${name}`,
      ),
    }));
}
async function readVersions(tree: FileTree, root: string, file: Manifest, toml: Table): Promise<Facts["versions"]> {
  const toolchain =
    (await readManifest(tree, root, "rust-toolchain.toml")) ?? (await readManifest(tree, root, "rust-toolchain"));
  const channel =
    toolchain === null
      ? null
      : (asText(dig(parseToml(toolchain.text) ?? {}, "toolchain", "channel")) ?? plainChannel(toolchain));
  const least =
    asText(dig(toml, "package", "rust-version")) ?? asText(dig(toml, "workspace", "package", "rust-version"));
  return [
    ...(toolchain === null || channel === null
      ? []
      : [{ version: channel, at: evidenceOf(toolchain, channel, `toolchain ${channel}`) }]),
    ...(least === null
      ? []
      : [{ version: least, at: evidenceOf(file, "rust-version", `needs at least Rust ${least}`) }]),
  ];
}
function plainChannel({ text }: Manifest): string | null {
  return /^[\w.-]+$/.test(text.trim()) ? text.trim() : null;
}

/** @returns which of these folders are members of the workspace at `root`, and so tested with it */
export function cargoMembers(toml: Table, root: string, folders: readonly string[]): string[] {
  if (toml["workspace"] === undefined) return [];
  const prefix = root === "" ? "" : `${root}/`;
  const members = asTexts(dig(toml, "workspace", "members"));
  const excluded = asTexts(dig(toml, "workspace", "exclude"));
  return folders.filter((folder) => {
    if (folder === root || !folder.startsWith(prefix)) return false;
    const inside = folder.slice(prefix.length);
    // Cargo also takes in path dependencies below the root, so only an exclusion keeps a folder out.
    return (
      !excluded.some((pattern) => matchesGlob(inside, pattern)) &&
      (members.length === 0 ||
        members.some((pattern) => matchesGlob(inside, pattern)) ||
        isPathDependency(toml, inside))
    );
  });
}
function isPathDependency(toml: Table, inside: string): boolean {
  const tables = [
    asTable(toml["dependencies"]),
    asTable(dig(toml, "workspace", "dependencies")),
    asTable(toml["dev-dependencies"]),
  ];
  return tables.some((table) =>
    Object.values(table).some((value) => asText(asTable(value)["path"])?.replace(/^\.\//, "") === inside),
  );
}
