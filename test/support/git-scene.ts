import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Fault, isFault } from "../../src/core/fault.ts";
import { createRepositories } from "../../src/git/repositories.ts";
import { temporaryFolder } from "./folder.ts";
import { usualMask } from "./masks.ts";

export const { signal } = new AbortController();
export const MESSAGE = { subject: "Change it", body: "Because.", at: 1_700_000_000_500 };
export const ENV = {
  PATH: process.env["PATH"] ?? "",
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@localhost",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@localhost",
};
export function sh(cwd: string, ...args: string[]): string {
  const settings = ["-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main"];
  return execFileSync("git", [...settings, ...args], { cwd, env: ENV, encoding: "utf8", stdio: "pipe" }).trim();
}
export function write(root: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}
export const FILES = {
  "a.txt": "one\ntwo\nthree\n",
  "dir/with space.txt": "space\n",
  "emoji 🙂.txt": "smile\n",
  "new\nline.txt": "line\n",
  'quote"tab\t.txt': "quote\n",
  "binary.bin": Buffer.from([0, 1, 2, 255]),
  "latin1.txt": Buffer.from([0xe9]),
  "run.sh": "#!/bin/sh\n",
};
/** A repository with two commits, and a place for mirrors. */
export function setUp() {
  const folder = temporaryFolder();
  const source = folder.at("source repo");
  mkdirSync(source);
  sh(source, "init", "-q");
  write(source, { "a.txt": "one\n" });
  sh(source, "add", "-A");
  sh(source, "commit", "-qm", "first");
  write(source, FILES);
  chmodSync(join(source, "run.sh"), 0o755);
  symlinkSync("a.txt", join(source, "link"));
  sh(source, "add", "-A");
  sh(source, "commit", "-qm", "second");
  const repositories = createRepositories({
    folder: folder.at("mirrors"),
    environment: { PATH: ENV.PATH },
    maskOf: usualMask,
  });
  return {
    source,
    repositories,
    at: (...parts: string[]) => folder.at(...parts),
    head: sh(source, "rev-parse", "HEAD"),
    mirror: async (from = source) => repositories.mirror(from, "m", signal),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}
/** What `git diff` prints for changes made in a fresh workspace. */
export async function patchOf(
  home: ReturnType<typeof setUp>,
  base: string,
  change: (folder: string) => void,
): Promise<Buffer> {
  const folder = home.at(`workspace-${randomBytes(4).toString("hex")}`);
  await home.repositories.checkout("m", base, folder, signal);
  change(folder);
  sh(folder, "add", "-A", "-f");
  return execFileSync("git", ["diff", "--cached", "--binary", "--full-index", base], {
    cwd: folder,
    env: ENV,
    maxBuffer: 2 ** 26,
  });
}
export async function failure(promise: Promise<unknown>): Promise<Fault> {
  const error: unknown = await promise.then(
    () => new Error("it succeeded"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Fault)) throw error;
  return error;
}
export async function refusal(promise: Promise<unknown>): Promise<{ why: string; detail: string }> {
  const fault = await failure(promise);
  if (!isFault(fault, "repository.refused")) throw fault;
  return fault.data;
}
