/** Where in the repository a failure lies, read from what tools print. */
import { posix } from "node:path";

import { OUT_FOLDER, WORKSPACE } from "../workspace.ts";

export type Location = { readonly file: string; readonly line: number };

const FOREIGN = new RegExp(`(?:^|/)(?:node_modules|site-packages|dist-packages|\\${OUT_FOLDER})/`);
const MOST_STACK = 32 * 1024;

/**
 * @param cwd where the tool ran, relative to the workspace
 * @returns the path relative to the workspace; null when it lies outside of it or is no path at all
 */
export function toWorkspacePath(written: string, cwd: string): string | null {
  const path = decode(written.replace(/^file:\/\//, ""));
  // oxlint-disable-next-line no-control-regex -- a path with a control character is not shown to anybody
  if (path === "" || path.length > 1000 || /[\u0000-\u001f]/.test(path)) return null;
  const absolute = posix.resolve(WORKSPACE, cwd, path);
  return absolute.startsWith(`${WORKSPACE}/`) ? absolute.slice(WORKSPACE.length + 1) : null;
}
function decode(path: string): string {
  try {
    return path.includes("%") ? decodeURIComponent(path) : path;
  } catch {
    return path;
  }
}

const FRAMES = [
  // Python: File "/workspace/tests/test_cart.py", line 5
  { pattern: /File "(?<file>[^"\n]{1,500})", line (?<line>\d{1,7})/g, last: true },
  // JavaScript: at f (file:///workspace/src/a.js:3:9), at /workspace/src/a.js:3:9, ❯ src/a.ts:3:9
  {
    pattern: /(?:\(|\bat |❯ |^)(?:async )?(?<file>(?:file:\/\/)?[^\s():]{1,500}\.[cm]?[jt]sx?):(?<line>\d{1,7}):\d+/gm,
    last: false,
  },
  // Rust: panicked at src/lib.rs:10:9, and before 1.73 panicked at 'message', src/lib.rs:10:9
  { pattern: /(?<file>[^\s'":,]{1,500}\.rs):(?<line>\d{1,7}):\d+/g, last: false },
  // pytest and Go: tests/test_cart.py:12: AssertionError, cart_test.go:9: message
  { pattern: /^\s*(?<file>[^\s:]{1,500}\.(?:py|go)):(?<line>\d{1,7}):/gm, last: true },
] as const;

/** @returns the frames that lie in the repository, the most telling first */
export function framesOf(stack: string, cwd: string): Location[] {
  // What node:test wraps around a failure has a stack of its own; the cause is what failed.
  const cause = stack.indexOf("  cause: ");
  const text = stack.slice(Math.max(0, cause)).slice(0, MOST_STACK);
  for (const { pattern, last } of FRAMES) {
    const frames = [...text.matchAll(pattern)].flatMap((match) => {
      const file = toWorkspacePath(match.groups?.["file"] ?? "", cwd);
      if (file === null || FOREIGN.test(file)) return [];
      return [{ file, line: Number(match.groups?.["line"]) }];
    });
    if (frames.length > 0) return last ? frames.toReversed() : frames;
  }
  return [];
}
