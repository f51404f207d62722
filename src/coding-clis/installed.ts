import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CodingCliName } from "../core/ports/coding-clis.ts";
import { type Package, RELEASES } from "./releases.ts";

/** Where a coding CLI is, or would be: `root` is the folder of all. Null: there is none for this processor. */
export function placeOf(root: string, name: CodingCliName, architecture: string): Place | null {
  const { version, packages } = RELEASES[name];
  const found = packages[architecture];
  return found === undefined ? null : { ...found, folder: join(root, `${name}-${version}`) };
}
export type Place = Package & { readonly folder: string };
export function isInstalled({ folder, program }: Place): boolean {
  return existsSync(join(folder, program));
}
