import { existsSync } from "node:fs";
import { join } from "node:path";
import type { MirrorState } from "../core/ports/repositories.ts";
import { expectSuccess, gitFailed } from "./git.ts";
import type { Git } from "./git.ts";
import { inspectLocal, parseSource, refuse } from "./source.ts";
import { tellRemote } from "./remote-words.ts";
import { listTree } from "./tree.ts";
import { readBlobs } from "./blobs.ts";

const ACTION = "copy the repository";
/** Outside refs/heads, refs/tags and refs/sparks: nobody's name. */
const SOURCE_HEAD = "refs/sparks-source/HEAD";
/** More than these few names in a note help nobody. */
const NAMED = 5;

export async function mirrorSource(
  git: Git,
  source: string,
  mirror: string,
  signal: AbortSignal,
): Promise<MirrorState> {
  const parsed = parseSource(source);
  const state =
    parsed.kind === "path"
      ? await inspectLocal(git, parsed.path, signal)
      : await inspectRemote(git, parsed.url, signal);
  if (!existsSync(join(mirror, "HEAD"))) {
    const init = ["init", "--quiet", "--bare", "--template=", `--object-format=${state.objectFormat}`, mirror];
    expectSuccess(await git.run(init, { action: ACTION, signal }), ACTION);
  }
  await fetchAll(git, parsed.kind === "path" ? parsed.path : parsed.url, mirror, signal);
  const head = expectSuccess(
    await git.run(["--git-dir", mirror, "rev-parse", "--verify", `${SOURCE_HEAD}^{commit}`], {
      action: ACTION,
      signal,
    }),
    ACTION,
  );
  return { branch: state.branch, head, notes: [...state.notes, ...(await noteContents(git, mirror, head, signal))] };
}
async function fetchAll(git: Git, from: string, mirror: string, signal: AbortSignal): Promise<void> {
  const args = [
    "--git-dir",
    mirror,
    "fetch",
    "--quiet",
    "--no-tags",
    "--prune",
    "--update-shallow",
    "--no-write-fetch-head",
    `--upload-pack=${git.remoteCommand("upload-pack")}`,
    "--",
    from,
    "+refs/heads/*:refs/heads/*",
    "+refs/tags/*:refs/tags/*",
    `+HEAD:${SOURCE_HEAD}`,
  ];
  // The other side of an address runs its own git: only for a local path is it started by us.
  const local = from.startsWith("/") ? args : args.filter((arg) => !arg.startsWith("--upload-pack="));
  const access = git.access(from);
  const result = await git.run([...access.args, ...local], { action: ACTION, signal, env: access.env });
  if (result.code !== 0) throw gitFailed(ACTION, result.stderr);
}
type RemoteState = { branch: string | null; objectFormat: string; notes: readonly string[] };

async function inspectRemote(git: Git, url: string, signal: AbortSignal): Promise<RemoteState> {
  const access = git.access(url);
  const result = await git.run([...access.args, "ls-remote", "--symref", "--", url, "HEAD"], {
    action: "reach the repository",
    signal,
    env: access.env,
    timeoutMs: 60_000,
  });
  if (result.code !== 0) throw refuse(url, "unreachable", tellRemote(result.stderr));
  const lines = result.stdout.toString("utf8").split("\n");
  if (!lines.some((line) => /^[0-9a-f]+\tHEAD$/u.test(line))) {
    throw refuse(url, "no-commit", "it has no commit yet, or its HEAD names a branch that has none");
  }
  const [, branch] = /^ref: refs\/heads\/(.+)\tHEAD$/u.exec(lines[0] ?? "") ?? [];
  const hash = lines.find((line) => line.endsWith("\tHEAD") && !line.startsWith("ref:")) ?? "";
  return { branch: branch ?? null, objectFormat: hash.indexOf("\t") === 64 ? "sha256" : "sha1", notes: [] };
}

async function noteContents(git: Git, mirror: string, head: string, signal: AbortSignal): Promise<readonly string[]> {
  const entries = await listTree(git, mirror, head, signal);
  const submodules = entries.filter(({ mode }) => mode === "160000").map(({ path }) => path);
  const attributes = entries.filter(({ path, mode }) => mode === "100644" && /(?:^|\/)\.gitattributes$/u.test(path));
  await using blobs = readBlobs(git, mirror);
  const large: string[] = [];
  for (const { oid } of attributes.slice(0, 20)) {
    const text = (await blobs.read(oid, 256 * 1024))?.toString("utf8") ?? "";
    large.push(
      ...text.split("\n").flatMap((line) => /^\s*([^\s#]\S*)\s(?:.*\s)?filter=lfs(?:\s|$)/u.exec(line)?.[1] ?? []),
    );
  }
  return [
    ...(submodules.length === 0 ? [] : [`submodules are left out: ${nameSome(submodules)}`]),
    ...(large.length === 0 ? [] : [`files in Git LFS are pointers only: ${nameSome(large)}`]),
  ];
}
function nameSome(names: readonly string[]): string {
  const more = names.length - NAMED;
  return names.slice(0, NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
