import { constants } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";
import type { RepositoryRefusal } from "../core/fault.ts";
import { Fault } from "../core/fault.ts";
import { isSystemError } from "./git.ts";
import type { Git } from "./git.ts";

export type Source = { readonly kind: "path"; readonly path: string } | { readonly kind: "url"; readonly url: string };
export type LocalState = {
  readonly branch: string | null;
  readonly objectFormat: string;
  readonly notes: readonly string[];
};
const PROTOCOLS = new Set(["https:", "http:", "ssh:", "git:"]);
// git's own short form of an SSH address.
const SHORT_SSH = /^(?:[\w.-]+@)?[\w.-]+:(?!\/\/)[^\s]+$/u;

export function refuse(source: string, why: RepositoryRefusal, detail: string): Fault<"repository.refused"> {
  return new Fault("repository.refused", { source: withoutCredentials(source), why, detail });
}
/** @throws Fault repository.refused for what is neither an absolute path nor an address without credentials */
export function parseSource(source: string): Source {
  if (isAbsolute(source)) return { kind: "path", path: source };
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(source)) return parseUrl(source);
  if (SHORT_SSH.test(source) && !source.startsWith("-")) return { kind: "url", url: source };
  throw refuse(source, "not-found", "give the repository's absolute path or its https or ssh address");
}
function parseUrl(source: string): Source {
  if (!URL.canParse(source)) throw refuse(source, "unreachable", "this is no complete address");
  const url = new URL(source);
  if (url.protocol === "file:") return { kind: "path", path: fileURLToPath(url) };
  if (!PROTOCOLS.has(url.protocol)) {
    throw refuse(
      source,
      "unreachable",
      `addresses of kind ${url.protocol.slice(0, -1)} are not read: use https or ssh`,
    );
  }
  if (url.password !== "" || (url.protocol !== "ssh:" && url.username !== "")) {
    throw refuse(
      source,
      "unreachable",
      "the address holds credentials, which would be stored and shown: give it without them and use an SSH key, or register a local clone",
    );
  }
  return { kind: "url", url: source };
}
function withoutCredentials(source: string): string {
  return source.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/iu, "$1…@");
}

/** Looks at a repository that belongs to a person, without changing anything in it. */
export async function inspectLocal(git: Git, path: string, signal: AbortSignal): Promise<LocalState> {
  await checkFolder(path);
  const look = createLook(git, path, signal);
  const found = await look("rev-parse", "--is-bare-repository", "--is-shallow-repository", "--is-inside-work-tree");
  if (found.code !== 0) throw refuseByWords(path, found.stderr);
  const [bare, shallow, inWorkTree] = found.stdout.split("\n");
  const gitDir = (await look("rev-parse", "--absolute-git-dir")).stdout;
  await checkTop(path, gitDir, inWorkTree === "true" ? (await look("rev-parse", "--show-toplevel")).stdout : null);
  const head = await look("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
  const branch = await look("symbolic-ref", "--quiet", "--short", "HEAD");
  if (head.code !== 0) throw await refuseHead(path, branch.code === 0 ? branch.stdout : null, look);
  const notes = [
    ...(bare === "true" ? ["bare"] : []),
    ...(shallow === "true" ? ["shallow clone: only part of the history is there"] : []),
    ...(branch.code === 0 ? [] : ["HEAD is detached: no branch is checked out"]),
    ...(inWorkTree === "true" ? await noteChanges(look) : []),
  ];
  const format = await look("rev-parse", "--show-object-format");
  return {
    branch: branch.code === 0 ? branch.stdout : null,
    objectFormat: format.code === 0 ? format.stdout : "sha1",
    notes,
  };
}
type Look = (...args: string[]) => Promise<{ code: number; stdout: string; stderr: string }>;

function createLook(git: Git, path: string, signal: AbortSignal): Look {
  return async (...args) => {
    const action = "look at the repository";
    const { code, stdout, stderr } = await git.run(["-C", path, ...args], { action, signal });
    return { code, stdout: stdout.toString("utf8").replace(/\n$/u, ""), stderr };
  };
}
async function checkFolder(path: string): Promise<void> {
  try {
    const stats = await stat(path);
    if (!stats.isDirectory()) {
      throw refuse(
        path,
        "not-a-repository",
        `this is a file: give the folder that holds the repository, perhaps ${dirname(path)}`,
      );
    }
    await access(path, constants.R_OK | constants.X_OK);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "ENOENT" || error.code === "ENOTDIR") throw refuse(path, "not-found", "there is no such folder");
    throw refuse(path, "unreadable", `the folder cannot be read (${error.code ?? "unknown"}): check its permissions`);
  }
}
async function checkTop(path: string, gitDir: string, top: string | null): Promise<void> {
  const here = await realpath(path);
  const places = await Promise.all(
    [top, gitDir].filter((place) => place !== null).map(async (place) => realpath(place)),
  );
  if (places.includes(here)) return;
  throw refuse(path, "not-a-repository", `this is a folder inside the repository ${top ?? gitDir}: register that one`);
}
function refuseByWords(path: string, words: string): Fault<"repository.refused"> {
  if (/permission denied|insufficient permission/iu.test(words)) return refuse(path, "unreadable", words);
  if (/not a git repository \(or any/iu.test(words)) {
    return refuse(
      path,
      "not-a-repository",
      "there is no git repository in this folder: run `git init` and commit there first",
    );
  }
  return refuse(path, "not-a-repository", words.replace(/^fatal: /u, ""));
}
async function refuseHead(path: string, branch: string | null, look: Look): Promise<Fault<"repository.refused">> {
  if (branch === null)
    return refuse(path, "unreadable", "HEAD names a commit that is not there: the repository is damaged");
  const ref = await look("show-ref", "--verify", `refs/heads/${branch}`);
  if (ref.code === 0 || /bad ref|broken/iu.test(ref.stderr)) {
    return refuse(path, "unreadable", `the commit of branch ${branch} cannot be read: the repository is damaged`);
  }
  const any = await look("for-each-ref", "--count=1", "refs/heads");
  if (any.stdout === "")
    return refuse(path, "no-commit", "it has no commit yet: make the first one, then add it again");
  return refuse(path, "no-commit", `branch ${branch} has no commit yet: commit, or check out a branch that has one`);
}
async function noteChanges(look: Look): Promise<readonly string[]> {
  const status = await look("status", "--porcelain", "-z", "--no-renames", "--ignore-submodules=all");
  if (status.code !== 0) return ["whether there are uncommitted changes could not be seen"];
  const count = status.stdout.split("\0").length - 1;
  if (count === 0) return [];
  return [count === 1 ? "1 uncommitted change is left out" : `${count} uncommitted changes are left out`];
}
