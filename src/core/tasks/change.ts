import { ATTACHMENTS_FOLDER } from "../attachments/names.ts";
import { utf8Length } from "../../lib/cap-text.ts";
import { GENERATED_PATTERNS } from "../pipelines/workspace.ts";
import type { SandboxSession } from "../ports/sandbox.ts";

/**
 * Reads the change of a workspace as a patch, by git inside its sandbox. What a workspace can configure (hooks, file system monitor, outside
 * diff and text conversion programs) is off; its own index is left alone, so that the agent's `git status` stays its own.
 */
export type Patch =
  | { readonly kind: "patch"; readonly bytes: Uint8Array }
  | { readonly kind: "refused"; readonly reason: string };

const INDEX = ".git/sparks-index";
const PATCH = ".git/sparks.patch";
const MAX_PATCH_BYTES = 32 * 1024 * 1024;
const CHUNK_BYTES = 4 * 1024 * 1024;
const SAFE = [
  "git",
  "--no-pager",
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.untrackedCache=false",
  "-c",
  "core.quotePath=false",
  "-c",
  "color.ui=false",
  "-c",
  "advice.addEmbeddedRepo=false",
] as const;
const ENV = {
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C.UTF-8",
};
const OWN_INDEX = { ...ENV, GIT_INDEX_FILE: INDEX };

/** Git in the workspace; null when it did what it should, else what it said. */
async function runGit(
  session: SandboxSession,
  args: readonly string[],
  { env, signal }: { env: Readonly<Record<string, string>>; signal: AbortSignal },
): Promise<string | null> {
  const result = await session.run(
    { argv: [...SAFE, ...args], env },
    { timeoutMs: 120_000, outputBytes: 16_384, signal },
  );
  if (result.kind === "exited" && result.code === 0) return null;
  return `git ${args[0] ?? ""} ${result.kind === "exited" ? `ended with code ${result.code}` : result.kind}: ${result.stderr.text.trim().slice(0, 500)}`;
}
/** Begins to follow a workspace that was cloned at `commit`. */
export async function followWorkspace(session: SandboxSession, commit: string, signal: AbortSignal): Promise<void> {
  const problem = await runGit(session, ["read-tree", commit], { env: OWN_INDEX, signal });
  if (problem !== null && !signal.aborted) throw new Error(`the fresh workspace cannot be read: ${problem}`);
}
/** Takes back what installing changed in files of the repository: only the work itself may change them. */
export async function restoreTracked(session: SandboxSession, signal: AbortSignal): Promise<void> {
  // Fails in a repository without files, where there is nothing to take back.
  await runGit(session, ["restore", "--", "."], { env: ENV, signal });
}
/** New files that no rule ignores; folders that hold nothing else are named once, with a slash at the end. */
export async function untracked(session: SandboxSession, signal: AbortSignal): Promise<readonly string[]> {
  const argv = [...SAFE, "ls-files", "--others", "--exclude-standard", "--directory", "--no-empty-directory"] as const;
  const result = await session.run(
    { argv: [...argv], env: ENV },
    { timeoutMs: 60_000, outputBytes: 1024 * 1024, signal },
  );
  return result.kind === "exited" && result.code === 0
    ? result.stdout.text.split("\n").filter((line) => line !== "" && !line.startsWith('"'))
    : [];
}
/** Makes git pass by what tools generate, and `artefacts`: paths that preparing and checking left behind. */
export async function excludeArtefacts(
  session: SandboxSession,
  artefacts: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<void> {
  const patterns = [
    ...GENERATED_PATTERNS,
    `/${ATTACHMENTS_FOLDER}/`,
    ...[...artefacts].map((path) => `/${path.replaceAll(/[\\*?[\]!# ]/g, String.raw`\$&`)}`),
  ];
  await session.write(".git/info/exclude", new TextEncoder().encode(`${patterns.join("\n")}\n`), { signal });
}

/** What people sent along is not of the work, whatever the workspace's own rules say of it. */
const OTHERS_FILES = `:(exclude,top)${ATTACHMENTS_FOLDER}`;
/** All that differs between `base` and the workspace as it is now. */
export async function readPatch(session: SandboxSession, base: string, signal: AbortSignal): Promise<Patch> {
  const diff = [
    "diff",
    "--cached",
    "--binary",
    "--full-index",
    "--no-ext-diff",
    "--no-textconv",
    "--no-renames",
    "--no-color",
    "--src-prefix=a/",
    "--dst-prefix=b/",
    `--output=${PATCH}`,
    base,
    "--",
    ".",
    OTHERS_FILES,
  ];
  for (const args of [["add", "-A", "--", "."], diff]) {
    const problem = await runGit(session, args, { env: OWN_INDEX, signal });
    if (problem !== null) return { kind: "refused", reason: problem };
  }
  return readWhole(session, signal);
}
async function readWhole(session: SandboxSession, signal: AbortSignal): Promise<Patch> {
  const chunks: Uint8Array[] = [];
  for (let offset = 0; ;) {
    const part = await session.read(PATCH, { offset, maxBytes: CHUNK_BYTES, signal });
    if (part.kind === "refused") return { kind: "refused", reason: `the patch cannot be read (${part.why})` };
    if (part.size > MAX_PATCH_BYTES)
      return { kind: "refused", reason: `the change is larger than ${MAX_PATCH_BYTES / 1024 / 1024} MiB` };
    chunks.push(part.content);
    offset += part.content.length;
    if (offset >= part.size || part.content.length === 0) return { kind: "patch", bytes: concat(chunks) };
  }
}
function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
/** The first line of a commit, at most 72 bytes of it. */
export function commitSubject(title: string): string {
  const line = title.replaceAll(/\s+/g, " ").trim();
  let cut = line;
  while (utf8Length(cut) > 72) cut = cut.slice(0, -1).toWellFormed();
  return cut === "" ? "Change" : cut;
}
