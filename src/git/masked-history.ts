import { spawn } from "node:child_process";
import { once } from "node:events";
import { pipeline } from "node:stream/promises";
import { MINUTE_MS } from "../lib/time.ts";
import { type Git, expectSuccess, gitFailed } from "./git.ts";
import type { MaskRequest } from "./mask-request.ts";
import { maskStream, UnknownCommit } from "./masked-stream.ts";
import { listTree } from "./tree.ts";

const ACTION = "hold secret files back from the workspace";
/** As long as any other git may take; meanwhile nobody else has the mirror. */
const MOST_MS = 10 * MINUTE_MS;

export type Masked = {
  /** The commit itself when its history holds nothing to be hidden, else one that stands for it. */
  readonly commit: string;
  /** Paths of its own tree that are left out, in git's order. */
  readonly held: readonly string[];
};
/**
 * A commit with a history that never held a masked file. It is made once and kept in the mirror: the same commit and rules give the same one.
 * @throws Fault repository.git-failed
 */
export async function maskHistory(
  git: Git,
  request: MaskRequest,
  { signal, mostMs = MOST_MS }: { readonly signal: AbortSignal; readonly mostMs?: number },
): Promise<Masked> {
  const late = AbortSignal.timeout(mostMs);
  const within = AbortSignal.any([signal, late]);
  try {
    const known = await readKnown(git, request, within);
    const commit = known.get(request.commit) ?? (await findMasked(git, request, known, within));
    return { commit, held: await heldBack(git, request, within) };
  } catch (error) {
    if (!late.aborted || signal.aborted) throw error;
    throw gitFailed(ACTION, `git took longer than ${Math.round(mostMs / 1000)} seconds`);
  }
}
/** Masked paths of a commit's own tree. */
async function heldBack(
  git: Git,
  { mirror, commit, mask }: MaskRequest,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const entries = await listTree(git, mirror, commit, signal);
  return entries.map(({ path }) => path).filter((path) => mask.hides(path));
}

/** Refs of the mirror that remember: this commit is that one without what is masked. */
function refsOf({ mask }: Pick<MaskRequest, "mask">): string {
  return `refs/sparks-masked/${mask.id}`;
}
async function readKnown(git: Git, request: MaskRequest, signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const format = "--format=%(objectname) %(refname:lstrip=3)";
  const args = ["--git-dir", request.mirror, "for-each-ref", format, `${refsOf(request)}/`];
  const lines = expectSuccess(await git.run(args, { action: ACTION, signal }), ACTION).split("\n");
  return new Map(
    lines.filter((line) => line !== "").map((line) => [line.split(" ")[1] ?? "", line.split(" ")[0] ?? ""]),
  );
}
async function findMasked(
  git: Git,
  request: MaskRequest,
  known: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<string> {
  const { mirror, commit } = request;
  const ref = `${refsOf(request)}/${commit}`;
  const clean = [...known].filter(([from, to]) => from === to).map(([from]) => from);
  if (!(await holdsMasked(git, request, clean, signal))) {
    expectSuccess(await git.run(["--git-dir", mirror, "update-ref", ref, commit], { action: ACTION, signal }), ACTION);
    return commit;
  }
  try {
    await rewrite(git, request, known, signal);
  } catch (error) {
    // It grew out of a commit in the middle of what is known.
    if (!(error instanceof UnknownCommit)) throw error;
    await rewrite(git, request, new Map(), signal);
  }
  return expectSuccess(await git.run(["--git-dir", mirror, "rev-parse", ref], { action: ACTION, signal }), ACTION);
}

type Child = ReturnType<typeof start>;
function start(git: Git, mirror: string, args: readonly string[]) {
  const { file, args: all, env } = git.command(["--git-dir", mirror, ...args]);
  const child = spawn(file, all, { env, cwd: mirror, stdio: "pipe" });
  let words = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (words = (words + text).slice(-2000)));
  const closed = once(child, "close").then(
    ([code]) => (code === 0 ? null : `git gave up: ${words.trim()}`),
    (error: unknown) => `git could not be started: ${String(error)}`,
  );
  return { child, closed };
}
async function finish({ closed }: Child): Promise<void> {
  const problem = await closed;
  if (problem !== null) throw gitFailed(ACTION, problem);
}
/** Did any commit down from this one, except those known to be clean, touch a masked file? */
async function holdsMasked(
  git: Git,
  { mirror, commit, mask }: MaskRequest,
  clean: readonly string[],
  signal: AbortSignal,
): Promise<boolean> {
  // Combined: of a merge only what is in none of its parents; the rest is told at the commits it came from.
  const log = start(git, mirror, ["log", "--format=", "--name-only", "-z", "-c", "--root", "--no-renames", "--stdin"]);
  log.child.stdin.on("error", () => undefined);
  log.child.stdin.end([commit, ...clean.map((each) => `^${each}`), ""].join("\n"));
  const seen = new Set<string>();
  const stop = () => log.child.kill("SIGKILL");
  signal.addEventListener("abort", stop, { once: true });
  try {
    let rest = "";
    for await (const chunk of log.child.stdout as AsyncIterable<Buffer>) {
      const paths = (rest + chunk.toString("latin1")).split("\0");
      rest = paths.pop() ?? "";
      for (const raw of paths) {
        if (seen.has(raw)) continue;
        seen.add(raw);
        const path = Buffer.from(raw, "latin1").toString("utf8");
        // Between commits stands a line break, which a name may begin with as well.
        if (mask.hides(path) || mask.hides(path.replace(/^\n/u, ""))) return true;
      }
    }
    signal.throwIfAborted();
    await finish(log);
    return false;
  } finally {
    signal.removeEventListener("abort", stop);
    stop();
    await log.closed;
  }
}
/** Leaves `refs/…/<commit>` at the commit that stands for it. What is `known` is not told again. */
async function rewrite(
  git: Git,
  request: MaskRequest,
  known: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const { mirror, commit, mask } = request;
  const ref = `${refsOf(request)}/${commit}`;
  const telling = ["--no-data", "--use-done-feature", "--reference-excluded-parents", "--signed-tags=strip"];
  const excluded = [...known.keys()].map((each) => `^${each}`);
  const out = start(git, mirror, ["fast-export", ...telling, "--reencode=no", commit, ...excluded]);
  const into = start(git, mirror, ["fast-import", "--quiet", "--force", "--date-format=raw-permissive"]);
  const stop = () => [out, into].forEach(({ child }) => child.kill("SIGKILL"));
  signal.addEventListener("abort", stop, { once: true });
  const change = { ref, hides: (path: string) => mask.hides(path), nameOf: (each: string) => known.get(each) ?? null };
  try {
    out.child.stdin.end();
    into.child.stdout.resume();
    await pipeline(out.child.stdout, (chunks) => maskStream(chunks as AsyncIterable<Buffer>, change), into.child.stdin);
    await finish(out);
    await finish(into);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof UnknownCommit) throw error;
    stop();
    const said = [await out.closed, await into.closed].filter((each) => each !== null && !each.endsWith(": "));
    throw said.length === 0 ? error : gitFailed(ACTION, said.join("; "));
  } finally {
    signal.removeEventListener("abort", stop);
    stop();
    await Promise.all([out.closed, into.closed]);
  }
}
