import { describe, expect, test } from "vitest";
import { MESSAGE, failure, patchOf, setUp, sh, signal, write } from "../../test/support/git-scene.ts";
import { isFault } from "../core/fault.ts";

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
