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
/** The bytes of the files of these names in a folder, not below it. */
export function bytesIn(folder: string, names: RegExp): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), "latin1"))
    .join("\n");
}
/** All that git keeps in the bare repositories below a folder, unpacked: files, commits, the names of branches. */
export function objectsBelow(folder: string): string {
  const git = (directory: string, ...args: string[]) =>
    execFileSync("git", [`--git-dir=${directory}`, ...args], { maxBuffer: 1 << 28, stdio: "pipe" }).toString("latin1");
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((directory) => existsSync(join(directory, "HEAD")))
    .map((directory) => git(directory, "cat-file", "--batch-all-objects", "--batch") + git(directory, "for-each-ref"))
    .join("\n");
}
