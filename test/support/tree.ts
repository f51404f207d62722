import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

import type { FileTree } from "../../src/core/pipelines/pipeline.ts";

const MOST_BYTES = 256 * 1024;

export function memoryTree(files: Readonly<Record<string, string>>): FileTree {
  return {
    paths: Object.keys(files).sort(),
    read: async (path) => {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      return text === undefined || Buffer.byteLength(text) > MOST_BYTES ? null : text;
    },
  };
}
/** A folder of the test's own as if it were a commit. */
export function folderTree(folder: string): FileTree {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  return memoryTree(Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")])));
}
