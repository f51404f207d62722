import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { USUAL_MASK } from "../../test/support/masks.ts";
import { Fault, isFault } from "../core/fault.ts";
import { createRepositories } from "./repositories.ts";

const { signal } = new AbortController();
const MESSAGE = { subject: "Change it", body: "Because.", at: 1_700_000_000_500 };
const ENV = {
  PATH: process.env["PATH"] ?? "",
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@localhost",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@localhost",
};
function sh(cwd: string, ...args: string[]): string {
  const settings = ["-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main"];
  return execFileSync("git", [...settings, ...args], { cwd, env: ENV, encoding: "utf8", stdio: "pipe" }).trim();
}
function write(root: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}
const FILES = {
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
function setUp() {
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
    mask: USUAL_MASK,
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
async function patchOf(
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
async function failure(promise: Promise<unknown>): Promise<Fault> {
  const error: unknown = await promise.then(
    () => new Error("it succeeded"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Fault)) throw error;
  return error;
}
async function refusal(promise: Promise<unknown>): Promise<{ why: string; detail: string }> {
  const fault = await failure(promise);
  if (!isFault(fault, "repository.refused")) throw fault;
  return fault.data;
}

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
      ["http://127.0.0.1:1/x.git", "unreachable", "127.0.0.1"],
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
    const repositories = createRepositories({ folder: home.at("mirrors"), gitPath: "/nowhere/git", mask: USUAL_MASK });
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

describe("tree", () => {
  test("lists files whatever their names, without links, and reads them", async () => {
    using home = setUp();
    await home.mirror();
    const tree = await home.repositories.tree("m", home.head, signal);
    expect(tree.paths).toEqual(Object.keys(FILES).sort());
    expect(await Promise.all(tree.paths.map(async (path) => tree.read(path)))).toEqual(
      tree.paths.map((path) => (/binary|latin1/u.test(path) ? null : FILES[path as keyof typeof FILES].toString())),
    );
    expect(await tree.read("missing")).toBeNull();
    expect(await tree.read("link")).toBeNull();
  });
  test("a large file is not read, one at the limit is", async () => {
    using home = setUp();
    write(home.source, { limit: "x".repeat(256 * 1024), over: "x".repeat(256 * 1024 + 1), empty: "" });
    sh(home.source, "add", "-A");
    sh(home.source, "commit", "-qm", "large");
    const { head } = await home.mirror();
    const tree = await home.repositories.tree("m", head, signal);
    expect((await tree.read("limit"))?.length).toBe(256 * 1024);
    expect(await tree.read("over")).toBeNull();
    expect(await tree.read("empty")).toBe("");
  });
  test("a commit that is not there is a fault", async () => {
    using home = setUp();
    await home.mirror();
    expect((await failure(home.repositories.tree("m", "0".repeat(40), signal))).code).toBe("repository.git-failed");
    await expect(home.repositories.tree("m", "--help", signal)).rejects.toThrow("Not the whole hash");
  });
});

describe("checkout", () => {
  test("is whole, on a branch, and knows nothing of the mirror", async () => {
    using home = setUp();
    await home.mirror();
    const folder = home.at("deep", "workspace");
    await home.repositories.checkout("m", home.head, folder, signal);
    expect(readFileSync(join(folder, "new\nline.txt"), "utf8")).toBe("line\n");
    expect(sh(folder, "status", "--porcelain")).toBe("");
    expect(sh(folder, "symbolic-ref", "HEAD")).toBe("refs/heads/work");
    expect(sh(folder, "log", "--format=%s")).toBe("second\nfirst");
    expect(sh(folder, "remote")).toBe("");
    expect(sh(folder, "config", "user.email")).toBe("sparks@localhost");
    expect(existsSync(join(folder, ".git", "objects", "info", "alternates"))).toBe(false);
    expect(() => execFileSync("grep", ["-rqF", home.at("mirrors"), join(folder, ".git")])).toThrow("Command failed");
    // Linked objects would have more names than one.
    const linked = execFileSync("find", [join(folder, ".git", "objects"), "-type", "f", "-links", "+1"], {
      encoding: "utf8",
    });
    expect(linked).toBe("");
    rmSync(home.at("mirrors"), { recursive: true });
    expect(sh(folder, "fsck", "--full")).toBe("");
    await expect(home.repositories.checkout("m", home.head, folder, signal)).rejects.toThrow("new or empty");
  });
  test("fills an empty folder in place, and follows no link to one", async () => {
    using home = setUp();
    await home.mirror();
    mkdirSync(home.at("waiting"));
    const { ino } = statSync(home.at("waiting"));
    symlinkSync(home.at("waiting"), home.at("link"));
    await expect(home.repositories.checkout("m", home.head, home.at("link"), signal)).rejects.toThrow("new or empty");
    await home.repositories.checkout("m", home.head, home.at("waiting"), signal);
    expect(sh(home.at("waiting"), "rev-parse", "HEAD")).toBe(home.head);
    expect(statSync(home.at("waiting")).ino).toBe(ino);
  });
  test("starts from any commit, not only from a branch's tip", async () => {
    using home = setUp();
    await home.mirror();
    const first = sh(home.source, "rev-parse", "HEAD~1");
    await home.repositories.checkout("m", first, home.at("w"), signal);
    expect(sh(home.at("w"), "rev-parse", "HEAD")).toBe(first);
  });
  test("leaves nothing behind when it fails", async () => {
    using home = setUp();
    await home.mirror();
    await failure(home.repositories.checkout("m", "1".repeat(40), home.at("w"), signal));
    expect(existsSync(home.at("w"))).toBe(false);
  });
});

describe("commitPatch", () => {
  test("makes the change, the same commit each time", async () => {
    using home = setUp();
    await home.mirror();
    const binary = randomBytes(5000);
    const patch = await patchOf(home, home.head, (folder) => {
      write(folder, {
        "a.txt": "one\nTWO\nthree\n",
        "new 🙂\n.txt": "++ b/../x\n-- a\n",
        "binary.bin": binary,
        empty: "",
      });
      rmSync(join(folder, "dir"), { recursive: true });
      chmodSync(join(folder, "run.sh"), 0o644);
      symlinkSync("../a.txt", join(folder, "sub-link".replace("sub-", "x-")));
      rmSync(join(folder, "x-link"));
      mkdirSync(join(folder, "sub"));
      symlinkSync("../a.txt", join(folder, "sub", "link"));
    });
    const commit = await home.repositories.commitPatch("m", home.head, patch, MESSAGE, signal);
    expect(await home.repositories.commitPatch("m", home.head, patch, MESSAGE, signal)).toBe(commit);
    expect(sh(home.at("mirrors", "m.git"), "show", "-s", "--format=%an <%ae> %at %cn %P%n%B", commit)).toBe(
      `Sparks <sparks@localhost> 1700000000 Sparks ${home.head}\nChange it\n\nBecause.`,
    );
    const diff = await home.repositories.diff("m", home.head, commit, signal);
    expect(diff.files.map(({ path, change }) => [path, change])).toEqual([
      ["a.txt", "modified"],
      ["binary.bin", "modified"],
      ["dir/with space.txt", "deleted"],
      ["empty", "added"],
      ["new 🙂\n.txt", "added"],
      ["run.sh", "modified"],
      ["sub/link", "added"],
    ]);
    await home.repositories.checkout("m", commit, home.at("after"), signal);
    expect(readFileSync(home.at("after", "binary.bin")).equals(binary)).toBe(true);
    expect(readFileSync(home.at("after", "new 🙂\n.txt"), "utf8")).toBe("++ b/../x\n-- a\n");
  });
  test("an empty change is the base itself", async () => {
    using home = setUp();
    await home.mirror();
    expect(await home.repositories.commitPatch("m", home.head, Buffer.alloc(0), MESSAGE, signal)).toBe(home.head);
  });
  test("renames, and files without a last line break", async () => {
    using home = setUp();
    await home.mirror();
    const folder = home.at("w");
    await home.repositories.checkout("m", home.head, folder, signal);
    sh(folder, "mv", "a.txt", "b.txt");
    write(folder, { "dir/with space.txt": "no end" });
    sh(folder, "add", "-A");
    const patch = execFileSync("git", ["diff", "--cached", "-M", "--binary", "--full-index", home.head], {
      cwd: folder,
      env: ENV,
    });
    const commit = await home.repositories.commitPatch("m", home.head, patch, MESSAGE, signal);
    const { files, added, removed, text } = await home.repositories.diff("m", home.head, commit, signal);
    expect(files).toEqual([
      { path: "b.txt", added: 0, removed: 0, change: "renamed" },
      { path: "dir/with space.txt", added: 1, removed: 1, change: "modified" },
    ]);
    expect([added, removed]).toEqual([1, 1]);
    expect(text).toContain("rename from a.txt");
  });
  test("refuses what would leave the repository or is none of its files", async () => {
    using home = setUp();
    await home.mirror();
    const file = (path: string, mode = "100644", content = "x") =>
      `diff --git a/${path} b/${path}\nnew file mode ${mode}\nindex ${"0".repeat(40)}..${"1".repeat(40)}\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+${content}\n\\ No newline at end of file\n`;
    const cases = [
      [file("../out"), "leaves the repository"],
      [file("/etc/passwd"), "is not allowed"],
      [file(".git/hooks/pre-commit"), "git's own"],
      [file("sub/.GIT/config"), "git's own"],
      [file("git~1/config"), "git's own"],
      [file("link", "160000", `Subproject commit ${"1".repeat(40)}`), "submodules"],
      [file("odd", "100777"), "100777"],
      [file("out", "120000", "../../etc/passwd"), "points out of the repository"],
      [file("out", "120000", "/etc/passwd"), "points out of the repository"],
      [file("out", "120000", ".git/config"), "git's own folder"],
      ["hello\n", "belongs to no file"],
      [`${file("ok")}trailing\n`, "belongs to no file"],
      [file("ok").replace("@@ -0,0 +1 @@", "@@ -0,0 +1,2 @@"), "breaks off"],
      [file("a.txt"), "already exists"],
      ["diff --git a/x b/x\nBinary files a/x and b/x differ\n", "content is missing"],
      ["diff --git a/../x b/../x\nold mode 100644\nnew mode 100755\n", ""],
    ] as const;
    for (const [patch, reason] of cases) {
      const fault = await failure(home.repositories.commitPatch("m", home.head, Buffer.from(patch), MESSAGE, signal));
      expect([patch, isFault(fault, "patch.refused") && fault.data.reason]).toEqual([
        patch,
        expect.stringContaining(reason),
      ]);
    }
    const large = await failure(
      home.repositories.commitPatch("m", home.head, Buffer.alloc(21 * 1024 * 1024), MESSAGE, signal),
    );
    expect(isFault(large, "patch.refused") && large.data.reason).toContain("more than 20 MB");
    const many = Array.from({ length: 5001 }, (_, at) => `diff --git a/${at} b/${at}\n`).join("");
    const count = await failure(home.repositories.commitPatch("m", home.head, Buffer.from(many), MESSAGE, signal));
    expect(isFault(count, "patch.refused") && count.data.reason).toContain("5000 files");
  });
});

describe("diff", () => {
  test("a very long change is cut at a line and says so", async () => {
    using home = setUp();
    await home.mirror();
    const patch = await patchOf(home, home.head, (folder) => write(folder, { long: "line of text\n".repeat(600_000) }));
    const commit = await home.repositories.commitPatch("m", home.head, patch, MESSAGE, signal);
    const diff = await home.repositories.diff("m", home.head, commit, signal);
    expect(diff.text.length).toBeLessThan(5.1 * 1024 * 1024);
    expect(diff.text).toMatch(/\n\+line of text\n… cut here/u);
    expect(diff.added).toBe(600_000);
  });
});

describe("publish", () => {
  test("makes the branch and touches nothing else, once", async () => {
    using home = setUp();
    await home.mirror();
    const patch = await patchOf(home, home.head, (folder) => write(folder, { "a.txt": "new\n" }));
    const commit = await home.repositories.commitPatch("m", home.head, patch, MESSAGE, signal);
    write(home.source, { "a.txt": "dirty\n", "untracked.txt": "" });
    sh(home.source, "add", "a.txt");
    const look = () => [
      sh(home.source, "status", "--porcelain"),
      sh(home.source, "symbolic-ref", "HEAD"),
      sh(home.source, "rev-parse", "HEAD"),
    ];
    const before = look();
    await home.repositories.publish("m", home.source, commit, "sparks/task-1", signal);
    await home.repositories.publish("m", home.source, commit, "sparks/task-1", signal);
    expect(look()).toEqual(before);
    expect(sh(home.source, "show", "sparks/task-1:a.txt")).toBe("new");
    const fault = await failure(home.repositories.publish("m", home.source, home.head, "sparks/task-1", signal));
    expect(isFault(fault, "branch.exists") && fault.data.branch).toBe("sparks/task-1");
    expect((await failure(home.repositories.publish("m", home.source, commit, "main", signal))).code).toBe(
      "branch.exists",
    );
    expect((await failure(home.repositories.publish("m", home.source, commit, "a..b", signal))).code).toBe(
      "repository.git-failed",
    );
    expect(sh(home.source, "rev-parse", "main")).toBe(home.head);
  });
  test("into a shallow clone, a linked worktree and a bare repository", async () => {
    using home = setUp();
    sh(home.source, "clone", "-q", "--depth=1", `file://${home.source}`, home.at("shallow"));
    sh(home.source, "worktree", "add", "-q", "--detach", home.at("linked"));
    sh(home.source, "clone", "-q", "--bare", ".", home.at("bare.git"));
    for (const name of ["shallow", "linked", "bare.git"]) {
      const mirrorId = name.replace(".", "-");
      const { head } = await home.repositories.mirror(home.at(name), mirrorId, signal);
      const patch = Buffer.from(
        `diff --git a/n b/n\nnew file mode 100644\nindex 0000000..1111111\n--- /dev/null\n+++ b/n\n@@ -0,0 +1 @@\n+n\n`,
      );
      const commit = await home.repositories.commitPatch(mirrorId, head, patch, MESSAGE, signal);
      await home.repositories.publish(mirrorId, home.at(name), commit, "sparks/n", signal);
      expect(sh(home.at(name), "show", "sparks/n:n")).toBe("n");
    }
  });
});
