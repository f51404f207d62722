import { lstatSync, readdirSync, type Stats } from "node:fs";
import { join } from "node:path";

/** So many entries of a folder are looked at; what is beyond them counts as outside. */
const MAX_ENTRIES = 200_000;

/**
 * The names that a file has below a folder beside the one it was found by, no link followed.
 * @param path relative to `root`, as the names that are given back
 */
export function otherNames(root: string, path: string, { dev, ino, nlink }: Stats): readonly string[] {
  const found: string[] = [];
  const folders = [""];
  let left = MAX_ENTRIES;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(join(root, folder))) {
      const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
      left -= 1;
      if (left < 0 || found.length + 1 >= nlink) return found;
      if (entry.isDirectory()) folders.push(name);
      else if (entry.isFile() && name !== path && isSame(join(root, name))) found.push(name);
    }
  }
  return found;

  function isSame(file: string): boolean {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    return stats?.ino === ino && stats.dev === dev;
  }
}
/** A folder that cannot be read shows no names. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
