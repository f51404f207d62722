import type { FileTree } from "../core/pipelines/pipeline.ts";
import { readBlobs } from "./blobs.ts";
import { gitFailed } from "./git.ts";
import type { Git } from "./git.ts";
import type { MaskRequest } from "./mask-request.ts";

const ACTION = "list the repository's files";
const FILE_BYTES = 256 * 1024;
const LIST_BYTES = 512 * 1024 * 1024;

export type TreeEntry = {
  readonly mode: string;
  readonly oid: string;
  readonly path: string;
  /** The path as git has it, one character a byte: it need not be UTF-8. */
  readonly rawPath: string;
};

/** All files, links and submodules of a commit, in git's order. */
export async function listTree(git: Git, mirror: string, commit: string, signal: AbortSignal): Promise<TreeEntry[]> {
  const args = ["--git-dir", mirror, "ls-tree", "-r", "-z", "--full-tree", commit];
  const result = await git.run(args, { action: ACTION, signal, stdoutBytes: LIST_BYTES });
  if (result.code !== 0) throw gitFailed(ACTION, result.stderr);
  if (result.truncated) throw gitFailed(ACTION, "it has too many files");
  // `<mode> <type> <oid>\t<path>`
  return result.stdout
    .toString("latin1")
    .split("\0")
    .slice(0, -1)
    .map((line) => {
      const tab = line.indexOf("\t");
      const rawPath = line.slice(tab + 1);
      return {
        mode: line.slice(0, 6),
        oid: line.slice(line.lastIndexOf(" ", tab) + 1, tab),
        path: Buffer.from(rawPath, "latin1").toString("utf8"),
        rawPath,
      };
    });
}
/** The files that a workspace has as well. */
export async function readTree(
  git: Git,
  { mirror, commit, mask }: MaskRequest,
  signal: AbortSignal,
): Promise<FileTree> {
  const entries = await listTree(git, mirror, commit, signal);
  const given = entries.filter(({ mode, path }) => mode.startsWith("100") && !mask.hides(path));
  const files = new Map(given.map(({ path, oid }) => [path, oid]));
  const blobs = readBlobs(git, mirror);
  return {
    paths: [...files.keys()].sort(),
    async read(path) {
      const oid = files.get(path);
      if (oid === undefined) return null;
      const content = await blobs.read(oid, FILE_BYTES);
      return content === null ? null : toText(content);
    },
  };
}
function toText(content: Buffer): string | null {
  if (content.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return null;
  }
}
