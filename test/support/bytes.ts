import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The copy of Node that sandboxes are given is the one file that long. */
const LONGEST = 64 << 20;

/** The name and the bytes of each file and folder below a folder, one text each; what packages brought is left out. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : [path, ...filesBelow(path)];
    return [entry.isFile() && statSync(path).size < LONGEST ? `${path}\n${readFileSync(path, "latin1")}` : path];
  });
}
/** The bytes of the files of these names in a folder, not below it. @throws Error when there is none */
export function bytesIn(folder: string, names: RegExp): string {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && names.test(entry.name),
  );
  if (files.length === 0) throw new Error(`no file in ${folder} matches ${names}: whatever is looked for is not there`);
  return files.map(({ name }) => readFileSync(join(folder, name), "latin1")).join("\n");
}
/**
 * All that git keeps in the bare repositories of a folder, unpacked: files, commits, the names of branches.
 * @throws Error when there is no repository
 */
export function objectsBelow(folder: string): string {
  const git = (directory: string, ...args: string[]) =>
    execFileSync("git", [`--git-dir=${directory}`, ...args], { maxBuffer: 1 << 28, stdio: "pipe" }).toString("latin1");
  const repositories = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((directory) => existsSync(join(directory, "HEAD")));
  if (repositories.length === 0) throw new Error(`no repository is in ${folder}: whatever is looked for is not there`);
  return repositories
    .map((directory) => git(directory, "cat-file", "--batch-all-objects", "--batch") + git(directory, "for-each-ref"))
    .join("\n");
}
