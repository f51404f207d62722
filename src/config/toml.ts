import { parse, TomlError } from "smol-toml";

export type TomlFile =
  | {
      readonly kind: "parsed";
      readonly value: unknown;
      readonly lineOf: (path: readonly PropertyKey[]) => number | null;
    }
  | { readonly kind: "broken"; readonly problem: string };

/** TOML with the lines on which its keys stand, 1-based. */
export function parseToml(text: string): TomlFile {
  try {
    const value = parse(text);
    const lines = findLines(text);
    return { kind: "parsed", value, lineOf: (path) => lineOf(lines, path) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const what = (error.message.split("\n")[0] ?? "").replace("Invalid TOML document: ", "");
    return { kind: "broken", problem: `line ${error.line}, column ${error.column}: ${what}` };
  }
}
/** The line of the key, or of the nearest thing around it. */
function lineOf(lines: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const line = lines.get(path.slice(0, length).join("\0"));
    if (line !== undefined) return line;
  }
  return null;
}
const NAME = /[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'/u;
const NAMES = new RegExp(`^(?:${NAME.source})(?:\\s*\\.\\s*(?:${NAME.source}))*`, "u");

/** Finds where keys stand in a text that is known to be TOML. Keys inside inline tables are found with their table's line. */
function findLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const counts = new Map<string, number>();
  let table: readonly string[] = [];
  let quotes: string | null = null;
  for (const [index, line] of text.split("\n").entries()) {
    const begun: string | null = quotes;
    quotes = openQuotes(line, begun);
    if (begun !== null) continue;
    const head = /^\s*(\[\[?)\s*(.*)$/u.exec(line);
    const names = splitNames(head === null ? line.trimStart() : (head[2] ?? ""));
    if (names === null || (head === null && !names.assigned)) continue;
    if (head === null) note(lines, [...table, ...names.path], index + 1);
    if (head === null) continue;
    table = head[1] === "[[" ? nextOf(counts, names.path) : names.path;
    note(lines, table, index + 1);
  }
  return lines;
}
/** The first mention counts. */
function note(lines: Map<string, number>, path: readonly string[], line: number): void {
  const key = path.join("\0");
  if (!lines.has(key)) lines.set(key, line);
}
function nextOf(counts: Map<string, number>, path: readonly string[]): readonly string[] {
  const key = path.join("\0");
  const index = counts.get(key) ?? 0;
  counts.set(key, index + 1);
  return [...path, String(index)];
}
function splitNames(text: string): { path: readonly string[]; assigned: boolean } | null {
  const [whole] = NAMES.exec(text) ?? [];
  if (whole === undefined) return null;
  const path = [...whole.matchAll(new RegExp(NAME, "gu"))].map(([name]) => name.replaceAll(/^["']|["']$/gu, ""));
  return { path, assigned: /^\s*=/u.test(text.slice(whole.length)) };
}
/** Which many-line quotes are open at the end of the line. */
function openQuotes(line: string, open: string | null): string | null {
  let now = open;
  let rest = line;
  for (;;) {
    const mark: string | undefined = now ?? /"""|'''/u.exec(rest)?.[0];
    if (mark === undefined) return now;
    const at = rest.indexOf(mark);
    if (at < 0) return now;
    rest = rest.slice(at + 3);
    now = now === null ? mark : null;
  }
}
