import { describe, expect, test } from "vitest";
import type { SandboxSession } from "../ports/sandbox.ts";
import { toolContext } from "../../../test/support/folder-session.ts";
import { type ScriptedRun, scriptedSession } from "../../../test/support/scripted-session.ts";
import { ALL_TOOLS, createToolbox } from "./toolbox.ts";
import { changesShown, matchesShown } from "./without-secrets.ts";

const toolbox = createToolbox(ALL_TOOLS);
type Links = Readonly<Record<string, string>>;
/** A workspace with these files, and links that lead to some of them. */
function workspace(files: Readonly<Record<string, string>>, links: Links = {}, run?: ScriptedRun) {
  const session = scriptedSession(() => run ?? null);
  for (const [path, text] of Object.entries(files)) session.files.set(path, new TextEncoder().encode(text));
  const locate: SandboxSession["locate"] = (path, options) => session.locate(links[path] ?? path, options);
  const call = (name: string, args: Readonly<Record<string, string | boolean | readonly string[]>>) =>
    toolbox.call({ kind: "parsed", id: "1", name, arguments: { ...args } }, toolContext({ ...session, locate }));
  return { call, session, text: (path: string) => new TextDecoder().decode(session.files.get(path)) };
}

describe("secrets of a workspace", () => {
  const files = {
    ".env": "KEY=hunter2\n",
    "a.txt": "plain\n",
    ".git/hooks/x": "hook\n",
    ".husky/pre-commit": "npm t\n",
  };
  const links = { notes: ".env", hook: ".git/hooks/x", husky: ".husky/pre-commit", other: "a.txt" };

  test.each([".env", "./.env", "x/../.env", ".ENV", "notes", "config/prod.env", ".ssh/id_rsa"])(
    "%s is not read, and nothing of it is told",
    async (path) => {
      const answer = await workspace(files, links).call("read_file", { path });
      expect(answer.ok).toBe(false);
      expect(answer.text).not.toContain("hunter2");
      expect(answer.text).toContain("neither shown nor changed");
    },
  );
  test.each([".env", "notes", ".npmrc"])("%s is not written", async (path) => {
    const { call, session } = workspace(files, links);
    const before = new Map(session.files);
    expect((await call("write_file", { path, content: "KEY=mine" })).ok).toBe(false);
    expect((await call("edit_file", { path, old_text: "hunter2", new_text: "mine" })).ok).toBe(false);
    expect(session.files).toEqual(before);
  });
  test("a link to what a person must look at is not written through: that place is to be named itself", async () => {
    const { call, text } = workspace(files, links);
    for (const path of ["hook", "husky"]) {
      const answer = await call("write_file", { path, content: "evil" });
      expect(answer).toMatchObject({ ok: false });
      expect(answer.text).toContain("name that path itself");
    }
    expect([text(".git/hooks/x"), text(".husky/pre-commit")]).toEqual(["hook\n", "npm t\n"]);
  });
  test("other links are followed, and templates are files like any other", async () => {
    const { call, text } = workspace({ ...files, ".env.example": "KEY=\n" }, links);
    expect((await call("read_file", { path: "other" })).text).toContain("plain");
    expect((await call("edit_file", { path: "other", old_text: "plain", new_text: "fancy" })).ok).toBe(true);
    expect(text("a.txt")).toBe("fancy\n");
    expect((await call("read_file", { path: ".env.example" })).text).toContain("KEY=");
  });
  test("a search shows no line of them, and where they are asked for themselves runs nothing", async () => {
    const stdout = [".env\x001:KEY=hunter2\nsrc/a.ts\x003:const KEY = 1;\n.env.example\x001:KEY=\n"];
    const { call, session } = workspace(files, links, { result: { code: 0 }, stdout });
    const { text } = await call("search", { pattern: "KEY" });
    expect(text).toBe(
      "src/a.ts:3:const KEY = 1;\n.env.example:1:KEY=\n[left out: 1 of the matches, which are of files of secrets]",
    );
    session.commands.length = 0;
    expect((await call("search", { pattern: "KEY", path: "notes" })).ok).toBe(false);
    expect(session.commands).toEqual([]);
  });
  test.each([
    ["show", "HEAD:.env"],
    ["blame", ".env"],
    ["show", "HEAD~3:config/.env"],
    ["restore", ".env"],
    ["diff", "id_rsa"],
  ])("git %s %s runs nothing", async (action, arg) => {
    const { call, session } = workspace(files);
    expect((await call("git", { action, args: [arg] })).ok).toBe(false);
    expect(session.commands).toEqual([]);
  });
});

test("a match whose file cannot be told, because the output was cut there, is not shown", () => {
  const cut = "a.ts\x001:one\n.env\x001:KEY=hun\n[… 99 bytes left out …]\nenv\x007:TOKEN=1\nb.ts\x002:two\n";
  expect(matchesShown(cut)).toBe(
    "a.ts:1:one\n[… 99 bytes left out …]\nb.ts:2:two\n[left out: 1 of the matches, which are of files of secrets]",
  );
});
test("changes of secrets are left out of what git prints, those around them stay", () => {
  const part = (name: string, line: string) =>
    `diff --git a/${name} b/${name}\nindex 1..2 100644\n@@ -1 +1 @@\n+${line}\n`;
  const log = `commit ${"a".repeat(40)}\n${part("src/a.ts", "one")}${part("my config/.env", "KEY=hunter2")}${part("b.ts", "two")}`;
  const shown = changesShown(`${log}${part("id_rsa", "PRIVATE")}commit ${"b".repeat(40)}\nAuthor: Ada`);
  for (const stays of ["+one", "+two", "Author: Ada", "[left out: 2 of the changes, which are of files of secrets]"])
    expect(shown).toContain(stays);
  for (const goes of ["hunter2", "PRIVATE"]) expect(shown).not.toContain(goes);
  const graph = `* commit ${"a".repeat(40)}\n| diff --git a/.env b/.env\n| +KEY=hunter2\n| \n* commit ${"b".repeat(40)}\n  Ada`;
  expect(changesShown(graph)).not.toContain("hunter2");
  expect(changesShown(graph)).toContain("Ada");
  expect(
    changesShown(`${part("a.ts", "one")}[… 9 bytes left out …]\n+KEY=hunter2\n${part("b.ts", "two")}`),
  ).not.toContain("hunter2");
});
test("colours, raw listings and options that hide a file's name do not help", async () => {
  const bold = "\u001B[1mdiff --git a/.env b/.env\u001B[m\n\u001B[32m+KEY=hunter2\u001B[m\n";
  expect(changesShown(bold)).not.toContain("hunter2");
  const raw = ":000000 100644 0000000 8547ec0 A\t.env\n:000000 100644 0000000 2fa93f9 A\tone.js\n";
  expect(changesShown(raw)).not.toContain("8547ec0");
  expect(changesShown(raw)).toContain("2fa93f9");
  const { call, session } = workspace({});
  for (const option of ["--src-prefix=x", "--dst-p=x", "--line-prefix=x", "-z", "--outp=x", "-Oorder"])
    expect((await call("git", { action: "diff", args: [option] })).text).toContain("not allowed");
  expect(session.commands).toEqual([]);
});
