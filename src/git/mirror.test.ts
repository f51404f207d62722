import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FILES, failure, refusal, setUp, sh, signal, write } from "../../test/support/git-scene.ts";
import { usualMask } from "../../test/support/masks.ts";
import { isFault } from "../core/fault.ts";
import { createRepositories } from "./repositories.ts";

describe("mirror", () => {
  test("copies a repository and follows it", async () => {
    using home = setUp();
    expect(await home.mirror()).toEqual({ branch: "main", head: home.head, notes: [] });
    write(home.source, { "a.txt": "changed\n", "other.txt": "" });
    expect((await home.mirror()).notes).toEqual(["2 uncommitted changes are left out"]);
    sh(home.source, "add", "-A");
    sh(home.source, "commit", "-q", "--amend", "-m", "rewritten");
    const head = sh(home.source, "rev-parse", "HEAD");
    expect(await home.mirror()).toEqual({ branch: "main", head, notes: [] });
    expect((await home.repositories.tree("m", head, signal)).paths).toContain("other.txt");
  });
  test("what a task needs stays when the source forgets it", async () => {
    using home = setUp();
    await home.mirror();
    await home.repositories.keep("m", "task-1/base", home.head, signal);
    sh(home.source, "reset", "-q", "--hard", "HEAD~1");
    await home.mirror();
    sh(home.at("mirrors", "m.git"), "gc", "-q", "--prune=now");
    expect((await home.repositories.tree("m", home.head, signal)).paths).toContain("run.sh");
  });
  test("several at once of one source do not disturb each other", async () => {
    using home = setUp();
    const states = await Promise.all([home.mirror(), home.mirror(), home.mirror()]);
    expect(new Set(states.map(({ head }) => head))).toEqual(new Set([home.head]));
  });
  test("bare, shallow, detached, linked, borrowed and by file address", async () => {
    using home = setUp();
    sh(home.source, "clone", "-q", "--bare", ".", home.at("bare.git"));
    expect(await home.mirror(home.at("bare.git"))).toEqual({ branch: "main", head: home.head, notes: ["bare"] });
    sh(home.source, "clone", "-q", "--depth=1", `file://${home.source}`, home.at("shallow"));
    const shallow = await home.repositories.mirror(home.at("shallow"), "shallow", signal);
    expect(shallow.notes).toEqual(["shallow clone: only part of the history is there"]);
    await home.repositories.checkout("shallow", home.head, home.at("from-shallow"), signal);
    expect(readFileSync(home.at("from-shallow", "a.txt"), "utf8")).toBe(FILES["a.txt"]);
    sh(home.source, "worktree", "add", "-q", "--detach", home.at("linked"), "HEAD~1");
    const linked = await home.mirror(home.at("linked"));
    expect(linked).toMatchObject({ branch: null, notes: ["HEAD is detached: no branch is checked out"] });
    expect(linked.head).toBe(sh(home.source, "rev-parse", "HEAD~1"));
    sh(home.source, "clone", "-q", "--shared", ".", home.at("borrowed"));
    expect((await home.mirror(home.at("borrowed"))).head).toBe(home.head);
    expect((await home.mirror(`file://${home.source.replaceAll(" ", "%20")}`)).head).toBe(home.head);
  });
  test("submodules and large files are named", async () => {
    using home = setUp();
    sh(home.source, "submodule", "--quiet", "add", home.source, "lib/x");
    write(home.source, { ".gitattributes": "*.psd filter=lfs diff=lfs merge=lfs -text\n*.txt text\n" });
    sh(home.source, "add", "-A");
    sh(home.source, "commit", "-qm", "submodule");
    const { head, notes } = await home.mirror();
    expect(notes).toEqual(["submodules are left out: lib/x", "files in Git LFS are pointers only: *.psd"]);
    expect((await home.repositories.tree("m", head, signal)).paths).not.toContain("lib/x");
  });
  test("runs no program that the repository's configuration names", async () => {
    using home = setUp();
    const trap = home.at("trap.sh");
    writeFileSync(trap, `#!/bin/sh\ntouch '${home.at("sprung")}'\n`, { mode: 0o755 });
    mkdirSync(home.at("hooks"));
    for (const hook of ["post-update", "pre-receive", "update", "reference-transaction", "post-checkout", "pre-push"]) {
      cpSync(trap, home.at("hooks", hook));
    }
    for (const key of [
      "core.fsmonitor",
      "uploadpack.packObjectsHook",
      "credential.helper",
      "diff.external",
      "core.sshCommand",
    ]) {
      sh(home.source, "config", key, trap);
    }
    sh(home.source, "config", "core.hooksPath", home.at("hooks"));
    write(home.source, { "a.txt": "dirty\n" });
    await home.mirror();
    await home.repositories.publish("m", home.source, home.head, "sparks/1", signal);
    expect(existsSync(home.at("sprung"))).toBe(false);
    expect(sh(home.source, "rev-parse", "sparks/1")).toBe(home.head);
  });
  test("refuses what is no repository, and says what to do", async () => {
    using home = setUp();
    write(home.at("."), { "file.txt": "", "plain/a.txt": "", "empty/a": "", "linked/.git": "gitdir: /nowhere\n" });
    sh(home.at("empty"), "init", "-q");
    sh(home.source, "checkout", "-q", "--orphan", "unborn");
    write(home.source, { "dir/x": "" });
    const cases = [
      [home.at("missing"), "not-found", "no such folder"],
      [home.at("file.txt"), "not-a-repository", "this is a file"],
      [home.at("file.txt", "below"), "not-found", "no such folder"],
      [home.at("plain"), "not-a-repository", "no git repository in this folder"],
      [home.at("linked"), "not-a-repository", "not a git repository: /nowhere"],
      [home.at("empty"), "no-commit", "no commit yet"],
      [home.source, "no-commit", "branch unborn has no commit yet"],
      [join(home.source, "dir"), "not-a-repository", `register that one`],
      ["relative/path", "not-found", "absolute path"],
      ["https://user:secret@example.org/x.git", "unreachable", "credentials"],
      ["https://token@example.org/x.git", "unreachable", "credentials"],
      ["ext::sh -c true", "not-found", "absolute path"],
      ["ext://x", "unreachable", "kind ext"],
      ["http://127.0.0.1:1/x.git", "unreachable", "its server does not answer"],
    ] as const;
    for (const [source, why, detail] of cases) {
      const refused = await refusal(home.mirror(source));
      expect([source, refused.why, refused.detail]).toEqual([source, why, expect.stringContaining(detail)]);
      expect(JSON.stringify(refused)).not.toMatch(/secret|token@/u);
    }
  });
  test("a damaged repository is refused as unreadable", async () => {
    using home = setUp();
    rmSync(join(home.source, ".git", "objects", home.head.slice(0, 2), home.head.slice(2)));
    expect((await refusal(home.mirror())).why).toBe("unreadable");
  });
  test.skipIf(process.getuid?.() === 0)("a folder without permission is refused as unreadable", async () => {
    using home = setUp();
    chmodSync(home.source, 0);
    expect((await refusal(home.mirror())).why).toBe("unreadable");
    chmodSync(home.source, 0o700);
  });
  test("a git that is not there is a fault that says so", async () => {
    using home = setUp();
    const repositories = createRepositories({ folder: home.at("mirrors"), gitPath: "/nowhere/git", maskOf: usualMask });
    const fault = await failure(repositories.mirror(home.source, "m", signal));
    expect(isFault(fault, "repository.git-failed") && fault.data.detail).toContain("install git");
  });
  test("an abort ends it with the abort's own reason", async () => {
    using home = setUp();
    await expect(home.repositories.mirror(home.source, "m", AbortSignal.abort(new Error("enough")))).rejects.toThrow(
      "enough",
    );
  });
});
