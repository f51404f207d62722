import { describe, expect, test } from "vitest";
import { FILES, failure, setUp, sh, signal, write } from "../../test/support/git-scene.ts";

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
