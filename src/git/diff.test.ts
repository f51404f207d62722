import { describe, expect, test } from "vitest";
import { MESSAGE, patchOf, setUp, signal, write } from "../../test/support/git-scene.ts";

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
