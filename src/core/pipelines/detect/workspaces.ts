/** Which packages of a repository belong to a workspace, and so share its install. */
import { matchesGlob } from "node:path";

import type { FileTree } from "../pipeline.ts";
import { joinPath } from "../workspace.ts";
import type { NodeManifest } from "./node-manifest.ts";

/** @returns patterns of member folders relative to `root`; null when it is no workspace */
export async function workspacePatterns(
  tree: FileTree,
  root: string,
  manifest: NodeManifest,
): Promise<string[] | null> {
  const yaml = await tree.read(joinPath(root, "pnpm-workspace.yaml"));
  const patterns = yaml === null ? null : pnpmPackages(yaml);
  return patterns ?? (manifest.workspaces === null ? null : [...manifest.workspaces]);
}

/** Of the YAML only the list `packages` is read, in its block or its bracket form; without one it is no workspace. */
function pnpmPackages(yaml: string): string[] | null {
  const lines = yaml.replaceAll("\r", "").split("\n");
  const start = lines.findIndex((line) => /^packages\s*:/.test(line));
  const head = lines[start];
  if (head === undefined) return null;
  const bracket = /\[(?<list>[^\]]*)\]/.exec(head)?.groups?.["list"];
  if (bracket !== undefined)
    return bracket
      .split(",")
      .map(unquote)
      .filter((each) => each !== "");
  const items: string[] = [];
  for (const line of lines.slice(start + 1)) {
    const item = /^\s*-\s+(?<item>.+)$/.exec(line)?.groups?.["item"];
    if (item !== undefined) items.push(unquote(item));
    else if (/^\s*(?:#.*)?$/.test(line)) continue;
    else break;
  }
  return items.length === 0 ? null : items;
}
function unquote(text: string): string {
  const trimmed = text.trim();
  return /^(?<quote>["'])(?<inner>.*?)\k<quote>/.exec(trimmed)?.groups?.["inner"] ?? trimmed.replace(/\s+#.*$/, "");
}

/** @returns those of `folders` that a workspace at `root` takes in; a later `!pattern` takes out again */
export function workspaceMembers(root: string, patterns: readonly string[], folders: readonly string[]): string[] {
  const prefix = root === "" ? "" : `${root}/`;
  return folders.filter((folder) => {
    if (folder === root || !folder.startsWith(prefix)) return false;
    const inside = folder.slice(prefix.length);
    let member = false;
    for (const pattern of patterns) {
      const negated = pattern.startsWith("!");
      const glob = pattern.replace(/^!?(?:\.\/)?/, "").replace(/\/$/, "");
      if (matchesGlob(inside, glob)) member = !negated;
    }
    return member;
  });
}
