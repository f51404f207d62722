import { utf8Length } from "../../../lib/cap-text.ts";
import { languageOf } from "./languages.ts";

/** Names in a file that others can use, in their order. */
export type Symbols = ReadonlyMap<string, readonly string[]>;

const MOST_FOLDERS = 60;
const MOST_ENTRIES = 15;
const MOST_SYMBOLS = 14;
const MANIFEST =
  /(^|\/)(package\.json|pyproject\.toml|setup\.py|requirements\.txt|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(\.kts)?|Gemfile|composer\.json|Package\.swift|[^/]+\.csproj|CMakeLists\.txt|Makefile|Dockerfile|docker-compose\.ya?ml|compose\.ya?ml)$/;
const ENTRY =
  /(^|\/)(main|cli|server|__main__|manage|wsgi|asgi)\.[a-z]+$|^(src\/|lib\/|app\/)?(index|app|mod|lib)\.[a-z]+$|^src\/bin\/[^/]+\.rs$|(^|\/)bin\/[^/]+$/;

/** What a repository is made of, in few words: at most `bytes` of UTF-8, the last part cut where it must be. */
export function outline(files: readonly string[], symbols: Symbols, bytes: number): string {
  const head = [
    `${files.length} files. ${languagesOf(files)}`,
    listed(
      "Manifests",
      files.filter((file) => MANIFEST.test(file)),
    ),
    listed(
      "Likely entry points",
      files.filter((file) => ENTRY.test(file) && languageOf(file) !== null && !isTest(file)),
    ),
    `Folders, with the number of files below each:\n${foldersOf(files)}`,
  ].filter((part) => part !== "");
  const text = head.join("\n\n");
  const room = bytes - utf8Length(text) - 200;
  const names = symbolLines(symbols, room);
  return names === "" ? text : `${text}\n\nExported names:\n${names}`;
}
function languagesOf(files: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const file of files) {
    const language = languageOf(file);
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}
function listed(title: string, files: readonly string[]): string {
  if (files.length === 0) return "";
  // What lies nearest to the root says most.
  const near = files.toSorted((a, b) => depth(a) - depth(b));
  const more = near.length > MOST_ENTRIES ? `, and ${near.length - MOST_ENTRIES} more` : "";
  return `${title}: ${near.slice(0, MOST_ENTRIES).join(", ")}${more}`;
}
function depth(path: string): number {
  return path.split("/").length;
}
function isTest(path: string): boolean {
  return /(^|\/)(tests?|spec|__tests__|fixtures)\/|[._](test|spec)\.[a-z]+$|(^|\/)test_[^/]+$/.test(path);
}

/** As many levels of folders as fit into the number of lines. */
function foldersOf(files: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const file of files) {
    const parts = file.split("/").slice(0, -1);
    for (let level = 1; level <= parts.length; level += 1) {
      const folder = parts.slice(0, level).join("/");
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return "(none)";
  const folders = [...counts.keys()];
  let level = 1;
  while (level < 12 && folders.filter((folder) => depth(folder) <= level + 1).length <= MOST_FOLDERS) level += 1;
  const shown = folders.filter((folder) => depth(folder) <= level).toSorted();
  const lines = shown
    .slice(0, MOST_FOLDERS)
    .map(
      (folder) =>
        `${"  ".repeat(depth(folder) - 1)}${folder.slice(folder.lastIndexOf("/") + 1)}/ ${counts.get(folder) ?? 0}`,
    );
  const left = folders.length - lines.length;
  return [...lines, ...(left > 0 ? [`(${left} more folders: name one as path)`] : [])].join("\n");
}

/** Tests come last; a file that does not fit ends the list. */
function symbolLines(symbols: Symbols, bytes: number): string {
  const files = [...symbols].toSorted(([a], [b]) => Number(isTest(a)) - Number(isTest(b)) || (a < b ? -1 : 1));
  const lines: string[] = [];
  let room = bytes;
  for (const [file, names] of files) {
    const unique = [...new Set(names)];
    const more = unique.length > MOST_SYMBOLS ? ` +${unique.length - MOST_SYMBOLS}` : "";
    const line = `${file}: ${unique.slice(0, MOST_SYMBOLS).join(" ")}${more}`;
    room -= utf8Length(line) + 1;
    if (room < 0) break;
    lines.push(line);
  }
  const left = files.length - lines.length;
  return [...lines, ...(left > 0 ? [`(${left} more files export something: name a folder as path)`] : [])].join("\n");
}
