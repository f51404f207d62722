import { statSync } from "node:fs";
import { dirname } from "node:path";

/** What is wrong with a file or folder of this machine, in a sentence that begins with its path; null for any other error. */
export function tellFileTrouble(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  // A program or a socket has a path too.
  if (code === undefined || path === undefined || !FILE_CALLS.has(syscall ?? "")) return null;
  if (code === "EISDIR") return `${path} is a folder, where a file is needed.`;
  if (code === "EEXIST" || code === "ENOTDIR") {
    const stands = fileOn(path);
    if (stands !== null) return `${stands} is a file, where a folder is needed.`;
  }
  const why = syscall === "mkdir" && code === "ENOENT" ? "no folder can be made there" : WHY[code];
  return `${path} cannot be used: ${why ?? code}.`;
}
const FILE_CALLS: ReadonlySet<string> = new Set([
  "access",
  "copyfile",
  "lstat",
  "mkdir",
  "open",
  "read",
  "readlink",
  "rename",
  "scandir",
  "stat",
  "unlink",
]);
const WHY: Readonly<Record<string, string>> = {
  ENOENT: "it is not there",
  EACCES: "it may not be used by whoever runs this",
  EPERM: "it may not be used by whoever runs this",
  EROFS: "it can only be read",
  ENOSPC: "no space is left for it",
  ELOOP: "its links lead round in a circle",
  ENAMETOOLONG: "its name is too long",
};
/** The path itself or the nearest above it, where that is no folder. */
function fileOn(path: string): string | null {
  for (let at = path; ; at = dirname(at)) {
    const isFolder = looksLikeFolder(at);
    if (isFolder !== null) return isFolder ? null : at;
    if (at === dirname(at)) return null;
  }
}
function looksLikeFolder(path: string): boolean | null {
  try {
    return statSync(path).isDirectory();
  } catch {
    return null;
  }
}
