import { expect, test } from "vitest";
import { diffLines, looksLikeDiff } from "./diff.ts";

const patch = `diff --git a/q.sql b/q.sql
index 1..2 100644
--- a/q.sql
+++ b/q.sql
@@ -1,3 +1,3 @@
 select 1;
--- old remark
+-- new remark
 select 2;
@@ -9 +9,2 @@
 x
+y
\\ No newline at end of file
`;

test("each line of a diff is known for what it is, also a removed line that looks like a header", () => {
  expect(diffLines(patch).map(({ kind }) => kind)).toEqual([
    "header",
    "header",
    "header",
    "header",
    "hunk",
    "same",
    "removed",
    "added",
    "same",
    "hunk",
    "same",
    "added",
    "same",
  ]);
});

test("a diff is known by its content, and prose with dashes is none", () => {
  expect(looksLikeDiff(patch)).toBe(true);
  expect(looksLikeDiff("--- a\nb\n+ c\n")).toBe(false);
});
