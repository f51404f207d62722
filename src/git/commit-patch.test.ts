import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ENV, MESSAGE, failure, patchOf, setUp, sh, signal, write } from "../../test/support/git-scene.ts";
import { isFault } from "../core/fault.ts";

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
  test("refuses a link that leaves the repository by way of another link", async () => {
    using home = setUp();
    await home.mirror();
    const patch = await patchOf(home, home.head, (folder) => {
      mkdirSync(join(folder, "a/b/c"), { recursive: true });
      symlinkSync("../../..", join(folder, "a/b/c/top"));
      symlinkSync("a/b/c/top/../outside", join(folder, "through"));
    });
    const fault = await failure(home.repositories.commitPatch("m", home.head, patch, MESSAGE, signal));
    expect(isFault(fault, "patch.refused") && fault.data.reason).toBe(
      'the link "through" goes up behind a name, which may be a link: "a/b/c/top/../outside"',
    );
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
