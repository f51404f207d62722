import { placeOf } from "./protected-paths.ts";

/** Git's own files, as a search of everything finds them. */
const GITS = [
  ...[".git/config", ".git/HEAD", ".git/index", ".git/description", ".git/packed-refs", ".git/info/exclude"],
  ...[".git/COMMIT_EDITMSG", ".git/logs/HEAD", ".git/refs/heads/main", ".git/objects/pack/pack-0.pack"],
  ...[".git/hooks/pre-commit", ".git/hooks/post-checkout", ".git/hooks/commit-msg", ".git/hooks/pre-push.sample"],
];
/** Files that decide what others run, by the names they mostly have. */
export const STEERING: readonly string[] = [
  ...[".github/workflows/ci.yml", ".github/workflows/test.yaml", ".github/actions/setup/action.yml"],
  ...[".github/dependabot.yml", ".github/CODEOWNERS", "CODEOWNERS", ".gitlab-ci.yml", ".gitlab/ci.yml"],
  ...[".circleci/config.yml", ".buildkite/pipeline.yml", ".travis.yml", "Jenkinsfile"],
  ...[".drone.yml", ".husky/pre-commit", ".githooks/pre-commit", ".lefthook.yml", ".pre-commit-config.yaml"],
  ...[".vscode/settings.json", ".vscode/tasks.json", ".idea/workspace.xml", ".fleet/run.json", ".zed/settings.json"],
  ...[".devcontainer/devcontainer.json", ".devcontainer.json", ".claude/settings.json", ".cursor/mcp.json"],
  ...[".codex/config.toml", ".gemini/settings.json", ".continue/config.json", ".windsurf/rules.md", ".mcp.json"],
  ...["AGENTS.md", "CLAUDE.md", "GEMINI.md", ".cursorrules", ".gitmodules", ".gitattributes", ".gitconfig"],
  ...[".cargo/config.toml", ".npmrc", ".yarnrc.yml", ".vimrc", ".bashrc", ".profile", ".zshrc"],
  ...["azure-pipelines.yml", ".pre-commit-config.yml", "lefthook.yml", "hooks/pre-commit", ".bash_profile", ".zshenv"],
  ...[".claude.json", "AGENT.md", "QWEN.md", "CLAUDE.local.md", ".windsurfrules", ".roorules", ".goosehints"],
  ...[".github/instructions/x.instructions.md", ".github/prompts/x.prompt.md", ".github/copilot-instructions.md"],
  ...[".clinerules/x.md", ".roo/mcp.json", ".kiro/steering/x.md", ".junie/guidelines.md", ".opencode/x.json"],
  ...[
    "bitbucket-pipelines.yml",
    ".woodpecker.yml",
    "appveyor.yml",
    ".cirrus.yml",
    "renovate.json",
    ".gitea/workflows/ci.yml",
  ],
];
export const EVERYTHING: readonly string[] = [...GITS, ...STEERING];

/**
 * One sign of several: a `]` that stands first does not close it, nor does one of a class such as `[:alpha:]`. That one follows at all is
 * seen to first, for the sake of time.
 */
const BRACKET = String.raw`\[(?=[^\]]*\])[!^]?\]?(?:\[[:.=][^\]]{0,30}\]|[^\]])*\]`;
/** What a pattern is made of. */
export const PIECES = new RegExp(String.raw`${BRACKET}|[*?]|[^*?[]+|\[`, "g");
const SIGNS = new RegExp(String.raw`${BRACKET}|[*?]`, "g");
/** What of a pattern is spelled out. */
export function lettersOf(pattern: string): string {
  return pattern.replaceAll(SIGNS, "");
}
const MAX_STARS = 6;
/** As `find` and git read a pattern: `*` stands for slashes and leading dots too. Where that takes too long to tell: anything. */
export function standsFor(pattern: string, path: string): boolean {
  const short = pattern.replaceAll(/\*+/g, "*");
  return short.split("*").length > MAX_STARS || new RegExp(`^${expression(short, ".")}$`, "i").test(path);
}
function expression(pattern: string, any: string): string {
  return pattern.replaceAll(PIECES, (piece) => {
    if (piece === "*") return `${any}*`;
    if (piece === "?" || piece.startsWith("[")) return any;
    return piece.replaceAll(/[.+^${}()|\\/-]/g, "\\$&");
  });
}
/** As `standsFor`, where only what is told for certain counts: letters as they are written, no class of letters, few stars. */
export function surelyStandsFor(pattern: string, path: string): boolean {
  const short = pattern.replaceAll(/\*+/g, "*");
  if (/[[\\]/.test(short) || short.split("*").length > MAX_STARS) return false;
  return new RegExp(`^${expression(short, ".")}$`).test(path);
}

const NAMES = STEERING.map((path) => path.split("/"));
/** Of a deeper path nothing is told apart. */
const MAX_DEPTH = 40;
/**
 * Which file that others run by a shell's pattern may stand for. One of which no letter of the name is spelled out, as in `*.md`, is meant
 * for others.
 * @param pattern relative to the workspace
 */
export function mayStandFor(pattern: string): string | null {
  const parts = pattern.split("/");
  const last = parts.findLastIndex(isGlob);
  if (last !== -1 && parts.length > MAX_DEPTH) return "any file";
  for (let start = 0; start <= last; start += 1)
    for (const names of NAMES) {
      const within = parts.slice(start, start + names.length);
      const fitting = within.findIndex((part, at) => !fits(part, names[at], at > 0));
      const length = fitting === -1 ? within.length : fitting;
      if (!within.slice(0, length).some(isGlob)) continue;
      const path = [...parts.slice(0, start), ...names.slice(0, length), ...parts.slice(start + length)].join("/");
      const place = placeOf(path);
      if (place.kind === "inside" && place.protectedAs !== null) return path;
    }
  return null;
}
/** @param pattern relative to the workspace, of a shell's: does it stand for all there is but hidden names? */
export function standsForAll(pattern: string): boolean {
  return pattern.split("/").every((part) => !part.startsWith(".") && lettersOf(part).replaceAll(".", "") === "");
}
function isGlob(part: string): boolean {
  return /[*?[]/.test(part);
}
/** @param inFolder whether its folder already fits: then no letter has to be spelled out */
function fits(part: string, name: string | undefined, inFolder: boolean): boolean {
  if (name === undefined) return false;
  if (!isGlob(part)) return part.toLowerCase() === name.toLowerCase();
  const spelled = lettersOf(part);
  const extensionOnly = !part.startsWith(".") && /^\.\w*$/.test(spelled);
  if (!inFolder && (extensionOnly || (!/\w/.test(spelled) && !part.includes("[")))) return false;
  if (name.startsWith(".") && /^[*?]/.test(part)) return false;
  return standsFor(part, name);
}
