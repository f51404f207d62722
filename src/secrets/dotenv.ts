import { Fault } from "../core/fault.ts";

const LINE = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$/u;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/**
 * Reads lines `NAME=value`. A value may stand in single quotes (taken as it is) or double quotes (with \n, \", \\); without,
 * it ends before ` #`. Nothing is expanded, nothing goes over several lines. The last line of a name counts.
 * @throws Fault config.invalid with the lines that are not understood, never with what stands in them
 */
export function parseDotenv(text: string, file: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const problems: string[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/u, "")
    .split(/\r?\n/u)
    .entries()) {
    if (/^\s*(?:#.*)?$/u.test(line)) continue;
    const [, name, given] = LINE.exec(line) ?? [];
    const value = given === undefined ? null : readValue(given);
    if (name === undefined) problems.push(`line ${index + 1}: not of the form NAME=value`);
    else if (value === null) problems.push(`line ${index + 1}: the quotes of ${name} do not match`);
    else values.set(name, value);
  }
  if (problems.length > 0) throw new Fault("config.invalid", { file, problems });
  return values;
}
function readValue(given: string): string | null {
  const single = /^'([^']*)'\s*(?:#.*)?$/u.exec(given);
  if (single !== null) return single[1] ?? "";
  const double = /^"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$/u.exec(given);
  if (double !== null) {
    return (double[1] ?? "").replaceAll(/\\(.)/gu, (whole, letter: string) => ESCAPES[letter] ?? whole);
  }
  if (given.startsWith("'") || given.startsWith('"')) return null;
  return given.replace(/(?:^|\s+)#.*$/u, "");
}
