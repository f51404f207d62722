import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/folder.ts";
import { folderSession, toolContext } from "../../../test/support/folder-session.ts";
import { utf8Length } from "../../lib/cap-text.ts";
import type { StepKind, StepReport } from "../pipelines/pipeline.ts";
import { alternatives } from "./glob.ts";
import { ALL_TOOLS, createToolbox } from "./toolbox.ts";

const toolbox = createToolbox(ALL_TOOLS);
function repository(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(folder.at(path)), { recursive: true });
    writeFileSync(folder.at(path), text);
  }
  spawnSync("git", ["init", "-q"], { cwd: folder.path });
  const context = toolContext(folderSession(folder.path));
  return {
    call: (name: string, args: Readonly<Record<string, string | number>>) =>
      toolbox.call({ kind: "parsed", id: "1", name, arguments: { ...args } }, context),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}
const FILES = {
  "package.json": "{}",
  ".gitignore": "dist/\n",
  "dist/main.js": "export function built() {}\n",
  "src/main.ts": "export async function start(): Promise<void> {}\nfunction hidden() {}\n",
  "src/shop/cart.ts": "export type Cart = {};\nexport const EMPTY: Cart = {};\nexport default class Basket {}\n",
  "src/shop/cart.test.ts": "export const helper = 1;\n",
  "src/shop/übung.tsx": "export function Übung() {}\n",
  "tools/run.py": "def main():\n    pass\n\nclass _Hidden: pass\nclass Shown: pass\n",
  "go/cmd/x/main.go": "func (s *Server) Listen() {}\nfunc small() {}\ntype Server struct {}\n",
  ".env": "KEY=hunter2\n",
  "conf/a[1].ts": "export const odd = 1;\n",
};

describe("glob", () => {
  test.each([
    [{ pattern: "*.py" }, ["tools/run.py"]],
    [{ pattern: "src/*.ts" }, ["src/main.ts"]],
    [{ pattern: "src/**/*.ts" }, ["src/main.ts", "src/shop/cart.test.ts", "src/shop/cart.ts"]],
    [{ pattern: "**/{cart,übung}.{ts,tsx}" }, ["src/shop/cart.ts", "src/shop/übung.tsx"]],
    [{ pattern: "cart.t?", path: "src/shop" }, ["src/shop/cart.ts"]],
    [{ pattern: "*.js" }, ["No file matches *.js."]],
    [{ pattern: "*.ts", path: "conf" }, ["conf/a[1].ts"]],
  ])("%j", async (args, found) => {
    using repo = repository(FILES);
    expect((await repo.call("glob", args)).text.split("\n")).toEqual(found);
  });
  test.each(["/etc/*", "../*", "src/../../*"])("%s leaves the workspace", async (pattern) => {
    using repo = repository(FILES);
    expect((await repo.call("glob", { pattern })).ok).toBe(false);
  });
  test("says when there is more, and refuses braces without end", async () => {
    using repo = repository(FILES);
    expect((await repo.call("glob", { pattern: "**/*.ts", limit: 1 })).text).toContain("narrower");
    expect((await repo.call("glob", { pattern: "{a,b}".repeat(10) })).ok).toBe(false);
    expect(alternatives("{a,b{c,d}}.{e,$&}").toSorted()).toEqual(["a.$&", "a.e", "bc.$&", "bc.e", "bd.$&", "bd.e"]);
  });
});

describe("codebase_map", () => {
  test("tells languages, manifests, entry points, folders and what is exported", async () => {
    using repo = repository(FILES);
    const { text } = await repo.call("codebase_map", {});
    expect(text).toMatchInlineSnapshot(`
      "9 files. TypeScript 5, Go 1, Python 1

      Manifests: package.json

      Likely entry points: src/main.ts, go/cmd/x/main.go

      Folders, with the number of files below each:
      conf/ 1
      go/ 1
        cmd/ 1
          x/ 1
      src/ 4
        shop/ 3
      tools/ 1

      Exported names:
      conf/a[1].ts: odd
      go/cmd/x/main.go: Listen Server
      src/main.ts: start
      src/shop/cart.ts: Cart EMPTY Basket
      src/shop/übung.tsx: Übung
      tools/run.py: main Shown
      src/shop/cart.test.ts: helper"
    `);
    expect(text).not.toMatch(/hidden|Hidden|built|hunter2|small/);
  });
  test("of one folder only", async () => {
    using repo = repository(FILES);
    const { text } = await repo.call("codebase_map", { path: "tools" });
    expect(text).toContain("tools/run.py: main Shown");
    expect(text).not.toContain("cart");
  });
  test("of a large repository fits into its room and says what is left out", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 900 }, (_, at) => [
        `src/part-${at % 90}/file-${at}.ts`,
        Array.from({ length: 20 }, (_name, name) => `export const name${at}of${name} = 1;\n`).join(""),
      ]),
    );
    using repo = repository(many);
    const { text } = await repo.call("codebase_map", {});
    expect(utf8Length(text)).toBeLessThanOrEqual(16 * 1024);
    expect(text).toMatch(/\(\d+ more folders: name one as path\)/);
    expect(text).toMatch(/\(\d+ more files export something: name a folder as path\)$/);
  });
  test.each(["../..", ".env"])("%s is not mapped", async (path) => {
    using repo = repository(FILES);
    expect((await repo.call("codebase_map", { path })).ok).toBe(false);
  });
});

describe("lint and test", () => {
  const report = (kind: StepKind, outcome: StepReport["outcome"]): StepReport => ({
    stepId: `node:${kind}`,
    title: kind,
    kind,
    command: ["npm", "run", kind],
    outcome,
    exitCode: outcome === "passed" ? 0 : 1,
    durationMs: 1,
    tests: [],
    stdout: `printed by ${kind}`,
    stderr: "",
    notes: [],
  });
  async function check(name: string, all: readonly StepReport[]) {
    const prepared = toolbox.prepare({ kind: "parsed", id: "1", name, arguments: {} });
    if (prepared.kind === "refused") throw new Error(prepared.answer.text);
    return prepared.call.run({
      ...toolContext(folderSession("/nowhere")),
      runChecks: async (_, kinds) => all.filter(({ kind }) => kinds?.includes(kind) !== false),
    });
  }
  const all = [
    report("lint", "failed"),
    report("typecheck", "passed"),
    report("build", "failed"),
    report("test", "passed"),
  ];
  test("run what is of their kind, and nothing else", async () => {
    const lint = await check("lint", all);
    expect(lint.text).toMatch(/^Failed: not all of these checks are green[^]*node:lint: failed[^]*printed by lint/);
    expect(lint.text).toContain("node:typecheck: passed");
    expect(lint.text).not.toMatch(/node:(test|build)/);
    expect(await check("test", all)).toMatchObject({ ok: true });
    expect((await check("run_checks", all)).text).toContain("node:build: failed");
  });
  test("say that there is none of the kind", async () => {
    expect((await check("lint", [])).text).toContain("no linter");
    expect((await check("test", [report("lint", "passed")])).text).toContain("no tests were found");
  });
});
describe("what no path or argument can be", () => {
  const NUL = "a\0b";
  test.each([
    ["list_files", { path: NUL }],
    ["glob", { pattern: NUL }],
    ["search", { pattern: NUL }],
    ["search", { pattern: "a", glob: NUL }],
    ["codebase_map", { path: NUL }],
    ["read_file", { path: NUL }],
    ["write_file", { path: NUL, content: "x" }],
    ["shell", { command: `echo ${NUL}` }],
    ["shell", { command: "ls", cwd: NUL }],
    ["git", { action: "log", args: [NUL] }],
  ])("%s is refused in our own words: NUL", async (name, args) => {
    using repo = repository(FILES);
    const { ok, text } = await repo.call(name, args as never);
    expect(ok).toBe(false);
    expect(text).toMatch(/holds the character NUL|cannot be read/);
  });
  test.each([
    ["list_files", {}],
    ["read_file", {}],
    ["write_file", { content: "x" }],
    ["edit_file", { old_text: "x", new_text: "y" }],
    ["search", { pattern: "x" }],
  ])("%s is refused a path without end, and does not repeat it", async (name, args) => {
    using repo = repository(FILES);
    const { ok, text } = await repo.call(name, { ...args, path: "a".repeat(5000) });
    expect([ok, text.length < 200]).toEqual([false, true]);
    expect(text).toContain("a path holds at most 1000 characters");
  });
  test("a file may hold what a path cannot", async () => {
    using repo = repository(FILES);
    expect((await repo.call("write_file", { path: "bytes", content: "a\0b" })).ok).toBe(true);
  });
});
