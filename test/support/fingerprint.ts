import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Every path below a folder with its mode and what it holds, so that any change of either shows. */
export function fingerprint(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    const path = join(folder, name);
    const stat = lstatSync(path);
    const content = stat.isSymbolicLink() ? readlinkSync(path) : stat.isFile() ? digest(path) : "";
    found[name] = `${stat.mode.toString(8)} ${content}`;
  }
  return found;
}
function digest(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
