import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { FileMask } from "../core/policy/paths/file-mask.ts";
import type { CommitMessage } from "../core/ports/repositories.ts";
import { readBlobs } from "./blobs.ts";
import { expectSuccess } from "./git.ts";
import type { Git, GitOptions } from "./git.ts";
import { checkEntry, checkLink, checkMasked, checkPatch, refusePatch } from "./patch.ts";
import { parseRaw } from "./raw-diff.ts";
import { listTree, type TreeEntry } from "./tree.ts";
import { authoredAt } from "./author.ts";

const ACTION = "turn the change into a commit";
const LINK_BYTES = 4096;

export type PatchRequest = {
  readonly mirror: string;
  /** Where scratch files go. */
  readonly scratch: string;
  readonly base: string;
  readonly patch: Uint8Array;
  readonly message: CommitMessage;
  readonly mask: FileMask;
  readonly signal: AbortSignal;
};
export async function commitPatch(git: Git, request: PatchRequest): Promise<string> {
  const { mirror, scratch, base, patch, message, mask, signal } = request;
  if (!checkPatch(patch)) return base;
  const index = join(scratch, `index-${randomUUID()}`);
  const run = async (args: readonly string[], options: Partial<GitOptions> = {}) =>
    git.run(["--git-dir", mirror, ...args], { action: ACTION, signal, ...options });
  const env = { GIT_INDEX_FILE: index };
  const writeTree = async () => expectSuccess(await run(["write-tree"], { env }), ACTION);
  const put = async (lines: readonly string[]) =>
    expectSuccess(
      await run(["update-index", "-z", "--index-info"], { env, stdin: Buffer.from(lines.join(""), "latin1") }),
      ACTION,
    );
  await mkdir(scratch, { recursive: true });
  try {
    expectSuccess(await run(["read-tree", base], { env }), ACTION);
    const held = (await listTree(git, mirror, base, signal)).filter(({ path }) => mask.hides(path));
    if (held.length > 0) await put(held.map(({ rawPath, oid }) => `0 ${"0".repeat(oid.length)}\t${rawPath}\0`));
    const before = await writeTree();
    const applied = await run(["apply", "--cached", "--binary", "--whitespace=nowarn", "-"], { env, stdin: patch });
    if (applied.code !== 0) throw refusePatch(`git cannot apply it: ${applied.stderr.replaceAll("error: ", "")}`);
    const after = await writeTree();
    if (after === before) return base;
    await checkResult(git, { mirror, before, after, held, mask, signal });
    if (held.length > 0) await put(held.map(({ rawPath, oid, mode }) => `${mode} ${oid}\t${rawPath}\0`));
    const tree = held.length === 0 ? after : await writeTree();
    const author = authoredAt(Math.floor(message.at / 1000));
    const text = toMessage(message);
    return expectSuccess(await run(["commit-tree", tree, "-p", base, "-F", "-"], { env: author, stdin: text }), ACTION);
  } finally {
    await rm(index, { force: true });
    await rm(`${index}.lock`, { force: true });
  }
}
type Result = Pick<PatchRequest, "mirror" | "mask" | "signal"> & {
  readonly before: string;
  readonly after: string;
  /** Files that come back to their places when it is checked. */
  readonly held: readonly TreeEntry[];
};
/** What the patch came to, whatever was written in it. */
async function checkResult(git: Git, { mirror, before, after, held, mask, signal }: Result): Promise<void> {
  const args = ["--git-dir", mirror, "diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", before, after];
  const result = await git.run(args, { action: ACTION, signal });
  expectSuccess(result, ACTION);
  await using blobs = readBlobs(git, mirror);
  for (const { path, oldMode, newMode, newOid } of parseRaw(result.stdout.toString("utf8"))) {
    checkEntry(path, oldMode, newMode);
    checkMasked(path, mask);
    const taken = held.find((each) => path.startsWith(`${each.path}/`) || each.path.startsWith(`${path}/`));
    if (taken !== undefined && newMode !== "000000") checkMasked(taken.path, mask);
    if (newMode !== "120000") continue;
    const target = await blobs.read(newOid, LINK_BYTES);
    if (target === null) throw refusePatch(`the link ${JSON.stringify(path)} is too long`);
    checkLink(path, target.toString("utf8"));
  }
}
function toMessage({ subject, body }: CommitMessage): string {
  const line = plain(subject).replaceAll(/\s+/gu, " ").trim();
  const rest = plain(body).trim();
  return `${[line === "" ? "Change" : line, rest].filter((part) => part !== "").join("\n\n")}\n`;
}
/** Without characters that hide or reorder what people read of it later, on terminals and pages. */
function plain(text: string): string {
  return text.replaceAll(/[^\P{C}\n\t]/gu, "");
}
