import { posix } from "node:path";
import { plainParts } from "../addresses/plain-name.ts";

/** Where a path leads, by its text alone; links are resolved by the sandbox, which refuses those that leave. */
export type PathPlace =
  | { readonly kind: "inside"; readonly path: string; readonly protectedAs: string | null }
  | { readonly kind: "outside" }
  | { readonly kind: "git" };

/**
 * Files that decide what other machines and other agents will run: a person looks at a change of them first.
 * Matched against the plain names of the normal path, since some file systems do not tell them apart.
 */
const PROTECTED: readonly { readonly pattern: RegExp; readonly what: string; readonly hostRuns?: true }[] = [
  { pattern: /^\.github\/(workflows|actions)\//, what: "CI workflow" },
  {
    pattern:
      /^\.github\/(codeowners|[^/]+\.(ya?ml|json5?))$|^(docs\/)?codeowners$|^\.?renovate(rc)?(\.json5?)?$|^\.mergify\.ya?ml$/,
    what: "repository rule",
  },
  { pattern: /^\.gitlab-ci\.ya?ml$|^\.gitlab\//, what: "CI pipeline" },
  {
    pattern:
      /^(\.circleci|\.buildkite|\.woodpecker|\.semaphore|\.teamcity|\.tekton|\.(gitea|forgejo)\/workflows)\/|^\.?(travis|woodpecker|appveyor|cirrus|drone)\.ya?ml$|^(azure-pipelines|bitbucket-pipelines|cloudbuild|buildspec|codemagic)\.ya?ml$|^jenkinsfile$/,
    what: "CI pipeline",
  },
  {
    pattern:
      /(^|\/)(\.husky|\.?git-?hooks|\.lefthook(-local)?)(\/|$)|(^|\/)(\.?lefthook(-local)?\.(ya?ml|toml|json)|\.pre-commit-config\.ya?ml|\.huskyrc(\.[a-z]+)?|commondir)$/,
    what: "git hook",
    hostRuns: true,
  },
  {
    pattern:
      /(^|\/)\.?hooks\/(applypatch-msg|commit-msg|fsmonitor-watchman|post-(applypatch|checkout|commit|merge|receive|rewrite|update|index-change)|pre-(applypatch|auto-gc|commit|merge-commit|push|rebase|receive)|prepare-commit-msg|proc-receive|push-to-checkout|reference-transaction|sendemail-validate|update)$/,
    what: "git hook",
    hostRuns: true,
  },
  {
    pattern:
      /(^|\/)(\.vscode|\.idea|\.fleet|\.zed|\.devcontainer)(\/|$)|\.code-workspace$|(^|\/)\.devcontainer\.json$|(^|\/)\.(vimrc|gvimrc|exrc|nvimrc|nvim\.lua|dir-locals\.el|gdbinit|lldbinit|ripgreprc)$/,
    what: "editor setting",
    hostRuns: true,
  },
  {
    pattern:
      /(^|\/)\.(bashrc|bash_profile|bash_login|bash_logout|bash_aliases|profile|zshrc|zshenv|zprofile|zlogin|zlogout|kshrc|mkshrc|cshrc|tcshrc|login|logout|inputrc|xinitrc|xprofile|xsession|xsessionrc|pam_environment|tmux\.conf|screenrc|direnvrc)$|(^|\/)\.config\/(fish|autostart|systemd|environment\.d|direnv)(\/|$)|(^|\/)library\/launch(agents|daemons)(\/|$)/,
    what: "start-up file of a shell",
    hostRuns: true,
  },
  {
    pattern:
      /(^|\/)(\.claude|\.cursor|\.codex|\.gemini|\.continue|\.windsurf|\.clinerules|\.roo|\.kiro|\.junie|\.amazonq|\.augment|\.opencode|\.qwen|\.trae)(\/|$)|(^|\/)\.mcp\.json$|(^|\/)\.(claude|aider\.conf)\.(json|ya?ml)$|(^|\/)\.?opencode\.jsonc?$/,
    what: "agent setting",
    hostRuns: true,
  },
  { pattern: /(^|\/)(\.gitconfig|\.gitmodules|\.config\/git(\/.*)?)$/, what: "git setting", hostRuns: true },
  {
    pattern:
      /(^|\/)(agents?|claude(\.local)?|gemini|qwen|agents\.override)\.md$|(^|\/)\.(cursor|windsurf|roo)rules$|(^|\/)\.goosehints$|^\.github\/(copilot-instructions\.md$|(instructions|prompts|chatmodes|agents|skills|hooks)\/)/,
    what: "agent instruction",
  },
  { pattern: /(^|\/)\.gitattributes$/, what: "git setting" },
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
  const parts = plainParts(inside);
  if (isGits(parts)) return { kind: "git" };
  return { kind: "inside", path: inside, protectedAs: protectedAs(parts.join("/")) };
}
/** Git's own files; `git~1` is what Windows calls `.git` in eight letters. */
export function isGits(parts: readonly string[]): boolean {
  return parts.some((part) => part === ".git" || /^(git|gi7eba)~\d+$/.test(part));
}
/** A folder that holds protected files counts as well: what happens to it happens to them. */
const PROTECTED_FOLDERS =
  /^(\.github(\/(workflows|actions|instructions|prompts|chatmodes|agents|skills|hooks))?|\.gitlab|\.circleci|\.buildkite|\.woodpecker|\.semaphore|\.teamcity|\.tekton|\.(gitea|forgejo)(\/workflows)?|(.*\/)?\.(husky|githooks)|\.claude|\.cursor|\.codex|\.cargo)$/;
function protectedAs(lower: string): string | null {
  if (PROTECTED_FOLDERS.test(lower)) return "folder of protected files";
  return PROTECTED.find(({ pattern }) => pattern.test(lower))?.what ?? null;
}
/**
 * What kind of file it is when a machine of the people themselves runs it without being asked: an editor, a shell, git,
 * another agent. Null for all else, CI included: what that runs is looked at in the pull request.
 * @param path lower-case
 */
export function hostRunAs(path: string): string | null {
  return PROTECTED.find(({ pattern, hostRuns }) => hostRuns === true && pattern.test(path))?.what ?? null;
}
