/** Small readers that every ecosystem's manifest needs. */
import { parseJson } from "../../../lib/parse-json.ts";
import type { Evidence, FileTree } from "../pipeline.ts";
import { joinPath } from "../workspace.ts";

export type Manifest = { readonly path: string; readonly text: string };

export async function readManifest(tree: FileTree, root: string, name: string): Promise<Manifest | null> {
  const path = joinPath(root, name);
  const text = await tree.read(path);
  return text === null ? null : { path, text };
}

/** The first line that holds `needle`, as evidence; without a line when it is nowhere. */
export function evidenceOf({ path, text }: Manifest, needle: string | RegExp, what: string): Evidence {
  const at = typeof needle === "string" ? text.indexOf(needle) : text.search(needle);
  return { file: path, line: at === -1 ? null : lineAt(text, at), what };
}
function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

export type Table = Readonly<Record<string, unknown>>;
export function asTable(value: unknown): Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Table) : {};
}
export function asText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
export function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
/** Follows keys into tables; undefined where one is missing. */
export function dig(value: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>((inner, key) => asTable(inner)[key], value);
}
export function parseJsonTable(text: string): Table | null {
  const value = parseJson(text.startsWith("\uFEFF") ? text.slice(1) : text);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Table) : null;
}
export function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
/** A version file (`.nvmrc`, `.python-version`): its first word. */
export async function readVersionFile(
  tree: FileTree,
  root: string,
  name: string,
): Promise<{ version: string; at: Evidence } | null> {
  const manifest = await readManifest(tree, root, name);
  const version = manifest?.text
    .trim()
    .split(/\s+/, 1)[0]
    ?.replace(/^v(?=\d)/, "");
  if (manifest === null || version === undefined || version === "" || version.length > 40) return null;
  return { version, at: { file: manifest.path, line: 1, what: `version ${version}` } };
}
