/** Where the sandbox mounts what it works on; a promise of the port. */
export const WORKSPACE = "/workspace";
/**
 * What a pipeline leaves in a workspace that is not the repository's: results, module caches, virtual environments.
 * Only the workspace outlives a session, and installing and testing are two sessions (with and without a network).
 * A `.gitignore` inside makes git pass it by, so no file of the repository has to change.
 */
export const OUT_FOLDER = ".sparks-out";

export function outPath(...parts: string[]): string {
  return [WORKSPACE, OUT_FOLDER, ...parts].join("/");
}
/** Patterns for `.git/info/exclude` of a workspace: what tools make that many a repository forgets to ignore. */
export const GENERATED_PATTERNS: readonly string[] = [
  `/${OUT_FOLDER}/`,
  "node_modules/",
  "__pycache__/",
  ".pytest_cache/",
  "*.egg-info/",
];
/** As a part of a path inside the repository. */
export function joinPath(root: string, path: string): string {
  return root === "" ? path : `${root}/${path}`;
}
