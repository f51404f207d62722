import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { failure, setUp, sh, signal } from "../../test/support/git-scene.ts";

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
