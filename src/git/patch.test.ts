import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { usualMask } from "../../test/support/masks.ts";
import { isFault } from "../core/fault.ts";
import { checkLink, checkPatch, checkPath } from "./patch.ts";
import { createRepositories } from "./repositories.ts";

const { signal } = new AbortController();
const part = fc.constantFrom(
  "..",
  ".",
  "",
  ".git",
  ".GIT",
  "git~1",
  ".git ",
  ".g\u200cit",
  "a",
  "b c",
  "é",
  "a\\b",
  "x\ny",
);
const hostile = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
const quoted = (path: string) => (/["\\\n]/u.test(path) ? JSON.stringify(path) : path);
const addition = (path: string, mode = "100644") =>
  Buffer.from(
    `diff --git ${quoted(`a/${path}`)} ${quoted(`b/${path}`)}\nnew file mode ${mode}\nindex 0000000..1111111\n--- /dev/null\n+++ ${quoted(`b/${path}`)}\n@@ -0,0 +1 @@\n+x\n`,
  );
function refused(check: () => unknown): boolean {
  try {
    check();
    return false;
  } catch (error) {
    if (!isFault(error, "patch.refused")) throw error;
    return true;
  }
}

test("whatever paths a patch names, only names inside the repository come of it", async () => {
  using folder = temporaryFolder();
  const run = (...args: string[]) =>
    execFileSync("git", ["-C", folder.path, "-c", "user.name=a", "-c", "user.email=a@localhost", ...args], {
      encoding: "utf8",
    });
  run("init", "-q");
  run("commit", "-q", "--allow-empty", "-m", "first");
  const repositories = createRepositories({ folder: folder.at("mirrors"), maskOf: usualMask });
  const { head } = await repositories.mirror(folder.path, "m", signal);
  const message = { subject: "x", body: "", at: 0 };
  await fc.assert(
    fc.asyncProperty(hostile, async (path) => {
      const commit = await repositories
        .commitPatch("m", head, addition(path), message, signal)
        .catch((error: unknown) => {
          if (isFault(error, "patch.refused")) return null;
          throw error;
        });
      expect(commit === null).toBe(refused(() => checkPath(path)));
      if (commit === null) return;
      expect((await repositories.tree("m", commit, signal)).paths).toEqual([path]);
    }),
    { numRuns: 40 },
  );
});

test("no bytes at all make the reader do anything but answer or refuse", () => {
  const line = fc.constantFrom(
    "diff --git a/x b/x",
    "@@ -1,2 +1,3 @@",
    "@@ -1 +1 @@",
    "+x",
    "-x",
    " x",
    "",
    "GIT binary patch",
    "literal 3",
    "KcmZQzzz",
    "--- a/x",
    '+++ "b/\\303\\251"',
    '+++ "b/\\9"',
    "\\ No newline at end of file",
    "index 1..2 100644",
  );
  const text = fc.array(fc.oneof(line, fc.string()), { maxLength: 30 }).map((lines) => Buffer.from(lines.join("\n")));
  fc.assert(
    fc.property(fc.oneof(text, fc.uint8Array({ maxLength: 300 })), (patch) => {
      refused(() => checkPatch(patch));
    }),
    { numRuns: 2000 },
  );
});

test("git's own names are known in every dress", () => {
  for (const path of [
    ".git",
    "a/.Git/b",
    ".git.",
    ".git::$INDEX_ALLOCATION/x",
    "GIT~1",
    ".gi\u200dt",
    "a/../b",
    "a//b",
    "/a",
    "a\\b",
  ]) {
    expect([path, refused(() => checkPath(path))]).toEqual([path, true]);
  }
  for (const path of [".gitignore", ".github/x.yml", "a.git", "git~", "..a", "...", "a\nb"]) {
    expect([path, refused(() => checkPath(path))]).toEqual([path, false]);
  }
});

test("what is not seen in a refused name is told by its number", () => {
  expect(() => checkPath("a/.git\u200C")).toThrow(
    expect.objectContaining({
      data: expect.objectContaining({ reason: 'the path "a/.git\\u{200c}" is git\'s own' }) as unknown,
    }),
  );
});
test("a link stays inside", () => {
  for (const [path, target] of [
    ["a/b", "../c"],
    ["a", "b"],
    ["a/b/c", "../../d"],
    ["a", "..b"],
    ["a/b", ".././/./c/d/"],
    ["a/b/c", "../.."],
  ] as const) {
    expect([target, refused(() => checkLink(path, target))]).toEqual([target, false]);
  }
  for (const [path, target] of [
    ["a/b", "../../c"],
    ["a", "/b"],
    ["a", ".."],
    ["a", "b/../../c"],
    ["a", "b/../c"],
    ["a/b", ".././.././c"],
    ["a/b/c", "../b/.."],
    ["a", ".git"],
  ] as const) {
    expect([target, refused(() => checkLink(path, target))]).toEqual([target, true]);
  }
});
