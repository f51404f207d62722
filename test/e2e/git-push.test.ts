import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isFault } from "../../src/core/fault.ts";
import type { Repositories } from "../../src/core/ports/repositories.ts";
import { createRepositories } from "../../src/git/repositories.ts";
import { Secret } from "../../src/lib/secret.ts";
import { temporaryFolder } from "../support/folder.ts";
import { openFakeGithub } from "../support/github/fake-github.ts";
import { gitIn } from "../support/github/git-backend.ts";
import { usualMask } from "../support/masks.ts";

const { signal } = new AbortController();
const TOKEN = "a-token-for-pushing";
const BRANCH = "sparks/task-1-mend-it";
const patchOf = (text: string) =>
  new TextEncoder().encode(
    `diff --git a/a.txt b/a.txt\nnew file mode 100644\nindex 0000000..1111111\n--- /dev/null\n+++ b/a.txt\n@@ -0,0 +1 @@\n+${text}\n`,
  );

/** A mirror of a repository that is only had with the token. */
async function world(token = TOKEN) {
  const folder = temporaryFolder();
  const github = await openFakeGithub({ root: folder.at("site"), token: TOKEN, slugs: ["ada/shop"] });
  const { folder: bare } = github.repository("ada/shop");
  const first = gitIn(bare, "commit-tree", gitIn(bare, "hash-object", "-t", "tree", "-w", "/dev/null"), "-m", "First");
  gitIn(bare, "update-ref", "refs/heads/main", first);
  const tokens = [{ origin: github.webUrl, token: new Secret(token) }];
  const gitBy = (gitPath?: string) =>
    createRepositories({
      ...{ folder: folder.at("mirrors"), environment: process.env, maskOf: usualMask, tokens },
      ...(gitPath === undefined ? {} : { gitPath }),
    });
  const git = gitBy();
  const url = `${github.webUrl}/ada/shop.git`;
  const change = (text: string) =>
    git.commitPatch("m1", first, patchOf(text), { subject: "Mend\u202E it\u001B[31m", body: "B", at: 1e12 }, signal);
  return {
    git,
    gitBy,
    folder,
    github,
    bare,
    url,
    change,
    async [Symbol.asyncDispose]() {
      await github[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}
async function refusal(git: Repositories, commit: string, to: { url: string; branch: string }): Promise<string> {
  try {
    await git.push("m1", commit, to, signal);
  } catch (error) {
    if (isFault(error, "repository.git-failed")) return error.data.detail;
    if (isFault(error, "branch.exists")) return `exists: ${error.data.branch}`;
    throw error;
  }
  return "pushed";
}

test("a private repository is mirrored and pushed to with the token, and later work goes on from what stands there", async () => {
  await using here = await world();
  const { git, github, bare, url, change } = here;
  await git.mirror(url, "m1", signal);
  const [one, two] = [await change("one"), await change("two")];
  expect(await git.push("m1", one, { url, branch: BRANCH }, signal)).toBe(one);
  expect(await git.push("m1", one, { url, branch: BRANCH }, signal)).toBe(one);
  const stands = await git.push("m1", two, { url, branch: BRANCH }, signal);
  expect(await git.push("m1", two, { url, branch: BRANCH }, signal)).toBe(stands);
  expect(gitIn(bare, "rev-parse", `${BRANCH}~1`)).toBe(one);
  expect(gitIn(bare, "show", `${BRANCH}:a.txt`)).toBe("two");
  expect(gitIn(bare, "log", "-1", "--format=%s", BRANCH)).toBe("Mend it[31m");
  expect(github.problems).toEqual([]);
});
test("only branches of our own form are pushed to, and only where it is safe", async () => {
  await using here = await world();
  const { git, bare, url, change } = here;
  await git.mirror(url, "m1", signal);
  const commit = await change("one");
  for (const branch of ["main", "sparks/task-1:main", "+sparks/task-1", "--delete", "sparks/../main"])
    expect(await refusal(git, commit, { url, branch })).toMatch(/only branches of the form/);
  for (const elsewhere of ["http://example.org/ada/shop.git", "ext::sh -c id", "file:///tmp/x", bare, "-u/x"])
    expect(await refusal(git, commit, { url: elsewhere, branch: BRANCH })).toMatch(/none that is pushed to/);
  expect(gitIn(bare, "for-each-ref", "--format=%(refname)")).toBe("refs/heads/main");
});
test("what somebody else pushed is never overwritten", async () => {
  await using here = await world();
  const { git, bare, url, change } = here;
  // A host that lets everything be overwritten: what is not, is not for our own care.
  gitIn(bare, "config", "receive.denyNonFastForwards", "false");
  await git.mirror(url, "m1", signal);
  const [one, two] = [await change("one"), await change("two")];
  await git.push("m1", one, { url, branch: BRANCH }, signal);
  const theirs = gitIn(bare, "commit-tree", `${one}^{tree}`, "-p", one, "-m", "Mine");
  gitIn(bare, "update-ref", `refs/heads/${BRANCH}`, theirs);
  expect(await refusal(git, two, { url, branch: BRANCH })).toBe(`exists: ${BRANCH}`);
  expect(gitIn(bare, "rev-parse", BRANCH)).toBe(theirs);
});
test("what somebody else pushes between our look and our push is not overwritten either", async () => {
  await using here = await world();
  const { git, bare, url, change, folder } = here;
  gitIn(bare, "config", "receive.denyNonFastForwards", "false");
  await git.mirror(url, "m1", signal);
  const [one, two] = [await change("one"), await change("two")];
  await git.push("m1", one, { url, branch: BRANCH }, signal);
  const theirs = gitIn(bare, "commit-tree", `${one}^{tree}`, "-p", one, "-m", "Mine");
  // The git of this machine, at whose push somebody else's is there first.
  const slow = folder.at("slow-git");
  const lines = [
    "#!/bin/sh",
    `case " $* " in *" push --quiet "*) git -C '${bare}' update-ref refs/heads/${BRANCH} ${theirs};; esac`,
    'exec git "$@"',
  ];
  writeFileSync(slow, lines.join("\n"), { mode: 0o755 });
  expect(await refusal(here.gitBy(slow), two, { url, branch: BRANCH })).toBe(`exists: ${BRANCH}`);
  expect(gitIn(bare, "rev-parse", BRANCH)).toBe(theirs);
});
test("a wrong token is refused, and no error says it", async () => {
  await using here = await world("a-wrong-token");
  const error: unknown = await here.git.mirror(here.url, "m1", signal).catch((caught: unknown) => caught);
  expect(isFault(error as Error, "repository.refused")).toBe(true);
  expect(String(error)).not.toContain("a-wrong-token");
});
