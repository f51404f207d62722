import { posix } from "node:path";

/** Where a path leads, by its text alone; links are resolved by the sandbox, which refuses those that leave. */
export type PathPlace =
  | { readonly kind: "inside"; readonly path: string; readonly protectedAs: string | null }
  | { readonly kind: "outside" }
  | { readonly kind: "git" };

/**
 * Files that decide what other machines and other agents will run: a person looks at a change of them first.
 * Matched against the lower-cased normal path, since some file systems do not tell cases apart.
 */
const PROTECTED: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /^\.github\/(workflows|actions)\//, what: "CI workflow" },
  { pattern: /^\.github\/(codeowners|dependabot\.ya?ml)$|^codeowners$/, what: "repository rule" },
  { pattern: /^\.gitlab-ci\.ya?ml$|^\.gitlab\//, what: "CI pipeline" },
  {
    pattern: /^\.circleci\/|^\.buildkite\/|^\.travis\.ya?ml$|^azure-pipelines\.ya?ml$|^jenkinsfile$|^\.drone\.ya?ml$/,
    what: "CI pipeline",
  },
  {
    pattern: /(^|\/)(\.husky|\.githooks|\.lefthook)\/|(^|\/)(lefthook\.ya?ml|\.pre-commit-config\.ya?ml)$/,
    what: "git hook",
  },
  {
    pattern:
      /(^|\/)(agents|claude|gemini)\.md$|^\.(claude|cursor|codex)\/|(^|\/)\.cursorrules$|^\.github\/copilot-instructions\.md$/,
    what: "agent instruction",
  },
  { pattern: /(^|\/)\.gitattributes$|(^|\/)\.gitmodules$/, what: "git setting" },
  {
    pattern: /(^|\/)\.(npmrc|yarnrc(\.yml)?)$|(^|\/)pip\.conf$|^\.cargo\/config(\.toml)?$/,
    what: "package manager setting",
  },
];

/** @param path relative to the workspace, or absolute below `/workspace` */
export function placeOf(path: string, directory = ""): PathPlace {
  const absolute = posix.resolve("/workspace", directory, path);
  if (absolute !== "/workspace" && !absolute.startsWith("/workspace/")) return { kind: "outside" };
  const inside = absolute.slice("/workspace/".length);
  const lower = inside.toLowerCase();
  if (lower === ".git" || lower.startsWith(".git/") || lower.includes("/.git/") || lower.endsWith("/.git"))
    return { kind: "git" };
  return { kind: "inside", path: inside, protectedAs: protectedAs(lower) };
}
/** A folder that holds protected files counts as well: what happens to it happens to them. */
const PROTECTED_FOLDERS =
  /^(\.github(\/workflows|\/actions)?|\.gitlab|\.circleci|\.buildkite|(.*\/)?\.(husky|githooks)|\.claude|\.cursor|\.codex|\.cargo)$/;
function protectedAs(lower: string): string | null {
  if (PROTECTED_FOLDERS.test(lower)) return "folder of protected files";
  return PROTECTED.find(({ pattern }) => pattern.test(lower))?.what ?? null;
}
