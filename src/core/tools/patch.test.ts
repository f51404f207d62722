import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/folder.ts";
import { toolContext } from "../../../test/support/folder-session.ts";
import { scriptedSession } from "../../../test/support/scripted-session.ts";
import { applyHunks } from "./patch/apply-hunks.ts";
import { readPatch } from "./patch/read-patch.ts";
import { patch } from "./patch.ts";

function workspace(files: Readonly<Record<string, string>>) {
  const session = scriptedSession(({ argv: [program, , , path] }) => {
    if (program === "rm" && path !== undefined) session.files.delete(path);
    return { result: { code: 0 } };
  });
  for (const [path, text] of Object.entries(files)) session.files.set(path, new TextEncoder().encode(text));
  const context = toolContext(session);
  return {
    session,
    context,
    async apply(text: string, given: Pick<typeof context, "session"> = context) {
      const call = patch.prepare({ patch: text });
      return "problem" in call ? { ok: false, text: call.problem } : call.run({ ...context, ...given });
    },
    texts: () => Object.fromEntries([...session.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])),
  };
}
const FILES = { "a.txt": "one\ntwo\nthree\n", "src/b.txt": "x\ny\nz\n" };
const DIFF = `diff --git a/a.txt b/a.txt
index 111..222 100644
--- a/a.txt
+++ b/a.txt
@@ -1,3 +1,3 @@
 one
-two
+TWO
 three
--- a/src/b.txt
+++ b/src/b.txt
@@ -3,1 +3,2 @@
 z
+end
--- /dev/null
+++ b/new/c.txt
@@ -0,0 +1,2 @@
+hello
+there
`;

describe("a unified diff", () => {
  test("changes and makes files, and says which", async () => {
    const { apply, texts } = workspace(FILES);
    expect(await apply(DIFF)).toEqual({
      ok: true,
      text: "Patched:\nchanged a.txt\nchanged src/b.txt\nmade new/c.txt",
    });
    expect(texts()).toEqual({
      "a.txt": "one\nTWO\nthree\n",
      "src/b.txt": "x\ny\nz\nend\n",
      "new/c.txt": "hello\nthere\n",
    });
  });
  test("is judged by all paths it names, and an approval is bound to its whole text", () => {
    const call = patch.prepare({ patch: DIFF });
    expect(call).toMatchObject({
      intent: { effect: "edit", paths: ["a.txt", "src/b.txt", "new/c.txt"], content: DIFF },
    });
  });
  test("does nothing at all when one hunk does not fit, and shows what stands there", async () => {
    const { apply, texts } = workspace({ ...FILES, "src/b.txt": "x\ny\nzz\n" });
    const answer = await apply(DIFF);
    expect(answer.ok).toBe(false);
    expect(answer.text).toMatch(/src\/b\.txt: hunk 1[^]*do not stand in the file[^]*Nothing was changed/);
    expect(texts()).toEqual({ ...FILES, "src/b.txt": "x\ny\nzz\n" });
  });
  test("takes line numbers as hints: wrong ones find the only place, and none choose among two", async () => {
    const wrong = "--- a/a.txt\n+++ b/a.txt\n@@ -40,9 +41,9 @@\n-two\n+TWO\n";
    const first = workspace(FILES);
    expect((await first.apply(wrong)).ok).toBe(true);
    expect(first.texts()["a.txt"]).toBe("one\nTWO\nthree\n");
    const twice = workspace({ "a.txt": "two\none\ntwo\n" });
    expect((await twice.apply(wrong)).text).toContain("stand at 2 places, from lines 1, 3");
  });
  test("deletes a file", async () => {
    const { apply, texts } = workspace(FILES);
    expect(await apply("--- a/a.txt\n+++ /dev/null\n@@ -1,3 +0,0 @@\n-one\n-two\n-three\n")).toEqual({
      ok: true,
      text: "Patched:\ndeleted a.txt",
    });
    expect(Object.keys(texts())).toEqual(["src/b.txt"]);
  });
  test.each([
    ["rename from a\nrename to b\n", /renames/],
    ["--- a/a.txt\n+++ b/b.txt\n@@ -1 +1 @@\n-one\n+two\n", /would rename a\.txt to b\.txt/],
    ["--- a/a.txt\n+++ b/a.txt\n", /has no hunk/],
    ["@@ -1 +1 @@\n-a\n+b\n", /before any file/],
    ["just words", /there is no file in it/],
    ["--- /dev/null\n+++ /dev/null\n@@ -1 +1 @@\n-a\n", /neither side/],
  ])("%j is refused before anything is looked at", async (text, problem) => {
    expect((await workspace(FILES).apply(text)).text).toMatch(problem);
  });
  test.each([".env", "../out.txt", "keys/id_rsa"])("%s is not written", async (path) => {
    const { apply, texts } = workspace(FILES);
    const answer = await apply(`${DIFF}--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+KEY=1\n`);
    expect(answer.ok).toBe(false);
    expect(texts()).toEqual(FILES);
  });
});

describe("blocks of search and replace", () => {
  const blocks = `src/b.txt
<<<<<<< SEARCH
y
=======
why
>>>>>>> REPLACE

Then the other file:
\`a.txt\`
\`\`\`
<<<<<<< SEARCH
one
two
=======
>>>>>>> REPLACE
<<<<<<< SEARCH
three
=======
3
>>>>>>> REPLACE
\`\`\`
new.txt
<<<<<<< SEARCH
=======
fresh
>>>>>>> REPLACE
`;
  test("change several places in several files, and make one", async () => {
    const { apply, texts } = workspace(FILES);
    expect((await apply(blocks)).text).toBe("Patched:\nchanged src/b.txt\nchanged a.txt\nmade new.txt");
    expect(texts()).toEqual({ "src/b.txt": "x\nwhy\nz\n", "a.txt": "3\n", "new.txt": "fresh\n" });
  });
  test("one that is not whole, or has no path, is refused", async () => {
    const { apply } = workspace(FILES);
    expect((await apply("a.txt\n<<<<<<< SEARCH\none\n=======\ntwo\n")).text).toContain("no >>>>>>> REPLACE");
    expect((await apply("<<<<<<< SEARCH\none\n=======\ntwo\n>>>>>>> REPLACE")).text).toContain("no path");
  });
  test("what exists is not made anew", async () => {
    const { apply, texts } = workspace(FILES);
    expect((await apply("a.txt\n<<<<<<< SEARCH\n=======\nlost\n>>>>>>> REPLACE")).text).toContain("exists already");
    expect(texts()).toEqual(FILES);
  });
});

test("what was written is put back when a later file cannot be", async () => {
  const { apply, session, texts } = workspace(FILES);
  const full: typeof session = {
    ...session,
    write: async (path, content, options) =>
      path === "new/c.txt" ? { kind: "refused", why: "no-space" } : session.write(path, content, options),
  };
  const answer = await apply(DIFF, { session: full });
  expect(answer.text).toMatch(/no space left[^]*Nothing was changed/);
  expect(texts()).toEqual(FILES);
});
test("line ends stay those of the file, and so does a file without one at its end", () => {
  const hunks = [{ line: 2, old: ["two"], text: ["2", "2b"], oldOpen: false, textOpen: false }];
  expect(applyHunks("one\r\ntwo\r\n", hunks)).toEqual({ text: "one\r\n2\r\n2b\r\n" });
  expect(applyHunks("one\ntwo", hunks)).toEqual({ text: "one\n2\n2b" });
});

/** Lines that are easily confused with marks of a diff. */
const line = fc.oneof(
  fc.constantFrom("", "-", "+", " ", "a", "b", "--x", "++y", "@@", "\\ No newline", "diff --git", "-- a", "++ b"),
  fc.string({ unit: "grapheme-ascii", maxLength: 8 }),
);
const text = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 12 }), fc.boolean())
  .map(([lines, open]) => `${lines.join("\n")}${open ? "" : "\n"}`)
  .filter((given) => given !== "" && !given.includes("\r"));

test("whatever git writes as the difference of two texts makes the one out of the other", () => {
  using folder = temporaryFolder();
  fc.assert(
    fc.property(text, text, (before, after) => {
      if (before === after) return;
      writeFileSync(folder.at("before"), before);
      writeFileSync(folder.at("after"), after);
      const command = ["diff", "--no-index", "--no-color", "--text", "--", "before", "after"];
      const diff = spawnSync("git", command, { cwd: folder.path, encoding: "utf8" }).stdout;
      const plan = readPatch(diff.replace("+++ b/after", "+++ b/before"));
      expect(plan).toMatchObject({ kind: "changes", changes: [{ kind: "hunks", path: "before" }] });
      const change = plan.kind === "changes" ? plan.changes[0] : undefined;
      if (change?.kind === "hunks") expect(applyHunks(before, change.hunks)).toEqual({ text: after });
    }),
    { numRuns: 150 },
  );
});
