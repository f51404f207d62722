import * as fc from "fast-check";
import { expect, test } from "vitest";
import { placeOf } from "../policy/paths/protected-paths.ts";
import { ATTACHMENTS_FOLDER, distinctNames, safeName } from "./names.ts";

test.each([
  ["build.log", "build.log"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\ada\\x.txt", "x.txt"],
  [".env", "env"],
  ["..", "file"],
  ["", "file"],
  ["///", "file"],
  ["-rf", "rf"],
  ["a\u202egnp.exe", "agnp.exe"],
  ["a\nb\u0000c.txt", "abc.txt"],
  ["$(reboot);`x`.sh", "_(reboot)__x_.sh"],
  ["über straße.md", "über straße.md"],
  ["名前.txt", "名前.txt"],
  ["CON.txt", "file-CON.txt"],
  ["AGENTS.md", "file-AGENTS.md"],
  ["trailing. . ", "trailing"],
  ["team.code-workspace", "file-team.code-workspace.txt"],
])("%j becomes %j", (given, name) => {
  expect(safeName(given)).toBe(name);
});
test("whatever a file is called, its name is one plain path below the folder, short, and protected as nothing", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(".", "/", "\\", "g", "i", "t", " ", "-", "\u202e", "é", "\ud800") }),
    fc.constantFrom(
      ".git",
      ".GIT/config",
      ".npmrc",
      "claude.md",
      "Jenkinsfile",
      ".gitattributes",
      ".bashrc",
      "x.code-workspace",
      ".git/hooks/pre-commit",
      "id_rsa",
      "x".repeat(500),
    ),
  );
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 8 }), (given) => {
      const names = distinctNames(given, ["file", "A.txt"]);
      expect(names).toHaveLength(given.length);
      expect(new Set([...names, "file", "a.txt"].map((name) => name.toLowerCase())).size).toBe(given.length + 2);
      for (const name of names) {
        expect(name).toMatch(/^[^\s./\\-][^/\\\p{C}]*$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThan(140);
        const place = placeOf(`${ATTACHMENTS_FOLDER}/${name}`);
        expect(place).toEqual({ kind: "inside", path: `${ATTACHMENTS_FOLDER}/${name}`, protectedAs: null });
      }
    }),
  );
});
test("names that are alike get numbers before their ending", () => {
  expect(
    distinctNames(["a.tar.gz", "A.tar.gz", "photo.jpg", "photo.jpg", "photo.jpg", "x", "X"], ["photo-2.jpg"]),
  ).toEqual(["a.tar.gz", "A-2.tar.gz", "photo.jpg", "photo-3.jpg", "photo-4.jpg", "x", "X-2"]);
});
