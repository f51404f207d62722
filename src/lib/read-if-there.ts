import { readFileSync } from "node:fs";

/** Null when there is no such file. @throws Node's error, which names the file also where Node leaves that out (EISDIR) */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error instanceof Error ? Object.assign(error, { path: file }) : error;
  }
}
