import { expect, test } from "vitest";
import { plainText } from "../../../lib/blocks-text.ts";
import { diffBlocks } from "./view-diff.ts";

const piece = (path: string, lines: string) =>
  `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -1 +1 @@\n${lines}\n`;
// A line of a file may say what git says, but never at the beginning of a line of the diff.
const text = piece("a.ts", "-one\n+diff --git x") + piece("b.ts", "+two");
const files = [
  { path: "a.ts", added: 1, removed: 1, change: "modified" as const },
  { path: "b.ts", added: 1, removed: 0, change: "modified" as const },
];

test("a change of several files is folded, file by file, and whole", () => {
  const blocks = diffBlocks(3, { text, files, added: 2, removed: 1 });
  expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "details", "details"]);
  expect(plainText(blocks.slice(1, 2))).toContain("a.ts +1 −1\ndiff --git a/a.ts");
  for (const line of text.split("\n")) expect(plainText(blocks)).toContain(line);
});
test("a change of one file, or one that cannot be told apart, is as git writes it", () => {
  const one = { text: piece("a.ts", "+two"), files: files.slice(0, 1), added: 1, removed: 0 };
  expect(diffBlocks(3, one)).toMatchObject([{ kind: "paragraph" }, { kind: "code", language: "diff", text: one.text }]);
  expect(diffBlocks(3, { text: "odd", files, added: 2, removed: 1 })).toMatchObject([
    {},
    { kind: "code", text: "odd" },
  ]);
});
