import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Repositories } from "../core/ports/repositories.ts";
import type { FileMask } from "../core/policy/paths/file-mask.ts";
import { checkOut, expectEmpty } from "./checkout.ts";
import { commitPatch } from "./commit-patch.ts";
import { diffCommits } from "./diff.ts";
import { createGit, expectSuccess } from "./git.ts";
import type { GitSettings } from "./git.ts";
import { maskHistory } from "./masked-history.ts";
import { mirrorSource } from "./mirror.ts";
import { publish, withdraw } from "./publish.ts";
import { push } from "./push.ts";
import { parseSource } from "./source.ts";
import { readTree } from "./tree.ts";

type RepositoriesOptions = GitSettings & {
  /** What no workspace of the repository gets. */
  readonly maskOf: (mirrorId: string) => Promise<FileMask>;
};
/** `folder` holds the mirrors and is made when it is missing. */
export function createRepositories({ maskOf, ...options }: RepositoriesOptions): Repositories {
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true });
  const git = createGit({ ...options, folder });
  const oneAtATime = createTurns();
  const mirrorOf = (mirrorId: string) => {
    if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/u.test(mirrorId)) throw new Error(`No name for a mirror: ${mirrorId}`);
    return join(folder, `${mirrorId}.git`);
  };
  return {
    async mirror(source, mirrorId, signal) {
      const mirror = mirrorOf(mirrorId);
      return oneAtATime(mirrorId, async () => mirrorSource(git, source, mirror, signal));
    },
    async tree(mirrorId, commit, signal) {
      const mask = await maskOf(mirrorId);
      return readTree(git, { mirror: mirrorOf(mirrorId), commit: hash(commit), mask }, signal);
    },
    async checkout(mirrorId, commit, target, signal) {
      const mirror = mirrorOf(mirrorId);
      await expectEmpty(resolve(target));
      const request = { mirror, commit: hash(commit), mask: await maskOf(mirrorId) };
      const masked = await oneAtATime(mirrorId, async () => maskHistory(git, request, { signal }));
      await checkOut(git, mirror, masked.commit, resolve(target), signal);
      return { start: masked.commit, held: masked.held };
    },
    async commitPatch(mirrorId, base, patch, message, signal) {
      const mirror = mirrorOf(mirrorId);
      const scratch = join(folder, ".scratch");
      const mask = await maskOf(mirrorId);
      return commitPatch(git, { mirror, scratch, base: hash(base), patch, message, mask, signal });
    },
    async diff(mirrorId, base, commit, signal) {
      return diffCommits(git, mirrorOf(mirrorId), hash(base), hash(commit), signal);
    },
    async keep(mirrorId, name, commit, signal) {
      const action = "keep a commit";
      const args = ["--git-dir", mirrorOf(mirrorId), "update-ref", `refs/sparks/${name}`, hash(commit)];
      expectSuccess(await git.run(args, { action, signal }), action);
    },
    async publish(mirrorId, source, commit, branch, signal) {
      await publish(git, { mirror: mirrorOf(mirrorId), source, commit: hash(commit), branch, signal });
    },
    async push(mirrorId, commit, { url, branch }, signal) {
      const mirror = mirrorOf(mirrorId);
      return oneAtATime(mirrorId, async () => push(git, { mirror, url, branch, commit: hash(commit), signal }));
    },
    async remoteOf(source, signal) {
      const parsed = parseSource(source);
      if (parsed.kind === "url") return parsed.url;
      const args = ["-C", parsed.path, "config", "--local", "--get", "remote.origin.url"];
      const { code, stdout } = await git.run(args, { action: "look at the repository", signal });
      return code === 0 ? stdout.toString("utf8").trim() : null;
    },
    async commits(mirrorId, { from, to, most }, signal) {
      const action = "list commits";
      const span = [`--max-count=${most}`, hash(to), `^${hash(from)}`];
      const args = ["--git-dir", mirrorOf(mirrorId), "log", "--format=%H %s", ...span];
      const lines = expectSuccess(await git.run(args, { action, signal }), action).split("\n");
      return lines
        .filter((line) => line !== "")
        .map((line) => {
          const at = line.indexOf(" ");
          return { commit: line.slice(0, at), subject: line.slice(at + 1) };
        });
    },
    async withdraw(mirrorId, source, commit, branch, signal) {
      return withdraw(git, { mirror: mirrorOf(mirrorId), source, commit: hash(commit), branch, signal });
    },
  };
}
/** Only whole hashes name a commit: nothing else can be an option or move under us. */
function hash(commit: string): string {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(commit)) throw new Error(`Not the whole hash of a commit: ${commit}`);
  return commit;
}
/** Two fetches into one mirror would trip over each other's locks. */
function createTurns(): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work);
    const settled = turn.catch(() => undefined);
    last.set(key, settled);
    return turn;
  };
}
