import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { namesInDiff } from "./unified-diff.ts";

const HUNK = "@@ -1,2 +1,2 @@ main\n a\n-b\n+c\n";

test("the names of a unified diff are told as they stand there", () => {
  expect(namesInDiff(`--- a/src/x.ts\n+++ b/src/y.ts\n${HUNK}`)).toEqual(["a/src/x.ts", "b/src/y.ts"]);
  expect(namesInDiff(`--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n\\ No newline at end of file\n`)).toEqual(["b/x"]);
  expect(namesInDiff("diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n")).toEqual([
    ...["a/x", "b/y", "x", "y"],
  ]);
});
test.each([
  ["an order to an editor", "1c\nx\n.\n"],
  ["a name in quotes", `--- "a/x"\n+++ "b/x"\n${HUNK}`],
  ["a name with a blank", `--- a/x y\n+++ b/x y\n${HUNK}`],
  ["a link", `diff --git a/x b/x\nnew file mode 120000\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+/etc\n`],
  ["a hunk that ends too early", "--- a/x\n+++ b/x\n@@ -1,9 +1,9 @@\n a\n"],
  ["a hunk that goes on", `--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n c\n`],
  ["words around it", `Index: x\n--- a/x\n+++ b/x\n${HUNK}`],
  ["no hunk", "--- a/x\n+++ b/x\n"],
  ["nothing", ""],
])("%s is no plain diff", (_what, text) => {
  expect(namesInDiff(text)).toBeNull();
});

const line = fc.constantFrom(
  ...[
    "--- a/x",
    "+++ b/x",
    "--- a/d/y",
    "+++ b/d/y",
    "--- /dev/null",
    "+++ /dev/null",
    "--- z",
    "+++ z",
    " a",
    "-a",
    "+b",
    "",
  ],
  ...[
    "@@ -1 +1 @@",
    "@@ -1,2 +1,2 @@",
    "@@ -0,0 +1 @@",
    "@@ -1 +0,0 @@",
    "--- b/q",
    "+++ b/q",
    "-- a/q",
    "++ b/q",
    "\\ No newline",
  ],
  ...["diff --git a/x b/x", "diff --git a/d/y b/d/z", "rename from d/y", "rename to d/z", "similarity index 100%"],
  ...[
    "new file mode 100644",
    "deleted file mode 100644",
    "old mode 100644",
    "new mode 100755",
    "index 1234567..89abcde 100644",
  ],
);
const block = fc
  .tuple(
    fc.constantFrom("x", "d/y", "q"),
    fc.array(fc.constantFrom(" a", "-a", "+b", "--- a/v", "+++ b/v"), { minLength: 1, maxLength: 4 }),
  )
  .map(([name, body]) => {
    const old = body.filter((text) => !text.startsWith("+")).length;
    const made = body.filter((text) => !text.startsWith("-")).length;
    return [`--- a/${name}`, `+++ b/${name}`, `@@ -1,${old} +1,${made} @@`, ...body].join("\n");
  });
test("whatever git takes out of a text that is read as a diff, its name was told", () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(block, line), { minLength: 1, maxLength: 8 }), (lines) => {
      const text = `${lines.join("\n")}\n`;
      const names = namesInDiff(text);
      if (names === null) return;
      const options = { input: text, encoding: "utf8", cwd: tmpdir() } as const;
      const { status, stdout } = spawnSync("git", ["apply", "--numstat", "-z"], options);
      if (status !== 0) return;
      const told = new Set(names.flatMap((name) => [name, name.replace(/^[^/]+\//, "")]));
      for (const path of stdout
        .split("\0")
        .flatMap((row) => row.split("\t").slice(2))
        .filter(Boolean)) {
        compared += 1;
        expect({ text, path, told: told.has(path) }).toEqual({ text, path, told: true });
      }
    }),
    { numRuns: 1500 },
  );
  expect(compared).toBeGreaterThan(50);
});
